// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/case.h"
#include "tests/laws/networks.h"
#include "tests/laws/queues.h"

/// Several components, none of which holds anything while it waits for another.
namespace headroom::laws {

namespace {

/// Users who think and use c servers.
void addMachineRepair(std::vector<Case>& cases) {
    const auto add = [&](int users, const std::string& think, int servers, double rounds) {
        const MachineRepair repair(users, 0.1, 1000, servers);
        std::vector<Expectation> all = {{"workload.throughput", repair.throughput},
                                        {"mean(q.response_time)", repair.meanResponse},
                                        {"mean(workload.response_time)", repair.meanResponse},
                                        {"q.queue_length", repair.meanWaiting},
                                        {"q.utilisation", repair.throughput / 1000 / servers}};
        const auto tail = [=](double t) { return repair.waitTail(t); };
        if (tail(0) > 0.1) all.push_back({"p95(q.wait)", quantile(tail, 0.95), kBin});
        cases.push_back(
            {"M/M/" + std::to_string(servers) + "//" + std::to_string(users) + " think " + think,
             fill("components:\n  q: {type: station, servers: $c, operations: {x: [{work: exp(1 "
                  "ms)}]}}\n"
                  "workload: {entry: q, users: $n, profiles: {p: {think: '$think', actions: {x: "
                  "1}}}}\n",
                  {{"c", std::to_string(servers)}, {"n", std::to_string(users)}, {"think", think}}),
             rounds / repair.throughput, all});
    };
    add(30, "exp(100 ms)", 1, 400e3);
    add(71, "exp(100 ms)", 1, 400e3);
    add(100, "exp(100 ms)", 1, 800e3);
    add(220, "exp(100 ms)", 3, 700e3);
    add(71, "uniform(50 ms, 150 ms)", 1, 400e3);
    add(71, "lognormal(mean=100 ms, cv=1.5)", 1, 400e3);
    add(300, "100 ms", 3, 800e3);
}

/// A service without a limit of slots, whose CPUs, and what it calls, are the stations of a
/// product-form network.
void addClosedNetworks(std::vector<Case>& cases) {
    const std::string format =
        "components:\n"
        "  app:\n"
        "    type: service\n"
        "    cpus: 2\n"
        "    $cpu\n"
        "    operations:\n"
        "      x: [{work: '$work'}, {call: {to: db, operation: read, times: 2.5}}, {call: {to: "
        "disk, operation: write}}]\n"
        "  db: {type: database, servers: 3, operations: {read: [{work: exp(2 ms)}]}}\n"
        "  disk: {type: station, operations: {write: [{work: exp(1.5 ms)}]}}\n"
        "workload: {entry: app, users: $users, profiles: {p: {think: exp(50 ms), actions: {x: "
        "1}}}}\n";
    const auto add = [&](const std::string& name, const std::string& cpu, const std::string& work,
                         int users) {
        const ClosedNetwork net =
            meanValueAnalysis({{0.05, 0}, {2e-3, 2}, {5e-3, 3}, {1.5e-3, 1}}, users);
        const double x = net.throughput;
        cases.push_back(
            {name + " of " + std::to_string(users),
             fill(format, {{"cpu", cpu}, {"work", work}, {"users", std::to_string(users)}}),
             200e3 / x,
             {{"workload.throughput", x},
              {"mean(workload.response_time)", net.cycle() - net.residence[0]},
              {"mean(app.own_time)", net.residence[1]},
              {"mean(db.response_time)", net.residence[2] / 2.5},
              {"mean(disk.response_time)", net.residence[3]},
              {"db.throughput", 2.5 * x},
              {"app.utilisation", x * 1e-3},
              {"db.utilisation", x * 5e-3 / 3},
              {"disk.utilisation", x * 1.5e-3}}});
    };
    for (const int users : {10, 25, 40})
        add("closed network", "line: instance", "exp(2 ms)", users);
    add("closed network, CPUs shared", "cpu: ps", "hyperexp(mean=2 ms, cv=2)", 40);
}

/// Two queues in a row are as two alone (Burke 1956; Jackson 1957); what only hands on adds
/// nothing.
void addTandem(std::vector<Case>& cases) {
    for (const double load : {0.3, 0.7, 0.95}) {
        const ManyServers first{load * 1000, 1000, 1}, second{load * 1000, 500, 2};
        const double precision = load < 0.9 ? 0.03 : 0.07;
        cases.push_back(
            {"tandem at " + number(load),
             fill("components:\n"
                  "  phone: {type: client, network: {rtt: 5 ms}, to: balancer}\n"
                  "  balancer: {type: load_balancer, to: app}\n"
                  "  app: {type: service, operations: {x: [\n"
                  "      {call: {to: first, operation: x}}, {call: {to: second, operation: x}}]}}\n"
                  "  first: {type: station, operations: {x: [{work: exp(1 ms)}]}}\n"
                  "  second: {type: station, servers: 2, operations: {x: [{work: exp(2 ms)}]}}\n"
                  "workload: {entry: phone, arrivals: poisson($rate), profiles: {p: {actions: {x: "
                  "1}}}}\n",
                  {{"rate", perSecond(load * 1000)}}),
             400 / load,
             {{"mean(first.response_time)", first.meanResponse(), 0, precision},
              {"mean(second.response_time)", second.meanResponse(), 0, precision},
              {"second.queue_length", second.lambda * second.meanWait(), 0,
               load < 0.5 ? 0.05 : precision},
              {"mean(app.response_time)", first.meanResponse() + second.meanResponse(), 0,
               precision},
              {"mean(workload.response_time)", 5e-3 + first.meanResponse() + second.meanResponse(),
               0, precision}},
             load < 0.9 ? 10 : 30});
    }
}

void addForkJoin(std::vector<Case>& cases) {
    for (const double load : {0.3, 0.7, 0.95}) {
        const ManyServers one{load * 1000, 1000, 1};
        const double precision = load < 0.9 ? 0.03 : 0.07;
        cases.push_back(
            {"fork-join of 2 at " + number(load),
             fill("components:\n"
                  "  app: {type: service, operations: {x: [{parallel: {steps: [\n"
                  "      {call: {to: a, operation: x}}, {call: {to: b, operation: x}}]}}]}}\n"
                  "  a: {type: station, operations: {x: [{work: exp(1 ms)}]}}\n"
                  "  b: {type: station, operations: {x: [{work: exp(1 ms)}]}}\n"
                  "workload: {entry: app, arrivals: poisson($rate), profiles: {p: {actions: {x: "
                  "1}}}}\n",
                  {{"rate", perSecond(load * 1000)}}),
             400 / load,
             {{"mean(app.response_time)", meanForkJoinOfTwo(load * 1000, 1000), 0, precision},
              {"mean(b.response_time)", one.meanResponse(), 0, precision}},
             load < 0.9 ? 10 : 30});
    }
}

/// Calls at once to what is never busy: the last of n, all at once or a few at a time.
void addLastOfMany(std::vector<Case>& cases) {
    for (const int limit : {1, 3, 10}) {
        std::string branches;
        for (int i = 0; i < 10; ++i)
            branches += std::string(i ? ", " : "") + "{call: {to: mail, operation: x}}";
        cases.push_back({"the last of 10, " + std::to_string(limit) + " at a time",
                         fill("components:\n"
                              "  app: {type: service, operations: {x: [{parallel: {limit: $limit, "
                              "steps: [$branches]}}]}}\n"
                              "  mail: {type: external, latency: exp(10 ms)}\n"
                              "workload: {entry: app, arrivals: poisson(1000/s), profiles: {p: "
                              "{actions: {x: 1}}}}\n",
                              {{"limit", std::to_string(limit)}, {"branches", branches}}),
                         10,
                         {{"mean(app.response_time)", meanOfLast(10, limit, 0.01)},
                          {"mail.in_system", 1000 * 10 * 0.01},
                          {"mail.throughput", 10e3}}});
    }
}

}  // namespace

std::vector<Case> networkCases() {
    std::vector<Case> cases;
    addMachineRepair(cases);
    addClosedNetworks(cases);
    addTandem(cases);
    addForkJoin(cases);
    addLastOfMany(cases);
    return cases;
}

}  // namespace headroom::laws
