// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/solve.h"

#include "model/said.h"
#include "sim/analytic/autoscaling.h"
#include "sim/analytic/component_model.h"
#include "sim/analytic/figures.h"
#include "sim/analytic/fixed_point.h"
#include "sim/judge/bottlenecks.h"
#include "sim/judge/claims.h"
#include "sim/judge/cost.h"
#include "sim/judge/objectives.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using model::said;

bool varies(const model::Workload& workload) {
    const auto changes = [](const auto& load) { return load && !load->isConstant(); };
    const auto rateChanges = [](const std::optional<model::Arrivals>& arrivals) {
        return arrivals && !arrivals->rate.isConstant();
    };
    if (changes(workload.users) || rateChanges(workload.arrivals)) return true;
    for (const model::Profile& profile : workload.profiles)
        if (changes(profile.users) || rateChanges(profile.arrivals)) return true;
    return false;
}

bool hasPolicies(const model::Steps& steps) {
    struct Finder {
        bool operator()(const model::Call& call) const {
            return call.breaker || call.hedge || call.bulkhead || call.collapse || call.batch ||
                   call.retry.budget || hasPolicies(call.onError.steps);
        }
        bool operator()(const model::Sequence& s) const { return hasPolicies(s.steps); }
        bool operator()(const model::Parallel& p) const { return hasPolicies(p.branches); }
        bool operator()(const model::Choose& choose) const {
            return std::ranges::any_of(choose.alternatives,
                                       [](const auto& a) { return hasPolicies(a.steps); });
        }
        bool operator()(const model::Work&) const { return false; }
        bool operator()(const model::Delay&) const { return false; }
        bool operator()(const model::Send&) const { return false; }
        bool operator()(const model::Mark&) const { return false; }
        bool operator()(const model::Push&) const { return false; }
    };
    return std::ranges::any_of(
        steps, [](const model::Step& step) { return std::visit(Finder{}, step.action); });
}

void confessParts(Network& network, const model::Component& component) {
    const auto confess = [&](const char* text) {
        network.approximations.insert(said("Simulation", text, {component.name}));
    };
    if (component.limit) confess(HEADROOM_SAID("Simulation", "%1: its limit is left out"));
    if (component.pauses) confess(HEADROOM_SAID("Simulation", "%1: its pauses are left out"));
    const bool policies = std::ranges::any_of(
        component.operations, [](const auto& operation) { return hasPolicies(operation.steps); });
    if (policies)
        confess(HEADROOM_SAID("Simulation",
                              "%1: of the policies on its calls only timeouts and retries count"));
}

void confessScaling(Network& network) {
    for (const model::Component& component : network.scenario.components) {
        const auto* scaler = std::get_if<model::AutoscalerSpec>(&component.spec);
        const model::Component* scaled =
            scaler ? network.scenario.component(scaler->scales) : nullptr;
        if (scaled)
            network.approximations.insert(
                said("Simulation",
                     "%1: at rest, with %2 instances of %3 from the start; the way there from "
                     "those of the file is left out",
                     {component.name, std::to_string(instancesOf(*scaled)), scaled->name}));
    }
}

void confessAll(Network& network) {
    network.approximations.insert(
        said("Simulation",
             "quantiles of response times come from the first two moments of their parts, taken as "
             "independent"));
    if (varies(network.scenario.workload))
        network.approximations.insert(
            said("Simulation", "the load varies: this is for its peak, held for ever"));
    if (const auto& rollOut = network.scenario.rollOut)
        network.approximations.insert(
            said("Simulation",
                 "the roll-out is taken at its last step, held for ever: %1 of the traffic on %2",
                 {model::formatValue(rollOut->stages.back().share, model::Unit::share),
                  rollOut->variant}));
    for (const model::Profile& profile : network.scenario.workload.profiles)
        if (profile.leaveAfterError > 0)
            network.approximations.insert(
                said("Simulation", "users who leave after an error are taken as staying"));
    for (const Place& place : network.places)
        if (place.rate > 0) {
            place.behaviour->confess(network, place);
            confessParts(network, *place.component);
        }
    confessScaling(network);
}

/// Its instances are what they are; `asWritten` has those that autoscalers began with.
Solution solveAsItIs(const model::Scenario& scenario, const model::Scenario& asWritten) {
    Network network(scenario, asWritten);
    const FixedPoint point = findFixedPoint(network);
    Solution solution;
    solution.rounds = point.rounds;
    solution.settled = point.settled;
    for (const Place& place : network.places)
        if (place.rate > 0 && place.behaviour->saturated(place))
            solution.saturated.push_back(place.component->name);
    RunResult& result = solution.result;
    result = figuresOf(network);
    addCosts(scenario, result);
    result.bottlenecks = findBottlenecks(
        scenario, {result.workload, result.components, "", &asWritten});
    if (result.bottlenecks.empty())
        for (const std::string& name : solution.saturated)
            result.bottlenecks.push_back(
                {name,
                 said("Simulation",
                      "it is asked for more than it can do, and its line grows without end"),
                 {1, std::nullopt},
                 {}});
    result.slos = judgeObjectives(scenario, result);
    result.claims = judgeClaims(scenario, result);
    for (const std::string& name : solution.saturated)
        result.notes.push_back(said("Simulation",
                                    "%1 is asked for more than it can do: its line grows without "
                                    "end, and times behind it are unknown.",
                                    {name}));
    confessAll(network);
    if (!point.settled)
        network.approximations.insert(
            said("Simulation",
                 "no state was found in which everything stands still: the system tips over near "
                 "this load"));
    solution.approximations.assign(network.approximations.begin(), network.approximations.end());
    return solution;
}

/// Quantiles take most of the time of the figures, and few autoscalers look at any.
bool asksForQuantiles(const model::Scenario& scenario) {
    return std::ranges::any_of(scenario.components, [](const model::Component& component) {
        const auto* scaler = std::get_if<model::AutoscalerSpec>(&component.spec);
        return scaler && std::ranges::any_of(scaler->metrics, [](const auto& metric) {
                   return metric.metric.statistic != model::Statistic::mean;
               });
    });
}

/// Every autoscaler as often as it takes to come to rest.
model::Scenario atRest(const model::Scenario& scenario) {
    constexpr int kMostSteps = 12;
    model::Scenario scaled = scenario;
    for (int step = 0; step < kMostSteps; ++step) {
        Network network(scaled, scenario);
        findFixedPoint(network);
        if (!scaleInstances(scaled, figuresOf(network, asksForQuantiles(scenario)))) break;
    }
    return scaled;
}

}  // namespace

Solution solve(const model::Scenario& scenario) {
    return hasAutoscaler(scenario) ? solveAsItIs(atRest(scenario), scenario)
                                   : solveAsItIs(scenario, scenario);
}

}  // namespace headroom::sim
