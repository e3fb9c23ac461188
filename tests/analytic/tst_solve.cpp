// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

#include <QtTest>

#include "tests/laws/caches.h"
#include "tests/laws/networks.h"
#include "tests/laws/possession.h"
#include "tests/laws/queues.h"
#include "tests/sim/small_run.h"

using namespace headroom;
using model::Metric;
using model::Statistic;

/// Whole scenarios against what is known of them exactly.
class SolveTest : public QObject {
    Q_OBJECT

private slots:
    void manyServers();
    void machineRepair_data();
    void machineRepair();
    void closedNetworkIsExact();
    void layeredPossession_data();
    void layeredPossession();
    void priorities();
    void processorSharing();
    void instancesInTurn();
    void phoneCache();
    void retriesAddLoad();
    void usersStayWithTheirInstances();
    void refusalsAndErrors();
    void overloadSaysSo();
    void impatientUsersInOverload();
    void judgesAsARunDoes();
    void metersAsARunDoes();
    void namesWhatItDoesNotKnow();
};

namespace {

sim::Solution solved(const std::string& body) {
    return sim::solve(test::scenarioOf("headroom: 1\n" + body));
}

double figure(const sim::Solution& solution, const char* metric) {
    const auto ref = model::parseMetricRef(metric);
    return solution.result.figure(*ref).value.value_or(-1);
}

#define VERIFY_NEAR(actual, expected, relative)                                                   \
    do {                                                                                          \
        const double a = (actual), e = (expected);                                                \
        QVERIFY2(std::abs(a - e) <= (relative)*std::abs(e) + 1e-12,                               \
                 qPrintable(QString(#actual " is %1, expected %2").arg(a, 0, 'g', 8).arg(e, 0, 'g', 8))); \
    } while (false)

std::string thinkOf(const std::string& workload) {
    return workload.starts_with("users") ? "think: exp(1 s), " : "";
}

std::string oneStation(const std::string& keys, const std::string& workload) {
    return "components: {q: {type: station, " + keys +
           ", operations: {x: [{work: exp(10 ms)}]}}}\n"
           "workload: {entry: q, " +
           workload + ", profiles: {p: {" + thinkOf(workload) + "actions: {x: 1}}}}\n";
}

}  // namespace

void SolveTest::manyServers() {
    for (const double rate : {120., 280., 380.}) {
        const sim::Solution s =
            solved("components: {q: {type: station, servers: 4, operations: {x: [{work: exp(10 ms)}]}}}\n"
                   "workload: {entry: q, arrivals: poisson(" +
                   std::to_string(rate) + "/s), profiles: {p: {actions: {x: 1}}}}\n");
        const laws::ManyServers theory{rate, 100, 4};
        VERIFY_NEAR(figure(s, "mean(q.wait)"), theory.meanWait(), 1e-6);
        VERIFY_NEAR(figure(s, "q.utilisation"), rate / 400, 1e-9);
        VERIFY_NEAR(figure(s, "q.queue_length"), rate * theory.meanWait(), 1e-6);
        const double p95 = laws::quantile([&](double t) { return theory.responseTail(t); }, 0.95);
        VERIFY_NEAR(figure(s, "p95(q.response_time)"), p95, 0.02);
    }
}

void SolveTest::machineRepair_data() {
    QTest::addColumn<int>("users");
    for (const int users : {10, 90, 100, 130, 500, 900}) QTest::addRow("%d users", users) << users;
}

void SolveTest::machineRepair() {
    QFETCH(int, users);
    const sim::Solution s = solved(oneStation("servers: 2", "users: " + std::to_string(users)));
    const laws::MachineRepair theory(users, 1, 100, 2);
    VERIFY_NEAR(figure(s, "workload.throughput"), theory.throughput, 1e-5);
    VERIFY_NEAR(figure(s, "mean(q.response_time)"), theory.meanResponse, 1e-4);
}

void SolveTest::closedNetworkIsExact() {
    const sim::Solution s = solved(
        "components:\n"
        "  api: {type: service, cpus: 2, operations: {x: [{work: exp(10 ms)}, {call: {to: db, operation: q, times: 2}}]}}\n"
        "  db: {type: database, operations: {q: [{work: exp(4 ms)}]}}\n"
        "workload: {entry: api, users: 30, profiles: {p: {think: exp(100 ms), actions: {x: 1}}}}\n");
    const laws::ClosedNetwork theory =
        laws::meanValueAnalysis({{0.01, 2}, {0.008, 1}, {0.1, 0}}, 30);
    VERIFY_NEAR(figure(s, "workload.throughput"), theory.throughput, 1e-6);
    VERIFY_NEAR(figure(s, "mean(db.response_time)"), theory.residence[1] / 2, 1e-5);
}

void SolveTest::layeredPossession_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("users");
    QTest::addColumn<double>("within");
    QTest::newRow("open, light") << 60. << 0 << 0.05;
    QTest::newRow("closed, light") << 0. << 40 << 0.05;
    // All slots are as good as taken: 178/s is what they can do. `approximations` says so.
    QTest::newRow("open, slots 94 % busy") << 168. << 0 << 0.22;
    QTest::newRow("open, near the limit") << 190. << 0 << 0.1;
    QTest::newRow("closed, near the limit") << 0. << 210 << 0.1;
    QTest::newRow("closed, beyond") << 0. << 400 << 0.1;
}

// Slots ⊃ connections ⊃ servers, solved as a Markov chain.
void SolveTest::layeredPossession() {
    QFETCH(double, rate);
    QFETCH(int, users);
    QFETCH(double, within);
    laws::LayeredSystem system{8, 2, 5, 3, 100, 70};
    system.arrivalRate = rate;
    system.longestLine = 200;
    system.users = users;
    system.think = 1;
    const laws::LayeredFigures theory = laws::solve(system);
    const std::string load = users > 0 ? "users: " + std::to_string(users)
                                       : "arrivals: poisson(" + std::to_string(rate) + "/s)";
    const sim::Solution s = solved(
        "components:\n"
        "  app: {type: service, concurrency: 8, cpus: 2, queue: " +
        std::string(users > 0 ? "100 k" : "200") +
        ", operations: {x: [{work: exp(10 ms)}, {call: {to: pool, operation: x}}]}}\n"
        "  pool: {type: pool, size: {min: 5, max: 5}, acquire_timeout: 1 h, to: db}\n"
        "  db: {type: database, servers: 3, operations: {x: [{work: exp(14.2857 ms)}]}}\n"
        "workload: {entry: app, " + load + ", profiles: {p: {" + thinkOf(load) +
        "actions: {x: 1}}}}\n");
    VERIFY_NEAR(figure(s, "app.throughput"), theory.throughput, within);
    VERIFY_NEAR(figure(s, "mean(app.response_time)"), theory.response, within);
    VERIFY_NEAR(figure(s, "app.occupancy"), theory.occupancy, within);
    VERIFY_NEAR(figure(s, "db.utilisation"), theory.serverUtilisation, within);
    VERIFY_NEAR(figure(s, "mean(db.response_time)"), theory.queryResponse, within);
}

void SolveTest::priorities() {
    const sim::Solution s = solved(
        "components: {q: {type: station, discipline: priority, operations: {\n"
        "  a: {priority: 0, steps: [{work: exp(5 ms)}]}, b: {priority: 1, steps: [{work: exp(10 ms)}]}}}}\n"
        "workload: {entry: q, arrivals: poisson(90/s), profiles: {p: {actions: {a: 1, b: 2}}}}\n"
        "slos: [{objective: mean(q.a.wait) < 1 s}, {objective: mean(q.b.wait) < 1 s}]\n");
    const auto theory = laws::meanWaitsByPriority({{30, 0.005, 1}, {60, 0.010, 1}});
    VERIFY_NEAR(figure(s, "mean(q.a.wait)"), theory[0], 1e-6);
    VERIFY_NEAR(figure(s, "mean(q.b.wait)"), theory[1], 1e-6);
}

void SolveTest::processorSharing() {
    const sim::Solution s = solved(
        "components: {q: {type: station, discipline: ps, operations: {x: [{work: 'hyperexp(mean=10 ms, cv=3)'}]}}}\n"
        "workload: {entry: q, arrivals: poisson(70/s), profiles: {p: {actions: {x: 1}}}}\n");
    VERIFY_NEAR(figure(s, "mean(q.response_time)"), 0.01 / 0.3, 1e-6);
    VERIFY_NEAR(figure(s, "mean(q.wait)"), 0, 1e-9);
}

void SolveTest::instancesInTurn() {
    const sim::Solution s = solved(
        "components: {q: {type: service, instances: 4, operations: {x: [{work: exp(10 ms)}]}}}\n"
        "workload: {entry: q, arrivals: poisson(280/s), profiles: {p: {actions: {x: 1}}}}\n");
    const laws::RegularArrivals theory = laws::erlangArrivals(70, 4, 100);
    VERIFY_NEAR(figure(s, "mean(q.response_time)"), theory.meanResponse(), 0.03);
}

void SolveTest::phoneCache() {
    const sim::Solution s = solved(
        "keys: {mine: {popularity: own, size: 1 KB}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: cache, operation: x, keys: mine}}]}}\n"
        "  cache: {type: cache, scope: user, ttl: 30 s, capacity: 10 items, origin: away}\n"
        "  away: {type: external, latency: 100 ms}\n"
        "workload: {entry: app, users: 500, profiles: {p: {think: exp(20 s), actions: {x: 1}}}}\n");
    // From a fetch on, visits for 30 s come every 20 s: 1.5 hits on each miss.
    VERIFY_NEAR(figure(s, "cache.hit_ratio"), 1.5 / 2.5, 0.005);
}

// 300 users ask for three CPUs. The two instances that they began with have two; those that the
// autoscaler adds stand idle, and the mean utilisation that it sees stays at its target.
void SolveTest::usersStayWithTheirInstances() {
    const model::Scenario scenario = test::scenarioOf(
        "headroom: 1\n"
        "run: {duration: 15 min, warm_up: 8 min, replications: 2}\n"
        "components:\n"
        "  front: {type: load_balancer, policy: sticky, to: api}\n"
        "  api: {type: service, instances: 2, cpus: 1, operations: {x: [{work: exp(10 ms)}]}}\n"
        "  hpa: {type: autoscaler, scales: api, kind: hpa, instances: {min: 2, max: 8}, metrics: [{cpu: 50 %}]}\n"
        "workload: {entry: front, users: 300, profiles: {p: {think: exp(1 s), actions: {x: 1}}}}\n");
    const sim::RunResult theory = sim::solve(scenario).result;
    const sim::RunResult run = sim::runExperiment(scenario, {2, {}});
    const auto of = [](const sim::RunResult& result, const char* metric) {
        return result.figure(*model::parseMetricRef(metric)).value.value_or(-1);
    };
    QVERIFY(of(theory, "api.instances") > 3);
    for (const char* metric : {"workload.throughput", "mean(workload.response_time)", "api.utilisation", "api.instances"}) {
        const double ratio = of(theory, metric) / of(run, metric);
        QVERIFY2(std::abs(ratio - 1) < 0.05, qPrintable(QString("%1: %2").arg(metric).arg(ratio)));
    }
    for (const sim::RunResult* result : {&theory, &run}) {
        QVERIFY(!result->bottlenecks.empty() && result->bottlenecks[0].saturated);
        QCOMPARE(result->bottlenecks[0].component, std::string("api"));
        const QString why = QString::fromStdString(result->bottlenecks[0].why);
        QVERIFY2(why.contains("its 2 CPUs are busy 100 %") || why.contains("its 2 CPUs are busy 99"), qPrintable(why));
        QVERIFY2(why.contains("users stay with the 2 instances that they began with"), qPrintable(why));
    }
}

void SolveTest::retriesAddLoad() {
    const sim::Solution s = solved(
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: away, operation: x, retry: {attempts: 2, backoff: 100 ms}}}]}}\n"
        "  away: {type: external, latency: 50 ms, errors: 20 %}\n"
        "workload: {entry: app, arrivals: poisson(10/s), profiles: {p: {actions: {x: 1}}}}\n");
    VERIFY_NEAR(figure(s, "away.arrival_rate"), 10 * (1 + 0.2 + 0.04), 1e-9);
    VERIFY_NEAR(figure(s, "workload.error_ratio"), 0.008, 1e-9);
    // Of the answered: 0.8 at once, 0.16 after 150 ms, 0.032 after 400 ms.
    VERIFY_NEAR(figure(s, "mean(workload.response_time)"),
                0.05 + (0.16 * 0.15 + 0.032 * 0.4) / 0.992, 1e-9);
}

void SolveTest::refusalsAndErrors() {
    const sim::Solution s = solved(oneStation("capacity: 1", "arrivals: poisson(100/s)"));
    VERIFY_NEAR(figure(s, "workload.error_ratio"), 0.5, 1e-9);
    VERIFY_NEAR(figure(s, "q.throughput"), 50, 1e-9);
    QVERIFY(s.result.workload.errors.refused > 0);
}

void SolveTest::overloadSaysSo() {
    const sim::Solution s = solved(oneStation("servers: 2", "arrivals: poisson(210/s)"));
    QCOMPARE(s.saturated, std::vector<std::string>{"q"});
    QCOMPARE(figure(s, "mean(q.response_time)"), -1.0);
    QCOMPARE(figure(s, "q.utilisation"), 1.0);
    QVERIFY(!s.result.notes.empty());
}

void SolveTest::impatientUsersInOverload() {
    const sim::Solution s = solved(
        "components:\n"
        "  phone: {type: client, timeout: 2 s, to: q}\n"
        "  q: {type: station, operations: {x: [{work: exp(10 ms)}]}}\n"
        "workload: {entry: phone, users: 2000, profiles: {p: {think: exp(5 s), actions: {x: 1}}}}\n");
    // 2,000 users who give up after 2 s ask 285 times a second, of a server that does 100.
    VERIFY_NEAR(figure(s, "q.arrival_rate"), 2000 / 7., 0.01);
    VERIFY_NEAR(figure(s, "workload.error_ratio"), 1, 0.001);
    QCOMPARE(s.saturated, std::vector<std::string>{"q"});
}

void SolveTest::judgesAsARunDoes() {
    const sim::Solution s = solved(
        oneStation("servers: 1, price: {instance_hour: 1 USD}", "arrivals: poisson(95/s)") +
        "slos: [{name: fast, objective: p95(q.response_time) < 100 ms}]\n");
    QCOMPARE(s.result.slos.size(), std::size_t{2});
    QCOMPARE(s.result.slos[0].met, std::optional<bool>(false));
    QCOMPARE(s.result.slos[1].met, std::optional<bool>(true));
    QCOMPARE(s.result.costPerMonth.value, std::optional<double>(730));
    QVERIFY(!s.result.bottlenecks.empty());
    QCOMPARE(s.result.bottlenecks[0].component, std::string("q"));
    QVERIFY(s.result.bottlenecks[0].saturated);
}

// Ten visits a second hold one of four instances 300 ms; each reads twenty documents and writes
// one. Instances are chosen in turn, so a request finds its own idle as often as Poisson says.
void SolveTest::metersAsARunDoes() {
    model::Scenario scenario = test::scenarioOf(
        "headroom: 1\n"
        "components:\n"
        "  fn: {type: function, concurrency: 10, cpus: 1, memory: 512 MiB, cold_start: 1 ms,"
        " instances: {min: 4, max: 4}, operations: {x: [{delay: exp(200 ms)},"
        " {call: {to: docs, operation: list, items: 20}}, {call: {to: docs, operation: put}}]}}\n"
        "  docs: {type: database, servers: 100, writes: [put],"
        " operations: {list: [{work: exp(60 ms)}], put: [{work: exp(40 ms)}]}}\n"
        "workload: {entry: fn, arrivals: poisson(10/s), profiles: {p: {actions: {x: 1}}}}\n"
        "run: {duration: 30 min, warm_up: 1 min, seed: 3}\n");
    scenario.prices.book = "gcp-2026";
    const auto priced = [&](std::size_t i, const char* product) {
        scenario.components[i].price = model::Price{};
        scenario.components[i].price->product = product;
    };
    for (const char* product : {"cloud_functions_gen1", "cloud_run"}) {
        priced(0, product);
        priced(1, "firestore");
        const sim::RunResult run = sim::runExperiment(scenario, {});
        const sim::RunResult theory = sim::solve(scenario).result;
        QCOMPARE(theory.costByComponent.size(), run.costByComponent.size());
        for (std::size_t i = 0; i < run.costByComponent.size(); ++i) {
            const double simulated = run.costByComponent[i].perMonth.value.value_or(-1);
            VERIFY_NEAR(theory.costByComponent[i].perMonth.value.value_or(-2), simulated, 0.05);
        }
    }
}

void SolveTest::namesWhatItDoesNotKnow() {
    const sim::Solution s = solved(
        "components: {q: {type: station, operations: {x: [{work: exp(10 ms)}]}}}\n"
        "workload: {entry: q, arrivals: {ramp: {from: 0/s, to: 50/s, over: 10 min}}, profiles: {p: {actions: {x: 1}}}}\n");
    QVERIFY(std::ranges::any_of(s.approximations, [](const std::string& text) {
        return text.find("peak") != std::string::npos;
    }));
    VERIFY_NEAR(figure(s, "q.utilisation"), 0.5, 1e-9);
}

QTEST_GUILESS_MAIN(SolveTest)
#include "tst_solve.moc"
