// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/caches.h"
#include "tests/laws/case.h"
#include "tests/laws/coverage.h"
#include "tests/laws/networks.h"
#include "tests/laws/queues.h"

#include <cmath>

namespace headroom::laws {

namespace {

constexpr double kMu = 1000;

/// Runs of 100 intervals each, with everything else as a user who says nothing gets it.
std::string runOf(double seconds, const std::string& replications = "5") {
    return fill("duration: $duration, sample: $sample, replications: $replications",
                {{"duration", laws::seconds(seconds)},
                 {"sample", laws::seconds(seconds / 100)},
                 {"replications", replications}});
}

CoverageCase oneServer(const std::string& name, double load, double seconds,
                       const std::string& replications) {
    const ManyServers queue{load * kMu, kMu, 1};
    const double perCustomer = kMu - load * kMu;
    return {
        name,
        runOf(seconds, replications),
        fill("components:\n  q: {type: station, operations: {x: [{work: exp(1 ms)}]}}\n"
             "workload: {entry: q, arrivals: poisson($rate), profiles: {p: {actions: {x: 1}}}}\n"
             "slos: [{name: mean, objective: 'mean(q.response_time) < 1 s'}]\n",
             {{"rate", perSecond(load * kMu)}}),
        {{"mean(q.response_time)", queue.meanResponse()},
         {"p95(q.response_time)", -std::log(0.05) / perCustomer},
         {"q.utilisation", load},
         {"q.throughput", load * kMu}}};
}

CoverageCase closedNetwork(double seconds, const std::string& replications) {
    const int users = 25;
    const ClosedNetwork net =
        meanValueAnalysis({{0.05, 0}, {2e-3, 2}, {5e-3, 3}, {1.5e-3, 1}}, users);
    const double x = net.throughput;
    return {
        "closed network of 25",
        runOf(seconds, replications),
        fill("components:\n"
             "  app: {type: service, cpus: 2, operations: {x: [{work: exp(2 ms)},\n"
             "        {call: {to: db, operation: read, times: 2.5}}, {call: {to: disk, operation: "
             "write}}]}}\n"
             "  db: {type: database, servers: 3, operations: {read: [{work: exp(2 ms)}]}}\n"
             "  disk: {type: station, operations: {write: [{work: exp(1.5 ms)}]}}\n"
             "workload: {entry: app, users: $users, profiles: {p: {think: exp(50 ms), actions: "
             "{x: 1}}}}\n",
             {{"users", std::to_string(users)}}),
        {{"mean(workload.response_time)", net.cycle() - net.residence[0]},
         {"mean(db.response_time)", net.residence[2] / 2.5},
         {"workload.throughput", x},
         {"db.utilisation", x * 5e-3 / 3}}};
}

CoverageCase machineRepair(double seconds, const std::string& replications) {
    const MachineRepair repair(71, 0.1, 1000, 1);
    const auto tail = [&](double t) { return repair.waitTail(t); };
    return {
        "M/M/1//71",
        runOf(seconds, replications),
        "components:\n  q: {type: station, operations: {x: [{work: exp(1 ms)}]}}\n"
        "workload: {entry: q, users: 71, profiles: {p: {think: exp(100 ms), actions: {x: 1}}}}\n",
        {{"mean(q.response_time)", repair.meanResponse},
         {"p95(q.wait)", quantile(tail, 0.95)},
         {"workload.throughput", repair.throughput}}};
}

CoverageCase cacheOf(const std::string& name, const std::string& settings, const std::string& keys,
                     double rate, double truth, double seconds, const std::string& replications) {
    return {name,
            runOf(seconds, replications),
            fill("keys: {items: {$keys}}\n"
                 "components:\n"
                 "  app: {type: service, operations: {x: [{call: {to: c, operation: read, keys: "
                 "items}}]}}\n"
                 "  c: {type: cache, $settings, origin: db}\n"
                 "  db: {type: external, latency: 0 ms}\n"
                 "workload: {entry: app, arrivals: poisson($rate), profiles: {p: {actions: {x: "
                 "1}}}}\n",
                 {{"keys", keys}, {"settings", settings}, {"rate", perSecond(rate)}}),
            {{"c.hit_ratio", truth}}};
}

}  // namespace

std::vector<CoverageCase> coverageCases() {
    std::vector<CoverageCase> cases{
        oneServer("M/M/1 at 0.5", 0.5, 8, "5"),
        oneServer("M/M/1 at 0.9", 0.9, 40, "5"),
        closedNetwork(2.5, "5"),
        machineRepair(4, "5"),
        cacheOf("LRU, 3 of 6 keys", "capacity: 3 items", "count: 6, popularity: zipf(1)", 1000,
                hitRatioOfLru(zipf(6, 1), 3), 2, "5"),
        cacheOf("TTL, 1,000 keys", "capacity: unlimited, ttl: 1 s",
                "count: 1000, popularity: zipf(0.9)", 500, hitRatioOfTtl(zipf(1000, 0.9), 500, 1),
                10, "5"),
    };
    std::vector<CoverageCase> printed{
        oneServer("M/M/1 at 0.9, 5,000 customers", 0.9, 50 / 9., "5"),
        oneServer("M/M/1 at 0.5, one replication", 0.5, 20, "1"),
        oneServer("M/M/1 at 0.9, one replication", 0.9, 100, "1"),
        oneServer("M/M/1 at 0.5 until ± 5 %", 0.5, 5, "{until: 5 %, at_most: 50}"),
    };
    for (CoverageCase& law : printed) {
        law.tested = false;
        cases.push_back(std::move(law));
    }
    return cases;
}

}  // namespace headroom::laws
