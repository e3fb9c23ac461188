// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/figures.h"

#include "sim/analytic/component_model.h"
#include "sim/analytic/fixed_point.h"
#include "sim/judge/metering.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;

/// Several visits or actions as one target.
class Gathering {
public:
    explicit Gathering(bool quantiles) : quantiles_(quantiles) {}
    void add(double rate, const VisitLaw& law) {
        begun_ += rate;
        answered_ += rate * law.success;
        lost_ += rate * (1 - law.success);
        inSystem_ += rate * law.meanTime();
        queueing_ += rate * law.queueing;
        travelling_ += rate * law.travelling;
        own_ += rate * law.own;
        cpuWait_ += rate * law.admitted * law.course.cpuWait;
        errors_ += law.here.scaled(rate);
        times_.emplace_back(rate * law.success, law.answered);
        waits_.emplace_back(rate * law.success, law.wait);
    }

    double begun() const { return begun_; }
    const Losses& errors() const { return errors_; }
    /// Visits past their line, on average.
    double held() const { return std::max(0.0, inSystem_ - queueing_ - travelling_); }

    void setCommon(Figures& figures) const {
        figures.at(Metric::throughput).value = answered_;
        figures.at(Metric::arrivalRate).value = begun_;
        const double ended = answered_ + lost_;
        if (!(ended > 0)) return;
        // What rounding leaves of probabilities that sum to one is no loss.
        constexpr double kRounding = 1e-13;
        const double lost = lost_ / ended;
        const double errors = lost > kRounding ? std::min(lost, 1.0) : 0;
        figures.at(Metric::errorRatio).value = errors;
        figures.at(Metric::availability).value = 1 - errors;
        setIfKnown(figures.at(Metric::inSystem), inSystem_, begun_);
        setTimes(figures, Metric::responseTime, times_);
    }
    void setOwnTime(Figures& figures) const {
        if (answered_ > 0) setIfKnown(figures.at(Metric::ownTime), own_ / begun_, 1);
    }
    void setCpuWait(Figures& figures) const {
        if (begun_ > 0) setIfKnown(figures.at(Metric::cpuWait), cpuWait_ / begun_, 1);
    }
    void setLine(Figures& figures) const {
        setTimes(figures, Metric::wait, waits_);
        setIfKnown(figures.at(Metric::queueLength), queueing_, begun_);
    }

private:
    /// `scale`: what one second of it weighs.
    static void setIfKnown(Estimate& estimate, double value, double scale) {
        if (value < kForever / 10 * std::max(scale, 1e-9)) estimate.value = value;
    }

    void setTimes(Figures& figures, Metric metric,
                  const std::vector<std::pair<double, TimeLaw>>& laws) const {
        if (!(answered_ > 0)) return;
        const TimeLaw all = TimeLaw::oneOf(laws);
        setIfKnown(figures.at(metric), all.mean(), 1);
        if (!figures.at(metric).value || !quantiles_) return;
        static constexpr std::array<std::pair<Statistic, double>, 5> kQuantiles{
            {{Statistic::p50, 0.5},
             {Statistic::p90, 0.9},
             {Statistic::p95, 0.95},
             {Statistic::p99, 0.99},
             {Statistic::p999, 0.999}}};
        double known = 0;
        for (const auto& [statistic, share] : kQuantiles)
            figures.at(metric, statistic).value = known = all.quantile(share, known);
    }

    bool quantiles_;
    double begun_ = 0, answered_ = 0, lost_ = 0;
    double inSystem_ = 0, queueing_ = 0, travelling_ = 0, own_ = 0, cpuWait_ = 0;
    Losses errors_;
    std::vector<std::pair<double, TimeLaw>> times_, waits_;
};

/// An action with its retries as one visit.
VisitLaw actionLaw(const Network& network, const TrafficClass::Action& action) {
    VisitLaw law = VisitLaw::of(actionCourse(network, action));
    law.here = law.losses;
    return law;
}

ErrorCounts countsOf(const Losses& perSecond, double seconds) {
    return {perSecond.refused * seconds, perSecond.timeout * seconds, perSecond.failed * seconds};
}

TargetResult targetOf(const std::string& name, const Gathering& gathering, double seconds) {
    TargetResult target;
    target.name = name;
    gathering.setCommon(target.figures);
    target.errors = countsOf(gathering.errors(), seconds);
    return target;
}

/// Instances that hold anything, and how often one begins to. Visits at a time are as many as a
/// Poisson variable says (M/G/infinity). A function fills one instance after the other, so that
/// the one after `slots` x i works while there are more visits than that; the instances of a
/// service take turns and hold a share each.
void setActive(Usage& usage, const model::Component& component, double instances, double begun,
               double held) {
    usage.activeInstances.value = usage.activations.value = 0;
    if (!(held > 0)) return;
    const auto* function = std::get_if<model::FunctionSpec>(&component.spec);
    if (!function) {
        const double idle = std::exp(-held / instances);
        usage.activeInstances.value = instances * (1 - idle);
        usage.activations.value = begun * idle;
        return;
    }
    for (double i = 0; i < instances; ++i) {
        const double filled = i * static_cast<double>(function->concurrency);
        const double more = boost::math::gamma_p(filled + 1, held);
        const double atLeast = filled > 0 ? boost::math::gamma_p(filled, held) : 1;
        *usage.activeInstances.value += more;
        *usage.activations.value += begun * (atLeast - more);
    }
}

/// What a provider bills by.
Usage usageOf(const model::Scenario& scenario, const Place& place, const Gathering& all,
              const Figures& figures) {
    Usage usage;
    usage.held.value = all.held();
    const double step = static_cast<double>(billingStepOf(scenario, *place.component)) * 1e-9;
    usage.billed.value = all.held() + all.begun() * step / 2;  // rounded up by half a step
    const std::optional<double> instances = figures.at(Metric::instances).value;
    if (!instances || !(*instances > 0)) return usage;
    setActive(usage, *place.component, *instances, all.begun(), all.held());
    return usage;
}

class Reporter {
public:
    Reporter(const Network& network, bool quantiles)
        : network_(network),
          quantiles_(quantiles),
          seconds_(model::toSeconds(network.scenario.run.duration)) {}

    TargetResult workload() const {
        Gathering all(quantiles_);
        for (const TrafficClass& c : network_.classes)
            for (const TrafficClass::Action& action : c.actions)
                all.add(c.rate * action.share, actionLaw(network_, action));
        return targetOf("workload", all, seconds_);
    }

    std::vector<TargetResult> operations() const {
        std::vector<std::string> names;
        for (const TrafficClass& c : network_.classes)
            for (const TrafficClass::Action& action : c.actions)
                if (std::ranges::find(names, action.operation) == names.end())
                    names.push_back(action.operation);
        std::vector<TargetResult> targets;
        for (const std::string& name : names) {
            Gathering all(quantiles_);
            for (const TrafficClass& c : network_.classes)
                for (const TrafficClass::Action& action : c.actions)
                    if (action.operation == name)
                        all.add(c.rate * action.share, actionLaw(network_, action));
            targets.push_back(targetOf(name, all, seconds_));
        }
        return targets;
    }

    TargetResult component(const Place& place) const {
        Gathering all(quantiles_);
        for (const int index : place.nodes)
            all.add(network_.node(index).rate(), network_.node(index).law);
        TargetResult target = targetOf(place.component->name, all, seconds_);
        target.type = model::typeName(place.component->spec);
        all.setOwnTime(target.figures);
        if (target.type == "service" || target.type == "function") all.setCpuWait(target.figures);
        if (place.behaviour->hasLine()) all.setLine(target.figures);
        if (place.rate > 0) place.behaviour->report(network_, place, target.figures);
        target.calls = callsOf(place);
        target.usage = usageOf(network_.scenario, place, all, target.figures);
        return target;
    }

    /// `db.read`, where an objective, a claim or a price asks for it.
    std::vector<TargetResult> componentOperations() const {
        std::set<std::pair<std::string, std::string>> named;
        for (const model::Slo& slo : network_.scenario.slos) addNamed(slo.objective.metric, named);
        for (const model::Claim& claim : network_.scenario.claims)
            if (claim.of) addNamed(*claim.of, named);
        for (const Place& place : network_.places) addPriced(place, named);
        std::vector<TargetResult> targets;
        for (const auto& [component, operation] : named) {
            const Place& place =
                network_.places[static_cast<std::size_t>(network_.placeIndex(component))];
            Gathering all(quantiles_);
            for (const int index : place.nodes)
                if (network_.node(index).operation == operation)
                    all.add(network_.node(index).rate(), network_.node(index).law);
            targets.push_back(targetOf(component + '.' + operation, all, seconds_));
            all.setOwnTime(targets.back().figures);
            if (place.behaviour->hasLine()) all.setLine(targets.back().figures);
        }
        return targets;
    }

private:
    std::vector<CallShare> callsOf(const Place& place) const {
        std::vector<CallShare> calls;
        for (const int index : place.nodes) {
            const Node& node = network_.node(index);
            for (const CallFlow& flow : node.law.course.calls) {
                const std::string& callee =
                    network_.placeOf(network_.node(flow.node)).component->name;
                const double standing = node.rate() * node.law.admitted * flow.standing;
                const auto known = std::ranges::find(calls, callee, &CallShare::callee);
                if (known == calls.end())
                    calls.push_back({callee, standing});
                else
                    known->standing += standing;
            }
        }
        return calls;
    }

    void addPriced(const Place& place, std::set<std::pair<std::string, std::string>>& named) const {
        if (!isMeteredByOperation(network_.scenario, *place.component)) return;
        for (const int index : place.nodes)
            named.emplace(place.component->name, network_.node(index).operation);
    }
    void addNamed(const model::MetricRef& ref,
                  std::set<std::pair<std::string, std::string>>& named) const {
        if (ref.operation.empty() || ref.target == "workload") return;
        if (network_.scenario.component(ref.target)) named.emplace(ref.target, ref.operation);
    }
    void addNamed(const model::Expression& expression,
                  std::set<std::pair<std::string, std::string>>& named) const {
        if (expression.kind == model::Expression::Kind::metric) addNamed(expression.metric, named);
        for (const model::Expression& operand : expression.operands) addNamed(operand, named);
    }

    const Network& network_;
    bool quantiles_;
    double seconds_;
};

}  // namespace

RunResult figuresOf(const Network& network, bool quantiles) {
    const model::Scenario& scenario = network.scenario;
    const Reporter reporter(network, quantiles);
    RunResult result;
    result.scenario = scenario.name;
    result.variant = scenario.variant;
    result.seed = scenario.run.seed;
    result.confidence = scenario.run.confidence;
    result.stationary = true;
    result.users = network.users();
    result.workload = reporter.workload();
    result.operations = reporter.operations();
    for (const Place& place : network.places)
        result.components.push_back(reporter.component(place));
    result.componentOperations = reporter.componentOperations();
    return result;
}

}  // namespace headroom::sim
