// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/one_queue.h"
#include "tests/laws/queues.h"

/// One queue, served in another order than that of arrival.
namespace headroom::laws {

namespace {

/// M/G/1-PS: of the service time only the mean counts (Sakata, Noguchi & Oizumi 1971).
void addSharing(std::vector<Case>& cases) {
    const std::string station =
        "{type: station, discipline: ps, operations: {x: [{work: '$law'}]}}";
    const std::string cpu = "{type: service, cpus: 1, cpu: ps, operations: {x: [{work: '$law'}]}}";
    const auto add = [&](const std::string& what, const std::string& format, const std::string& law,
                         double load) {
        const double response = 1 / kMu / (1 - load);
        const Effort effort = effortAt(load, law == "exp(1 ms)" ? 1 : 2);
        cases.push_back(oneQueue(what + " " + law, load, fill(format, {{"law", law}}), load * kMu,
                                 effort,
                                 {{"mean(q.response_time)", response},
                                  {"q.in_system", load * kMu * response},
                                  {"q.utilisation", load}}));
    };
    for (const double load : kLoads) add("M/M/1-PS", station, "exp(1 ms)", load);
    for (const double load : {0.3, 0.7}) {
        add("M/G/1-PS", station, "hyperexp(mean=1 ms, cv=2)", load);
        add("M/G/1-PS of CPU", cpu, "lognormal(mean=1 ms, cv=1.5)", load);
    }
    add("M/G/1-PS", station, "1 ms", 0.7);
}

/// Under processor sharing a request of known size takes size / (1 − load) on average.
void addSharingBySize(std::vector<Case>& cases) {
    const double load = 0.7, mean = 0.9 * 0.5e-3 + 0.1 * 5e-3;
    cases.push_back(oneQueue("M/G/1-PS by size", load,
                             "{type: station, discipline: ps, operations: {small: [{work: 0.5 "
                             "ms}], large: [{work: 5 ms}]}}",
                             load / mean, effortAt(load, 3),
                             {{"mean(q.small.response_time)", 0.5e-3 / (1 - load)},
                              {"mean(q.large.response_time)", 5e-3 / (1 - load)}},
                             "small: 9, large: 1"));
}

/// Shared by several servers the number there is that of M/M/c, also for other laws of service.
void addSharingOfMany(std::vector<Case>& cases) {
    for (const double load : {0.7, 0.95}) {
        const ManyServers q{load * kMu * 4, kMu, 4};
        const std::vector<Expectation> expected = {{"mean(q.response_time)", q.meanResponse()},
                                                   {"q.in_system", q.lambda * q.meanResponse()},
                                                   {"q.utilisation", load}};
        cases.push_back(oneQueue(
            "M/M/4-PS", load,
            "{type: station, servers: 4, discipline: ps, operations: {x: [{work: exp(1 ms)}]}}",
            q.lambda, effortAt(load), expected));
        if (load > 0.9) continue;
        cases.push_back(
            oneQueue("M/G/4-PS of CPUs", load,
                     "{type: service, cpus: 4, cpu: ps, operations: {x: [{work: 1 ms}]}}", q.lambda,
                     effortAt(load), expected));
    }
}

void addLastFirst(std::vector<Case>& cases) {
    for (const double load : kLoads) {
        const double lambda = load * kMu;
        const auto tail = [=](double t) { return waitTailLastFirst(lambda, kMu, t); };
        const double wait = ManyServers{lambda, kMu}.meanWait();
        Effort effort = effortAt(load, load < 0.5 ? 2 : 1);
        std::vector<Expectation> all = {{"mean(q.wait)", wait},
                                        {"mean(q.response_time)", wait + 1 / kMu},
                                        {"p90(q.wait)", quantile(tail, 0.9), kBin},
                                        {"p95(q.wait)", quantile(tail, 0.95), kBin},
                                        {"q.queue_length", lambda * wait}};
        cases.push_back(
            oneQueue("M/M/1 last come first", load,
                     "{type: station, discipline: lifo, operations: {x: [{work: exp(1 ms)}]}}",
                     lambda, effort, all));
    }
}

void addPriority(std::vector<Case>& cases) {
    for (const double load : kLoads) {
        const std::vector<PriorityClass> classes = {{0.3 * load * kMu, 1 / kMu, 1},
                                                    {0.7 * load * kMu, 1 / kMu, 1}};
        const auto waits = meanWaitsByPriority(classes);
        cases.push_back(oneQueue("M/M/1 with priority", load,
                                 "{type: station, discipline: priority, operations: {\n"
                                 "    low: {priority: 2, steps: [{work: exp(1 ms)}]},\n"
                                 "    high: {priority: 1, steps: [{work: exp(1 ms)}]}}}",
                                 load * kMu, effortAt(load, load < 0.5 ? 3 : 1),
                                 {{"mean(q.high.wait)", waits[0]},
                                  {"mean(q.low.wait)", waits[1]},
                                  {"mean(q.low.response_time)", waits[1] + 1 / kMu},
                                  {"q.low.throughput", 0.7 * load * kMu}},
                                 "high: 3, low: 7"));
    }
    const std::vector<PriorityClass> classes = {{300, 0.5e-3, 0}, {100, 5.5e-3, 1}};  // load 0.7
    const auto waits = meanWaitsByPriority(classes);
    cases.push_back(oneQueue("M/G/1 with priority of the short", 0.7,
                             "{type: station, discipline: priority, operations: {\n"
                             "    long: {priority: 2, steps: [{work: exp(5.5 ms)}]},\n"
                             "    short: {priority: 1, steps: [{work: 0.5 ms}]}}}",
                             400, effortAt(0.7, 6),
                             {{"mean(q.short.wait)", waits[0]}, {"mean(q.long.wait)", waits[1]}},
                             "short: 3, long: 1"));
}

}  // namespace

std::vector<Case> disciplineCases() {
    std::vector<Case> cases;
    addSharing(cases);
    addSharingBySize(cases);
    addSharingOfMany(cases);
    addLastFirst(cases);
    addPriority(cases);
    return cases;
}

}  // namespace headroom::laws
