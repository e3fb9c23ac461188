// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/retry_budget.h"

#include <QTest>

using namespace headroom::sim;
using namespace headroom;

namespace {

constexpr SimTime kMillisecond = 1'000'000;
constexpr SimTime kSecond = 1'000'000'000;

model::RetryBudget aFifth() {
    model::RetryBudget spec;
    spec.atLeast = {0};
    return spec;
}

}  // namespace

class TestRetryBudget : public QObject {
    Q_OBJECT

private slots:
    void fiveAttemptsPayForOneRetry() {
        RetryBudget budget(aFifth());
        for (int i = 0; i < 4; ++i) budget.onFirstAttempt(0);
        QVERIFY(!budget.allowRetry(0));
        budget.onFirstAttempt(0);
        QVERIFY(budget.allowRetry(0));
        QVERIFY(!budget.allowRetry(0));
    }

    void whatWasAddedIsForgotten() {
        RetryBudget budget(aFifth());
        for (int i = 0; i < 100; ++i) budget.onFirstAttempt(0);
        QVERIFY(budget.allowRetry(9 * kSecond));
        QVERIFY(!budget.allowRetry(10 * kSecond));
    }

    void aFewRetriesASecondAreFree() {
        RetryBudget budget(model::RetryBudget{});
        int allowed = 0;
        for (int ms = 0; ms < 60'000; ++ms) allowed += budget.allowRetry(ms * kMillisecond);
        QCOMPARE(allowed, 600);  // 10 a second, 10 s of them at a time
    }

    // In a total outage a client that retries as often as it may multiplies its load by 1.2.
    void boundsTheLoadOfAnOutage() {
        RetryBudget budget(aFifth());
        int retries = 0;
        for (int ms = 0; ms < 100'000; ++ms) {
            budget.onFirstAttempt(ms * kMillisecond);
            for (int attempt = 0; attempt < 3; ++attempt)
                retries += budget.allowRetry(ms * kMillisecond);
        }
        QCOMPARE(retries, 20'000);
    }

    // Envoy: 20 % of active and pending requests, and never fewer than 3.
    void retriesUnderWay() {
        const ActiveRetryBudget budget;
        QVERIFY(budget.allows(0, 2) && !budget.allows(0, 3));
        QVERIFY(budget.allows(19, 2) && !budget.allows(19, 3));
        QVERIFY(budget.allows(100, 19) && !budget.allows(100, 20));
        QVERIFY(budget.allows(104, 19) && !budget.allows(104, 20));  // truncated
    }
};

QTEST_GUILESS_MAIN(TestRetryBudget)
#include "tst_retry_budget.moc"
