// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/measure/warm_up.h"
#include "sim/study/interval_metric.h"
#include "sim/study/run_result.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;
using model::Statistic;

namespace {

constexpr double kTiny = 1e-12;

bool close(std::optional<double> a, double b) {
    return a && std::abs(*a - b) <= kTiny * std::max(1.0, std::abs(b));
}

std::vector<IntervalCounts> repeated(std::size_t times, const IntervalCounts& counts) {
    return std::vector<IntervalCounts>(times, counts);
}

/// Answers with a response time that jitters about `mean`, the same for the same seed.
std::vector<IntervalCounts> jittering(std::size_t intervals, double mean, unsigned seed) {
    std::mt19937 engine(seed);
    std::uniform_real_distribution<double> factor(0.9, 1.1);
    std::vector<IntervalCounts> all;
    for (std::size_t i = 0; i < intervals; ++i) all.push_back(answers(100, mean * factor(engine)));
    return all;
}

std::vector<double> means(const std::vector<IntervalCounts>& intervals) {
    std::vector<double> all;
    for (const IntervalCounts& c : intervals)
        all.push_back(c.responseSum / static_cast<double>(c.answered));
    return all;
}

RunResult measured(const model::Scenario& scenario,
                   const std::vector<ReplicationResult>& replications) {
    return measure(scenario, replications);
}

Estimate workloadFigure(const RunResult& result, Metric metric,
                        Statistic statistic = Statistic::mean) {
    return result.workload.figures.at(metric, statistic);
}

bool mentions(const RunResult& result, const char* words) {
    return std::ranges::any_of(
        result.notes, [&](const std::string& n) { return n.find(words) != std::string::npos; });
}

model::Scenario withAutomaticWarmUp() {
    model::Scenario scenario = scenarioOf(100);
    scenario.run.warmUp.kind = model::WarmUp::Kind::automatic;
    return scenario;
}

/// A component with a line, whose waiting visits grow by `perSecond` each second.
TargetLog lineOf(const std::string& name, std::size_t intervals, double level, double perSecond) {
    std::vector<IntervalCounts> counts;
    for (std::size_t i = 0; i < intervals; ++i) {
        counts.push_back(answers(100, 0.1));
        counts.back().waitingArea = level + perSecond * static_cast<double>(i);
        counts.back().inSystemArea = counts.back().waitingArea + 1;
    }
    TargetLog log = logOf(name, "station", counts);
    log.hasLine = true;
    return log;
}

}  // namespace

class SummaryTest : public QObject {
    Q_OBJECT

private slots:
    void timesAreCutInBlocks() {
        TimesLog log(2);
        for (SimTime value : {1, 2, 3, 4, 5}) {
            log.record(value);
            QCOMPARE(log.closeInterval().count(), 1u);
        }
        QCOMPARE(log.since(0).count(), 5u);
        QCOMPARE(log.since(2).count(), 3u);
        QCOMPARE(log.since(4).max(), SimTime{5});
        QVERIFY(log.since(6).empty());
        log.closeForCutsUpTo(2);
        QCOMPARE(log.since(0).count(), 5u);
        QCOMPARE(log.since(2).count(), 3u);
    }

    void figuresAreRatiosOfSums() {
        const auto result =
            measured(scenarioOf(1), {replicationOf({answers(1, 10), answers(9, 1)})});
        QVERIFY(close(workloadFigure(result, Metric::responseTime).value, 1.9));
        QVERIFY(close(workloadFigure(result, Metric::throughput).value, 5));
        QVERIFY(close(workloadFigure(result, Metric::inSystem).value, 9.5));
    }

    void littlesLawHoldsAmongTheFigures() {
        const auto result = measured(scenarioOf(1), {replicationOf(jittering(50, 0.3, 1))});
        const double population = *workloadFigure(result, Metric::throughput).value *
                                  *workloadFigure(result, Metric::responseTime).value;
        QVERIFY(std::abs(*workloadFigure(result, Metric::inSystem).value - population) < 1e-9);
    }

    void whatEndsWithoutAnswerIsAnError() {
        IntervalCounts counts = answers(6, 1);
        counts.refused = 2;
        counts.timedOut = counts.failed = 1;
        counts.begun = 12;
        const auto result =
            measured(scenarioOf(1), {replicationOf({counts}), replicationOf({counts})});
        QVERIFY(close(workloadFigure(result, Metric::errorRatio).value, 0.4));
        QVERIFY(close(workloadFigure(result, Metric::availability).value, 0.6));
        QVERIFY(close(workloadFigure(result, Metric::arrivalRate).value, 12));
        QVERIFY(close(result.workload.errors.refused, 2));
        QVERIFY(close(result.workload.errors.timeout, 1));
        QVERIFY(close(result.workload.errors.failed, 1));
    }

    void whatCannotBeMeasuredIsUnknown() {
        ReplicationResult empty = replicationOf(repeated(60, {}));
        TargetLog idle = logOf("api", "service", repeated(60, {}));
        idle.hasServers = idle.hasSlots = idle.hasLine = idle.isCache = true;
        idle.hasOwnTimes = idle.hasCpuWaits = true;
        empty.components.push_back(idle);
        const auto result = measured(scenarioOf(1), {empty, empty});
        for (const Figures& figures : {result.workload.figures, result.components[0].figures}) {
            for (int m = 0; m < model::kMetricCount; ++m)
                for (int s = 0; s < model::kStatisticCount; ++s) {
                    const Estimate& e =
                        figures.at(static_cast<Metric>(m), static_cast<Statistic>(s));
                    QVERIFY(!e.value || std::isfinite(*e.value));
                    QVERIFY(!e.halfWidth || std::isfinite(*e.halfWidth));
                }
            for (const Metric metric :
                 {Metric::responseTime, Metric::errorRatio, Metric::availability,
                  Metric::utilisation, Metric::hitRatio, Metric::memory, Metric::cost})
                QVERIFY(!figures.at(metric).value);
            QVERIFY(!figures.at(Metric::responseTime, Statistic::p95).value);
            QVERIFY(close(figures.at(Metric::throughput).value, 0));
        }
    }

    void onlyMetricsWithAMeaningAreKnown() {
        ReplicationResult replication = replicationOf({answers(4, 1)});
        IntervalCounts counts = answers(4, 1);
        counts.busyArea = 1;
        counts.capacityArea = 4;
        counts.waitingArea = 2;
        counts.lookUps = 4;
        counts.hits = 3;
        replication.components = {logOf("plain", "client", {counts}),
                                  logOf("full", "cache", {counts})};
        replication.components[1].hasServers = replication.components[1].hasLine = true;
        replication.components[1].isCache = true;
        const auto result = measured(scenarioOf(1), {replication});
        for (const Metric metric :
             {Metric::utilisation, Metric::queueLength, Metric::hitRatio, Metric::wait,
              Metric::instances, Metric::connections, Metric::coldStarts})
            QVERIFY(!result.components[0].figures.at(metric).value);
        QVERIFY(close(result.components[1].figures.at(Metric::utilisation).value, 0.25));
        QVERIFY(close(result.components[1].figures.at(Metric::queueLength).value, 2));
        QVERIFY(close(result.components[1].figures.at(Metric::hitRatio).value, 0.75));
    }

    void meansHaveStudentsIntervalOverReplications() {
        const auto result =
            measured(scenarioOf(1), {replicationOf({answers(1, 1)}), replicationOf({answers(9, 2)}),
                                     replicationOf({answers(2, 6)})});
        QCOMPARE(workloadFigure(result, Metric::responseTime), meanWithInterval({1, 2, 6}, 0.95));
        QCOMPARE(workloadFigure(result, Metric::throughput), meanWithInterval({1, 9, 2}, 0.95));
    }

    void aReplicationWithoutTheFigureIsLeftOut() {
        const auto result =
            measured(scenarioOf(1), {replicationOf({answers(1, 1)}), replicationOf({answers(0, 0)}),
                                     replicationOf({answers(1, 3)})});
        QCOMPARE(workloadFigure(result, Metric::responseTime), meanWithInterval({1, 3}, 0.95));
    }

    void quantilesAreThoseOfThePooledHistogram() {
        // Nine in ten answers are fast, but one of the two replications saw none of the fast ones.
        const auto result = measured(
            scenarioOf(1), {replicationOf({answers(900, 1)}), replicationOf({answers(100, 8)})});
        const Estimate p50 = workloadFigure(result, Metric::responseTime, Statistic::p50);
        QVERIFY(std::abs(*p50.value - 1) < 0.01);
        const auto halfWidth = studentHalfWidth({1, 8}, 0.95);
        QVERIFY(std::abs(*p50.halfWidth - *halfWidth) < 0.01 * *halfWidth);
        const Estimate max = workloadFigure(result, Metric::responseTime, Statistic::max);
        QVERIFY(close(max.value, 8));
        QVERIFY(!max.halfWidth);
    }

    void aQuantileIsNotKnownBetterThanItsBin() {
        const std::vector<ReplicationResult> same(3, replicationOf({answers(10, 2)}));
        const Estimate p50 =
            workloadFigure(measured(scenarioOf(1), same), Metric::responseTime, Statistic::p50);
        QVERIFY(std::abs(*p50.value - 2) <= *p50.halfWidth);
        QVERIFY(*p50.halfWidth < 0.02);
    }

    void oneReplicationHasBatchMeans() {
        const auto intervals = jittering(100, 1, 3);
        std::vector<double> responses;
        for (const IntervalCounts& c : intervals) responses.push_back(c.responseSum / 100);
        const auto result = measured(scenarioOf(1), {replicationOf(intervals)});
        const Estimate mean = workloadFigure(result, Metric::responseTime);
        // With as many answers in each interval, the ratio estimator is the mean of the intervals.
        const Estimate expected = batchMeans(responses, 0.95);
        QVERIFY(std::abs(*mean.value - *expected.value) < 1e-9);
        QVERIFY(std::abs(*mean.halfWidth - *expected.halfWidth) < 1e-9);
        QVERIFY(!workloadFigure(result, Metric::responseTime, Statistic::p95).halfWidth);
    }

    void oneShortOrUnsteadyReplicationHasNoIntervals() {
        const auto brief = measured(scenarioOf(1), {replicationOf(jittering(30, 1, 3))});
        QVERIFY(!workloadFigure(brief, Metric::responseTime).halfWidth);
        model::Scenario ramp = scenarioOf(1);
        ramp.workload.users->points.push_back({std::chrono::minutes(1), 500});
        const auto varying = measured(ramp, {replicationOf(jittering(100, 1, 3))});
        QVERIFY(workloadFigure(varying, Metric::responseTime).value);
        QVERIFY(!workloadFigure(varying, Metric::responseTime).halfWidth);
    }

    void coldStartsAreCountedOverTheMeasuredTime() {
        IntervalCounts three;
        three.coldStarts = 3;
        ReplicationResult one = replicationOf(repeated(10, {})), two = one;
        one.components.push_back(logOf("fn", "function", repeated(10, three)));
        two.components.push_back(logOf("fn", "function", repeated(10, {})));
        one.components[0].hasColdStarts = two.components[0].hasColdStarts = true;
        const auto result = measured(scenarioOf(1), {one, two});
        QVERIFY(close(result.components[0].figures.at(Metric::coldStarts).value, 15));
    }

    void callsAreAveragedOverTimeAndReplications() {
        ReplicationResult one = replicationOf(repeated(2, {})), two = one;
        one.components.push_back(logOf("api", "service", repeated(2, {})));
        two.components = one.components;
        one.components[0].calls.push_back({"db", {1, 3}});
        two.components[0].calls.push_back({"db", {4, 4}});
        const auto result = measured(scenarioOf(1), {one, two});
        QCOMPARE(result.components[0].calls.size(), 1u);
        QCOMPARE(result.components[0].calls[0].callee, std::string("db"));
        QVERIFY(close(result.components[0].calls[0].standing, 3));
    }

    void theLatestWarmUpHoldsForAllInWholeBlocks() {
        std::vector<IntervalCounts> slowStart = jittering(200, 1, 5);
        for (std::size_t i = 0; i < 42; ++i) slowStart[i] = answers(100, 20);
        const auto result = measured(withAutomaticWarmUp(),
                                     {replicationOf(jittering(200, 1, 4), 8),
                                      replicationOf(slowStart, 8), replicationOf(slowStart, 8)});
        QVERIFY(result.warmUpSeconds >= 42);
        QVERIFY(result.warmUpSeconds <= 100);
        QCOMPARE(std::fmod(result.warmUpSeconds, 8), 0.0);
        QVERIFY(result.stationary);
        QVERIFY(*workloadFigure(result, Metric::responseTime).value < 1.1);
        QVERIFY(*workloadFigure(result, Metric::responseTime, Statistic::max).value < 1.2);
    }

    void closedLogsGiveTheSameFigures_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("automatic") << static_cast<int>(model::WarmUp::Kind::automatic);
        QTest::newRow("fixed") << static_cast<int>(model::WarmUp::Kind::fixed);
        QTest::newRow("none") << static_cast<int>(model::WarmUp::Kind::none);
    }

    void closedLogsGiveTheSameFigures() {
        QFETCH(int, kind);
        model::Scenario scenario = scenarioOf(100);
        scenario.run.warmUp = {static_cast<model::WarmUp::Kind>(kind), std::chrono::seconds(70)};
        std::vector<IntervalCounts> slowStart = jittering(200, 1, 5);
        for (std::size_t i = 0; i < 42; ++i) slowStart[i] = answers(100, 20);
        ReplicationResult open = replicationOf(slowStart, 8), closed = open;
        closed.workload.responseTimes.closeForCutsUpTo(latestWarmUpEnd(scenario, closed));
        const RunResult a = measured(scenario, {open}), b = measured(scenario, {closed});
        QCOMPARE(a.warmUpSeconds > 0, scenario.run.warmUp.kind != model::WarmUp::Kind::none);
        for (const Statistic statistic : {Statistic::p50, Statistic::p99, Statistic::max})
            QCOMPARE(workloadFigure(a, Metric::responseTime, statistic),
                     workloadFigure(b, Metric::responseTime, statistic));
    }

    void aFixedWarmUpIsRoundedUpToBlocks() {
        model::Scenario scenario = scenarioOf(100);
        scenario.run.warmUp = {model::WarmUp::Kind::fixed, std::chrono::milliseconds(8500)};
        QCOMPARE(measured(scenario, {replicationOf(jittering(40, 1, 1), 4)}).warmUpSeconds, 12.0);
        const auto tooShort = measured(scenario, {replicationOf(jittering(9, 1, 1))});
        QCOMPARE(tooShort.warmUpSeconds, 0.0);
        QVERIFY(mentions(tooShort, "ended within its warm-up"));
    }

    void aVaryingLoadIsNotCut() {
        model::Scenario scenario = withAutomaticWarmUp();
        scenario.workload.users->points.push_back({std::chrono::minutes(1), 500});
        std::vector<IntervalCounts> slowStart = jittering(200, 1, 5);
        for (std::size_t i = 0; i < 42; ++i) slowStart[i] = answers(100, 20);
        const auto result = measured(scenario, {replicationOf(slowStart)});
        QCOMPARE(result.warmUpSeconds, 0.0);
        QVERIFY(!result.stationary);
        QVERIFY(result.notes.empty());
    }

    void aReconnectStormIsNotCut() {
        model::Scenario scenario = withAutomaticWarmUp();
        scenario.workload.startTogether = true;
        QVERIFY(!isStationary(scenario));
    }

    void aRunWithoutSteadyStateIsKeptWholeAndSaysSo() {
        std::vector<IntervalCounts> worse;
        for (std::size_t i = 0; i < 200; ++i)
            worse.push_back(answers(100, 1 + static_cast<double>(i)));
        const auto result =
            measured(withAutomaticWarmUp(), {replicationOf(worse), replicationOf(worse)});
        QCOMPARE(result.warmUpSeconds, 0.0);
        QVERIFY(!result.stationary);
        QVERIFY(mentions(result, "No steady state was found: response times rose from about"));
    }

    /// Response times that wander slowly, as those of a saturated system do: the best cut of each
    /// replication lies in its second half by chance, and still nothing drifts.
    void slowWanderingIsASteadyState() {
        std::vector<ReplicationResult> replications;
        for (const double phase : {0.0, 2.0, 4.0}) {
            std::vector<IntervalCounts> slow;
            for (int i = 0; i < 120; ++i) {
                const double swing = i < 75 ? 0.05 : 0.005;
                slow.push_back(answers(100, i < 25 ? 0.5 : 1 + swing * std::sin(i / 6.0 + phase)));
            }
            replications.push_back(replicationOf(slow));
            QVERIFY(mser5(means(slow))->late);
        }
        const auto result = measured(withAutomaticWarmUp(), replications);
        QVERIFY(result.stationary && result.notes.empty());
        QVERIFY(result.warmUpSeconds >= 25 && result.warmUpSeconds <= 60);
    }

    void aWarmUpThatIsTooShortIsNamed() {
        std::vector<IntervalCounts> slowStart = jittering(200, 1, 5);
        for (std::size_t i = 0; i < 150; ++i)
            slowStart[i] = answers(100, 4 - static_cast<double>(i) / 50);
        model::Scenario scenario = scenarioOf(100);
        scenario.run.warmUp = {model::WarmUp::Kind::fixed, std::chrono::seconds(20)};
        const auto result = measured(scenario, {replicationOf(slowStart)});
        QCOMPARE(result.warmUpSeconds, 20.0);
        QVERIFY(mentions(result, "not those of a steady state: response times fell from about 3"));
        QVERIFY(!result.stationary);
        scenario.run.warmUp.time = std::chrono::seconds(160);
        QVERIFY(measured(scenario, {replicationOf(slowStart)}).notes.empty());
    }

    /// Nobody waits for the origin, so response times say nothing of the cache that fills.
    void aCacheThatFillsIsCutAsWell() {
        const auto withCache = [](double tau, unsigned seed) {
            ReplicationResult r = replicationOf(jittering(200, 1, seed));
            std::mt19937 engine(seed);
            std::vector<IntervalCounts> counts = repeated(200, answers(1000, 0.1));
            for (std::size_t i = 0; i < 200; ++i) {
                counts[i].lookUps = 1000;
                counts[i].hits = std::binomial_distribution<std::uint64_t>(
                    1000, 0.8 * (1 - std::exp(-(static_cast<double>(i) + 0.5) / tau)))(engine);
            }
            r.components.push_back(logOf("store", "cache", counts));
            r.components[0].isCache = true;
            return r;
        };
        const auto hitRatio = [](const RunResult& result) {
            return *result.components[0].figures.at(Metric::hitRatio).value;
        };
        const auto filled = measured(withAutomaticWarmUp(), {withCache(8, 1), withCache(8, 2)});
        QVERIFY(filled.warmUpSeconds >= 20 && filled.warmUpSeconds <= 100);
        QVERIFY(std::abs(hitRatio(filled) - 0.8) < 0.004);
        QVERIFY(filled.stationary && filled.notes.empty());
        const auto filling = measured(withAutomaticWarmUp(), {withCache(90, 1), withCache(90, 2)});
        QVERIFY(mentions(filling, "The cache `store` has not settled: its hit ratio rose from"));
        QVERIFY(!filling.stationary);
        model::Scenario fixed = scenarioOf(100);
        fixed.run.warmUp = {model::WarmUp::Kind::fixed, std::chrono::seconds(20)};
        QVERIFY(mentions(measured(fixed, {withCache(40, 1), withCache(40, 2)}), "has not settled"));
        fixed.run.warmUp.kind = model::WarmUp::Kind::none;
        QVERIFY(!mentions(measured(fixed, {withCache(40, 1)}), "has not settled"));
    }

    /// What was slow by chance must not be cut off because it was slow: the replication that would
    /// cut most has no say in its own cut.
    void noReplicationDecidesOnItsOwnCut() {
        std::vector<IntervalCounts> burst = jittering(200, 1, 5), brief = jittering(200, 1, 6);
        for (std::size_t i = 0; i < 60; ++i) burst[i] = answers(100, 5);
        for (std::size_t i = 0; i < 20; ++i) brief[i] = answers(100, 5);
        const std::vector<ReplicationResult> replications{replicationOf(burst),
                                                          replicationOf(brief)};
        const MeasuredPart part = measuredPart(withAutomaticWarmUp(), replications);
        QVERIFY(part.firsts[0] >= 20 && part.firsts[0] < 60);
        QVERIFY(part.firsts[1] >= 60);
        QCOMPARE(part.warmUp(), part.firsts[1]);
        const auto each = measureEach(withAutomaticWarmUp(), replications);
        QVERIFY(*workloadFigure(each[0], Metric::responseTime).value > 1.5);
        QVERIFY(*workloadFigure(each[1], Metric::responseTime).value < 1.1);
        const Estimate both =
            workloadFigure(measured(withAutomaticWarmUp(), replications), Metric::responseTime);
        QCOMPARE(both, meanWithInterval({*workloadFigure(each[0], Metric::responseTime).value,
                                         *workloadFigure(each[1], Metric::responseTime).value},
                                        0.95));
    }

    void aReplicationGivenUpWithinTheWarmUpOfOthersSaysSo() {
        std::vector<IntervalCounts> slowStart = jittering(200, 1, 5);
        for (std::size_t i = 0; i < 80; ++i) slowStart[i] = answers(100, 20);
        const auto result = measured(
            withAutomaticWarmUp(), {replicationOf(slowStart), replicationOf(jittering(60, 1, 1))});
        QCOMPARE(result.warmUpSeconds, 0.0);
        QVERIFY(mentions(result, "given up before the end of the others' warm-up"));
    }

    void aRunTooShortForAWarmUpSaysSo() {
        const auto result = measured(withAutomaticWarmUp(), {replicationOf(jittering(49, 1, 1))});
        QVERIFY(mentions(result, "49 sample intervals"));
        QCOMPARE(result.warmUpSeconds, 0.0);
    }

    void workThatGrowsIsNamedByItsFastestLine() {
        ReplicationResult replication = replicationOf(jittering(200, 1, 1));
        replication.components = {lineOf("steady", 200, 500, 0), lineOf("slow", 200, 0, 20),
                                  lineOf("fast", 200, 0, 30)};
        const auto growing = findGrowingWork(std::vector{replication});
        QVERIFY(growing);
        QCOMPARE(growing->component, std::string("fast"));
        QVERIFY(growing->waiting);
        QVERIFY(std::abs(growing->perSecond - 30) < 1e-6);
        const auto result = measured(withAutomaticWarmUp(), {replication});
        QVERIFY(mentions(result, "line in front of `fast` grew by 30"));
        QCOMPARE(result.warmUpSeconds, 0.0);
    }

    void aQueueThatFluctuatesDoesNotGrow() {
        // A random walk with reflection: what a queue at exactly its capacity does.
        for (unsigned seed = 0; seed < 200; ++seed) {
            std::mt19937 engine(seed);
            std::poisson_distribution<int> visits(100);
            std::vector<IntervalCounts> counts;
            double level = 0;
            for (int i = 0; i < 300; ++i) {
                level = std::max(0.0, level + visits(engine) - visits(engine));
                counts.push_back(answers(100, 0.1));
                counts.back().waitingArea = counts.back().inSystemArea = level;
            }
            ReplicationResult replication = replicationOf(counts);
            replication.components.push_back(logOf("api", "station", counts));
            replication.components[0].hasLine = true;
            QVERIFY2(!findGrowingWork(std::vector{replication}), qPrintable(QString::number(seed)));
        }
    }

    void seriesSkipWhatIsNotThere() {
        ReplicationResult one = replicationOf({answers(1, 2), answers(0, 0), answers(0, 0)});
        ReplicationResult two = replicationOf({answers(1, 4), answers(1, 6), answers(0, 0)});
        one.users = two.users = {7, 8, 9};
        one.components.push_back(logOf("api", "station", repeated(3, {})));
        two.components = one.components;
        const RunResult result = resultOf(scenarioOf(1), std::vector{one, two}, false);
        const auto series = [&](const std::string& name) {
            const auto found = std::ranges::find(result.series, name, &Series::name);
            return found == result.series.end() ? std::vector<double>{} : found->values;
        };
        QCOMPARE(series("workload.users"), (std::vector<double>{7, 8, 9}));
        const auto means = series("mean(workload.response_time)"),
                   p95 = series("p95(workload.response_time)");
        for (const auto& values : {means, p95}) {
            QCOMPARE(values.size(), 3u);
            QCOMPARE(values[0], 3.0);
            QCOMPARE(values[1], 6.0);
            QVERIFY(std::isnan(values[2]));
        }
        QCOMPARE(series("workload.throughput"), (std::vector<double>{1, 0.5, 0}));
        QCOMPARE(series("api.throughput"), (std::vector<double>{0, 0, 0}));
        QVERIFY(series("api.utilisation").empty());
        QVERIFY(series("api.hit_ratio").empty());
    }

    void aVaryingLoadIsJudgedWhereItIsHighest() {
        std::vector<IntervalCounts> workload, api;
        for (int i = 0; i < 100; ++i) {
            const bool busy = i >= 40 && i < 50;
            workload.push_back(answers(10, busy ? 5 : 0.1));
            api.push_back(workload.back());
            api.back().capacityArea = 1;
            api.back().busyArea = busy ? 0.99 : 0.1;
            api.back().waitingArea = busy ? 49 : 0;
        }
        ReplicationResult replication = replicationOf(workload);
        replication.components.push_back(logOf("api", "station", api));
        replication.components[0].hasServers = replication.components[0].hasLine = true;
        model::Scenario scenario = scenarioOf(1);
        QVERIFY(!resultOf(scenario, std::vector{replication}, false).bottlenecks.at(0).saturated);
        scenario.workload.users->points.push_back({std::chrono::minutes(1), 500});
        const Bottleneck found =
            resultOf(scenario, std::vector{replication}, false).bottlenecks.at(0);
        QVERIFY(found.saturated);
        QCOMPARE(found.utilisation.value, std::optional(0.99));
        QVERIFY2(found.why.starts_with("in the busiest part of the run, from 40"),
                 found.why.c_str());
    }

    void notesSayWhatTheDataCannotCarry() {
        ReplicationResult replication = replicationOf({answers(100, 1)});
        replication.unfinished = 5;
        model::Scenario scenario = scenarioOf(1);
        scenario.notSimulated = {"`faults`"};
        const RunResult result = resultOf(scenario, std::vector{replication}, false);
        QVERIFY(mentions(result, "Only 100 actions were answered"));
        QVERIFY(mentions(result, "5 % of the actions were still open") ||
                mentions(result, "5.00 % of the actions were still open"));
        QVERIFY(mentions(result, "One replication"));
        QVERIFY(mentions(result, "verdicts assume workload.error_ratio < 1"));
        QVERIFY(mentions(result, "Not simulated: `faults`"));
        QVERIFY(!mentions(result, "Interrupted"));
        QVERIFY(mentions(resultOf(scenario, std::vector{replicationOf({{}})}, false),
                         "No action of the users was answered"));
    }

    void anInterruptedRunSaysWhatIsLeftOfIt() {
        ReplicationResult partial = replicationOf(repeated(30, answers(1000, 1)));
        QVERIFY(mentions(resultOf(scenarioOf(1), std::vector{partial}, true),
                         "of the 1 of at most 5 replications"));
        partial.interrupted = true;
        const RunResult result = resultOf(scenarioOf(1), std::vector{partial}, true);
        QVERIFY(result.interrupted);
        QVERIFY(mentions(result, "of its first 30"));
        const RunResult nothing = resultOf(scenarioOf(1), Replications{}, true);
        QVERIFY(mentions(nothing, "there are no figures"));
        QCOMPARE(nothing.components.size(), 1u);
        QVERIFY(!nothing.components[0].figures.at(Metric::throughput).value);
    }

    void precisionThatWasNotReachedIsNamed() {
        model::Scenario scenario = scenarioOf(1);
        scenario.run.replications.until = 0.02;
        const std::vector<ReplicationResult> far{replicationOf({answers(10000, 1)}),
                                                 replicationOf({answers(10000, 3)})};
        QVERIFY(mentions(resultOf(scenario, far, false), "After 2 replications"));
        const std::vector<ReplicationResult> same(2, replicationOf({answers(10000, 1)}));
        QVERIFY(!mentions(resultOf(scenario, same, false), "After 2 replications"));
    }

    void whatTheEngineSaysIsPassedOn() {
        ReplicationResult replication = replicationOf(repeated(3, answers(1000, 1)));
        replication.replication = 2;
        replication.stopped = "work without end";
        replication.brokenInvariants = {"api: conservation"};
        const RunResult result = resultOf(scenarioOf(1), std::vector{replication}, false);
        QCOMPARE(result.stopped, std::string("work without end"));
        QVERIFY(mentions(result, "Replication 3 was given up: work without end."));
        QCOMPARE(result.brokenInvariants,
                 (std::vector<std::string>{"replication 3: api: conservation"}));
    }

    void targetsAreFoundByTheirReference() {
        ReplicationResult replication = replicationOf({answers(1, 1)});
        replication.operations.push_back(logOf("feed", "", {answers(2, 1)}));
        replication.components.push_back(logOf("api", "station", {answers(3, 1)}));
        replication.componentOperations.push_back(logOf("api.feed", "", {answers(4, 1)}));
        const RunResult result = measured(scenarioOf(1), {replication});
        model::MetricRef ref = metricRef("workload", Metric::throughput);
        QVERIFY(close(result.figure(ref).value, 1));
        ref.operation = "feed";
        QVERIFY(close(result.figure(ref).value, 2));
        ref.target = "api";
        QVERIFY(close(result.figure(ref).value, 4));
        ref.operation.clear();
        QVERIFY(close(result.figure(ref).value, 3));
        ref.target = "nobody";
        QVERIFY(!result.figure(ref).value);
        QVERIFY(!result.target(ref));
    }
};

QTEST_GUILESS_MAIN(SummaryTest)
#include "tst_summary.moc"
