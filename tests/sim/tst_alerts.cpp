// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/judge/alerts.h"
#include "sim/judge/health.h"
#include "sim/judge/objectives.h"
#include "sim/study/experiment.h"
#include "small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;
using model::Statistic;
using namespace std::chrono_literals;

namespace {

IntervalCounts failures(std::uint64_t answered, std::uint64_t failed) {
    IntervalCounts counts = answers(answered, 0.1);
    counts.begun += failed;
    counts.failed = failed;
    return counts;
}

/// `quiet` seconds of 100 answers each, `bad` seconds in which a share fails, `after` quiet ones.
ReplicationResult outage(int quiet, int bad, int after, std::uint64_t failed) {
    std::vector<IntervalCounts> intervals;
    const auto add = [&](int count, std::uint64_t f) {
        for (int i = 0; i < count; ++i) intervals.push_back(failures(100 - f, f));
    };
    add(quiet, 0);
    add(bad, failed);
    add(after, 0);
    return replicationOf(intervals);
}

model::Alert alertOn(const model::MetricRef& metric, double above) {
    model::Alert alert;
    alert.name = "it";
    alert.text = "as written";
    alert.left.kind = model::Expression::Kind::metric;
    alert.left.metric = metric;
    alert.threshold = above;
    return alert;
}

AlertResult evaluated(const model::Alert& alert,
                      const std::vector<ReplicationResult>& replications) {
    model::Scenario scenario = test::scenarioOf(100);
    scenario.alerts = {alert};
    return evaluateAlerts(scenario, replications).front();
}

/// `133-228 240-250`
QString text(const std::vector<TimeSpan>& spans) {
    QStringList parts;
    for (const TimeSpan& span : spans)
        parts << QString("%1-%2").arg(span.fromSeconds).arg(span.toSeconds);
    return parts.join(' ');
}

const model::MetricRef kErrors = metricRef("workload", Metric::errorRatio);

}  // namespace

class AlertsTest : public QObject {
    Q_OBJECT

private slots:
    /// Half of all fail from 120 s to 180 s. Over the trailing minute the ratio passes 10 % after
    /// 13 s (6.5/60) and falls under it again 48 s after the end (6/60 is not over 10 %).
    void theTrailingWindowDecides() {
        const AlertResult result = evaluated(alertOn(kErrors, 0.1), {outage(120, 60, 100, 50)});
        QVERIFY(result.isKnown);
        QCOMPARE(result.fired.size(), std::size_t{1});
        QCOMPARE(result.fired[0], (TimeSpan{133, 228}));
        QCOMPARE(result.replicationsFired, 1);
        QCOMPARE(result.shareOfTime, std::optional(95.0 / 280));
    }
    void holdDelaysAndKeepFiringProlongs() {
        model::Alert alert = alertOn(kErrors, 0.1);
        alert.holdFor = 30s;
        alert.keepFiringFor = 20s;
        QCOMPARE(text(evaluated(alert, {outage(120, 60, 100, 50)}).fired), QString("163-248"));
        alert.holdFor = 200s;
        QVERIFY(evaluated(alert, {outage(120, 60, 100, 50)}).fired.empty());
    }
    void aWindowOfOneSampleSeesOnlyThat() {
        model::Alert alert = alertOn(kErrors, 0.1);
        alert.window = 1s;
        QCOMPARE(text(evaluated(alert, {outage(10, 5, 10, 50)}).fired), QString("11-16"));
    }
    void belowFiresUnderTheThreshold() {
        model::Alert alert = alertOn(metricRef("workload", Metric::throughput), 90);
        alert.window = 1s;
        alert.below = true;
        QCOMPARE(text(evaluated(alert, {outage(10, 5, 10, 50)}).fired), QString("11-16"));
    }
    void theFirstReplicationIsShownAndAllAreCounted() {
        const auto quiet = outage(280, 0, 0, 0), bad = outage(120, 60, 100, 50);
        const AlertResult result = evaluated(alertOn(kErrors, 0.1), {quiet, bad, bad});
        QVERIFY(result.fired.empty());
        QCOMPARE(result.replicationsFired, 2);
        QVERIFY(std::abs(*result.shareOfTime - 2 * 95.0 / (3 * 280)) < 1e-12);
    }
    void whatIsNeverKnownIsSaidToBe() {
        const AlertResult result =
            evaluated(alertOn(metricRef("nowhere", Metric::hitRatio), 0.1), {outage(9, 0, 0, 0)});
        QVERIFY(!result.isKnown);
        QVERIFY(!result.shareOfTime);
        QVERIFY(result.fired.empty());
    }
    /// 20 % of errors where 1 % is allowed: a burn rate of 20, over both windows.
    void anAlertOnTheBurnRateNeedsBothWindows() {
        model::Scenario scenario = test::scenarioOf(100);
        model::Slo slo;
        slo.name = "available";
        slo.objective =
            objectiveOf(metricRef("workload", Metric::availability), false, model::Share{0.99});
        scenario.slos = {slo};
        model::Alert alert = alertOn(kErrors, 0);
        alert.burn = model::BurnRate{"available", 10, {}};
        alert.window = 120s;
        scenario.alerts = {alert};
        const auto fired = evaluateAlerts(scenario, std::vector{outage(120, 90, 60, 20)})[0].fired;
        // Over 120 s: 20 s / 120 · n > 10 after 61 s of it. The short window, 10 s, has half of it
        // left 5 s after the end.
        QCOMPARE(text(fired), QString("181-215"));
    }
    void errorBudgetsSayHowLongTheyLast() {
        model::Scenario scenario = test::scenarioOf(100);
        model::Slo slo;
        slo.objective = objectiveOf(kErrors, true, model::Share{0.01});
        slo.over = std::chrono::hours(24 * 28);
        scenario.slos = {slo};
        RunResult result;
        result.workload.figures.at(Metric::errorRatio) = {0.04, 0.001};
        std::vector<SloVerdict> verdicts = judgeObjectives(scenario, result);
        addErrorBudgets(scenario, std::vector{outage(60, 600, 0, 50)}, verdicts);
        const ErrorBudget& budget = *verdicts[0].budget;
        QCOMPARE(*verdicts[0].errorBudgetLeft, -3.0);
        QCOMPARE(budget.burnRate, 4.0);
        QCOMPARE(*budget.exhaustedAfterSeconds, 7 * 86400.0);
        // 13.44 · 1 % over what there is of the hour: 0.5 n / (60 + n) > 0.1344 after 23 s; the
        // pair of 5.6 and its longer windows sees the same history, so 0.056 is passed after 8 s.
        QCOMPARE(budget.pages.size(), std::size_t{1});
        QCOMPARE(budget.pages[0], (TimeSpan{68, 660}));
    }
    void objectivesOnTimesHaveNoErrorBudget() {
        model::Scenario scenario = test::scenarioOf(100);
        model::Slo slo;
        slo.objective =
            objectiveOf(metricRef("workload", Metric::responseTime), true, model::Duration(2s));
        scenario.slos = {slo};
        RunResult result;
        std::vector<SloVerdict> verdicts = judgeObjectives(scenario, result);
        addErrorBudgets(scenario, std::vector{outage(60, 0, 0, 0)}, verdicts);
        QVERIFY(!verdicts[0].budget);
    }

    /// Through the engine: ten arrivals, a second apart, each served in 2.5 s by one server, so
    /// that the n-th answers after 2.5 + 1.5 (n − 1) s, at 1 + 2.5 n s.
    void quantilesOfTheWindowAreThoseOfItsVisits() {
        model::Scenario scenario = test::scenarioOf(
            std::string("headroom: 1\nrun: {duration: 30 s, sample: 1 s, warm_up: none, "
                        "replications: 1}\n") +
            "components:\n  app: {type: station, servers: 1, operations: {x: [{work: 2.5 s}]}}\n" +
            kTenArrivals);
        model::Alert alert = alertOn(metricRef("app", Metric::responseTime, Statistic::max), 7.5);
        alert.window = 5s;
        model::Alert median = alert;
        median.left.metric.statistic = Statistic::p50;
        scenario.alerts = {alert, median};
        const RunResult result = runExperiment(scenario, {});
        // The fifth, at 13.5 s, is the first with more than 7.5 s (8.5 s); the last answers at 26 s
        // and leaves the window after 31 s.
        QCOMPARE(text(result.alerts[0].fired), QString("14-30"));
        // Of the visits in a window of 5 s the lower of two counts: from the seventh on (18.5 s)
        // both are over 7.5 s, once the window has lost the fourth (11 s).
        QVERIFY(result.alerts[1].fired.size() == 1);
        QVERIFY(result.alerts[1].fired[0].fromSeconds >= 14);
        QVERIFY(result.alerts[1].fired[0].fromSeconds <= 19);
    }

    void healthIsTheWeightedSumOfItsParts() {
        const model::Scenario scenario = test::scenarioOf(100);
        RunResult result;
        QVERIFY(!healthOf(scenario, result).score);
        SloVerdict held, missed;
        held.met = true;
        missed.met = false;
        result.slos = {held, held, held, missed};
        QCOMPARE(*healthOf(scenario, result).score, 75.0);
        result.workload.figures.at(Metric::errorRatio) = {0.05,
                                                          0.0};  // 5 of 10 times the assumed 1 %
        const double both = 100 * (0.4 * 0.75 + 0.25 * 0.5) / 0.65;
        QVERIFY(std::abs(*healthOf(scenario, result).score - both) < 1e-9);
        result.components.emplace_back().name = "api";
        result.components[0].figures.at(Metric::utilisation) = {0.85, 0.01};
        AlertResult alert;
        alert.shareOfTime = 0.5;
        alert.severity = model::Severity::critical;
        result.alerts = {alert};
        const Health health = healthOf(scenario, result);
        const double all = 100 * (0.4 * 0.75 + 0.25 * 0.5 + 0.25 * 0.5 + 0.1 * 0.5);
        QVERIFY2(std::abs(*health.score - all) < 1e-9, qPrintable(QString::number(*health.score)));
        double weights = 0;
        for (const HealthPart& part : health.parts) weights += part.weight;
        QCOMPARE(weights, 1.0);
    }
    void aSystemAtEaseIsHealthyAndOneThatFailsIsNot() {
        const model::Scenario scenario = test::scenarioOf(100);
        RunResult result;
        SloVerdict slo;
        slo.met = true;
        result.slos = {slo};
        result.workload.figures.at(Metric::errorRatio) = {0, 0.0};
        result.components.emplace_back().name = "api";
        result.components[0].figures.at(Metric::utilisation) = {0.3, 0.01};
        QCOMPARE(*healthOf(scenario, result).score, 100.0);
        result.slos[0].met = false;
        result.workload.figures.at(Metric::errorRatio) = {0.5, 0.0};
        result.components[0].figures.at(Metric::utilisation) = {1, 0.0};
        QCOMPARE(*healthOf(scenario, result).score, 0.0);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
