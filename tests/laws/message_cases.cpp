// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/case.h"
#include "tests/laws/queues.h"

#include <cmath>

/// Messages, copies and connections: what goes on without its sender, later, or somewhere else.
namespace headroom::laws {

namespace {

constexpr double kRate = 1000;

std::string arrivals(double rate) {
    return "workload: {entry: app, arrivals: poisson(" + perSecond(rate) +
           "), profiles: {p: {actions: {x: 1}}}}\n";
}

/// A sender of Poisson messages, a queue with these keys, and a receiver that is never busy.
Case messages(const std::string& name, double rate, const std::string& queue,
              const std::string& latency, double seconds, std::vector<Expectation> expectations) {
    return {name,
            fill("keys: {all: {count: 1 M}}\n"
                 "components:\n"
                 "  app: {type: service, operations: {x: [{send: {to: q, operation: x, keys: all}}]}}\n"
                 "  q: {type: queue, to: mail, $queue}\n"
                 "  mail: {type: external, latency: $latency}\n",
                 {{"queue", queue}, {"latency", latency}}) +
                arrivals(rate),
            seconds, std::move(expectations)};
}

/// The first message of a batch waits for the window, those that come meanwhile half of it on
/// average: half of it in all, where many come.
void addWindows(std::vector<Case>& cases) {
    for (const double window : {0.001, 0.1}) {
        const double during = kRate * window;
        const double wait = (window + during * window / 2) / (1 + during);
        cases.push_back(messages(
            "batch window of " + seconds(window), kRate,
            "batch: {window: " + seconds(window) + ", size: 1 M}, consumers: 1000", "0 ms", 100,
            {{"mean(q.wait)", wait},
             {"mean(q.delivery_time)", wait},
             {"q.queue_length", kRate * wait},
             {"mail.throughput", kRate / (1 + during)}}));
    }
    cases.push_back(messages("batches of 20", kRate, "batch: {window: 1 h, size: 20}, consumers: 1000",
                             "0 ms", 200,
                             {{"mean(q.wait)", 19 / (2 * kRate)}, {"mail.throughput", kRate / 20}}));
}

/// Keys split a Poisson stream into independent ones: every partition is a queue of its own.
void addPartitions(std::vector<Case>& cases) {
    const double service = 1e-3;
    for (const double load : {0.3, 0.7}) {
        const double wait = load * service / (2 * (1 - load));
        const std::vector<Expectation> all = {{"mean(q.wait)", wait, 0.01},
                                              {"mean(q.delivery_time)", wait + service, 0.01},
                                              {"q.utilisation", load, 0.01}};
        cases.push_back(messages("M/D/1 partitions, load " + number(load), 4 * load / service,
                                 "partitions: 4, consumers: 4", "1 ms", 200, all));
    }
    const ManyServers q{0.7 * 3 * 1000, 1000, 3};
    cases.push_back(messages("M/M/3 broker", q.lambda, "consumers: 3", "exp(1 ms)", 400,
                             {{"mean(q.wait)", q.meanWait()},
                              {"q.queue_length", q.lambda * q.meanWait()},
                              {"q.utilisation", 0.7},
                              {"mean(q.delivery_time)", q.meanWait() + 1e-3}}));
}

/// Writes to one key, 5 ms from showing at the replica; reads find one on its way with the chance
/// that there was one in the last 5 ms.
void addReplicas(std::vector<Case>& cases) {
    const double writes = 100, lag = 5e-3;
    cases.push_back(
        {"stale reads",
         "keys: {one: {count: 1}}\n"
         "components:\n"
         "  app: {type: service, operations: {w: [{call: {to: db, operation: write, keys: one}}],\n"
         "                                    r: [{call: {to: db, operation: read, keys: one}}]}}\n"
         "  db: {type: database, servers: 9, replicas: [{lag: 5 ms}],\n"
         "       operations: {read: [{work: 0 ms}], write: [{work: 0 ms}]}}\n"
         "workload: {entry: app, profiles: {w: {arrivals: poisson(100/s), actions: {w: 1}},\n"
         "                                  r: {arrivals: poisson(1000/s), actions: {r: 1}}}}\n",
         200,
         {{"db.stale_ratio", 1 - std::exp(-writes * lag)},
          {"db.replica_1.stale_ratio", 1 - std::exp(-writes * lag)},
          {"db.replica_1.lag", lag - (1 - std::exp(-writes * lag)) / writes}}});
    const ManyServers half{700, 1000, 1};
    cases.push_back({"reads shared by two replicas",
                     "components:\n"
                     "  app: {type: service, operations: {x: [{call: {to: db, operation: read}}]}}\n"
                     "  db: {type: database, servers: 1, replicas: 2, operations: {read: [{work: exp(1 "
                     "ms)}]}}\n" +
                         arrivals(1400),
                     1000,
                     {{"mean(db.replica_1.wait)", half.meanWait()},
                      {"mean(db.replica_2.wait)", half.meanWait()},
                      {"db.replica_1.utilisation", 0.7},
                      {"mean(db.wait)", half.meanWait()}}});
}

/// A key that may be written so often is a server that takes the same time for every write.
void addHotKeys(std::vector<Case>& cases) {
    const double load = 0.7, gap = 1e-2;
    cases.push_back(
        {"hot key", "keys: {one: {count: 1}}\n"
                    "components:\n"
                    "  app: {type: service, operations: {x: [{call: {to: db, operation: write, keys: one}}]}}\n"
                    "  db: {type: database, servers: 100, hot_keys: {writes: 100/s}, operations: {write: "
                    "[{work: 1 ms}]}}\n" +
                        arrivals(load / gap),
         4000,
         {{"mean(db.wait)", load * gap / (2 * (1 - load))}, {"db.throughput", load / gap}}});
}

/// An uplink shared equally is an M/D/1 queue under processor sharing.
void addUplink(std::vector<Case>& cases) {
    const double load = 0.6, time = 1e-2;
    cases.push_back({"uplink of a CDN",
                     "components:\n"
                     "  app: {type: service, operations: {x: [{call: {to: edge, operation: get}}]}}\n"
                     "  edge: {type: cdn, origin: store, hit_ratio: 100 %, bandwidth: 80 Mbit/s}\n"
                     "  store: {type: service, operations: {get: {answer: 100 KB, steps: [{work: 1 ms}]}}}\n" +
                         arrivals(load / time),
                     1000,
                     {{"mean(edge.response_time)", time / (1 - load)},
                      {"edge.utilisation", load},
                      {"edge.egress", load / time * 100e3}}});
}

/// Heartbeats of connections that stay.
void addHeartbeats(std::vector<Case>& cases) {
    cases.push_back({"heartbeats",
                     "components:\n"
                     "  app: {type: gateway, instances: 2, cpus: 1, to: api, capacity: 5 k,\n"
                     "        heartbeat: {every: 10 s, work: 1 ms}}\n"
                     "  api: {type: external, latency: 1 ms}\n"
                     "workload: {entry: app, users: 8000, profiles: {p: {think: 100 s, actions: {x: 1}}}}\n",
                     300,
                     {{"app.connections", 8000}, {"app.utilisation", 0.8}, {"app.occupancy", 0.4}}});
}

}  // namespace

std::vector<Case> messageCases() {
    std::vector<Case> cases;
    addWindows(cases);
    addPartitions(cases);
    addReplicas(cases);
    addHotKeys(cases);
    addUplink(cases);
    addHeartbeats(cases);
    return cases;
}

}  // namespace headroom::laws
