// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/networks.h"
#include "tests/laws/one_queue.h"
#include "tests/laws/queues.h"

/// Many instances, each with a line of its own, behind a policy.
namespace headroom::laws {

namespace {

const std::string kInstances =
    "{type: service, instances: $n, concurrency: 1, operations: {x: [{work: exp(1 ms)}]}}";

std::string balanced(const std::string& policy, int instances) {
    return fill("{type: load_balancer, policy: $policy, to: s}\n  s: " + kInstances,
                {{"policy", policy}, {"n", std::to_string(instances)}});
}

/// Each of n instances gets every n-th arrival: Erlang(n) gaps.
void addRoundRobin(std::vector<Case>& cases) {
    const auto add = [&](const std::string& components, const std::string& of, int n, double load) {
        const RegularArrivals q = erlangArrivals(load * kMu, n, kMu);
        const auto tail = [=](double t) { return q.responseTail(t); };
        const auto named = [&](const std::string& metric) { return fill(metric, {{"of", of}}); };
        cases.push_back(oneQueue("E" + std::to_string(n) + "/M/1, round robin of " + of, load,
                                 components, load * kMu * n, effortAt(load),
                                 {{named("mean($of.wait)"), q.meanWait()},
                                  {named("mean($of.response_time)"), q.meanResponse()},
                                  {named("p95($of.response_time)"), quantile(tail, 0.95), kBin},
                                  {named("p99($of.response_time)"), quantile(tail, 0.99), kBin},
                                  {named("$of.utilisation"), load}}));
    };
    for (const double load : kLoads) add(fill(kInstances, {{"n", "2"}}), "q", 2, load);
    add(balanced("round_robin", 4), "s", 4, 0.7);
}

void addShortest(std::vector<Case>& cases) {
    const auto add = [&](const std::string& policy, int n, double load, double response) {
        cases.push_back(oneQueue(policy + " of " + std::to_string(n), load, balanced(policy, n),
                                 load * kMu * n, effortAt(load),
                                 {{"mean(s.response_time)", response}, {"s.utilisation", load}}));
    };
    const auto longest = [](double load) { return load > 0.9 ? 150 : 40; };
    for (const double load : kLoads) {
        add("least_requests", 2, load, meanResponseShortest(load * kMu * 2, kMu, 2, longest(load)));
        if (load > 0.9) continue;
        add("power_of_two", 2, load,
            meanResponseShorterOfTwo(load * kMu * 2, kMu, 2, longest(load)));
    }
    add("least_requests", 3, 0.7, meanResponseShortest(0.7 * kMu * 3, kMu, 3, 25));
    add("power_of_two", 3, 0.7, meanResponseShorterOfTwo(0.7 * kMu * 3, kMu, 3, 30));
}

/// The limit of many servers; with 400 of them it is nearly reached.
void addPowerOfTwo(std::vector<Case>& cases) {
    constexpr double kOfLimit = 0.01;
    for (const double load : {0.7, 0.9}) {
        cases.push_back(
            oneQueue("power_of_two of 400", load, balanced("power_of_two", 400), load * kMu * 400,
                     {400e3, 10, 0.03},
                     {{"mean(s.response_time)", meanResponsePowerOfTwo(load) / kMu, kOfLimit}}));
    }
}

}  // namespace

std::vector<Case> balancingCases() {
    std::vector<Case> cases;
    addRoundRobin(cases);
    addShortest(cases);
    addPowerOfTwo(cases);
    return cases;
}

}  // namespace headroom::laws
