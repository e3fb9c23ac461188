// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/experiment.h"
#include "sim/study/samples.h"
#include "small_run.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <map>
#include <thread>

using namespace headroom;
using namespace headroom::sim;

namespace {

/// A cache, a pool and a line: something of each series, 20 intervals.
model::Scenario shop(int replications = 3) {
    return test::scenarioOf(
        "headroom: 1\nname: A shop\n"
        "run: {duration: 20 s, sample: 1 s, warm_up: none, seed: 3, replications: " +
        std::to_string(replications) +
        "}\n"
        "keys: {items: {count: 1000, popularity: zipf(0.9)}}\n"
        "components:\n"
        "  app: {type: service, instances: 2, concurrency: 20, operations: {get: [{work: exp(2 "
        "ms)},\n"
        "        {call: {to: store, operation: read, keys: items}}]}}\n"
        "  store: {type: cache, capacity: 100 items, origin: pool}\n"
        "  pool: {type: pool, size: {min: 1, max: 8}, to: db}\n"
        "  db: {type: database, servers: 3, operations: {read: [{work: exp(5 ms)}]}}\n"
        "workload: {entry: app, users: 200, profiles: {p: {think: exp(1 s), actions: {get: "
        "1}}}}\n");
}

std::vector<Sample> samplesOf(const model::Scenario& scenario, int threads,
                              RunResult* result = nullptr) {
    std::vector<Sample> samples;
    ExperimentOptions options;
    options.threads = threads;
    options.sample = [&](const Sample& sample) { samples.push_back(sample); };
    RunResult found = runExperiment(scenario, options);
    if (result) *result = std::move(found);
    return samples;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

bool sameSeries(const RunResult& a, const RunResult& b) {
    return std::ranges::equal(a.series, b.series, [](const Series& x, const Series& y) {
        return x.name == y.name && sameBits(x.values, y.values);
    });
}

bool sameFigures(const Figures& a, const Figures& b) {
    for (int m = 0; m < model::kMetricCount; ++m)
        for (int s = 0; s < model::kStatisticCount; ++s) {
            const auto metric = static_cast<model::Metric>(m);
            const auto statistic = static_cast<model::Statistic>(s);
            if (a.at(metric, statistic) != b.at(metric, statistic)) return false;
        }
    return true;
}

/// The scenario's first replication; `onInterval` gets the number of intervals that have ended.
ReplicationResult simulated(const model::Scenario& scenario, std::stop_token stop = {},
                            const std::function<void(std::size_t)>& onInterval = {}) {
    ReplicationSettings settings;
    settings.stop = std::move(stop);
    settings.onInterval = [&](const IntervalEnd& end) {
        if (onInterval) onInterval(end.targets.front()->intervals.size());
    };
    return simulate(*compile(scenario), settings);
}

}  // namespace

class SamplesTest : public QObject {
    Q_OBJECT

private slots:
    void everyIntervalOfEveryReplicationComesOnceAndInOrder() {
        for (const int threads : {1, 2}) {
            std::map<int, std::size_t> next;
            for (const Sample& sample : samplesOf(shop(), threads)) {
                QCOMPARE(sample.interval, next[sample.replication]++);
                QCOMPARE(sample.sampleSeconds, 1.0);
                QCOMPARE(sample.values.size(), sample.series->size());
            }
            QCOMPARE(next, (std::map<int, std::size_t>{{0, 20}, {1, 20}, {2, 20}}));
        }
    }

    void ofOneReplicationTheyAreTheSeriesOfTheResult() {
        RunResult result;
        const std::vector<Sample> samples = samplesOf(shop(1), 1, &result);
        QCOMPARE(samples.front().series->size(), result.series.size());
        for (std::size_t s = 0; s < result.series.size(); ++s) {
            QCOMPARE((*samples.front().series)[s].name, result.series[s].name);
            QCOMPARE((*samples.front().series)[s].unit, result.series[s].unit);
            std::vector<double> values;
            for (const Sample& sample : samples) values.push_back(sample.values[s]);
            QVERIFY2(sameBits(values, result.series[s].values), result.series[s].name.c_str());
        }
    }

    void theirMeansAreTheSeriesOfTheResult() {
        RunResult result;
        LiveSeries live;
        QVERIFY(live.series().empty());
        for (const Sample& sample : samplesOf(shop(), 2, &result)) live.add(sample);
        const std::vector<Series> means = live.series();
        QCOMPARE(means.size(), result.series.size());
        for (std::size_t s = 0; s < means.size(); ++s) {
            QCOMPARE(means[s].name, result.series[s].name);
            QCOMPARE(means[s].values.size(), 20u);
            for (std::size_t i = 0; i < 20; ++i) {
                const double expected = result.series[s].values[i], found = means[s].values[i];
                QCOMPARE(std::isnan(found), std::isnan(expected));
                if (!std::isnan(found))
                    QVERIFY(std::abs(found - expected) <= 1e-12 * std::abs(expected));
            }
        }
    }

    /// What one replication has not reached, or had nothing in, is the mean of the others.
    void aGrowingMeanTakesWhatThereIs() {
        const auto names = std::make_shared<const std::vector<SeriesName>>(
            std::vector<SeriesName>{{"workload.throughput", model::Unit::perSecond}});
        LiveSeries live;
        live.add({0, 0, 5, names, {4}});
        live.add({0, 1, 5, names, {8}});
        live.add({1, 0, 5, names, {NAN}});
        live.add({2, 0, 5, names, {6}});
        const std::vector<double> expected{5, 8};
        QCOMPARE(live.series().at(0).values, expected);
        QCOMPARE(live.sampleSeconds(), 5.0);
    }

    void watchingChangesNoBit() {
        const RunResult unwatched = runExperiment(shop(), {1, {}, {}});
        for (const int threads : {1, 2, 3}) {
            RunResult watched;
            samplesOf(shop(), threads, &watched);
            QVERIFY(sameSeries(watched, unwatched));
            QVERIFY(sameFigures(watched.workload.figures, unwatched.workload.figures));
            for (std::size_t c = 0; c < watched.components.size(); ++c)
                QVERIFY(
                    sameFigures(watched.components[c].figures, unwatched.components[c].figures));
            QCOMPARE(watched.events, unwatched.events);
        }
    }

    /// Whenever it is asked, a replication ends within kEventsBetweenLooks further events, and what
    /// it has is the beginning of the whole.
    void aStoppedReplicationIsTheBeginningOfTheWhole() {
        const ReplicationResult whole = simulated(shop());
        for (const std::size_t after : {1u, 7u, 19u}) {
            model::Scenario shorter = shop();
            shorter.run.duration = std::chrono::seconds(after);
            const std::uint64_t eventsBefore = simulated(shorter).events;
            std::stop_source stop;
            const ReplicationResult part =
                simulated(shop(), stop.get_token(), [&](std::size_t intervals) {
                    if (intervals == after) stop.request_stop();
                });
            QVERIFY(part.events - eventsBefore <= kEventsBetweenLooks);
            const std::size_t n = part.workload.intervals.size();
            QVERIFY(n >= after);
            if (part.interrupted) QVERIFY(n < 20);
            for (std::size_t i = 0; i < n; ++i) {
                QCOMPARE(part.workload.intervals[i].begun, whole.workload.intervals[i].begun);
                QCOMPARE(part.workload.intervals[i].responseSum,
                         whole.workload.intervals[i].responseSum);
            }
            QCOMPARE(part.users, std::vector<double>(whole.users.begin(),
                                                     whole.users.begin() + static_cast<long>(n)));
        }
    }

    /// Eight million users take over half a second to come; nobody has acted before they have.
    void stoppedWhileItsUsersComeARunHasHadNoEvent() {
        model::Scenario crowd = shop();
        crowd.workload.users = model::Schedule::constant(8e6);
        const auto program = compile(crowd);
        std::stop_source stop;
        ReplicationSettings settings;
        settings.stop = stop.get_token();
        const std::jthread impatient([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        const ReplicationResult result = simulate(*program, settings);
        QVERIFY(result.interrupted);
        QCOMPARE(result.events, 0u);
    }

    void stoppedFromASampleARunKeepsWhatItHas() {
        model::Scenario scenario = shop();
        scenario.run.duration = std::chrono::hours(24 * 365);
        for (const int threads : {1, 2}) {
            std::stop_source stop;
            ExperimentOptions options;
            options.threads = threads;
            options.stop = stop.get_token();
            options.sample = [&](const Sample& sample) {
                if (sample.interval >= 30) stop.request_stop();
            };
            const RunResult result = runExperiment(scenario, options);
            QVERIFY(result.interrupted);
            QCOMPARE(result.replications, 1);
            QVERIFY(result.simulatedSeconds >= 31);
            QCOMPARE(static_cast<double>(result.series.front().values.size()),
                     result.simulatedSeconds);
            const double throughput = *result.workload.figures.at(model::Metric::throughput).value;
            QVERIFY(throughput > 150 && throughput < 210);
        }
    }
};

QTEST_GUILESS_MAIN(SamplesTest)
#include "tst_samples.moc"
