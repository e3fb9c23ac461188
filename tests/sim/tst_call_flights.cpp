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

/// A service `name` that asks `mail` for the only key there is, or for its user's own.
std::string asking(const std::string& name, const std::string& policies, const std::string& mail,
                   const std::string& more = {}, const std::string& keys = "one") {
    return "keys: {one: {count: 1}, own: {popularity: own}}\ncomponents:\n  " + name +
           ": {type: service" + more +
           ", operations: {x: [{call: {to: mail, operation: x, keys: " + keys + ", " + policies +
           "}}]}}\n  mail: {type: external, " + mail + "}\n";
}
std::string app(const std::string& policies, const std::string& mail, const std::string& more = {},
                const std::string& keys = "one") {
    return asking("app", policies, mail, more, keys);
}

}  // namespace

/// Calls that are made once for several callers.
class CallFlightsTest : public QObject {
    Q_OBJECT

private slots:
    void collapsedCallsShareTheAnswer();
    void collapsedCallsShareTheFailure();
    void retriesAreOfTheOneCall();
    void keysAreCallsOfTheirOwn();
    void instancesCollapseApart();
    void whoLeavesDoesNotEndTheCall();
    void eachWaiterStandsInTheCall();
    void batchLeavesWhenItIsFull();
    void batchLeavesWhenItsWindowEnds();
    void windowlessBatchWaitsForTheOneBefore();
    void batchIsAboutAllItsCalls();
    void batchSharesItsFailure();
    void batchesAreOfEachInstance();
    void whoLeavesABatchIsNotInIt();
    void collapsedCallsAreOneOfABatch();
};

void CallFlightsTest::collapsedCallsShareTheAnswer() {
    // Calls at 1, 4, 7 and 10 s; two others join each of the first three.
    const SmallRun run(app("collapse: true", "latency: 2.5 s") + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{4});
    QCOMPARE(run.total("app").answered, Count{10});
    COMPARE_TIME(run.total("app").responseSum, 3 * (2.5 + 1.5 + 0.5) + 2.5);
    COMPARE_TIME(run.total("app").ownSum, 0.0);
}

void CallFlightsTest::collapsedCallsShareTheFailure() {
    const SmallRun run(app("collapse: true", "latency: 2.5 s, errors: 100 %") + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{4});
    QCOMPARE(run.total("app").failed, Count{10});
    const SmallRun late(app("collapse: true, timeout: 2 s", "latency: 2.5 s") + kTenArrivals);
    QCOMPARE(late.total("workload").timedOut, Count{10});
    QCOMPARE(late.total("workload").failed, Count{0});
}

void CallFlightsTest::retriesAreOfTheOneCall() {
    const SmallRun run(app("collapse: true, retry: {attempts: 1, backoff: 500 ms}",
                           "latency: 1 s, errors: 100 %") +
                       kTenArrivals);
    // From 1 s to 3.5 s, and so on.
    QCOMPARE(run.total("mail").begun, Count{8});
    COMPARE_TIME(run.total("app").inSystemArea, 3 * (2.5 + 1.5 + 0.5) + 2.5);
}

void CallFlightsTest::keysAreCallsOfTheirOwn() {
    const auto begun = [](const std::string& keys) {
        return SmallRun(app("collapse: true", "latency: 1 s", "", keys) + crowd(3))
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("own"), Count{3});
    QCOMPARE(begun("one"), Count{1});
}

void CallFlightsTest::instancesCollapseApart() {
    const auto begun = [](const std::string& scope) {
        return SmallRun(app("collapse: {scope: " + scope + "}", "latency: 1 s", ", instances: 2") +
                        crowd(4))
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("instance"), Count{2});
    QCOMPARE(begun("shared"), Count{1});
}

void CallFlightsTest::whoLeavesDoesNotEndTheCall() {
    // Of the calls that begin at 1, 4 and 7 s, the third who joined is still there at the end; from
    // the one at 10 s the only one goes away, and takes it along.
    const SmallRun run(asking("middle", "collapse: true", "latency: 2.5 s") +
                       "  app: {type: client, timeout: 1.2 s, cancel: true, to: middle}\n" +
                       kTenArrivals);
    QCOMPARE(run.total("workload").answered, Count{3});
    QCOMPARE(run.total("workload").timedOut, Count{7});
    QCOMPARE(run.total("mail").begun, Count{4});
    QCOMPARE(run.total("mail").answered, Count{3});
    QCOMPARE(run.total("mail").timedOut, Count{1});
    COMPARE_TIME(run.total("mail").inSystemArea, 3 * 2.5 + 1.2);
}

void CallFlightsTest::eachWaiterStandsInTheCall() {
    const SmallRun run(app("collapse: true", "latency: 2.5 s") + kTenArrivals);
    const auto& calls = run.log("app").calls;
    QCOMPARE(calls.size(), std::size_t{1});
    QCOMPARE(calls[0].callee, std::string("mail"));
    double standing = 0;
    for (const double area : calls[0].standingArea) standing += area;
    COMPARE_TIME(standing, 3 * (2.5 + 1.5 + 0.5) + 2.5);
}

void CallFlightsTest::batchLeavesWhenItIsFull() {
    const SmallRun run(app("batch: {window: 1 s, size: 2}", "latency: 100 ms") + crowd(5));
    QCOMPARE(run.total("mail").begun, Count{3});
    COMPARE_TIME(run.total("app").responseSum, 4 * 0.1 + 1.1);
}

void CallFlightsTest::batchLeavesWhenItsWindowEnds() {
    // At 3.5, 6.5 and 9.5 s with three calls, at 12.5 s with one.
    const SmallRun run(app("batch: {window: 2.5 s}", "latency: 500 ms") + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{4});
    COMPARE_TIME(run.total("app").responseSum, 3 * (3.0 + 2.0 + 1.0) + 3.0);
}

void CallFlightsTest::windowlessBatchWaitsForTheOneBefore() {
    // One at 1 s, two at 3.4 s, two at 5.8 s, three at 8.2 s, two at 10.6 s.
    const SmallRun run(app("batch: {window: 0 s}", "latency: 2.4 s") + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{5});
    COMPARE_TIME(run.total("app").responseSum, 3.4 + 2 * 5.8 + 2 * 8.2 + 3 * 10.6 + 2 * 13 -
                                                   (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10));
}

void CallFlightsTest::batchIsAboutAllItsCalls() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: db, operation: x, batch: {window: 1 "
        "s, "
        "size: 3}}}]}}\n"
        "  db: {type: database, servers: 1, operations: {x: [{work: {time: 100 ms, each: 10 "
        "ms}}]}}\n" +
        crowd(4));
    QCOMPARE(run.total("db").answered, Count{2});
    COMPARE_TIME(run.total("db").busyArea, 0.13 + 0.11);
}

void CallFlightsTest::batchSharesItsFailure() {
    const SmallRun run(app("batch: {window: 2.5 s}", "latency: 500 ms, errors: 100 %") +
                       kTenArrivals);
    QCOMPARE(run.total("mail").failed, Count{4});
    QCOMPARE(run.total("workload").failed, Count{10});
}

void CallFlightsTest::batchesAreOfEachInstance() {
    const auto begun = [](const std::string& scope) {
        return SmallRun(app("batch: {window: 1 s, scope: " + scope + "}", "latency: 1 s",
                            ", instances: 2") +
                        crowd(6))
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("instance"), Count{2});
    QCOMPARE(begun("shared"), Count{1});
}

void CallFlightsTest::whoLeavesABatchIsNotInIt() {
    // All give up before the window ends, and nothing is asked for; the last ones alone do not.
    const auto begun = [](const std::string& patience) {
        return SmallRun(asking("middle", "batch: {window: 2.5 s}", "latency: 100 ms") +
                        "  app: {type: client, timeout: " + patience +
                        ", cancel: true, to: middle}\n" + crowd(3))
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("2 s"), Count{0});
    QCOMPARE(begun("3 s"), Count{1});
}

void CallFlightsTest::collapsedCallsAreOneOfABatch() {
    const SmallRun run(
        "keys: {one: {count: 1}, own: {popularity: own}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [\n"
        "      {call: {to: db, operation: x, keys: one, collapse: true, batch: {window: 1 s}}},\n"
        "      {call: {to: db, operation: x, keys: own, collapse: true, batch: {window: 1 s}}}]}}\n"
        "  db: {type: database, servers: 1, operations: {x: [{work: {time: 100 ms, each: 10 "
        "ms}}]}}\n" +
        crowd(4));
    // A batch of one, then one of four.
    QCOMPARE(run.total("db").answered, Count{2});
    COMPARE_TIME(run.total("db").busyArea, 0.11 + 0.14);
    COMPARE_TIME(run.total("app").responseSum, 4 * (1.11 + 1.14));
}

QTEST_GUILESS_MAIN(CallFlightsTest)
#include "tst_call_flights.moc"
