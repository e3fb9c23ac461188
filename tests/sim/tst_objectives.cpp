// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/judge/objectives.h"

#include <QtTest>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;
using model::Share;

namespace {

model::Scenario promising(const model::Objective& objective) {
    model::Scenario scenario = scenarioOf(1);
    scenario.slos.push_back({"promise", objective, std::nullopt});
    return scenario;
}

RunResult withWorkload(Metric metric, std::optional<double> value) {
    RunResult result;
    result.workload.figures.at(metric).value = value;
    return result;
}

SloVerdict judged(Metric metric, std::optional<double> value, bool below,
                  model::Quantity threshold) {
    const model::Scenario scenario =
        promising(objectiveOf(metricRef("workload", metric), below, threshold));
    return judgeObjectives(scenario, withWorkload(metric, value)).front();
}

}  // namespace

class ObjectivesTest : public QObject {
    Q_OBJECT

private slots:
    void theValueIsComparedWithTheThreshold() {
        const model::Quantity limit = model::Duration(std::chrono::seconds(2));
        QCOMPARE(judged(Metric::responseTime, 1.9, true, limit).met, std::optional(true));
        QCOMPARE(judged(Metric::responseTime, 2.0, true, limit).met, std::optional(false));
        QCOMPARE(judged(Metric::responseTime, 2.1, false, limit).met, std::optional(true));
        QCOMPARE(judged(Metric::responseTime, std::nullopt, true, limit).met,
                 std::optional<bool>());
    }

    void aVerdictCarriesWhatItWasHeldAgainst() {
        const SloVerdict verdict = judged(Metric::responseTime, 1.9, true,
                                          model::Duration(std::chrono::milliseconds(250)));
        QCOMPARE(verdict.name, std::string("promise"));
        QCOMPARE(verdict.objective, std::string("as written"));
        QCOMPARE(verdict.threshold, 0.25);
        QCOMPARE(verdict.unit, model::Unit::seconds);
        QCOMPARE(verdict.errorBudgetLeft, std::optional<double>());
    }

    void theErrorBudgetIsWhatTheObjectiveAllows() {
        const auto left = [](Metric metric, double value, bool below, double share) {
            return *judged(metric, value, below, Share{share}).errorBudgetLeft;
        };
        QVERIFY(qFuzzyCompare(left(Metric::availability, 0.9994, false, 0.999), 0.4));
        QVERIFY(qFuzzyCompare(left(Metric::errorRatio, 0.0006, true, 0.001), 0.4));
        QVERIFY(qFuzzyCompare(left(Metric::errorRatio, 0, true, 0.001), 1.0));
        QVERIFY(qFuzzyCompare(left(Metric::errorRatio, 0.003, true, 0.001), -2.0));
        // Nothing may fail: there is no budget to spend.
        QVERIFY(!judged(Metric::availability, 0.9, false, Share{1}).errorBudgetLeft);
        QVERIFY(!judged(Metric::errorRatio, std::nullopt, true, Share{0.01}).errorBudgetLeft);
    }

    void withoutAnErrorObjectiveOneIsAssumed() {
        const model::Scenario scenario =
            promising(objectiveOf(metricRef("workload", Metric::responseTime), true,
                                  model::Duration(std::chrono::seconds(1))));
        QVERIFY(!hasErrorObjective(scenario));
        const auto verdicts = judgeObjectives(scenario, withWorkload(Metric::errorRatio, 0.02));
        QCOMPARE(verdicts.size(), 2u);
        QCOMPARE(verdicts[1].name, std::string(kAssumedErrorsName));
        QCOMPARE(verdicts[1].objective, std::string("workload.error_ratio < 1 %"));
        QCOMPARE(verdicts[1].met, std::optional(false));
        QVERIFY(qFuzzyCompare(*verdicts[1].errorBudgetLeft, -1.0));
    }

    void anErrorObjectiveIsOneThatUsersSee() {
        const auto has = [](const std::string& target, Metric metric, bool below) {
            return hasErrorObjective(
                promising(objectiveOf(metricRef(target, metric), below, Share{0.5})));
        };
        QVERIFY(has("workload", Metric::errorRatio, true));
        QVERIFY(has("workload", Metric::availability, false));
        QVERIFY(has("api", Metric::errorRatio, true));  // the entry
        QVERIFY(!has("mail", Metric::errorRatio, true));
        QVERIFY(!has("workload", Metric::errorRatio, false));
        QVERIFY(!has("workload", Metric::hitRatio, false));
        const auto scenario =
            promising(objectiveOf(metricRef("workload", Metric::errorRatio), true, Share{0.5}));
        QCOMPARE(judgeObjectives(scenario, withWorkload(Metric::errorRatio, 0.1)).size(), 1u);
    }
};

QTEST_GUILESS_MAIN(ObjectivesTest)
#include "tst_objectives.moc"
