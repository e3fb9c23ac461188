// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/fixed_point.h"

#include "sim/analytic/component_model.h"
#include "sim/analytic/product_form.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr int kMostRounds = 70;
constexpr double kClose = 2e-6;

/// How much of a change of the waits is taken over: less where full steps did not come to rest.
double weightIn(int round) {
    constexpr int kFullSteps = 50;
    return round < kFullSteps ? 1 : 0.1;
}

void followVisits(Network& network) {
    for (const int index : network.bottomUp) {
        Node& node = network.nodes[static_cast<std::size_t>(index)];
        node.law = network.placeOf(node).behaviour->visit(network, node).after(node.trip);
    }
}

double cycleOf(const Network& network, const TrafficClass& c) {
    double time = c.think;
    for (const TrafficClass::Action& action : c.actions)
        time += action.share * actionCourse(network, action).meanTime();
    return time;
}

void findThroughputs(Network& network) {
    for (TrafficClass& c : network.classes)
        if (c.isClosed()) c.rate = c.users / std::max(cycleOf(network, c), 1e-12);
}

/// What has to stand still.
std::vector<double> stateOf(const Network& network) {
    std::vector<double> state;
    for (const TrafficClass& c : network.classes) state.push_back(c.rate);
    for (const Node& node : network.nodes) {
        state.push_back(node.law.meanTime());
        state.push_back(node.rate());
    }
    return state;
}

double change(const std::vector<double>& before, const std::vector<double>& now) {
    double most = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        const double scale = std::max({std::abs(now[i]), std::abs(before[i]), 1e-9});
        most = std::max(most, std::abs(now[i] - before[i]) / scale);
    }
    return most;
}

}  // namespace

Course actionCourse(const Network& network, const TrafficClass::Action& action) {
    return callWith(action.patience, action.node, network.node(action.node).law);
}

FixedPoint findFixedPoint(Network& network) {
    FixedPoint point;
    std::vector<double> before;
    for (; point.rounds < kMostRounds && !point.settled; ++point.rounds) {
        followVisits(network);
        findThroughputs(network);
        network.propagateRates();
        network.propagatePopulations();
        if (!settleByProductForm(network))
            for (Place& place : network.places) place.behaviour->settle(network, place, weightIn(point.rounds));
        const std::vector<double> now = stateOf(network);
        point.settled = !before.empty() && change(before, now) < kClose;
        before = now;
    }
    network.forgetLatest();
    followVisits(network);
    return point;
}

}  // namespace headroom::sim
