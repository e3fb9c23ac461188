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
bool isClose(double value, double expected, double tolerance = 1e-6) {
    return std::abs(value - expected) < tolerance;
}
#define COMPARE_TIME(value, expected) \
    QVERIFY2(                         \
        isClose(value, expected),     \
        qPrintable(                   \
            QStringLiteral("%1, expected %2").arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12)))
#define COMPARE_WITHIN(value, expected, share)               \
    QVERIFY2(isClose(value, expected, (expected) * (share)), \
             qPrintable(QStringLiteral("%1, expected %2").arg(value).arg(expected)))

/// A service app that asks `mail` under these policies.
std::string app(const std::string& policies, const std::string& mail,
                const std::string& more = {}) {
    return "components:\n  app: {type: service" + more +
           ", operations: {x: [{call: {to: mail, operation: x, " + policies + "}}]}}\n  mail: {" +
           mail + "}\n";
}
const std::string kFails = "type: external, latency: 100 ms, errors: 100 %";
const std::string kWorks = "type: external, latency: 1 s";

std::string poisson(const std::string& rate) {
    return "workload: {entry: app, arrivals: poisson(" + rate +
           "), profiles: {p: {actions: {x: 1}}}}\n";
}

double share(Count part, Count all) { return static_cast<double>(part) / static_cast<double>(all); }

}  // namespace

/// Policies of single calls: retry budget, circuit breaker, bulkhead, hedging.
class CallPoliciesTest : public QObject {
    Q_OBJECT

private slots:
    void budgetBoundsRetries();
    void budgetIsOfEachInstance();
    void budgetLetsSomeRetriesPassAnyway();
    void clientHasABudgetForEachUser();
    void breakerOpensAndTriesAgain();
    void breakerClosesAfterASuccessfulTrial();
    void breakerTakesSlowCallsForFailures();
    void breakerIsOfEachInstance();
    void breakerTellsTheCauseFromTheCallee();
    void retriesPassTheBreaker();
    void bulkheadRefusesBeyondItsQueue();
    void bulkheadLosesPatience();
    void bulkheadGivesThePermitBackAtTheTimeout();
    void bulkheadIsAQueueWithRoomForAFew();
    void hedgeIsSentAfterAWhile();
    void hedgeThatLostGoesOnUncancelled();
    void hedgesAreSentOneAfterAnother();
    void attemptLastsUntilItsLastRequestFails();
    void failureWithoutAnotherRequestIsFinal();
    void hedgingTakesTheShorterTime();
    void hedgesStayWithinTheirBudget();
    void hedgesAreSentAtTheQuantile();
    void policiesOfAWithdrawnCallEndWithIt();
};

void CallPoliciesTest::budgetBoundsRetries() {
    // Half a token each: every second failure finds a whole one, for one of its three retries.
    const SmallRun run(
        app("retry: {attempts: 3, budget: {share: 50 %, at_least: 0/s, over: 100 s}}", kFails) +
        kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{15});
    QCOMPARE(run.total("app").failed, Count{10});
    COMPARE_TIME(run.total("app").inSystemArea, 15 * 0.1);
}

void CallPoliciesTest::budgetIsOfEachInstance() {
    const auto begun = [](const std::string& scope) {
        return SmallRun(app("retry: {attempts: 3, budget: {share: 50 %, at_least: 0/s, over: 100 "
                            "s, scope: " +
                                scope + "}}",
                            kFails, ", instances: 2") +
                        kTenArrivals)
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("instance"), Count{14});  // two and a half tokens each
    QCOMPARE(begun("shared"), Count{15});
}

void CallPoliciesTest::budgetLetsSomeRetriesPassAnyway() {
    const SmallRun run(
        app("retry: {attempts: 3, budget: {share: 0 %, at_least: 0.04/s, over: 100 s}}", kFails) +
        kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{14});  // four in 100 s
}

void CallPoliciesTest::clientHasABudgetForEachUser() {
    // Three users, of whom each acts twice: a token after the second action.
    const SmallRun run(
        "components:\n"
        "  app: {type: client, retry: {attempts: 5, budget: {share: 50 %, at_least: 0/s, over: 100 "
        "s}}, to: mail}\n"
        "  mail: {" +
        kFails +
        "}\n"
        "workload: {entry: app, users: 3, start: together, profiles: {p: {think: 20 s, actions: "
        "{x: 1}}}}\n");
    QCOMPARE(run.total("mail").begun, Count{9});
    QCOMPARE(run.total("app").begun, Count{9});
    QCOMPARE(run.total("workload").failed, Count{6});
}

void CallPoliciesTest::breakerOpensAndTriesAgain() {
    // Failures at 1.1 s and 2.1 s open it until 4.6 s; the trials at 5 s and 8 s fail.
    const SmallRun run(
        app("breaker: {errors: 50 %, window: 2, open_for: 2.5 s, trials: 1}", kFails) +
        kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{4});
    QCOMPARE(run.total("workload").failed, Count{4});
    QCOMPARE(run.total("workload").refused, Count{6});
    QCOMPARE(run.total("app").failed, Count{10});
    COMPARE_TIME(run.total("app").inSystemArea, 4 * 0.1);
}

void CallPoliciesTest::breakerClosesAfterASuccessfulTrial() {
    // The only place is taken from 1 s to 4.5 s. The refusal at 2 s opens the breaker until 3.5 s,
    // that of the trial at 4 s until 5.5 s; the trial at 6 s is answered at 9.5 s.
    const SmallRun run(app("breaker: {errors: 100 %, window: 1, open_for: 1.5 s, trials: 1}",
                           "type: station, capacity: 1, operations: {x: [{work: 3.5 s}]}") +
                       kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{5});
    QCOMPARE(run.total("mail").refused, Count{2});
    QCOMPARE(run.total("workload").refused, Count{7});
    QCOMPARE(run.total("workload").answered, Count{3});
}

void CallPoliciesTest::breakerTakesSlowCallsForFailures() {
    const auto begun = [](const std::string& slow) {
        return SmallRun(
                   app("breaker: {errors: 100 %, window: 2, open_for: 1 min, slow: " + slow + "}",
                       "type: external, latency: 500 ms") +
                   kTenArrivals)
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("400 ms"), Count{2});
    QCOMPARE(begun("600 ms"), Count{10});
}

void CallPoliciesTest::breakerIsOfEachInstance() {
    const auto begun = [](const std::string& scope) {
        return SmallRun(app("breaker: {window: 2, open_for: 1 min, scope: " + scope + "}", kFails,
                            ", instances: 3") +
                        kTenArrivals)
            .total("mail")
            .begun;
    };
    QCOMPARE(begun("instance"), Count{6});
    QCOMPARE(begun("shared"), Count{2});
}

void CallPoliciesTest::breakerTellsTheCauseFromTheCallee() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: middle, operation: x}}]}}\n"
        "  middle: {type: service, operations: {x: [{call: {to: mail, operation: x, timeout: 50 "
        "ms,\n"
        "           breaker: {window: 4, open_for: 1 min}}}]}}\n"
        "  mail: {" +
        kWorks + "}\n" + kTenArrivals);
    QCOMPARE(run.total("middle").failed, Count{10});
    QCOMPARE(run.total("workload").timedOut, Count{4});
    QCOMPARE(run.total("workload").refused, Count{6});
    QCOMPARE(run.total("mail").answered, Count{4});
}

void CallPoliciesTest::retriesPassTheBreaker() {
    // Two of the first call's attempts open it; nothing passes any more.
    const SmallRun run(app("retry: {attempts: 3}, breaker: {window: 2, open_for: 1 min}", kFails) +
                       kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{2});
    QCOMPARE(run.total("workload").refused, Count{10});
}

void CallPoliciesTest::bulkheadRefusesBeyondItsQueue() {
    const SmallRun run(app("bulkhead: {concurrency: 2, queue: 1}", kWorks) + crowd(5));
    QCOMPARE(run.total("mail").answered, Count{3});
    QCOMPARE(run.total("workload").refused, Count{2});
    COMPARE_TIME(run.total("app").responseSum, 1.0 + 1.0 + 2.0);
    COMPARE_TIME(run.total("app").ownSum, 0.0);
}

void CallPoliciesTest::bulkheadLosesPatience() {
    const SmallRun run(app("bulkhead: {concurrency: 1, queue: 5, acquire_timeout: 1.5 s}", kWorks) +
                       crowd(4));
    // At 0 s, at 1 s, and two who give up.
    QCOMPARE(run.total("mail").answered, Count{2});
    QCOMPARE(run.total("workload").refused, Count{2});
    COMPARE_TIME(run.total("app").inSystemArea, 1 + 2 + 1.5 + 1.5);
}

void CallPoliciesTest::bulkheadGivesThePermitBackAtTheTimeout() {
    // The timeout runs from the permit on, and what is left behind holds none.
    const SmallRun run(app("bulkhead: {concurrency: 1, queue: 5}, timeout: 400 ms", kWorks) +
                       crowd(3));
    QCOMPARE(run.total("mail").answered, Count{3});
    QCOMPARE(run.total("workload").timedOut, Count{3});
    COMPARE_TIME(run.total("app").inSystemArea, 0.4 + 0.8 + 1.2);
}

// M/M/2/5 with a load of 2 Erlang: the numbers in system 0 … 5 are as 1 : 2 : 2 : 2 : 2 : 2.
void CallPoliciesTest::bulkheadIsAQueueWithRoomForAFew() {
    const int seconds = 4000;
    const SmallRun run(app("bulkhead: {concurrency: 2, queue: 3}",
                           "type: external, latency: "
                           "exp(100 ms)") +
                           poisson("20/s"),
                       seconds);
    const auto total = run.total("app");
    COMPARE_WITHIN(share(total.failed, total.begun), 2.0 / 11, 0.03);
    COMPARE_WITHIN(total.inSystemArea / seconds, 30.0 / 11, 0.03);
    COMPARE_WITHIN(run.total("mail").inSystemArea / seconds, 18.0 / 11, 0.03);
}

void CallPoliciesTest::hedgeIsSentAfterAWhile() {
    const SmallRun run(app("hedge: {after: 300 ms}", kWorks) + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{20});
    QCOMPARE(run.total("mail").answered, Count{10});
    QCOMPARE(run.total("mail").timedOut, Count{10});
    COMPARE_TIME(run.total("mail").inSystemArea, 10 * (1 + 0.7));
    COMPARE_TIME(run.total("app").responseSum, 10.0);
    QCOMPARE(run.total("workload").answered, Count{10});
}

void CallPoliciesTest::hedgeThatLostGoesOnUncancelled() {
    const SmallRun run(app("hedge: {after: 300 ms, cancel: false}", kWorks) + kTenArrivals);
    QCOMPARE(run.total("mail").answered, Count{20});
    COMPARE_TIME(run.total("app").responseSum, 10.0);
}

void CallPoliciesTest::hedgesAreSentOneAfterAnother() {
    const SmallRun run(app("hedge: {after: 300 ms, at_most: 2}", kWorks) + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{30});
    COMPARE_TIME(run.total("mail").inSystemArea, 10 * (1 + 0.7 + 0.4));
}

void CallPoliciesTest::attemptLastsUntilItsLastRequestFails() {
    const SmallRun run(app("hedge: {after: 300 ms}, timeout: 400 ms", kWorks) + kTenArrivals);
    QCOMPARE(run.total("workload").timedOut, Count{10});
    COMPARE_TIME(run.total("app").inSystemArea, 10 * 0.7);
    QCOMPARE(run.total("mail").answered, Count{20});
}

void CallPoliciesTest::failureWithoutAnotherRequestIsFinal() {
    const SmallRun run(app("hedge: {after: 300 ms}, retry: {attempts: 1}", kFails) + kTenArrivals);
    QCOMPARE(run.total("mail").begun, Count{20});
    COMPARE_TIME(run.total("app").inSystemArea, 10 * 0.2);
}

// The answer comes after the shorter of an exponential time and of d and another one.
void CallPoliciesTest::hedgingTakesTheShorterTime() {
    for (const auto& [after, d] : {std::pair{"1 us", 1e-6}, std::pair{"100 ms", 0.1}}) {
        const double mean = 0.1, unanswered = std::exp(-d / mean);
        const SmallRun run(app(std::string("hedge: {after: ") + after + "}",
                               "type: external, latency: exp(100 ms)") +
                               poisson("50/s"),
                           1000);
        const auto total = run.total("app");
        COMPARE_WITHIN(total.responseSum / static_cast<double>(total.answered),
                       mean * (1 - unanswered) + mean / 2 * unanswered, 0.02);
        COMPARE_WITHIN(share(run.total("mail").begun, total.begun), 1 + unanswered, 0.01);
    }
}

void CallPoliciesTest::hedgesStayWithinTheirBudget() {
    const SmallRun run(app("hedge: {after: 100 ms, budget: 10 %}", kWorks) + poisson("10/s"), 100);
    const Count calls = run.total("app").begun;
    const Count hedges = run.total("mail").begun - calls;
    QVERIFY(hedges <= calls / 10);
    QVERIFY(hedges + 1 >= calls / 10);
}

void CallPoliciesTest::hedgesAreSentAtTheQuantile() {
    const SmallRun run(
        app("hedge: {after: p90}", "type: external, latency: exp(100 ms)") + poisson("50/s"), 1000);
    COMPARE_WITHIN(share(run.total("mail").begun, run.total("app").begun), 1.1, 0.005);
    // Nothing before there is anything to take a quantile of.
    const SmallRun few(app("hedge: {after: p50}", kWorks) + kTenArrivals);
    QCOMPARE(few.total("mail").begun, Count{10});
}

void CallPoliciesTest::policiesOfAWithdrawnCallEndWithIt() {
    // Users give up after 1.5 s: the first call's permit goes to the second, who has waited for it.
    const SmallRun run(
        "components:\n"
        "  app: {type: client, timeout: 1.5 s, cancel: true, to: middle}\n"
        "  middle: {type: service, operations: {x: [{call: {to: mail, operation: x,\n"
        "      bulkhead: {concurrency: 1, queue: 5}, hedge: {after: 500 ms}, breaker: {window: "
        "1}}}]}}\n"
        "  mail: {type: external, latency: 2 s}\n" +
        kTenArrivals);
    QCOMPARE(run.total("workload").timedOut, Count{10});
    QCOMPARE(run.total("mail").answered, Count{0});
    // Each has the permit for a second, from the end of the one before on: hedged after half of it.
    QCOMPARE(run.total("mail").timedOut, run.total("mail").begun);
    COMPARE_TIME(run.total("middle").inSystemArea, 15.0);
}

QTEST_GUILESS_MAIN(CallPoliciesTest)
#include "tst_call_policies.moc"
