// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace headroom;
using namespace std::chrono_literals;
using model::AutoscalerKind;
using model::AutoscalerSpec;
using model::ScalingMetric;
using test::SmallRun;

namespace {

using Count = std::uint64_t;

AutoscalerSpec scaler(AutoscalerKind kind, int max = 20) {
    AutoscalerSpec spec = model::autoscalerDefaults(kind);
    spec.scales = "app";
    spec.maxInstances = max;
    return spec;
}

/// Adds an autoscaler to a scenario whose first component is the service app.
SmallRun::Change with(const AutoscalerSpec& spec, model::Duration startUp = 0s) {
    return [spec, startUp](model::Scenario& scenario) {
        model::Component component;
        component.name = "scaler";
        component.spec = spec;
        scenario.components.push_back(component);
        std::get<model::ServiceSpec>(scenario.components[0].spec).startUp =
            model::Distribution(model::Constant{std::chrono::duration<double>(startUp).count()});
    };
}

/// Evenly spaced arrivals of `work` each, at one rate and from a minute on at another.
std::string step(const std::string& work, int before, int after, const std::string& keys = "") {
    return "components:\n  app: {type: service" + keys + ", operations: {x: [{work: " + work +
           "}]}}\nworkload: {entry: app, arrivals: {process: constant, steps: [{at: 0 s, rate: " +
           std::to_string(before) + "/s}, {at: 60 s, rate: " + std::to_string(after) +
           "/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
}

/// Instances in the second that ends at `at`.
double instances(const SmallRun& run, int at) {
    return run.log("app").intervals[static_cast<std::size_t>(at - 1)].instancesArea;
}

}  // namespace

/// Autoscalers in the engine: what they do to a step of the load, and that nothing is lost by it.
class EngineScalingTest : public QObject {
    Q_OBJECT

private slots:
    void hpaFollowsAStep();
    void hpaWaitsForInstancesThatStart();
    void hpaScalesInAfterFiveMinutes();
    void kpaPanicsAndSettles();
    void kpaGoesToZeroAndBack();
    void targetTrackingTakesThreeMinutes();
    void aDrainedInstanceFinishesWhatItHas();
    void whatDrainsTooLongFails();
    void limitsHoldAtOnce();
    void aFunctionKeepsInstancesForItsLoad();
    void aPlatformStartsSoManyAtATime();
    void consumersOfAQueueAreScaled();
    void consumersTakeTheirTimeToStart();
    void gatewaysAreScaledAndDrained();
};

// 5/s of 100 ms keep one CPU half busy, 20/s need two CPUs: at the target of 50 % that is four
// instances. Until then a backlog keeps all there are busy, and each period may double them.
void EngineScalingTest::hpaFollowsAStep() {
    auto spec = scaler(AutoscalerKind::hpa);
    spec.metrics[0].target = 0.5;
    const SmallRun run(step("100 ms", 5, 20), 900, with(spec));
    for (const auto& [at, expected] : {std::pair{60, 1}, {75, 1}, {76, 2}, {90, 2}, {91, 4}})
        QCOMPARE(instances(run, at), expected);
    QVERIFY(instances(run, 106) <= 8);
    QCOMPARE(instances(run, 900), 4.0);
    QCOMPARE(run.total("app").failed + run.total("app").refused, Count{0});
    QVERIFY(run.result().lastScaling > 60'000'000'000 &&
            run.result().lastScaling < 600'000'000'000);
}

// While instances start they count as idle, so that no more are asked for than are needed.
void EngineScalingTest::hpaWaitsForInstancesThatStart() {
    auto spec = scaler(AutoscalerKind::hpa);
    spec.metrics[0].target = 0.5;
    const SmallRun run(step("100 ms", 5, 20), 300, with(spec, 40s));
    QCOMPARE(instances(run, 114), 1.0);
    QCOMPARE(instances(run, 116), 2.0);  // asked for at 75 s
    for (int at = 76; at < 300; ++at) QVERIFY(instances(run, at) <= 20);
    QVERIFY(instances(run, 300) >= 4);
}

void EngineScalingTest::hpaScalesInAfterFiveMinutes() {
    auto spec = scaler(AutoscalerKind::hpa);
    spec.metrics[0].target = 0.5;
    const SmallRun run(step("100 ms", 20, 5, ", instances: 4"), 600, with(spec));
    QCOMPARE(instances(run, 360), 4.0);
    QCOMPARE(instances(run, 600), 1.0);
    int first = 60;
    while (instances(run, first) == 4) ++first;
    QVERIFY2(first >= 361 && first <= 376, qPrintable(QString::number(first)));
}

// 50 requests in flight against 7 (70 % of 10) for each instance: 8.
void EngineScalingTest::kpaPanicsAndSettles() {
    auto spec = scaler(AutoscalerKind::kpa);
    spec.metrics[0].target = 10;
    const std::string body =
        "components:\n  app: {type: service, concurrency: 10, operations: {x: [{delay: 1 s}]}}\n"
        "workload: {entry: app, users: 100, profiles: {p: {think: exp(1 s), actions: {x: 1}}}}\n";
    const SmallRun run(body, 300, with(spec, 2s));
    QVERIFY(instances(run, 12) >= 8);
    double last = 0;
    for (int at = 200; at <= 300; ++at) last += instances(run, at) / 101;
    QVERIFY2(last >= 7.9 && last <= 9.1, qPrintable(QString::number(last)));
}

void EngineScalingTest::kpaGoesToZeroAndBack() {
    auto spec = scaler(AutoscalerKind::kpa);
    const std::string body =
        "components:\n  app: {type: service, operations: {x: [{delay: 100 ms}]}}\n"
        "workload: {entry: app, profiles: {p: {actions: {x: 1}}},\n"
        "  arrivals: {process: constant, steps: [{at: 0 s, rate: 1/s}, {at: 10 s, rate: 0/s},"
        " {at: 200 s, rate: 1/s}]}}\n";
    const SmallRun run(body, 300, with(spec, 3s));
    QCOMPARE(instances(run, 60), 1.0);   // the stable window has seen traffic
    QCOMPARE(instances(run, 199), 0.0);  // it has not, and the grace period is over
    QCOMPARE(instances(run, 290), 1.0);
    QCOMPARE(run.total("app").refused, Count{0});  // kept until an instance was there
    QCOMPARE(run.total("app").answered, run.total("app").begun);
    QVERIFY(run.total("app").waitSum > 3);
}

// 80 % of 4 CPUs against 50 %: seven instances after three data points of a minute.
void EngineScalingTest::targetTrackingTakesThreeMinutes() {
    auto spec = scaler(AutoscalerKind::target);
    spec.metrics[0].target = 0.5;
    const SmallRun run(step("100 ms", 32, 32, ", instances: 4"), 1200, with(spec));
    QCOMPARE(instances(run, 179), 4.0);
    QCOMPARE(instances(run, 182), 7.0);
    QCOMPARE(instances(run, 1200), 7.0);
    // Back only after a quarter of an hour, in which the metric stays below 45 %.
    const SmallRun less(step("100 ms", 32, 8, ", instances: 7"), 1200, with(spec));
    QCOMPARE(instances(less, 950), 7.0);
    QCOMPARE(instances(less, 1100), 2.0);
}

void EngineScalingTest::aDrainedInstanceFinishesWhatItHas() {
    const SmallRun run(step("2 s", 3, 3, ", instances: 8, cpus: 8, concurrency: 2"), 120,
                       with(scaler(AutoscalerKind::hpa, 5)));
    QCOMPARE(run.total("app").failed, Count{0});
    QCOMPARE(run.total("app").refused, Count{0});
    QCOMPARE(instances(run, 20), 5.0);
}

void EngineScalingTest::whatDrainsTooLongFails() {
    const std::string body =
        "components:\n  app: {type: service, instances: 2, operations: {x: "
        "[{delay: 100 s}]}}\n" +
        test::crowd(10);
    const SmallRun run(body, 200, with(scaler(AutoscalerKind::hpa, 1)));
    // Told at 15 s, gone 30 s later with the half of the requests that it had.
    QCOMPARE(instances(run, 45), 2.0);
    QCOMPARE(instances(run, 46), 1.0);
    QCOMPARE(run.total("app").failed, Count{5});
    QCOMPARE(run.total("workload").failed, Count{5});
    QCOMPARE(run.total("app").answered, Count{5});
}

void EngineScalingTest::limitsHoldAtOnce() {
    auto spec = scaler(AutoscalerKind::hpa, 10);
    spec.minInstances = 6;
    const SmallRun run(step("1 ms", 1, 1), 60, with(spec));
    QCOMPARE(instances(run, 15), 1.0);
    QCOMPARE(instances(run, 16), 6.0);
}

// 48 requests in flight: 5 instances with 10 slots each take them, 60 % of the slots are for 8.
void EngineScalingTest::aFunctionKeepsInstancesForItsLoad() {
    const std::string body =
        "components:\n  app: {type: function, concurrency: 10, cold_start: 1 s, instances: {min: 0,"
        " max: 50, keep_alive: 1 min}, operations: {x: [{delay: 480 ms}]}}\n"
        "workload: {entry: app, arrivals: constant(100/s),"
        " profiles: {p: {actions: {x: 1}}}}\n";
    const auto keeps = [](model::Scenario& scenario) {
        std::get<model::FunctionSpec>(scenario.components[0].spec).scaling.emplace();
    };
    const SmallRun run(body, 300, keeps);
    QCOMPARE(instances(run, 300), 8.0);
    QVERIFY(instances(SmallRun(body, 300), 300) < 8);
    QCOMPARE(run.total("app").refused, Count{0});
}

void EngineScalingTest::aPlatformStartsSoManyAtATime() {
    const std::string body = "components:\n  app: {type: function, concurrency: 1, pending: 1 h,"
                             " operations: {x: [{delay: 100 s}]}}\n" +
                             test::crowd(5);
    const auto slowly = [](model::Scenario& scenario) {
        std::get<model::FunctionSpec>(scenario.components[0].spec).starts =
            model::StartRate{2, 10s};
    };
    const SmallRun run(body, 60, slowly);
    for (const auto& [at, expected] : {std::pair{1, 2}, {5, 2}, {6, 3}, {10, 3}, {11, 4}, {16, 5}})
        QCOMPARE(instances(run, at), expected);
    QCOMPARE(instances(SmallRun(body, 60), 1), 5.0);
}

namespace {
/// 10/s for two minutes, each of which keeps a consumer for a second; ten may wait for each.
std::string lagging(const std::string& more) {
    return "components:\n"
           "  events: {type: queue, to: worker}\n"
           "  worker: {type: service, cpus: 100, operations: {x: [{work: 1 s}]}}\n"
           "  scaler: {type: autoscaler, scales: events, kind: hpa, instances: {min: 1, max: 40},"
           " metrics: [{metric: events.queue_length, each: 10}]" + more + "}\n"
           "workload: {entry: events, arrivals: {process: constant, steps: [{at: 0 s, rate: 10/s},"
           " {at: 120 s, rate: 0/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
}
double consumers(const SmallRun& run, int at) {
    return run.log("events").intervals[static_cast<std::size_t>(at - 1)].capacityArea;
}
}  // namespace

void EngineScalingTest::consumersOfAQueueAreScaled() {
    const SmallRun run(lagging(""), 700);
    QCOMPARE(consumers(run, 15), 1.0);
    QCOMPARE(consumers(run, 16), 5.0);  // four more at most
    double most = 0;
    for (int at = 1; at <= 120; ++at) most = std::max(most, consumers(run, at));
    QVERIFY2(most >= 10 && most <= 40, qPrintable(QString::number(most)));
    QCOMPARE(consumers(run, 700), 1.0);
    QCOMPARE(run.total("events").answered, run.total("events").begun);
    const double left = run.log("events").intervals[130].waitingArea;
    QVERIFY2(left < 10, qPrintable(QString::number(left)));
}

void EngineScalingTest::consumersTakeTheirTimeToStart() {
    const SmallRun run(lagging(", start_up: 7 s"), 300);
    QCOMPARE(consumers(run, 22), 1.0);
    QCOMPARE(consumers(run, 23), 5.0);
    QCOMPARE(run.total("events").answered, run.total("events").begun);
}

// 200 users for two minutes, then 20; fifty for each instance.
void EngineScalingTest::gatewaysAreScaledAndDrained() {
    const SmallRun run(
        "components:\n"
        "  app: {type: gateway, to: api, capacity: 300, connect: 1 ms, drain: 10 s}\n"
        "  api: {type: external, latency: 10 ms}\n"
        "  scaler: {type: autoscaler, scales: app, kind: hpa, instances: {min: 1, max: 8},"
        " metrics: [{metric: app.connections, each: 50}]}\n"
        "workload: {entry: app, users: {steps: [{at: 0 s, users: 200}, {at: 120 s, users: 20}]},"
        " profiles: {p: {think: exp(10 s), actions: {x: 1}}}}\n",
        900);
    QCOMPARE(instances(run, 15), 1.0);
    QCOMPARE(instances(run, 17), 4.0);
    QCOMPARE(instances(run, 110), 4.0);
    QCOMPARE(instances(run, 900), 1.0);
    QCOMPARE(run.total("app").failed + run.total("app").refused, Count{0});
    for (int at = 250; at <= 900; ++at) {
        const double open = run.log("app").intervals[static_cast<std::size_t>(at - 1)].connectionsArea;
        QVERIFY2(std::abs(open - 20) < 1e-6, qPrintable(QString::number(open)));
    }
}

QTEST_GUILESS_MAIN(EngineScalingTest)
#include "tst_engine_scaling.moc"
