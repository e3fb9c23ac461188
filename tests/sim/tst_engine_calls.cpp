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

/// A service app whose only operation x has these steps, and what else there is.
std::string app(const std::string& steps, const std::string& others) {
    return "components:\n  app: {type: service, operations: {x: [" + steps + "]}}\n" + others;
}
const std::string kFails = "  mail: {type: external, latency: 100 ms, errors: 100 %}\n";
const std::string kWorks = "  mail: {type: external, latency: 1 s}\n";

}  // namespace

/// Calls between components: timeouts, retries, errors, steps that branch.
class EngineCallsTest : public QObject {
    Q_OBJECT

private slots:
    void timeoutLeavesWorkBehind();
    void cancelTakesWorkBack();
    void cancelReachesWhatWasCalledInTurn();
    void retriesAreNewRequests();
    void backoffDoublesUpToItsCap();
    void jitterStaysBelowTheBackoff();
    void timeoutIsOfEachAttempt();
    void failureFailsTheCallerAndKeepsItsCause();
    void ignoredErrorLetsTheCallerGoOn();
    void stepsRunInsteadOfAFailedCall();
    void callsInARowAddUp();
    void zeroProbabilityNeverCalls();
    void chooseTakesOneAlternative();
    void parallelTakesAsLongAsTheLongest();
    void limitRunsAFewAtATime();
    void parallelFailsWhenAllHaveEnded();
    void sequenceIsOneBranch();
    void ownTimeLeavesOutCalls();
    void clientCountsAttemptsAndTheWorkloadActions();
    void roundTripAndTransferArePaidByEachAttempt();
};

void EngineCallsTest::timeoutLeavesWorkBehind() {
    const SmallRun run(app("{call: {to: db, operation: q, timeout: 1 s}}",
                           "  db: {type: database, servers: 1, operations: {q: [{work: 2 s}]}}\n") +
                       kTenArrivals);
    QCOMPARE(run.total("app").failed, Count{10});
    COMPARE_TIME(run.total("app").inSystemArea, 10.0);
    QCOMPARE(run.total("workload").timedOut, Count{10});
    QCOMPARE(run.total("db").answered, Count{10});
    COMPARE_TIME(run.total("db").busyArea, 20.0);
}

void EngineCallsTest::cancelTakesWorkBack() {
    const SmallRun run(app("{call: {to: db, operation: q, timeout: 1.5 s, cancel: true}}",
                           "  db: {type: database, servers: 1, operations: {q: [{work: 2 s}]}}\n") +
                       crowd(3));
    // The first is served for 1.5 s and withdrawn, and so are the two in line.
    QCOMPARE(run.total("app").failed, Count{3});
    QCOMPARE(run.total("db").timedOut, Count{3});
    QCOMPARE(run.total("db").answered, Count{0});
    COMPARE_TIME(run.total("db").busyArea, 1.5);
    COMPARE_TIME(run.total("db").inSystemArea, 4.5);
}

void EngineCallsTest::cancelReachesWhatWasCalledInTurn() {
    const SmallRun run(
        app("{call: {to: middle, operation: x, timeout: 500 ms, cancel: true}}",
            "  middle: {type: service, concurrency: 2, operations: {x: [\n"
            "      {parallel: {steps: [{call: {to: a, operation: q}}, {call: {to: b, operation: "
            "q}}]}}]}}\n"
            "  a: {type: station, operations: {q: [{work: 2 s}]}}\n"
            "  b: {type: station, discipline: ps, operations: {q: [{work: 2 s}]}}\n") +
        kTenArrivals);
    for (const char* name : {"middle", "a", "b"}) {
        QCOMPARE(run.total(name).timedOut, Count{10});
        COMPARE_TIME(run.total(name).inSystemArea, 5.0);
    }
    COMPARE_TIME(run.total("a").busyArea, 5.0);
    COMPARE_TIME(run.total("b").busyArea, 5.0);
    COMPARE_TIME(run.total("middle").slotArea, 5.0);
}

void EngineCallsTest::retriesAreNewRequests() {
    const SmallRun run(
        app("{call: {to: mail, operation: x, retry: {attempts: 3, backoff: 100 ms}}}", kFails) +
        kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{40});
    QCOMPARE(run.total("app").failed, Count{10});
    COMPARE_TIME(run.total("app").inSystemArea, 10 * (4 * 0.1 + 0.1 + 0.2 + 0.4));
}

void EngineCallsTest::backoffDoublesUpToItsCap() {
    const SmallRun run(
        app("{call: {to: mail, operation: x, retry: {attempts: 4, backoff: 100 ms, cap: 250 ms}}}",
            kFails) +
        kTenArrivals);
    COMPARE_TIME(run.total("app").inSystemArea, 10 * (5 * 0.1 + 0.1 + 0.2 + 0.25 + 0.25));
}

void EngineCallsTest::jitterStaysBelowTheBackoff() {
    const SmallRun run(
        app("{call: {to: mail, operation: x, retry: {attempts: 1, backoff: 100 ms, jitter: full}}}",
            kFails) +
        kTenArrivals);
    const double delays = run.total("app").inSystemArea - 10 * 2 * 0.1;
    QVERIFY(delays > 0 && delays < 10 * 0.1);
}

void EngineCallsTest::timeoutIsOfEachAttempt() {
    const SmallRun run(
        app("{call: {to: mail, operation: x, timeout: 400 ms, retry: {attempts: 1, backoff: 1 s}}}",
            kWorks) +
        kTenArrivals);
    QCOMPARE(run.total("mail").answered, Count{20});
    COMPARE_TIME(run.total("app").inSystemArea, 10 * (0.4 + 1 + 0.4));
}

void EngineCallsTest::failureFailsTheCallerAndKeepsItsCause() {
    const SmallRun run(
        app("{call: {to: middle, operation: x}}",
            "  middle: {type: service, operations: {x: [{call: {to: full, operation: x}}]}}\n"
            "  full: {type: station, capacity: 1, operations: {x: [{work: 1 min}]}}\n") +
        crowd(4));
    QCOMPARE(run.total("full").refused, Count{3});
    QCOMPARE(run.total("middle").failed, Count{3});
    QCOMPARE(run.total("app").failed, Count{3});
    QCOMPARE(run.total("workload").refused, Count{3});
    QCOMPARE(run.total("workload").failed, Count{0});
    QCOMPARE(run.action("x").refused, Count{3});
    QCOMPARE(run.result().unfinished, Count{1});
}

void EngineCallsTest::ignoredErrorLetsTheCallerGoOn() {
    const SmallRun run(
        app("{call: {to: mail, operation: x, on_error: ignore}}, {delay: 1 s}", kFails) +
        kTenArrivals);
    QCOMPARE(run.total("app").answered, Count{10});
    COMPARE_TIME(run.total("app").responseSum, 10 * 1.1);
}

void EngineCallsTest::stepsRunInsteadOfAFailedCall() {
    const std::string steps = "{call: {to: mail, operation: x, on_error: {steps: [{delay: 2 s}]}}}";
    QCOMPARE(SmallRun(app(steps, kFails) + kTenArrivals).total("app").answered, Count{10});
    COMPARE_TIME(SmallRun(app(steps, kFails) + kTenArrivals).total("app").responseSum, 10 * 2.1);
    COMPARE_TIME(SmallRun(app(steps, kWorks) + kTenArrivals).total("app").responseSum, 10.0);
}

void EngineCallsTest::callsInARowAddUp() {
    const SmallRun run(app("{call: {to: mail, operation: x, times: 3}}", kWorks) + kTenArrivals);
    QCOMPARE(run.total("mail").answered, Count{30});
    COMPARE_TIME(run.total("app").responseSum, 30.0);
}

void EngineCallsTest::zeroProbabilityNeverCalls() {
    const SmallRun run(
        app("{call: {to: mail, operation: x, probability: 0}}, {delay: 1 s}", kWorks) +
        kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{0});
    COMPARE_TIME(run.total("app").responseSum, 10.0);
}

void EngineCallsTest::chooseTakesOneAlternative() {
    const SmallRun run(app("{choose: [{share: 0, steps: [{delay: 5 s}]}, {share: 100 %, steps: "
                           "[{delay: 1 s}, {delay: 1 s}]}]}",
                           "") +
                       kTenArrivals);
    COMPARE_TIME(run.total("app").responseSum, 20.0);
}

void EngineCallsTest::parallelTakesAsLongAsTheLongest() {
    const SmallRun run(
        app("{parallel: {steps: [{delay: 1 s}, {delay: 3 s}, {call: {to: mail, operation: x}}]}}",
            kWorks) +
        kTenArrivals);
    COMPARE_TIME(run.total("app").responseSum, 30.0);
}

void EngineCallsTest::limitRunsAFewAtATime() {
    const std::string call = "{call: {to: mail, operation: x}}";
    const SmallRun run(app("{parallel: {limit: 2, steps: [" + call + ", " + call + ", " + call +
                               ", " + call + ", " + call + "]}}",
                           kWorks) +
                       kTenArrivals);
    QCOMPARE(run.total("mail").answered, Count{50});
    COMPARE_TIME(run.total("app").responseSum, 30.0);
    COMPARE_TIME(run.total("app").ownSum, 0.0);
}

void EngineCallsTest::parallelFailsWhenAllHaveEnded() {
    const SmallRun run(
        app("{parallel: {steps: [{call: {to: mail, operation: x}}, {delay: 2 s}]}}, {delay: 1 s}",
            kFails) +
        kTenArrivals);
    QCOMPARE(run.total("app").failed, Count{10});
    COMPARE_TIME(run.total("app").inSystemArea, 20.0);
}

void EngineCallsTest::sequenceIsOneBranch() {
    const SmallRun run(
        app("{parallel: {steps: [{steps: [{delay: 1 s}, {delay: 1 s}]}, {delay: 1 s}]}}", "") +
        kTenArrivals);
    COMPARE_TIME(run.total("app").responseSum, 20.0);
}

void EngineCallsTest::ownTimeLeavesOutCalls() {
    const SmallRun run(
        app("{work: 200 ms}, {call: {to: mail, operation: x}}, {delay: 300 ms}", kWorks) +
        kTenArrivals);
    COMPARE_TIME(run.total("app").responseSum, 15.0);
    COMPARE_TIME(run.total("app").ownSum, 5.0);
    COMPARE_TIME(run.total("mail").ownSum, 10.0);
}

void EngineCallsTest::clientCountsAttemptsAndTheWorkloadActions() {
    const SmallRun run(
        "components:\n"
        "  app: {type: client, timeout: 500 ms, retry: {attempts: 1, backoff: 1 s}, to: db}\n"
        "  db: {type: database, servers: 1, operations: {x: [{work: 400 ms}]}}\n" +
        crowd(2));
    // The second waits 0.4 s, gives up at 0.5 s, asks again at 1.5 s, and has its answer 0.4 s
    // later.
    QCOMPARE(run.total("app").begun, Count{3});
    QCOMPARE(run.total("workload").answered, Count{2});
    COMPARE_TIME(run.total("workload").responseSum, 0.4 + 1.9);
    QCOMPARE(run.total("db").answered, Count{3});
    COMPARE_TIME(run.total("db").busyArea, 1.2);
    // What the first attempt left behind was answered too, though nobody waited for it any more.
    QCOMPARE(run.total("app").answered + run.total("app").timedOut, Count{3});
}

void EngineCallsTest::roundTripAndTransferArePaidByEachAttempt() {
    const SmallRun run(
        "components:\n"
        "  app: {type: client, network: {rtt: 100 ms, up: 8 kbit/s, down: 80 kbit/s},\n"
        "        retry: {attempts: 1}, to: back}\n"
        "  back: {type: service, operations: {x: {request: 1 KB, answer: 5 KB,\n"
        "        steps: [{call: {to: mail, operation: x}}]}}}\n" +
        kFails + kTenArrivals);
    QCOMPARE(run.total("workload").failed, Count{10});
    COMPARE_TIME(run.total("workload").inSystemArea, 10 * 2 * (0.1 + 1 + 0.5 + 0.1));
    COMPARE_TIME(run.total("back").inSystemArea, 10 * 2 * 0.1);
}

QTEST_GUILESS_MAIN(EngineCallsTest)
#include "tst_engine_calls.moc"
