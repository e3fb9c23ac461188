// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/possession.h"

#include "tests/laws/markov_chain.h"

#include <algorithm>

namespace headroom::laws {

namespace {

using State = MarkovChain::State;
enum : std::size_t { waiting, inWork, inPool };  // the parts of a state

double arrivalRate(const LayeredSystem& s, const State& state) {
    if (s.users > 0) return (s.users - state[waiting] - state[inWork] - state[inPool]) / s.think;
    return s.arrivalRate;
}

bool isFull(const LayeredSystem& s, const State& state) {
    return s.users == 0 && state[inWork] + state[inPool] == s.concurrency &&
           state[waiting] == s.longestLine;
}

int cpusBusy(const LayeredSystem& s, const State& state) { return std::min(state[inWork], s.cpus); }
int connected(const LayeredSystem& s, const State& state) {
    return std::min(state[inPool], s.connections);
}
int serversBusy(const LayeredSystem& s, const State& state) {
    return std::min(connected(s, state), s.servers);
}

std::vector<MarkovChain::Transition> transitions(const LayeredSystem& s, const State& state) {
    std::vector<MarkovChain::Transition> out;
    const int w = state[waiting], own = state[inWork], pool = state[inPool];
    if (!isFull(s, state)) {
        const bool slotFree = own + pool < s.concurrency;
        out.push_back(
            {slotFree ? State{w, own + 1, pool} : State{w + 1, own, pool}, arrivalRate(s, state)});
    }
    if (own > 0) out.push_back({{w, own - 1, pool + 1}, cpusBusy(s, state) * s.ownRate});
    if (pool > 0) {
        const State after = w > 0 ? State{w - 1, own + 1, pool - 1} : State{w, own, pool - 1};
        out.push_back({after, serversBusy(s, state) * s.queryRate});
    }
    return out;
}

}  // namespace

LayeredFigures solve(const LayeredSystem& s) {
    const MarkovChain chain({0, 0, 0}, [&](const State& state) { return transitions(s, state); });
    const auto mean = [&](auto&& value) { return chain.mean(value); };
    LayeredFigures f;
    const double offered = mean([&](const State& x) { return arrivalRate(s, x); });
    const double taken =
        mean([&](const State& x) { return isFull(s, x) ? 0.0 : arrivalRate(s, x); });
    f.throughput = taken;
    f.refused = 1 - taken / offered;
    f.wait = mean([](const State& x) { return x[waiting]; }) / taken;
    const double own = mean([](const State& x) { return x[inWork]; });
    const double busyCpus = mean([&](const State& x) { return cpusBusy(s, x); });
    const double pooled = mean([](const State& x) { return x[inPool]; });
    const double linked = mean([&](const State& x) { return connected(s, x); });
    const double busyServers = mean([&](const State& x) { return serversBusy(s, x); });
    f.cpuWait = (own - busyCpus) / taken;
    f.ownTime = f.wait + own / taken;
    f.response = f.ownTime + pooled / taken;
    f.poolWait = (pooled - linked) / taken;
    f.queryWait = (linked - busyServers) / taken;
    f.queryResponse = linked / taken;
    f.occupancy = (own + pooled) / s.concurrency;
    f.cpuUtilisation = busyCpus / s.cpus;
    f.poolUtilisation = linked / s.connections;
    f.serverUtilisation = busyServers / s.servers;
    return f;
}

}  // namespace headroom::laws
