// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/circuit_breaker.h"
#include "sim/control/circuit_limits.h"

#include <QTest>

using namespace headroom::sim;
using namespace headroom;
using State = CircuitBreaker::State;

namespace {

constexpr SimTime kSecond = 1'000'000'000;

/// Opens when half of at least four of the last eight calls failed; tries two after ten seconds.
model::Breaker small() {
    model::Breaker spec;
    spec.windowCalls = 8;
    spec.leastCalls = 4;
    spec.openFor = std::chrono::seconds(10);
    spec.trials = 2;
    return spec;
}

/// One call that ends at once; false if it was not admitted.
bool call(CircuitBreaker& breaker, SimTime now, bool failed, SimTime took = 0) {
    if (!breaker.admit(now)) return false;
    breaker.record(now, breaker.era(), failed, took);
    return true;
}

CircuitBreaker opened(const model::Breaker& spec, SimTime now) {
    CircuitBreaker breaker(spec);
    for (int i = 0; i < spec.leastCalls; ++i) call(breaker, now, true);
    return breaker;
}

}  // namespace

class TestCircuitBreaker : public QObject {
    Q_OBJECT

private slots:
    void opensWhenTheShareIsReached() {
        CircuitBreaker breaker(small());
        call(breaker, 0, true);
        call(breaker, 0, true);
        call(breaker, 0, true);
        QCOMPARE(breaker.state(), State::closed);  // too few to tell
        call(breaker, 0, false);
        QCOMPARE(breaker.state(), State::open);
        QVERIFY(!breaker.admit(0));
    }

    void onlyTheLastCallsCount() {
        CircuitBreaker breaker(small());
        for (int i = 0; i < 5; ++i) call(breaker, 0, false);
        for (int i = 0; i < 3; ++i) call(breaker, 0, true);  // 3 of 8
        QCOMPARE(breaker.state(), State::closed);
        call(breaker, 0, true);  // a success has left the window
        QCOMPARE(breaker.state(), State::open);
    }

    void failuresInARow() {
        auto spec = small();
        spec.errors = 1;
        spec.windowCalls = spec.leastCalls = 5;
        CircuitBreaker breaker(spec);
        for (int i = 0; i < 4; ++i) call(breaker, 0, true);
        call(breaker, 0, false);
        for (int i = 0; i < 4; ++i) call(breaker, 0, true);
        QCOMPARE(breaker.state(), State::closed);
        call(breaker, 0, true);
        QCOMPARE(breaker.state(), State::open);
    }

    void aWindowOfTimeForgets() {
        auto spec = small();
        spec.windowTime = std::chrono::seconds(10);
        CircuitBreaker breaker(spec);
        for (int i = 0; i < 3; ++i) call(breaker, 0, true);
        for (int i = 0; i < 4; ++i) call(breaker, 11 * kSecond, false);
        for (int i = 0; i < 3; ++i) call(breaker, 11 * kSecond, true);
        QCOMPARE(breaker.state(), State::closed);
        call(breaker, 12 * kSecond, true);
        QCOMPARE(breaker.state(), State::open);
    }

    void slowCallsOpenItToo() {
        auto spec = small();
        spec.slow = std::chrono::seconds(2);
        CircuitBreaker breaker(spec);
        for (int i = 0; i < 3; ++i) call(breaker, 0, false, 3 * kSecond);
        call(breaker, 0, false, 2 * kSecond);
        QCOMPARE(breaker.state(), State::closed);
        for (int i = 0; i < 8; ++i) call(breaker, 0, false, 3 * kSecond);
        QCOMPARE(breaker.state(), State::open);
    }

    void trialsThatSucceedCloseIt() {
        CircuitBreaker breaker = opened(small(), 0);
        QVERIFY(!breaker.admit(10 * kSecond - 1));
        QVERIFY(breaker.admit(10 * kSecond));
        QVERIFY(breaker.admit(10 * kSecond));
        QVERIFY(!breaker.admit(10 * kSecond));
        const auto era = breaker.era();
        breaker.record(11 * kSecond, era, false, 0);
        QCOMPARE(breaker.state(), State::halfOpen);
        breaker.record(11 * kSecond, era, false, 0);
        QCOMPARE(breaker.state(), State::closed);
        for (int i = 0; i < 3; ++i) call(breaker, 12 * kSecond, true);
        QCOMPARE(breaker.state(), State::closed);  // it has forgotten what was before
    }

    void trialsThatFailOpenItAgain() {
        CircuitBreaker breaker = opened(small(), 0);
        QVERIFY(call(breaker, 10 * kSecond, false));
        QVERIFY(call(breaker, 12 * kSecond, true));  // half of the trials
        QCOMPARE(breaker.state(), State::open);
        QVERIFY(!breaker.admit(22 * kSecond - 1));
        QVERIFY(breaker.admit(22 * kSecond));
    }

    void aWithdrawnTrialMakesRoomForAnother() {
        CircuitBreaker breaker = opened(small(), 0);
        QVERIFY(breaker.admit(10 * kSecond) && breaker.admit(10 * kSecond));
        QVERIFY(!breaker.admit(10 * kSecond));
        breaker.withdraw(breaker.era());
        QVERIFY(breaker.admit(10 * kSecond));
        QVERIFY(!breaker.admit(10 * kSecond));
    }

    void outcomesOfAnEarlierEraAreForgotten() {
        CircuitBreaker breaker(small());
        QVERIFY(breaker.admit(0));
        const auto early = breaker.era();
        for (int i = 0; i < 4; ++i) call(breaker, 0, true);
        QCOMPARE(breaker.state(), State::open);
        QVERIFY(call(breaker, 10 * kSecond, false));
        breaker.record(10 * kSecond, early, true, 0);
        QCOMPARE(breaker.state(), State::halfOpen);
        QVERIFY(call(breaker, 10 * kSecond, false));
        QCOMPARE(breaker.state(), State::closed);
    }

    void envoysLimits() {
        using Verdict = CircuitLimits::Verdict;
        const CircuitLimits limits;
        QCOMPARE(limits.verdict(1023, 0), Verdict::pass);
        QCOMPARE(limits.verdict(1024, 1023), Verdict::wait);
        QCOMPARE(limits.verdict(1024, 1024), Verdict::refuse);
        QVERIFY(limits.allowsRetry(2) && !limits.allowsRetry(3));
    }
};

QTEST_GUILESS_MAIN(TestCircuitBreaker)
#include "tst_circuit_breaker.moc"
