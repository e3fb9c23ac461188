// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <chrono>
#include <cmath>

using namespace headroom;
using namespace std::chrono_literals;
using test::crowd;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
#define COMPARE_TIME(value, expected) QVERIFY(std::abs((value) - (expected)) < 1e-6)

const std::string kApp = "{type: service, operations: {x: [{work: 100 ms}]}}";

std::string limited(const std::string& limit) {
    return "components:\n  app: {type: service, limit: " + limit +
           ", operations: {x: [{work: 100 ms}]}}\n" + kTenArrivals;
}

SmallRun::Change pausing(const std::string& name) {
    return [name](model::Scenario& scenario) {
        for (model::Component& component : scenario.components)
            if (component.name == name)
                component.pauses = model::Pauses{model::Distribution(model::Constant{10}),
                                                 model::Distribution(model::Constant{1})};
    };
}

model::Memory memory(std::int64_t base, std::int64_t perRequest, std::int64_t limit) {
    model::Memory memory;
    memory.base = {base};
    memory.perRequest = {perRequest};
    memory.limit = model::Bytes{limit};
    return memory;
}

SmallRun::Change withMemory(const model::Memory& memory) {
    return [memory](model::Scenario& scenario) {
        auto& service = std::get<model::ServiceSpec>(scenario.components[0].spec);
        service.memory = memory;
        service.startUp = model::Distribution(model::Constant{2});
    };
}

}  // namespace

/// Rate limits, pauses and the memory of instances, worked out by hand.
class EngineLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void overTheRateRequestsAreRefused();
    void requestsWaitForATokenInOrder();
    void thoseBeyondTheQueueAreRefused();
    void onlySomeOperationsNeedAToken();
    void aPassThroughHasItsLimitToo();
    void everyUserHasABucket();
    void impatientCallersLeaveTheLine();
    void pausesStretchWork_data();
    void pausesStretchWork();
    void pausesLeaveOtherStepsAlone();
    void tooManyRequestsKillAnInstance();
    void aCacheOfItsOwnCountsToo();
    void functionsHaveMemoryToo();
};

void EngineLimitsTest::overTheRateRequestsAreRefused() {
    const SmallRun run(limited("{rate: 0.5/s, burst: 1}"));
    QCOMPARE(run.total("app").answered, Count{5});
    QCOMPARE(run.total("app").refused, Count{5});
    QCOMPARE(run.total("workload").refused, Count{5});
}

// The n-th comes n − 1 s before its token.
void EngineLimitsTest::requestsWaitForATokenInOrder() {
    const SmallRun run(limited("{rate: 0.5/s, burst: 1, queue: 10}"));
    QCOMPARE(run.total("app").answered, Count{10});
    COMPARE_TIME(run.total("app").responseSum, 45 + 10 * 0.1);
}

void EngineLimitsTest::thoseBeyondTheQueueAreRefused() {
    const SmallRun run(limited("{rate: 0.1/s, burst: 1, queue: 2}"), 60);
    QCOMPARE(run.total("app").answered, Count{3});
    QCOMPARE(run.total("app").refused, Count{7});
}

void EngineLimitsTest::onlySomeOperationsNeedAToken() {
    const SmallRun run(
        "components:\n  app: {type: service, limit: {rate: 1/min, burst: 1, operations: [y]},"
        " operations: {x: [{work: 1 ms}], y: [{work: 1 ms}]}}\n"
        "workload: {entry: app, arrivals: 10/s, profiles: {p: {actions: {x: 1, y: 1}}}}\n");
    QCOMPARE(run.action("x").refused, Count{0});
    QCOMPARE(run.action("y").answered, Count{1});
}

void EngineLimitsTest::aPassThroughHasItsLimitToo() {
    const std::string body =
        "components:\n  edge: {type: load_balancer, to: app, limit: {rate: "
        "0.5/s, burst: 1}}\n  app: " +
        kApp + "\n" + kTenArrivals;
    std::string entered = body;
    entered.replace(entered.find("entry: app"), 10, "entry: edge");
    const SmallRun run(entered);
    QCOMPARE(run.total("edge").refused, Count{5});
    QCOMPARE(run.total("app").begun, Count{5});
}

void EngineLimitsTest::everyUserHasABucket() {
    const SmallRun run(
        "components:\n  app: {type: service, limit: {rate: 1/s, burst: 1, scope: user},"
        " operations: {x: [{work: 1 ms}]}}\n"
        "workload: {entry: app, users: 3, profiles: {p: {think: 100 ms, actions: {x: 1}}}}\n");
    QVERIFY(run.total("app").answered >= 3 * 25 && run.total("app").answered <= 3 * 31);
    QVERIFY(run.total("app").refused > 3 * 200);
}

void EngineLimitsTest::impatientCallersLeaveTheLine() {
    const SmallRun run(
        "components:\n  app: {type: service, operations: {x: [{call: {to: db,"
        " operation: x, timeout: 2.5 s, cancel: true}}]}}\n"
        "  db: {type: database, servers: 9, limit: {rate: 0.5/s, burst: 1, queue: 9},"
        " operations: {x: [{work: 100 ms}]}}\n" +
        kTenArrivals);
    const auto db = run.total("db");
    QCOMPARE(db.answered + db.timedOut, Count{10});
    QVERIFY(db.timedOut > 2);
    QCOMPARE(run.total("workload").timedOut, db.timedOut);
}

void EngineLimitsTest::pausesStretchWork_data() {
    QTest::addColumn<QString>("component");
    QTest::newRow("cpu, first come") << "{type: service, operations: {x: [{work: 30 s}]}}";
    QTest::newRow("cpu, shared") << "{type: service, cpu: ps, operations: {x: [{work: 30 s}]}}";
    QTest::newRow("server") << "{type: database, operations: {x: [{work: 30 s}]}}";
    QTest::newRow("server, shared")
        << "{type: station, discipline: ps, operations: {x: [{work: 30 s}]}}";
}

// A second in every ten stands still: 30 s take 33 or 34 s, on average 30 / 0.9.
void EngineLimitsTest::pausesStretchWork() {
    QFETCH(QString, component);
    const std::string body =
        "components:\n  app: " + component.toStdString() +
        "\nworkload: {entry: app, arrivals: {process: constant, steps: [{at: 0 s, rate: 1/s},"
        " {at: 1.5 s, rate: 0/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
    double sum = 0;
    constexpr int kSeeds = 200;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        const SmallRun run(body, 60, pausing("app"), static_cast<std::uint64_t>(seed));
        const auto app = run.total("app");
        QCOMPARE(app.answered, Count{1});
        QVERIFY2(app.responseSum > 33 - 1e-6 && app.responseSum < 34 + 1e-6,
                 qPrintable(QString::number(app.responseSum)));
        sum += app.responseSum;
    }
    // The standard deviation of one is below 0.5 s.
    QVERIFY2(std::abs(sum / kSeeds - 30 / 0.9) < 4 * 0.5 / std::sqrt(kSeeds),
             qPrintable(QString::number(sum / kSeeds)));
}

void EngineLimitsTest::pausesLeaveOtherStepsAlone() {
    const SmallRun run(
        "components:\n  app: {type: service, operations: {x: [{delay: 30 s}]}}\n" + kTenArrivals,
        60, pausing("app"));
    COMPARE_TIME(run.total("app").responseSum, 10 * 30.0);
}

// Five requests fit; the sixth kills the instance, which is back after 2 s.
void EngineLimitsTest::tooManyRequestsKillAnInstance() {
    const std::string app =
        "components:\n  app: {type: service, operations: {x: [{delay: 4 s}]}}\n";
    const auto change = withMemory(memory(100, 10, 150));
    const SmallRun fits(app + crowd(5), 30, change);
    QCOMPARE(fits.total("app").answered, Count{5});
    COMPARE_TIME(fits.total("app").memoryArea, 30 * 100 + 5 * 4 * 10.0);
    const SmallRun run(app + crowd(6), 30, change);
    QCOMPARE(run.total("app").failed, Count{6});
    COMPARE_TIME(run.total("app").instancesArea, 28.0);
}

void EngineLimitsTest::aCacheOfItsOwnCountsToo() {
    const std::string body =
        "keys: {many: {count: 1 k, size: 40 B}}\n"
        "components:\n  app: {type: service, operations: {x: [{call: {to: cache, operation: x,"
        " keys: many}}]}}\n"
        "  cache: {type: cache, scope: instance, capacity: unlimited, origin: db}\n"
        "  db: {type: database, servers: 9, operations: {x: [{work: 1 ms}]}}\n" +
        kTenArrivals;
    // A second entry is one too many: 100 + 10 + 80 bytes. The instance is away for 2 s then.
    const SmallRun run(body, 30, withMemory(memory(100, 10, 185)));
    QVERIFY(run.total("app").refused >= 1);
    QVERIFY(run.total("app").instancesArea < 30);
    const SmallRun room(body, 30, withMemory(memory(100, 10, 1000)));
    QCOMPARE(room.total("app").answered, Count{10});
}

// As above, of a function: the sixth is one too many for the one instance there is.
void EngineLimitsTest::functionsHaveMemoryToo() {
    const auto function = [](const std::string& limit) {
        return "components:\n  app: {type: function, concurrency: 80, instances: {min: 1, max: 1},"
               " memory: {base: 100 B, per_request: 10 B" + limit +
               "}, operations: {x: [{delay: 4 s}]}}\n";
    };
    const SmallRun fits(function(", limit: 150 B") + crowd(5));
    QCOMPARE(fits.total("app").answered, Count{5});
    COMPARE_TIME(fits.total("app").memoryArea, 30 * 100 + 5 * 4 * 10.0);
    QCOMPARE(SmallRun(function(", limit: 150 B") + crowd(6)).total("app").failed, Count{6});
    QCOMPARE(SmallRun(function("") + crowd(6)).total("app").answered, Count{6});
}

QTEST_GUILESS_MAIN(EngineLimitsTest)
#include "tst_engine_limits.moc"
