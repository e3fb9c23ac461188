// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/component_model.h"

#include "model/said.h"
#include "sim/judge/affinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kLeastStep = 1e-3;

double blend(double old, double now, double weight) { return old + weight * (now - old); }

void blendInto(LineAnswer& old, const LineAnswer& now, double weight) {
    for (double LineAnswer::*field :
         {&LineAnswer::wait, &LineAnswer::waits, &LineAnswer::waitSquaredCv, &LineAnswer::lost,
          &LineAnswer::queue, &LineAnswer::utilisation, &LineAnswer::held, &LineAnswer::wholeWait})
        old.*field = blend(old.*field, now.*field, weight);
    old.saturated = now.saturated;
    old.longest = now.longest;
}

bool isEntry(const model::Component& component, const model::Workload& workload) {
    return workload.entry == component.name ||
           std::ranges::any_of(workload.profiles, [&](const model::Profile& profile) {
               return profile.entry == component.name;
           });
}

struct ModelOf {
    const model::Component& component;
    const model::Scenario& scenario;
    const model::Scenario& asWritten;
    using Model = std::unique_ptr<ComponentModel>;

    Model operator()(const model::StationSpec& spec) const { return stationModel(spec); }
    Model operator()(const model::DatabaseSpec& spec) const { return databaseModel(spec); }
    Model operator()(const model::ServiceSpec& spec) const {
        const double working = instancesWithUsers(asWritten, component.name, spec.instances);
        return serviceModel(spec, policyInFrontOf(component, scenario), static_cast<int>(working));
    }
    Model operator()(const model::FunctionSpec& spec) const { return functionModel(spec); }
    Model operator()(const model::CacheSpec& spec) const { return cacheModel(spec); }
    Model operator()(const model::CdnSpec& spec) const { return cdnModel(spec); }
    Model operator()(const model::QueueSpec& spec) const { return queueModel(spec); }
    Model operator()(const model::GatewaySpec& spec) const { return gatewayModel(spec); }
    Model operator()(const model::PoolSpec& spec) const { return poolModel(spec); }
    Model operator()(const model::ExternalSpec& spec) const { return externalModel(spec); }
    Model operator()(const model::ClientSpec& spec) const {
        return clientModel(spec, isEntry(component, scenario.workload));
    }
    template <typename Other>
    Model operator()(const Other&) const {
        return component.isPassThrough() ? passThroughModel() : plainModel();
    }
};

}  // namespace

void LineState::settle(LineQuestion question, double weight) {
    if (std::isfinite(question.population) && question.arrivalRate > 0) {
        const double held = question.drain && answer_.held > 0 ? answer_.held : question.holding;
        const double here =
            (1 - answer_.lost) * (answer_.wholeWait + held) + answer_.lost * timeLost();
        question.elsewhere = std::max(0.0, question.population / question.arrivalRate - here);
    }
    settleWith(question, weight);
}

// Half as far whenever it went too far, a little further as long as it did not (as resilient
// propagation does; Riedmiller & Braun 1993): lines that starve each other come to rest this way.
double LineState::stepTowards(const LineAnswer& now) {
    const double change = now.wait - answer_.wait + (now.lost - answer_.lost) * question_.holding;
    if (change * lastChange_ < 0) step_ = std::max(kLeastStep, step_ / 2);
    if (change * lastChange_ > 0) step_ = std::min(1.0, step_ * 1.2);
    lastChange_ = change;
    return step_;
}

void LineState::settleWith(const LineQuestion& question, double weight) {
    question_ = question;
    LineAnswer now = solveLine(question);
    if (now.saturated) {
        now.wait = kForever;
        now.waits = 1;
        now.waitSquaredCv = 0;
    }
    const bool jumps = !settled_ || now.saturated || answer_.wait > kForever / 10;
    blendInto(answer_, now, jumps ? 1 : std::min(weight, stepTowards(now)));
    settled_ = true;
}

void LineState::impose(const LineQuestion& question, double wait, double utilisation) {
    settle(question, 1);  // for the wait's spread
    answer_.wait = answer_.wholeWait = wait;
    answer_.utilisation = utilisation;
    answer_.queue = wait * question.arrivalRate;
}

bool isOneExponential(const Network& network, const Place& place, double (*work)(const Node&)) {
    constexpr double kEqual = 1e-3;
    double mean = 0;
    for (const int index : place.nodes) {
        const Node& node = network.node(index);
        const double own = work(node);
        if (!(node.rate() > 0) || !(own > 0)) continue;
        const Course& course = node.law.course;
        const bool exponential = std::abs(course.pieces - 1) < kEqual &&
                                 std::abs(course.workSquared / (2 * own * own) - 1) < kEqual;
        if (!exponential || (mean > 0 && std::abs(own / mean - 1) > kEqual)) return false;
        mean = own;
    }
    return true;
}

bool callsNobody(const Network& network, const Place& place) {
    return std::ranges::all_of(
        place.nodes, [&](int index) { return network.node(index).law.course.calls.empty(); });
}

double LineState::timeLost() const {
    return std::isfinite(question_.patience) ? question_.patience : 0;
}

void LineState::confess(Network& network, const Place& place) const {
    constexpr double kNear = 0.75;
    if (!question_.drain || question_.arrivalRate < kNear * question_.departures(question_.servers))
        return;
    network.approximations.insert(
        model::said("Simulation",
                    "%1: it is held while what is behind is waited for, and that is near its "
                    "limit, so that times can be off by a fifth",
                    {place.component->name}));
}

double LineState::heldAgain() const {
    if (!question_.drain || !(answer_.held > 0) || !(question_.holding > 0)) return 1;
    return std::min(1.0, answer_.held / question_.holding);
}

bool LineState::saturated() const {
    if (answer_.saturated) return true;
    const bool full = std::isfinite(question_.most) && !std::isfinite(question_.population);
    const bool bounded =
        full || std::isfinite(question_.places) || std::isfinite(question_.patience);
    return !bounded && question_.holding > 0 &&
           question_.arrivalRate > question_.departures(question_.servers) * (1 + 1e-6);
}

LineQuestion questionOf(const Network& network, const Place& place) {
    LineQuestion question;
    double admitted = 0, first = 0, second = 0;
    for (const int index : place.nodes) {
        const Node& node = network.node(index);
        const double rate = node.rate() * node.law.admitted;
        const double holding = node.law.holding;
        admitted += rate;
        first += rate * holding;
        second += rate * holding * holding * (1 + node.law.holdingSquaredCv);
    }
    question.arrivalRate = place.rate;
    question.arrivalSquaredCv = place.arrivalSquaredCv;
    question.population = network.population();
    question.most = place.population;
    if (admitted > 0) {
        question.holding = first / admitted;
        question.squaredCv = first > 0 ? std::max(0.0, second * admitted / (first * first) - 1) : 1;
    }
    return question;
}

VisitLaw behindLine(const Course& course, const LineAnswer& line, double timeLost, LineLoss loss) {
    VisitLaw law = VisitLaw::of(course);
    const double in = 1 - line.lost;
    law.admitted = in;
    law.wait = line.waitLaw();
    law.answered = law.wait.plus(course.time);
    law.success = in * course.through;
    law.losses = course.losses.scaled(in);
    law.here = law.here.scaled(in);
    (loss == LineLoss::refused ? law.losses.refused : law.losses.timeout) += line.lost;
    (loss == LineLoss::refused ? law.here.refused : law.here.timeout) += line.lost;
    law.lostTime = in * (course.lostTime + std::max(0.0, 1 - course.through) * line.wait) +
                   line.lost * timeLost;
    law.queueing = in * line.wait + line.lost * timeLost;
    law.own = course.own + line.wait;
    return law;
}

std::unique_ptr<ComponentModel> modelOf(const model::Component& component, const Network& network) {
    return std::visit(ModelOf{component, network.scenario, network.asWritten}, component.spec);
}

}  // namespace headroom::sim
