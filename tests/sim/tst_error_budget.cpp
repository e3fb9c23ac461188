// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/error_budget.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace headroom::sim;

namespace {

constexpr SimTime kMinute = 60'000'000'000;
constexpr double kHour = 3600, kDay = 86400, kMonth = 30 * kDay;

/// 6,000 events a minute, of which none are bad in the first `quiet` minutes, and `share` after.
std::vector<EventCounts> outage(int quiet, int then, double share) {
    std::vector<EventCounts> intervals(static_cast<std::size_t>(quiet), {0, 6000});
    intervals.insert(intervals.end(), static_cast<std::size_t>(then), {6000 * share, 6000});
    return intervals;
}

/// Minutes since the start when somebody is first told; −1 if never.
long firstTold(const std::vector<EventCounts>& intervals, double allowed, BurnSeverity severity) {
    const auto told = burnCondition(intervals, kMinute, allowed, kMonth, severity);
    const auto first = std::ranges::find(told, true);
    return first == told.end() ? -1 : 1 + (first - told.begin());
}

}  // namespace

class ErrorBudgetTest : public QObject {
    Q_OBJECT

private slots:
    /// The recommended parameters of the Site Reliability Workbook, and Sloth's file for 28 days.
    void thresholdsAreThoseOfTheWorkbook() {
        const double in30Days[] = {14.4, 6, 3, 1};
        const double in28Days[] = {13.44, 5.6, 2.8, 28.0 / 30};
        for (std::size_t i = 0; i < kBurnWindows.size(); ++i) {
            const BurnWindow& window = kBurnWindows[i];
            QCOMPARE(burnRateThreshold(window.budgetShare, kMonth, window.longSeconds),
                     in30Days[i]);
            QCOMPARE(burnRateThreshold(window.budgetShare, 28 * kDay, window.longSeconds),
                     in28Days[i]);
            QCOMPARE(window.longSeconds, 12 * window.shortSeconds);
        }
    }
    void theBudgetLastsItsPeriodAtABurnRateOfOne() {
        QCOMPARE(*timeToExhaustion(1, kMonth), kMonth);
        QCOMPARE(*timeToExhaustion(burnRateOf(1, 0.001), kMonth), 43.2 * 60);
        QVERIFY(!timeToExhaustion(0, kMonth));
    }
    void windowsReachBackAsFarAsThereIsAnything() {
        const auto ratios = trailingErrorRatios(outage(2, 3, 0.5), kMinute, 120);
        const std::vector<double> expected{0, 0, 0.25, 0.5, 0.5};
        QVERIFY(ratios == expected);
        QVERIFY(std::isnan(trailingErrorRatios({{0, 0}}, kMinute, 60).front()));
    }
    /// 99.9 %, 2 % of errors from minute 60 on, no history before minute 0. promtool of Prometheus
    /// 2.42 fires at minute 86, by the pair of 6 h and 30 min.
    void aSlowBurnPagesWhenPrometheusDoes() {
        const auto intervals = outage(60, 60, 0.02);
        QCOMPARE(firstTold(intervals, 0.001, BurnSeverity::page), 86L);
    }
    /// A total outage is detected after threshold · allowed · window: 14.4 · 0.001 · 60 min.
    void aTotalOutagePagesWithinAMinute() {
        const auto intervals = outage(24 * 60, 10, 1);
        QCOMPARE(firstTold(intervals, 0.001, BurnSeverity::page), 24L * 60 + 1);
        const auto looser = outage(24 * 60, 60, 1);
        // 14.4 · 0.01 · 60 min = 8.64 min
        QCOMPARE(firstTold(looser, 0.01, BurnSeverity::page), 24L * 60 + 9);
    }
    void whatBurnsAsFastAsAllowedOnlyTellsNobody() {
        const auto intervals = outage(0, 4 * 24 * 60, 0.00099);
        QCOMPARE(firstTold(intervals, 0.001, BurnSeverity::page), -1L);
        QCOMPARE(firstTold(intervals, 0.001, BurnSeverity::ticket), -1L);
        const auto twice = outage(0, 4 * 24 * 60, 0.002);
        QCOMPARE(firstTold(twice, 0.001, BurnSeverity::page), -1L);
        QVERIFY(firstTold(twice, 0.001, BurnSeverity::ticket) > 0);
    }
    void theShortWindowEndsThePageSoonAfterTheOutage() {
        auto intervals = outage(600, 30, 1);
        const auto after = outage(40, 0, 0);
        intervals.insert(intervals.end(), after.begin(), after.end());
        const auto told = burnCondition(intervals, kMinute, 0.001, kMonth, BurnSeverity::page);
        QVERIFY(told[629]);
        QVERIFY(told[629 + 29]);  // the 30 min window of the slower pair still sees it
        QVERIFY(!told[629 + 31]);
    }
};

QTEST_GUILESS_MAIN(ErrorBudgetTest)
#include "tst_error_budget.moc"
