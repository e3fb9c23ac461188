// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/study/comparison.h"
#include "sim/study/run_result.h"
#include "small_run.h"

#include <QtTest>

#include <cmath>
#include <cstring>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;
using model::Statistic;

namespace {

/// A pool in front of a database: response times move with both.
model::Scenario shop(int servers, int replications = 8, int seed = 1,
                     const std::string& run = "replications: $n") {
    std::string settings = run;
    if (const auto at = settings.find("$n"); at != std::string::npos)
        settings.replace(at, 2, std::to_string(replications));
    return scenarioOf(
        "headroom: 1\nname: A shop\nrun: {duration: 60 s, sample: 1 s, warm_up: 10 s, seed: " +
        std::to_string(seed) + ", " + settings +
        "}\n"
        "components:\n"
        "  app: {type: service, instances: 2, operations: {get: [{work: exp(1 ms)}, {call: {to: "
        "db, operation: read}}]}}\n"
        "  db: {type: database, servers: " +
        std::to_string(servers) +
        ", operations: {read: [{work: exp(10 ms)}]}}\n"
        "workload: {entry: app, arrivals: poisson(150/s), profiles: {p: {actions: {get: 1}}}}\n"
        "slos: [{name: fast, objective: 'p95(app.response_time) < 50 ms'},\n"
        "       {name: reads, objective: 'mean(db.read.response_time) < 20 ms'}]\n");
}

Comparison compared(const std::vector<model::Scenario>& scenarios, int threads = 2) {
    ComparisonOptions options;
    options.threads = threads;
    return compare(scenarios, options);
}

const Difference& differenceIn(const std::vector<Difference>& all, const std::string& metric) {
    const auto ref = model::parseMetricRef(metric);
    const auto found = std::ranges::find(all, *ref, &Difference::metric);
    if (found == all.end()) throw std::out_of_range(metric);
    return *found;
}

/// Every bit of it.
std::string printed(const Comparison& comparison) {
    std::string text;
    for (const auto& differences : comparison.differences)
        for (const Difference& d : differences) {
            char line[80];
            std::snprintf(line, sizeof line, " %a ± %a\n", d.value.value.value_or(-1),
                          d.value.halfWidth.value_or(-1));
            text += model::toText(d.metric) + line;
        }
    for (const RunResult& run : comparison.runs) {
        char line[80];
        const Estimate mean = run.workload.figures.at(Metric::responseTime);
        std::snprintf(line, sizeof line, "%d: %a ± %a\n", run.replications, mean.value.value_or(-1),
                      mean.halfWidth.value_or(-1));
        text += line;
    }
    return text;
}

std::vector<ReplicationResult> replicationsWith(const std::vector<double>& responses) {
    std::vector<ReplicationResult> all;
    for (std::size_t i = 0; i < responses.size(); ++i) {
        all.push_back(replicationOf({answers(10, responses[i])}));
        all.back().replication = static_cast<int>(i);
    }
    return all;
}

bool mentions(const std::vector<std::string>& notes, const char* words) {
    return std::ranges::any_of(
        notes, [&](const std::string& n) { return n.find(words) != std::string::npos; });
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void theIntervalIsStudentsOverPairedDifferences() {
        const model::Scenario scenario = test::scenarioOf(1);
        const auto a = replicationsWith({1, 2, 6}), b = replicationsWith({2, 4, 7});
        const auto all = differencesOf({scenario, a}, {scenario, b});
        const Difference& mean = differenceIn(all, "mean(workload.response_time)");
        const Estimate expected = meanWithInterval({1, 2, 1}, 0.95);
        QVERIFY(std::abs(*mean.value.value - *expected.value) < 1e-12);
        QVERIFY(std::abs(*mean.value.halfWidth - *expected.halfWidth) < 1e-12);
        QCOMPARE(mean.isSignificant(), std::optional(false));  // 4/3 ± 1.43
        const Difference& throughput = differenceIn(all, "workload.throughput");
        QCOMPARE(throughput.value, (Estimate{0, 0}));
        QCOMPARE(throughput.isSignificant(), std::optional(false));
    }

    void significantIsWhatLeavesOutZero() {
        const auto of = [](Estimate value) {
            return Difference{metricRef("workload", Metric::throughput), value}.isSignificant();
        };
        QCOMPARE(of({3, 2.9}), std::optional(true));
        QCOMPARE(of({-3, 2.9}), std::optional(true));
        QCOMPARE(of({3, 3.1}), std::optional(false));
        QCOMPARE(of({3, 0}), std::optional(true));
        QCOMPARE(of({0, 0}), std::optional(false));
        QCOMPARE(of({3, std::nullopt}), std::optional<bool>());
        QCOMPARE(of({}), std::optional<bool>());
    }

    void onlyReplicationsThatBothFinishedCount() {
        const model::Scenario scenario = test::scenarioOf(1);
        const auto a = replicationsWith({1, 2, 6}), b = replicationsWith({2, 4});
        const auto all = differencesOf({scenario, a}, {scenario, b});
        QCOMPARE(*differenceIn(all, "mean(workload.response_time)").value.value, 1.5);
        auto cut = b;
        cut[1].interrupted = true;
        const auto one = differencesOf({scenario, a}, {scenario, cut});
        QCOMPARE(differenceIn(one, "mean(workload.response_time)").value,
                 (Estimate{1, std::nullopt}));
        cut[0].interrupted = true;
        QVERIFY(differencesOf({scenario, a}, {scenario, cut}).empty());
        QVERIFY(differencesOf({scenario, a}, {scenario, {}}).empty());
    }

    /// The same visits to the last nanosecond differ by nothing; others whose quantiles fall into
    /// the same bins may differ by what a bin hides.
    void quantilesAreNotComparedFinerThanTheirBins() {
        const model::Scenario scenario = test::scenarioOf(1);
        const auto a = replicationsWith({2, 3}), b = replicationsWith({2.001, 3.001});
        const auto same = differencesOf({scenario, a}, {scenario, a});
        QCOMPARE(differenceIn(same, "p95(workload.response_time)").value, (Estimate{0, 0}));
        const auto close = differencesOf({scenario, a}, {scenario, b});
        const Difference& p95 = differenceIn(close, "p50(workload.response_time)");
        QVERIFY(*p95.value.halfWidth >= 2.0 / 128);
        QCOMPARE(p95.isSignificant(), std::optional(false));
        QCOMPARE(differenceIn(close, "mean(workload.response_time)").isSignificant(),
                 std::optional(true));
    }

    void identicalVariantsDifferByExactlyNothing() {
        const Comparison comparison = compared({shop(2), shop(2), shop(2)});
        QCOMPARE(comparison.differences.size(), 2u);
        for (const auto& differences : comparison.differences) {
            QVERIFY(differences.size() > 40);
            for (const Difference& difference : differences) {
                QVERIFY2(difference.value == (Estimate{0, 0}),
                         model::toText(difference.metric).c_str());
                QCOMPARE(difference.isSignificant(), std::optional(false));
            }
        }
        QVERIFY(comparison.notes.empty());
    }

    void theDifferenceIsThatOfTheFigures() {
        const Comparison comparison = compared({shop(2), shop(3)});
        for (const Difference& difference : comparison.differences.at(0)) {
            const double from = *comparison.runs[0].figure(difference.metric).value;
            const double to = *comparison.runs[1].figure(difference.metric).value;
            QCOMPARE(*difference.value.value, to - from);
            QVERIFY(difference.value.halfWidth);
        }
        const auto& differences = comparison.differences[0];
        for (const char* metric :
             {"mean(workload.get.response_time)", "p95(app.response_time)",
              "mean(db.read.response_time)", "db.utilisation", "db.queue_length"})
            QVERIFY2(differenceIn(differences, metric).isSignificant() == std::optional(true) &&
                         *differenceIn(differences, metric).value.value < 0,
                     metric);
        QCOMPARE(differenceIn(differences, "workload.throughput").isSignificant(),
                 std::optional(false));
    }

    /// What common random numbers are for: the spread of paired differences is a fraction of that
    /// of two independent runs.
    void pairingPays() {
        const Comparison paired = compared({shop(3, 20), shop(4, 20)});
        const Comparison independent = compared({shop(3, 20), shop(4, 20, 2)});
        const char* kMetric = "mean(workload.response_time)";
        const double narrow = *differenceIn(paired.differences[0], kMetric).value.halfWidth;
        const double wide = *differenceIn(independent.differences[0], kMetric).value.halfWidth;
        const Estimate a = paired.runs[0].workload.figures.at(Metric::responseTime),
                       b = paired.runs[1].workload.figures.at(Metric::responseTime);
        const double unpaired = std::hypot(*a.halfWidth, *b.halfWidth);
        qInfo(
            "half-width of the difference: paired %.3g ms, other seed %.3g ms, from the two "
            "intervals %.3g ms",
            1e3 * narrow, 1e3 * wide, 1e3 * unpaired);
        QVERIFY(narrow * narrow < 0.5 * wide * wide);
        QVERIFY(narrow * narrow < 0.5 * unpaired * unpaired);
        QVERIFY(mentions(independent.notes, "different seeds"));
        QVERIFY(!mentions(paired.notes, "different seeds"));
    }

    void threadsDoNotMatter() {
        const std::string until = "replications: {until: 3 %, at_most: 40}";
        const std::vector<model::Scenario> fixed{shop(2), shop(3), shop(2, 5)};
        const std::vector<model::Scenario> open{shop(2, 0, 1, until), shop(4, 0, 1, until)};
        for (const auto& scenarios : {fixed, open}) {
            const std::string one = printed(compared(scenarios, 1));
            QCOMPARE(printed(compared(scenarios, 2)), one);
            QCOMPARE(printed(compared(scenarios, 3)), one);
        }
    }

    /// The one that needs most replications decides for all, so that every one has its partner; and
    /// what was run in two goes is what one go gives.
    void allHaveAsManyReplicationsAsTheOneWithMost() {
        const Comparison comparison = compared({shop(2, 3), shop(3, 7), shop(4, 5)});
        const Comparison atOnce = compared({shop(2, 7), shop(3, 7), shop(4, 7)});
        for (const RunResult& run : comparison.runs) QCOMPARE(run.replications, 7);
        QCOMPARE(printed(comparison), printed(atOnce));
        const std::string until = "replications: {until: 3 %, at_most: 40}";
        const Comparison open = compared({shop(4, 0, 1, until), shop(2, 0, 1, until)});
        QCOMPARE(open.runs[0].replications, open.runs[1].replications);
        QVERIFY(open.runs[0].replications >
                runExperiment(shop(4, 0, 1, until), {1, {}, {}}).replications);
    }

    void theFirstRunIsWhatRunGives() {
        const RunResult alone = runExperiment(shop(2), {1, {}, {}});
        const Comparison comparison = compared({shop(2), shop(3)});
        QCOMPARE(comparison.runs[0].workload.figures.at(Metric::responseTime, Statistic::p95),
                 alone.workload.figures.at(Metric::responseTime, Statistic::p95));
        QCOMPARE(comparison.runs[0].events, alone.events);
        QCOMPARE(comparison.runs[0].slos.size(), alone.slos.size());
    }

    void oneReplicationHasNoIntervalAndSaysSo() {
        const Comparison comparison = compared({shop(2, 1), shop(3, 1)});
        const Difference& mean =
            differenceIn(comparison.differences[0], "mean(workload.response_time)");
        QVERIFY(mean.value.value && !mean.value.halfWidth && !mean.isSignificant());
        QVERIFY(mentions(comparison.notes, "one pair of replications"));
    }

    void progressAndSamplesSayOfWhichRun() {
        std::vector<std::size_t> told, sampled;
        ComparisonOptions options;
        options.progress = [&](std::size_t run, const Progress&) { told.push_back(run); };
        options.sample = [&](std::size_t run, const Sample&) { sampled.push_back(run); };
        compare(std::vector{shop(2, 2), shop(3, 2)}, options);
        for (const auto& runs : {told, sampled}) {
            QVERIFY(std::ranges::is_sorted(runs));
            QCOMPARE(runs.front(), 0u);
            QCOMPARE(runs.back(), 1u);
        }
        QCOMPARE(sampled.size(), 2u * 2 * 60);
    }

    void stoppingKeepsTheRunsAndThePairsThatThereAre() {
        for (const std::size_t stopAt : {0u, 1u}) {
            std::stop_source stop;
            ComparisonOptions options;
            options.stop = stop.get_token();
            options.sample = [&](std::size_t run, const Sample& sample) {
                if (run == stopAt && sample.replication == 3 && sample.interval == 2)
                    stop.request_stop();
            };
            const Comparison comparison = compare(std::vector{shop(2), shop(3), shop(4)}, options);
            QCOMPARE(comparison.runs.size(), stopAt + 1);
            QVERIFY(comparison.runs.back().interrupted);
            QCOMPARE(comparison.runs.back().replications, 3);
            QCOMPARE(comparison.differences.size(), stopAt);
            if (stopAt == 0) continue;
            QVERIFY(differenceIn(comparison.differences[0], "db.utilisation").value.halfWidth);
        }
        std::stop_source before;
        before.request_stop();
        ComparisonOptions options;
        options.stop = before.get_token();
        QVERIFY(compare(std::vector{shop(2), shop(3)}, options).runs.empty());
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
