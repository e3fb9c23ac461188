// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <algorithm>
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

/// An app with these steps in front of a database with these keys; `read` takes 1 s, `write` 2 s.
std::string app(const std::string& steps, const std::string& database) {
    return "keys: {one: {count: 1}, many: {count: 1 k}}\n"
           "components:\n"
           "  app: {type: service, operations: {x: [" +
           steps +
           "]}}\n"
           "  db: {type: database, " +
           database +
           ", operations: {read: [{work: 1 s}], write: [{work: 2 s}], report: [{work: 3 s}]}}\n";
}
std::string call(const std::string& operation, const std::string& more = "") {
    return "{call: {to: db, operation: " + operation + more + "}}";
}

/// What one part of a database measured in the whole run.
sim::IntervalCounts part(const SmallRun& run, const std::string& name) {
    sim::IntervalCounts total;
    for (const sim::TargetLog& log : run.result().componentOperations)
        if (log.name == name)
            for (const sim::IntervalCounts& counts : log.intervals) total += counts;
    return total;
}

}  // namespace

/// Databases with replicas, hot keys and locks.
class DatabaseTest : public QObject {
    Q_OBJECT

private slots:
    void writesGoToThePrimary();
    void readsAreSharedByWeight();
    void replicaServesItsOperationsOnly();
    void replicasHaveServersOfTheirOwn();
    void writeOccupiesReplicasLater();
    void readBeforeTheLagIsOverIsStale();
    void lagIsTheAgeOfWhatAReplicaShows();
    void hotKeyIsWrittenAtItsRate();
    void burstGoesAtOnce();
    void fullLineOfAKeyRefuses();
    void otherKeysAreNotHeldUp();
    void lockKeepsWritersOfAKeyApart();
    void withdrawnWritersLeaveKeysAlone();
    void workGrowsWithItems();
};

void DatabaseTest::writesGoToThePrimary() {
    const SmallRun run(
        app(call("write") + ", " + call("read"), "servers: 10, replicas: 2") + kTenArrivals, 60);
    QCOMPARE(part(run, "db.primary").answered, Count{10});
    COMPARE_TIME(part(run, "db.primary").responseSum, 20.0);
    QCOMPARE(part(run, "db.replica_1").answered + part(run, "db.replica_2").answered, Count{10});
    QCOMPARE(run.total("db").answered, Count{20});
    COMPARE_TIME(run.total("db").busyArea, 30.0);
    COMPARE_TIME(run.total("db").capacityArea, 30.0 * 60);
}

void DatabaseTest::readsAreSharedByWeight() {
    const SmallRun run(app(call("read"), "servers: 1 k, replicas: [{weight: 3}, {weight: 1}]") +
                       crowd(1000));
    const double first = static_cast<double>(part(run, "db.replica_1").answered);
    QCOMPARE(part(run, "db.primary").answered, Count{0});
    QVERIFY2(std::abs(first - 750) < 4 * std::sqrt(1000 * 0.75 * 0.25),
             qPrintable(QString::number(first)));
}

void DatabaseTest::replicaServesItsOperationsOnly() {
    const SmallRun run(
        app(call("read") + ", " + call("report"),
            "servers: 10, replicas: [{operations: [read]}, {operations: [report]}]") +
            kTenArrivals,
        60);
    COMPARE_TIME(part(run, "db.replica_1").busyArea, 10.0);
    COMPARE_TIME(part(run, "db.replica_2").busyArea, 30.0);
}

void DatabaseTest::replicasHaveServersOfTheirOwn() {
    const SmallRun run(app(call("read"), "servers: 1, replicas: [{servers: 2}]") + crowd(4));
    COMPARE_TIME(part(run, "db.replica_1").waitSum, 2.0);
    COMPARE_TIME(part(run, "db.replica_1").waitingArea, 2.0);
    COMPARE_TIME(part(run, "db.replica_1").capacityArea, 60.0);
    COMPARE_TIME(part(run, "db.primary").capacityArea, 30.0);
    COMPARE_TIME(run.total("db").capacityArea, 90.0);
}

void DatabaseTest::writeOccupiesReplicasLater() {
    const SmallRun run(app(call("write"), "servers: 1, apply: 500 ms, replicas: [{lag: 3 s}, {}]") +
                       crowd(2));
    COMPARE_TIME(part(run, "db.primary").busyArea, 4.0);
    COMPARE_TIME(part(run, "db.replica_1").busyArea, 1.0);
    COMPARE_TIME(part(run, "db.replica_2").busyArea, 1.0);
    QCOMPARE(part(run, "db.replica_1").begun, Count{0});
    QCOMPARE(run.total("db").answered, Count{2});
}

void DatabaseTest::readBeforeTheLagIsOverIsStale() {
    const std::string steps = call("write", ", keys: one") + ", " + call("read", ", keys: one") +
                              ", {delay: 10 s}, " + call("read", ", keys: one");
    const SmallRun run(app(steps, "servers: 1, replicas: [{lag: 5 s}]") + crowd(1));
    QCOMPARE(part(run, "db.replica_1").copyReads, Count{2});
    QCOMPARE(part(run, "db.replica_1").staleReads, Count{1});
    QCOMPARE(run.total("db").staleReads, Count{1});
    const SmallRun other(app(call("write", ", keys: one") + ", " + call("read", ", keys: many"),
                             "servers: 1, replicas: [{lag: 5 s}]") +
                         crowd(1));
    QCOMPARE(part(other, "db.replica_1").staleReads,
             Count{0});  // keys of different classes are different keys
}

void DatabaseTest::lagIsTheAgeOfWhatAReplicaShows() {
    const SmallRun run(app(call("write", ", keys: one"), "servers: 1, replicas: [{lag: 4 s}]") +
                       crowd(1));
    // Written at 2 s, there at 6 s; the age grows from 0 to 4 s.
    COMPARE_TIME(part(run, "db.replica_1").lagArea, 8.0);
}

void DatabaseTest::hotKeyIsWrittenAtItsRate() {
    const SmallRun run(app(call("write", ", keys: one"), "servers: 10, hot_keys: {writes: 0.5/s}") +
                       crowd(4));
    // They begin at 0, 2, 4 and 6 s, without holding a server before.
    COMPARE_TIME(run.total("db").waitSum, 12.0);
    COMPARE_TIME(run.total("db").waitingArea, 12.0);
    COMPARE_TIME(run.total("db").busyArea, 8.0);
    COMPARE_TIME(run.total("db").responseSum, 12.0 + 8.0);
}

void DatabaseTest::burstGoesAtOnce() {
    const SmallRun run(
        app(call("write", ", keys: one"), "servers: 10, hot_keys: {writes: 1/s, burst: 3}") +
        crowd(5));
    COMPARE_TIME(run.total("db").waitSum, 1.0 + 2.0);
}

void DatabaseTest::fullLineOfAKeyRefuses() {
    const SmallRun run(
        app(call("write", ", keys: one"), "servers: 10, hot_keys: {writes: 1/s, queue: 2}") +
        crowd(10));
    QCOMPARE(run.total("db").answered, Count{3});
    QCOMPARE(run.total("db").refused, Count{7});
}

void DatabaseTest::otherKeysAreNotHeldUp() {
    const SmallRun run(app(call("write", ", keys: own") + ", " + call("read", ", keys: own"),
                           "servers: 100, hot_keys: {writes: 1/s}")
                           .replace(0, 7, "keys: {own: {popularity: own}, ") +
                       crowd(20));
    COMPARE_TIME(run.total("db").waitSum, 0.0);
}

void DatabaseTest::lockKeepsWritersOfAKeyApart() {
    const SmallRun run(app(call("write", ", keys: one"), "servers: 10, locks: true") + crowd(3));
    // Each waits with its server: 2, 4 and 6 s.
    COMPARE_TIME(run.total("db").responseSum, 12.0);
    COMPARE_TIME(run.total("db").busyArea, 12.0);
    COMPARE_TIME(run.total("db").waitSum, 0.0);
}

void DatabaseTest::withdrawnWritersLeaveKeysAlone() {
    const SmallRun run(
        app(call("write", ", keys: one, timeout: 3 s, cancel: true"), "servers: 10, locks: true") +
        crowd(3));
    // The first is done at 2 s, the others are withdrawn at 3 s, one of them half done.
    QCOMPARE(run.total("db").answered, Count{1});
    QCOMPARE(run.total("db").timedOut, Count{2});
    COMPARE_TIME(run.total("db").busyArea, 8.0);
    const SmallRun limited(app(call("write", ", keys: one, timeout: 3 s, cancel: true"),
                               "servers: 10, hot_keys: {writes: 0.2/s}") +
                           crowd(3));
    QCOMPARE(limited.total("db").answered, Count{1});
    COMPARE_TIME(limited.total("db").waitingArea, 6.0);
}

void DatabaseTest::workGrowsWithItems() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: db, operation: read, items: 100}}]}}\n"
        "  db: {type: database, servers: 10, operations: {read: [{work: {time: 45 ms, each: 5 "
        "ms}}]}}\n" +
        kTenArrivals);
    COMPARE_TIME(run.total("db").busyArea, 10 * 0.545);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
