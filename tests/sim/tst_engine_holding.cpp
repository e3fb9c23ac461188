// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using test::crowd;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
bool isClose(double value, double expected) { return std::abs(value - expected) < 1e-6; }
#define COMPARE_TIME(value, expected) \
    QVERIFY2(                         \
        isClose(value, expected),     \
        qPrintable(                   \
            QStringLiteral("%1, expected %2").arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12)))

const std::string kDatabase =
    "  db: {type: database, servers: 8, operations: {x: [{work: 1 s}]}}\n";

/// Three users ask q for a, b and c, at 0, 0.1 and 0.2 s.
std::string inOrder(const std::string& q) {
    return "components:\n"
           "  app: {type: service, operations: {\n"
           "      a: [{call: {to: q, operation: a}}],\n"
           "      b: [{delay: 100 ms}, {call: {to: q, operation: b}}],\n"
           "      c: [{delay: 200 ms}, {call: {to: q, operation: c}}]}}\n"
           "  q: " +
           q +
           "\n"
           "workload: {entry: app, start: together, profiles: {\n"
           "    a: {users: 1, think: 1 h, actions: {a: 1}},\n"
           "    b: {users: 1, think: 1 h, actions: {b: 1}},\n"
           "    c: {users: 1, think: 1 h, actions: {c: 1}}}}\n";
}
/// When each of them was answered.
std::vector<double> answers(const SmallRun& run) {
    return {run.action("a").responseSum, run.action("b").responseSum, run.action("c").responseSum};
}
#define COMPARE_ANSWERS(run, a, b, c)    \
    do {                                 \
        const auto times = answers(run); \
        COMPARE_TIME(times[0], a);       \
        COMPARE_TIME(times[1], b);       \
        COMPARE_TIME(times[2], c);       \
    } while (false)

const std::string kOneSecondEach =
    "operations: {a: [{work: 1 s}], b: [{work: 1 s}], c: [{work: 1 s}]}";
const std::string kLongFirst = "operations: {a: [{work: 3 s}], b: [{work: 1 s}], c: [{work: 1 s}]}";

}  // namespace

/// What requests hold, wait for and are refused: servers, slots, CPUs, connections, instances.
class EngineHoldingTest : public QObject {
    Q_OBJECT

private slots:
    void slotIsHeldDuringCalls();
    void cpuIsNotHeldDuringCalls();
    void cpuWaitIsNotWait();
    void sharedCpusSlowEachOther();
    void fullLineRefuses_data();
    void fullLineRefuses();
    void firstComeFirst();
    void lastComeFirst();
    void priorityFirst();
    void sharingServesAllAtOnce();
    void stationIsHeldDuringCalls();
    void eachInstanceHasItsLine();
    void oneLineServesAllInstances();
    void leastRequestsAvoidsTheBusy();
    void acquireTimeoutEndsTheWait();
    void connectCountsAsWait();
    void idleConnectionsClose();
    void minimumConnectionsStayOpen();
    void connectionIsHeldDuringTheCall();
    void poolOfEachInstance();
    void coldStartCountsAsWait();
    void oneColdStartServesAllItsSlots();
    void idleInstanceGoes();
    void minimumInstancesAreWarm();
    void pendingRefusesTheRest();
};

void EngineHoldingTest::slotIsHeldDuringCalls() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, concurrency: 1, operations: {x: [{work: 1 s}, {call: {to: db, "
        "operation: x}}]}}\n" +
        kDatabase + crowd(3));
    COMPARE_TIME(run.total("app").waitSum, 0 + 2.0 + 4.0);
    COMPARE_TIME(run.total("app").waitingArea, 6.0);
    COMPARE_TIME(run.total("app").slotArea, 6.0);
    COMPARE_TIME(run.total("app").slotCapacityArea, 30.0);
    COMPARE_TIME(run.total("app").busyArea, 3.0);
    COMPARE_TIME(run.total("app").responseSum, 2.0 + 4 + 6);
    COMPARE_TIME(run.total("app").ownSum, 1.0 + 3 + 5);
}

void EngineHoldingTest::cpuIsNotHeldDuringCalls() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, cpus: 1, concurrency: 3, operations: {x: [{work: 1 s}, {call: {to: "
        "db, operation: x}}]}}\n" +
        kDatabase + crowd(3));
    COMPARE_TIME(run.total("app").waitSum, 0.0);
    COMPARE_TIME(run.total("app").cpuWaitSum, 0 + 1.0 + 2.0);
    COMPARE_TIME(run.total("app").responseSum, 2.0 + 3 + 4);
    COMPARE_TIME(run.total("app").busyArea, 3.0);
}

void EngineHoldingTest::cpuWaitIsNotWait() {
    const SmallRun run(
        "components:\n  app: {type: service, cpus: 2, concurrency: 4, operations: {x: [{work: 1 "
        "s}]}}\n" +
        crowd(6));
    COMPARE_TIME(run.total("app").waitSum,
                 2 * 1.0);  // two wait for slots, which come free at 1 s, …
    COMPARE_TIME(run.total("app").cpuWaitSum,
                 4 * 1.0);  // … and then for CPUs, like the two before them
    COMPARE_TIME(run.total("app").responseSum, 2 * (1.0 + 2 + 3));
}

void EngineHoldingTest::sharedCpusSlowEachOther() {
    const SmallRun run(
        "components:\n  app: {type: service, cpus: 2, cpu: ps, operations: {x: [{work: 1 s}]}}\n" +
        crowd(6));
    COMPARE_TIME(run.total("app").responseSum, 6 * 3.0);
    COMPARE_TIME(run.total("app").busyArea, 6.0);
    COMPARE_TIME(run.total("app").cpuWaitSum, 0.0);
}

void EngineHoldingTest::fullLineRefuses_data() {
    QTest::addColumn<QString>("app");
    QTest::newRow("station")
        << "{type: station, servers: 2, capacity: 3, operations: {x: [{work: 1 s}]}}";
    QTest::newRow("station under PS") << "{type: station, servers: 2, discipline: ps, capacity: 3, "
                                         "operations: {x: [{work: 1 s}]}}";
    QTest::newRow("database")
        << "{type: database, servers: 2, queue: 1, operations: {x: [{work: 1 s}]}}";
    QTest::newRow("service")
        << "{type: service, concurrency: 2, cpus: 2, queue: 1, operations: {x: [{work: 1 s}]}}";
    QTest::newRow("function")
        << "{type: function, concurrency: 2, cpus: 2, instances: {min: 1, max: 1}, queue: 1, "
           "operations: {x: [{work: 1 s}]}}";
}

void EngineHoldingTest::fullLineRefuses() {
    QFETCH(QString, app);
    const SmallRun run("components:\n  app: " + app.toStdString() + "\n" + crowd(5));
    QCOMPARE(run.total("app").answered, Count{3});
    QCOMPARE(run.total("app").refused, Count{2});
    QCOMPARE(run.total("workload").refused, Count{2});
    COMPARE_TIME(run.total("app").busyArea, 3.0);
}

void EngineHoldingTest::firstComeFirst() {
    COMPARE_ANSWERS(SmallRun(inOrder("{type: station, " + kOneSecondEach + "}")), 1.0, 2.0, 3.0);
}

void EngineHoldingTest::lastComeFirst() {
    COMPARE_ANSWERS(SmallRun(inOrder("{type: station, discipline: lifo, " + kOneSecondEach + "}")),
                    1.0, 3.0, 2.0);
}

void EngineHoldingTest::priorityFirst() {
    COMPARE_ANSWERS(SmallRun(inOrder("{type: station, discipline: priority, operations: {\n"
                                     "    a: {priority: 3, steps: [{work: 1 s}]},\n"
                                     "    b: {priority: 2, steps: [{work: 1 s}]},\n"
                                     "    c: {priority: 1, steps: [{work: 1 s}]}}}")),
                    1.0, 3.0, 2.0);
}

void EngineHoldingTest::sharingServesAllAtOnce() {
    // a alone for 0.1 s; a and b at half speed for 0.1 s; all at a third until b and c, which need
    // 0.95 s and 1 s …
    const SmallRun run(
        inOrder("{type: station, discipline: ps, operations: {\n"
                "    a: [{work: 450 ms}], b: [{work: 1 s}], c: [{work: 1 s}]}}"));
    // a has 0.3 s left at 0.2 s: it ends at 1.1 s. b then has 0.65 s left, c 0.7 s: at half speed b
    // ends at 2.4 s, and c, alone with 0.05 s, at 2.45 s.
    COMPARE_ANSWERS(run, 1.1, 2.4, 2.45);
    COMPARE_TIME(run.total("q").waitSum, 0.0);
    COMPARE_TIME(run.total("q").busyArea, 2.45);
}

void EngineHoldingTest::stationIsHeldDuringCalls() {
    const SmallRun run(
        "components:\n  app: {type: station, operations: {x: [{work: 1 s}, {call: {to: db, "
        "operation: x}}]}}\n" +
        kDatabase + crowd(2));
    COMPARE_TIME(run.total("app").busyArea, 4.0);
    COMPARE_TIME(run.total("app").waitSum, 2.0);
}

void EngineHoldingTest::eachInstanceHasItsLine() {
    const std::string q = "{type: service, instances: 2, concurrency: 1, " + kLongFirst + "}";
    COMPARE_ANSWERS(SmallRun(inOrder(q)), 3.0, 1.1, 4.0);
}

void EngineHoldingTest::oneLineServesAllInstances() {
    const std::string q =
        "{type: service, instances: 2, concurrency: 1, line: shared, " + kLongFirst + "}";
    COMPARE_ANSWERS(SmallRun(inOrder(q)), 3.0, 1.1, 2.1);
}

void EngineHoldingTest::leastRequestsAvoidsTheBusy() {
    for (const std::string policy : {"least_requests", "power_of_two"}) {
        const SmallRun run(
            inOrder("{type: load_balancer, policy: " + policy +
                    ", to: s}\n"
                    "  s: {type: service, instances: 2, concurrency: 1, operations: {\n"
                    "      a: [{work: 3 s}], b: [{work: 50 ms}], c: [{work: 1 s}]}}"));
        COMPARE_ANSWERS(run, 3.0, 0.15, 1.2);
    }
}

void EngineHoldingTest::acquireTimeoutEndsTheWait() {
    const SmallRun run(
        "components:\n"
        "  app: {type: pool, size: {min: 1, max: 1}, acquire_timeout: 1.5 s, to: db}\n" +
        kDatabase + crowd(3));
    QCOMPARE(run.total("app").answered, Count{2});
    QCOMPARE(run.total("app").timedOut, Count{1});
    QCOMPARE(run.total("workload").timedOut, Count{1});
    COMPARE_TIME(run.total("app").waitSum, 0 + 1.0);
    COMPARE_TIME(run.total("app").waitingArea, 1.0 + 1.5);
    QCOMPARE(run.total("db").answered, Count{2});
}

void EngineHoldingTest::connectCountsAsWait() {
    const SmallRun run(
        "components:\n"
        "  app: {type: pool, size: {max: 2}, connect: 100 ms, to: db}\n"
        "  db: {type: database, servers: 8, operations: {x: [{work: 200 ms}]}}\n" +
        kTenArrivals);
    COMPARE_TIME(run.total("app").waitSum, 0.1);  // once; then the connection is there
    COMPARE_TIME(run.total("app").responseSum, 0.1 + 10 * 0.2);
    COMPARE_TIME(run.total("app").connectionsArea, 29.0);
    COMPARE_TIME(run.total("app").busyArea, 0.1 + 10 * 0.2);
}

void EngineHoldingTest::idleConnectionsClose() {
    const SmallRun run(
        "components:\n"
        "  app: {type: pool, size: {max: 2}, connect: 100 ms, idle_timeout: 500 ms, to: db}\n"
        "  db: {type: database, servers: 8, operations: {x: [{work: 200 ms}]}}\n" +
        kTenArrivals);
    COMPARE_TIME(run.total("app").waitSum, 10 * 0.1);
    COMPARE_TIME(run.total("app").connectionsArea, 10 * (0.1 + 0.2 + 0.5));
}

void EngineHoldingTest::minimumConnectionsStayOpen() {
    const SmallRun run(
        "components:\n"
        "  app: {type: pool, size: {min: 2, max: 3}, connect: 100 ms, idle_timeout: 500 ms, to: "
        "db}\n" +
        kDatabase + crowd(3));
    COMPARE_TIME(run.total("app").waitSum, 0.1);                   // of the third
    COMPARE_TIME(run.total("app").connectionsArea, 2 * 30 + 1.5);  // the first two fell idle at 1 s
}

void EngineHoldingTest::connectionIsHeldDuringTheCall() {
    const SmallRun run(
        "components:\n"
        "  app: {type: pool, size: {min: 2, max: 2}, to: db}\n"
        "  db: {type: database, servers: 1, operations: {x: [{work: 1 s}]}}\n" +
        crowd(4));
    COMPARE_TIME(run.total("app").waitSum, 0 + 0 + 1.0 + 2.0);
    COMPARE_TIME(run.total("db").waitSum, 0 + 1.0 + 1.0 + 1.0);
    COMPARE_TIME(run.total("app").busyArea, 2 + 2 + 2 + 1.0);
    COMPARE_TIME(run.total("app").capacityArea, 60.0);
}

void EngineHoldingTest::poolOfEachInstance() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, instances: 2, operations: {x: [{call: {to: pool, operation: "
        "x}}]}}\n"
        "  pool: {type: pool, scope: instance, size: {min: 1, max: 1}, to: db}\n" +
        kDatabase + crowd(4));
    COMPARE_TIME(run.total("pool").waitSum, 0 + 0 + 1.0 + 1.0);
    COMPARE_TIME(run.total("pool").capacityArea, 60.0);
}

void EngineHoldingTest::coldStartCountsAsWait() {
    const SmallRun run(
        "components:\n"
        "  app: {type: function, cold_start: 2.5 s, operations: {x: [{work: 100 ms}]}}\n" +
        kTenArrivals);
    // The first three arrive while nothing is ready and start an instance each; the first to be
    // ready, at 3.5 s, serves all three before the others come.
    QCOMPARE(run.total("app").coldStarts, Count{3});
    COMPARE_TIME(run.total("app").waitSum, 2.5 + 1.6 + 0.7);
    COMPARE_TIME(run.total("app").responseSum, 2.5 + 1.6 + 0.7 + 10 * 0.1);
    COMPARE_TIME(run.total("app").instancesArea, 26.5 + 25.5 + 24.5);
    QCOMPARE(run.total("app").answered, Count{10});
}

void EngineHoldingTest::oneColdStartServesAllItsSlots() {
    const SmallRun run(
        "components:\n"
        "  app: {type: function, concurrency: 10, cold_start: 2.5 s, operations: {x: [{delay: 100 "
        "ms}]}}\n" +
        kTenArrivals);
    QCOMPARE(run.total("app").coldStarts, Count{1});
    COMPARE_TIME(run.total("app").waitSum, 2.5 + 1.5 + 0.5);
}

void EngineHoldingTest::idleInstanceGoes() {
    const SmallRun run(
        "components:\n"
        "  app: {type: function, cold_start: 100 ms, instances: {keep_alive: 500 ms},\n"
        "        operations: {x: [{work: 100 ms}]}}\n" +
        kTenArrivals);
    QCOMPARE(run.total("app").coldStarts, Count{10});
    COMPARE_TIME(run.total("app").instancesArea, 10 * (0.1 + 0.5));
}

void EngineHoldingTest::minimumInstancesAreWarm() {
    const SmallRun run(
        "components:\n"
        "  app: {type: function, cold_start: 100 ms, instances: {min: 1, keep_alive: 500 ms},\n"
        "        operations: {x: [{work: 100 ms}]}}\n" +
        kTenArrivals);
    QCOMPARE(run.total("app").coldStarts, Count{0});
    COMPARE_TIME(run.total("app").waitSum, 0.0);
    COMPARE_TIME(run.total("app").instancesArea, 30.0);
}

void EngineHoldingTest::pendingRefusesTheRest() {
    const SmallRun run(
        "components:\n"
        "  app: {type: function, cold_start: 4.5 s, pending: 3 s, instances: {max: 1},\n"
        "        operations: {x: [{work: 100 ms}]}}\n" +
        kTenArrivals);
    // Those of 1 s and 2 s have waited long enough at 4 s and 5 s; the instance is ready at 5.5 s.
    QCOMPARE(run.total("app").refused, Count{2});
    QCOMPARE(run.total("app").answered, Count{8});
    COMPARE_TIME(run.total("app").waitSum, 2.5 + 1.6 + 0.7);
}

QTEST_GUILESS_MAIN(EngineHoldingTest)
#include "tst_engine_holding.moc"
