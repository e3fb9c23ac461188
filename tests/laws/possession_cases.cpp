// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/case.h"
#include "tests/laws/possession.h"

/// Slots held while a connection is awaited, connections held while a server is awaited.
namespace headroom::laws {

namespace {

std::string text(const LayeredSystem& s, bool hasPool) {
    const std::string pool =
        "  pool: {type: pool, size: {min: $connections, max: $connections}, acquire_timeout: 1 h, "
        "to: db}\n";
    const std::string open = "arrivals: poisson($rate), profiles: {p: {actions: {x: 1}}}";
    const std::string closed =
        "users: $users, profiles: {p: {think: exp($think), actions: {x: 1}}}";
    return fill(
        "components:\n"
        "  app: {type: service, concurrency: $slots, cpus: $cpus, $queue\n"
        "    operations: {x: [{work: exp($own)}, {call: {to: $to, operation: x}}]}}\n" +
            (hasPool ? pool : "") +
            "  db: {type: database, servers: $servers, operations: {x: [{work: exp($query)}]}}\n"
            "workload: {entry: app, " +
            (s.users > 0 ? closed : open) + "}\n",
        {{"slots", std::to_string(s.concurrency)},
         {"cpus", std::to_string(s.cpus)},
         {"queue", s.users > 0 ? "" : "queue: " + std::to_string(s.longestLine) + ","},
         {"own", seconds(1 / s.ownRate)},
         {"to", hasPool ? "pool" : "db"},
         {"connections", std::to_string(s.connections)},
         {"servers", std::to_string(s.servers)},
         {"query", seconds(1 / s.queryRate)},
         {"rate", perSecond(s.arrivalRate)},
         {"users", std::to_string(s.users)},
         {"think", seconds(s.think)}});
}

Case layered(const std::string& name, const LayeredSystem& system, bool hasPool) {
    const LayeredFigures f = solve(system);
    std::vector<Expectation> all = {
        {"app.throughput", f.throughput},           {"mean(app.response_time)", f.response},
        {"mean(app.own_time)", f.ownTime, 0, 0.05}, {"app.occupancy", f.occupancy},
        {"app.utilisation", f.cpuUtilisation},      {"mean(db.response_time)", f.queryResponse},
        {"db.utilisation", f.serverUtilisation}};
    const auto addIfSeen = [&](const std::string& metric, double value, double of) {
        if (value > 0.02 * of) all.push_back({metric, value, 0, 0.08});
    };
    addIfSeen("mean(app.wait)", f.wait, f.response);
    addIfSeen("mean(app.cpu_wait)", f.cpuWait, f.response);
    addIfSeen("mean(db.wait)", f.queryWait, f.response);
    addIfSeen("app.error_ratio", f.refused, 1);
    if (hasPool) {
        addIfSeen("mean(pool.wait)", f.poolWait, f.response);
        all.push_back({"mean(pool.response_time)", f.poolWait + f.queryResponse});
        all.push_back({"pool.utilisation", f.poolUtilisation});
    }
    return {name, text(system, hasPool), 500e3 / f.throughput, all};
}

LayeredSystem open(double rate) {
    return {.concurrency = 6,
            .cpus = 2,
            .connections = 6,
            .servers = 2,
            .ownRate = 1000,
            .queryRate = 400,
            .arrivalRate = rate,
            .longestLine = 20};
}

LayeredSystem closed(int users) {
    return {.concurrency = 8,
            .cpus = 2,
            .connections = 3,
            .servers = 2,
            .ownRate = 1000,
            .queryRate = 400,
            .arrivalRate = 0,
            .longestLine = 0,
            .users = users,
            .think = 0.02};
}

}  // namespace

std::vector<Case> possessionCases() {
    std::vector<Case> cases;
    for (const double load : {0.3, 0.7, 0.95, 1.5}) {
        cases.push_back(layered("possession, open, at " + number(load), open(load * 800), false));
    }
    LayeredSystem fewConnections = open(350);
    fewConnections.connections = 1;
    cases.push_back(layered("possession, open, one connection", fewConnections, true));
    LayeredSystem fewSlots = open(420);
    fewSlots.concurrency = 3;
    fewSlots.servers = 6;
    cases.push_back(layered("possession, open, slots the bottleneck", fewSlots, false));
    for (const int users : {5, 15, 25, 60}) {
        cases.push_back(
            layered("possession, " + std::to_string(users) + " users", closed(users), true));
    }
    return cases;
}

}  // namespace headroom::laws
