// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/study/experiment.h"
#include "sim/study/precision.h"
#include "sim/study/replications.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <cstring>
#include <thread>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;
using model::Statistic;

namespace {

ReplicationResult numbered(int replication) {
    ReplicationResult result = replicationOf({answers(10, 1)});
    result.replication = replication;
    return result;
}

/// Replications that need no engine: later ones are the first to be finished.
ReplicationPlan planOf(int atMost, int threads) {
    ReplicationPlan plan;
    plan.atMost = atMost;
    plan.threads = threads;
    plan.simulate = [](int replication, std::stop_token,
                       const std::function<void(double)>& onSample) {
        if (replication % 2 == 0) std::this_thread::yield();
        onSample(0.5);
        return numbered(replication);
    };
    return plan;
}

std::vector<int> numbers(const ReplicationOutcome& outcome) {
    std::vector<int> all;
    for (const ReplicationResult& result : outcome.results) all.push_back(result.replication);
    return all;
}

/// M/M/1 at 80 %: 8 requests a second, 100 ms each.
model::Scenario mm1() {
    model::Scenario scenario = scenarioOf(1);
    scenario.run.duration = std::chrono::minutes(10);
    scenario.run.sample = std::chrono::seconds(5);
    scenario.run.replications.atMost = 6;
    model::Operation serve;
    serve.name = "serve";
    serve.steps.push_back(
        {"", model::Work{model::Distribution::exponential(std::chrono::milliseconds(100))}});
    scenario.components[0].operations.push_back(serve);
    scenario.workload.users.reset();
    scenario.workload.arrivals =
        model::Arrivals{model::Arrivals::Process::poisson, model::Schedule::constant(8)};
    scenario.workload.profiles[0].actions = {{"serve", 1}};
    return scenario;
}

RunResult run(const model::Scenario& scenario, int threads) {
    ExperimentOptions options;
    options.threads = threads;
    return runExperiment(scenario, options);
}

bool sameFigures(const Figures& a, const Figures& b) {
    for (int m = 0; m < model::kMetricCount; ++m)
        for (int s = 0; s < model::kStatisticCount; ++s)
            if (a.at(static_cast<Metric>(m), static_cast<Statistic>(s)) !=
                b.at(static_cast<Metric>(m), static_cast<Statistic>(s)))
                return false;
    return true;
}

/// Bit for bit; NaN is like NaN.
bool sameSeries(const std::vector<Series>& a, const std::vector<Series>& b) {
    return std::ranges::equal(a, b, [](const Series& x, const Series& y) {
        return x.name == y.name && x.values.size() == y.values.size() &&
               std::memcmp(x.values.data(), y.values.data(), x.values.size() * sizeof(double)) == 0;
    });
}

}  // namespace

class ExperimentTest : public QObject {
    Q_OBJECT

private slots:
    void resultsAreInTheOrderOfTheirNumbers() {
        for (const int threads : {1, 2, 7, 50}) {
            const ReplicationOutcome outcome = runReplications(planOf(20, threads));
            QCOMPARE(numbers(outcome).size(), 20u);
            QVERIFY(std::ranges::is_sorted(numbers(outcome)));
            QVERIFY(!outcome.interrupted);
        }
    }

    void whenEnoughAreDoneDoesNotDependOnThreads() {
        for (const int threads : {1, 2, 5, 20}) {
            ReplicationPlan plan = planOf(20, threads);
            std::vector<std::size_t> asked;
            plan.needed = [&](std::span<const ReplicationResult> finished) {
                asked.push_back(finished.size());
                for (std::size_t i = 0; i < finished.size(); ++i)
                    if (finished[i].replication != static_cast<int>(i)) return -1;
                return 4;
            };
            const ReplicationOutcome outcome = runReplications(plan);
            QCOMPARE(numbers(outcome), (std::vector<int>{0, 1, 2, 3}));
            QCOMPARE(asked, (std::vector<std::size_t>{2, 3, 4}));
            QVERIFY(!outcome.interrupted);
        }
    }

    void aReplicationGivenUpIsTheLast() {
        ReplicationPlan plan = planOf(9, 1);
        plan.simulate = [](int replication, std::stop_token, std::function<void(double)>) {
            ReplicationResult result = numbered(replication);
            result.interrupted = replication == 1;
            result.stopped = replication == 1 ? "work without end" : "";
            return result;
        };
        const ReplicationOutcome outcome = runReplications(plan);
        QCOMPARE(numbers(outcome), (std::vector<int>{0, 1}));
        QVERIFY(!outcome.interrupted);
    }

    void stoppingKeepsWhatIsFinished() {
        std::stop_source stop;
        ReplicationPlan plan = planOf(9, 1);
        plan.stop = stop.get_token();
        plan.simulate = [&](int replication, std::stop_token token, std::function<void(double)>) {
            if (replication == 2) stop.request_stop();
            ReplicationResult result = numbered(replication);
            result.interrupted = token.stop_requested();
            return result;
        };
        const ReplicationOutcome outcome = runReplications(plan);
        QCOMPARE(numbers(outcome), (std::vector<int>{0, 1}));
        QVERIFY(outcome.interrupted);
    }

    void stoppingInTheFirstReplicationKeepsItsIntervals() {
        std::stop_source stop;
        stop.request_stop();
        ReplicationPlan plan = planOf(3, 1);
        plan.stop = stop.get_token();
        QVERIFY(runReplications(plan).results.empty());
        QVERIFY(runReplications(plan).interrupted);

        std::stop_source later;
        plan.stop = later.get_token();
        plan.simulate = [&](int replication, std::stop_token, std::function<void(double)>) {
            later.request_stop();
            ReplicationResult result = numbered(replication);
            result.interrupted = true;
            return result;
        };
        const ReplicationOutcome outcome = runReplications(plan);
        QCOMPARE(outcome.results.size(), 1u);
        QVERIFY(outcome.interrupted);
    }

    void progressNeverGoesBackAndEndsAtOne() {
        for (const int threads : {1, 4}) {
            ReplicationPlan plan = planOf(12, threads);
            std::atomic<int> inside = 0;
            bool overlapped = false;
            std::vector<Progress> told;
            // First it looks as if three were enough, then twelve, and five are.
            plan.needed = [](std::span<const ReplicationResult> finished) {
                return finished.size() == 2 ? 3 : finished.size() < 5 ? 12 : 5;
            };
            plan.progress = [&](const Progress& progress) {
                overlapped = overlapped || ++inside > 1;
                told.push_back(progress);
                --inside;
            };
            runReplications(plan);
            QVERIFY(!overlapped);
            QVERIFY(std::ranges::is_sorted(told, {}, &Progress::fraction));
            QVERIFY(told.front().fraction > 0);
            QCOMPARE(told.back().fraction, 1.0);
            QCOMPARE(told.back().replicationsDone, 5);
        }
    }

    void halfWidthsShrinkWithTheRootOfTheNumber() {
        QCOMPARE(replicationsNeeded(10, 0.0163, 0.02, 50), 10);
        QCOMPARE(replicationsNeeded(10, 0.0164, 0.02, 50), 11);
        const int needed = replicationsNeeded(3, 0.04, 0.02, 50);
        const auto expected = [](int n) { return 0.04 * std::sqrt(3.0 / n) * stoppingMargin(n); };
        QVERIFY(expected(needed) <= 0.02 && expected(needed - 1) > 0.02);
        for (const auto& [atMost, fewest] :
             {std::pair{50, 10}, {1000, 10}, {30, 6}, {5, 3}, {3, 3}}) {
            QCOMPARE(replicationsNeeded(2, 0, 0.02, atMost), fewest);
            QCOMPARE(replicationsNeeded(fewest, 0, 0.02, atMost), fewest);
        }
        QCOMPARE(replicationsNeeded(2, 0, 0.02, 2), 2);
        QCOMPARE(replicationsNeeded(3, std::numeric_limits<double>::infinity(), 0.02, 50), 50);
        QCOMPARE(relativeHalfWidth({0, 0}), 0.0);
        QCOMPARE(relativeHalfWidth({-4, 1}), 0.25);
        QVERIFY(std::isinf(relativeHalfWidth({4, std::nullopt})));
        QVERIFY(std::isinf(relativeHalfWidth({0, 1})));
    }

    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() {
        const RunResult one = run(mm1(), 1);
        QCOMPARE(one.replications, 6);
        QVERIFY(one.brokenInvariants.empty());
        for (const int threads : {2, 4}) {
            const RunResult several = run(mm1(), threads);
            QVERIFY(sameFigures(one.workload.figures, several.workload.figures));
            QVERIFY(sameFigures(one.components[0].figures, several.components[0].figures));
            QVERIFY(sameSeries(one.series, several.series));
            QCOMPARE(several.events, one.events);
            QCOMPARE(several.notes, one.notes);
        }
        model::Scenario other = mm1();
        other.run.seed = 2;
        QVERIFY(!sameFigures(one.workload.figures, run(other, 2).workload.figures));
    }

    void aRunGoesOnUntilItIsPrecise() {
        model::Scenario scenario = mm1();
        scenario.run.replications = {100, 0.1};
        const RunResult one = run(scenario, 1);
        QVERIFY(one.replications >= 10 && one.replications < 100);
        QVERIFY(leastPrecise(scenario, one).relative * stoppingMargin(one.replications) <= 0.1);
        const RunResult several = run(scenario, 3);
        QCOMPARE(several.replications, one.replications);
        QVERIFY(sameFigures(one.workload.figures, several.workload.figures));
    }

    void aStoppedRunKeepsItsWholeIntervals() {
        model::Scenario scenario = mm1();
        scenario.run.duration = std::chrono::hours(24 * 365);
        scenario.run.sample = std::chrono::minutes(10);
        std::stop_source stop;
        ExperimentOptions options;
        options.stop = stop.get_token();
        options.progress = [&](const Progress&) { stop.request_stop(); };
        const RunResult result = runExperiment(scenario, options);
        QVERIFY(result.interrupted);
        QVERIFY(result.simulatedSeconds >= 600);
        QVERIFY(result.simulatedSeconds < 365 * 86400.0);
        QCOMPARE(std::fmod(result.simulatedSeconds, 600), 0.0);
        QVERIFY(result.workload.figures.at(Metric::throughput).value);
    }
};

QTEST_GUILESS_MAIN(ExperimentTest)
#include "tst_experiment.moc"
