// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/cpu_line.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// Mean response of the shorter of two random lines over that of a random line, in waits, at
/// utilisation rho: Σ rho^(2^k − 2) (Mitzenmacher 1996) against 1/(1 − rho), one server each.
double shorterOfTwo(double rho) {
    if (rho <= 0 || rho >= 1) return rho <= 0 ? 0 : 1;
    double sum = 0;
    for (int k = 1; k < 60; ++k) {
        const double term = std::pow(rho, std::exp2(k) - 2);
        sum += term;
        if (term < 1e-12) break;
    }
    return (sum - 1) / (rho / (1 - rho));
}

/// A fixed number of instances with slots and CPUs. Under round robin each gets every n-th request,
/// so that its arrivals are more regular than the stream; under least requests all lines together
/// are one line, which is right but for a request that joined the wrong line by chance.
class Service : public ComponentModel {
public:
    Service(const model::ServiceSpec& spec, model::BalancingPolicy policy, int working)
        : spec_(workingPartOf(spec, working)),
          policy_(policy),
          standing_(spec.instances),
          cpu_(isPooled() ? spec.cpus * spec.instances : spec.cpus, spec.cpuDiscipline) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        const Course course = courseOf(network, node, cpu_.workTime());
        return behindLine(course, slots_.answer(), 0, LineLoss::refused);
    }

    void settle(Network& network, const Place& place, double weight) override {
        if (hasSlots()) settleSlots(network, place, weight);
        const double parts = isPooled() ? 1 : spec_.instances;
        const double inside = hasSlots() ? slotsOfAll() : kInfinite;
        CpuLine::Instance instance{1 / parts, std::min(place.population, inside) / parts,
                                   regularity(place)};
        cpu_.settle(network, place, instance, weight);
        if (policy_ == model::BalancingPolicy::powerOfTwo && spec_.instances > 1)
            cpu_.waitFactor = shorterOfTwo(cpu_.busy() / cpus());
    }

    double holders() const override { return hasSlots() ? slotsOfAll() : kInfinite; }
    double holdersOfInstance() const override {
        return hasSlots() ? static_cast<double>(spec_.concurrency) : kInfinite;
    }
    double spread() const override { return spec_.instances; }
    bool hasLine() const override { return true; }
    double heldAgain() const override { return slots_.heldAgain(); }
    Shared shared(const Network&, const Place&) const override {
        return {spec_.cpus * spec_.instances, workOf, [](const Node& node) {
                    return node.law.admitted * (node.law.course.cpuWait + node.law.course.slowed);
                }};
    }
    bool saturated(const Place&) const override { return slots_.saturated() || cpu_.saturated(); }

    std::optional<ProductForm> productForm(const Network& network,
                                           const Place& place) const override {
        if (hasSlots()) return std::nullopt;
        double work = 0;
        for (const int index : place.nodes) work += workOf(network.node(index));
        if (!(work > 0)) return ProductForm{};
        const bool shares = spec_.cpuDiscipline == model::CpuDiscipline::ps;
        if (spec_.instances > 1 || (!shares && !isOneExponential(network, place, workOf)))
            return std::nullopt;
        return ProductForm{spec_.cpus, workOf};
    }
    void impose(Network& network, const Place& place, double wait, double utilisation) override {
        cpu_.impose(network, place, wait, utilisation);
    }

    void report(const Network&, const Place&, Figures& figures) const override {
        const double working = static_cast<double>(spec_.instances) / standing_;
        figures.at(model::Metric::utilisation).value = working * std::min(1.0, cpu_.busy() / cpus());
        figures.at(model::Metric::instances).value = standing_;
        if (!hasSlots()) return;
        figures.at(model::Metric::occupancy).value = working * slots_.answer().utilisation;
    }

    void confess(Network& network, const Place& place) const override {
        slots_.confess(network, place);
        if (spec_.instances == 1 || policy_ == model::BalancingPolicy::roundRobin) return;
        const char* text =
            policy_ == model::BalancingPolicy::powerOfTwo
                ? HEADROOM_SAID("Simulation",
                                "%1: the shorter of two lines is taken as with very many instances "
                                "of one CPU")
            : isPooled()
                ? HEADROOM_SAID("Simulation",
                                "%1: least requests is taken as one line for all its instances")
                : HEADROOM_SAID("Simulation",
                                "%1: its instances are taken as chosen at random, all alike");
        network.approximations.insert(model::said("Simulation", text, {place.component->name}));
    }

private:
    static model::ServiceSpec workingPartOf(model::ServiceSpec spec, int working) {
        spec.instances = working;
        return spec;
    }
    static double workOf(const Node& node) { return node.law.course.work; }
    bool hasSlots() const { return spec_.concurrency != model::kUnlimited; }
    double slotsOfAll() const { return static_cast<double>(spec_.concurrency) * spec_.instances; }
    double cpus() const { return static_cast<double>(spec_.cpus) * spec_.instances; }
    bool isPooled() const { return policy_ == model::BalancingPolicy::leastRequests; }
    double regularity(const Place& place) const {
        const bool inTurn = policy_ == model::BalancingPolicy::roundRobin && !spec_.sharedLine;
        return inTurn ? place.arrivalSquaredCv / spec_.instances : 1;
    }

    void settleSlots(const Network& network, const Place& place, double weight) {
        const double parts = spec_.sharedLine || isPooled() ? 1 : spec_.instances;
        LineQuestion question = questionOf(network, place);
        question.servers = static_cast<int>(std::min(slotsOfAll() / parts, 1e9));
        question.arrivalRate /= parts;
        question.population /= parts;
        question.most /= parts;
        question.arrivalSquaredCv = regularity(place);
        if (spec_.queue != model::kUnlimited)
            question.places = static_cast<double>(spec_.queue) *
                              (isPooled() && !spec_.sharedLine ? spec_.instances : 1);
        const int ownCpus =
            parts > 1 || spec_.instances == 1 ? spec_.cpus : spec_.cpus * spec_.instances;
        question.drain =
            drain_.behind(network, place, {question.servers, parts, question.holding, ownCpus});
        slots_.settle(question, weight);
    }

    model::ServiceSpec spec_;  ///< with the instances that get requests
    model::BalancingPolicy policy_;
    int standing_;  ///< instances, with those that get none
    LineState slots_;
    Drain drain_;
    CpuLine cpu_;
};

}  // namespace

std::unique_ptr<ComponentModel> serviceModel(const model::ServiceSpec& spec,
                                             model::BalancingPolicy policy, int working) {
    return std::make_unique<Service>(spec, policy, working);
}

}  // namespace headroom::sim
