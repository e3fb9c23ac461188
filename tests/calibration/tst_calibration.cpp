// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/simulate.h"
#include "sim/study/calibration/calibration.h"
#include "sim/study/calibration/work_factors.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace headroom::sim;
namespace model = headroom::model;

/// A hidden model makes production's metrics; a wrong one is calibrated on them.
class CalibrationTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void drivesTheModelWithMeasuredTraffic();
    void replaysUsers();
    void refusesTrafficThatTheModelDoesNotKnow();
    void findsDemands();
    void saysThatAConstantMixTellsNoSingleDemand();
    void predictsTwiceTheLoad();
    void findsPopularityFromHits();
    void fitsLatencyOfOthers();

private:
    Measured production_;
    std::size_t half_ = 24;
};

namespace {

// The same architecture with other times.
std::string shop(const std::string& feed, const std::string& like, const std::string& read, const std::string& write) {
    return "headroom: 1\nname: Hidden\nrun: {duration: 10 min, warm_up: none, sample: 1 min, seed: 7, replications: 1}\n"
           "components:\n"
           "  api: {type: service, instances: 2, cpus: 2, concurrency: 200, operations: {feed: [{work: '" + feed +
           "'}, {call: {to: db, operation: read}}], like: [{work: '" + like + "'}, {call: {to: db, operation: write}}]}}\n"
           "  db: {type: database, servers: 2, operations: {read: [{work: '" + read + "'}], write: [{work: '" + write + "'}]}}\n"
           "workload: {entry: api, arrivals: poisson(40/s), profiles: {all: {actions: {feed: 7, like: 3}}}}\n";
}

const std::string kHidden = shop("lognormal(mean=12 ms, cv=0.6)", "exp(6 ms)", "lognormal(mean=9 ms, cv=1.5)", "lognormal(mean=16 ms, cv=1.5)");
// The API takes thrice as long and the database a third: another bottleneck, and other laws.
const std::string kWrong = shop("exp(30 ms)", "25 ms", "3 ms", "exp(4 ms)");

double noisy(double value, std::mt19937_64& engine) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += static_cast<double>(engine() >> 11) * 0x1p-53;
    return value * (1 + 0.02 * sum);
}

/// What a monitoring of 1-minute resolution shows of a replication, each value with 2 % of noise.
Measured monitored(const ReplicationResult& run) {
    std::mt19937_64 noise(99);
    Measured out{60, run.workload.intervals.size(), {}};
    const auto add = [&](const std::string& name, const std::string& operation, const auto& value) {
        MeasuredSeries series{name, operation, {}};
        for (std::size_t i = 0; i < out.intervals; ++i) series.values.push_back(noisy(value(i), noise));
        out.series.push_back(std::move(series));
    };
    for (const TargetLog& operation : run.operations)
        add("workload.throughput", operation.name, [&](std::size_t i) { return static_cast<double>(operation.intervals[i].answered) / 60; });
    add("workload.throughput", "", [&](std::size_t i) { return static_cast<double>(run.workload.intervals[i].answered) / 60; });
    add("p50(workload.response_time)", "", [&](std::size_t i) { return run.workload.quantiles[i].p50; });
    add("p95(workload.response_time)", "", [&](std::size_t i) { return run.workload.quantiles[i].p95; });
    for (const TargetLog& component : run.components) {
        if (component.hasServers) add(component.name + ".utilisation", "", [&](std::size_t i) { return component.intervals[i].busyArea / component.intervals[i].capacityArea; });
        add("p95(" + component.name + ".response_time)", "", [&](std::size_t i) { return component.quantiles[i].p95; });
    }
    return out;
}

/// Rates that wander, with a mix that changes, and twice as high in the second half.
Measured traffic(std::size_t half, bool constantMix = false) {
    Measured out{60, 2 * half, {{"workload.throughput", "feed", {}}, {"workload.throughput", "like", {}}}};
    for (std::size_t i = 0; i < 2 * half; ++i) {
        const double level = (50 + 12 * std::sin(static_cast<double>(i) * 0.9)) * (i < half ? 1 : 2);
        const double feeds = constantMix ? 0.65 : 0.65 + 0.2 * std::sin(static_cast<double>(i) * 0.5);
        out.series[0].values.push_back(level * feeds);
        out.series[1].values.push_back(level * (1 - feeds));
    }
    return out;
}

Measured produce(const std::string& yaml, const Measured& load) {
    const auto scenario = replayed(headroom::test::scenarioOf(yaml), load);
    return monitored(simulate(*compile(*scenario), {.seed = 12345, .replication = 0, .stop = {}, .onInterval = {}}));
}

const Agreement& of(const ReplayResult& result, const std::string& name) {
    for (const Agreement& one : result.agreements)
        if (one.name == name && one.operation.empty()) return one;
    throw std::out_of_range(name);
}

}  // namespace

void CalibrationTest::initTestCase() { production_ = produce(kHidden, traffic(half_)); }

void CalibrationTest::drivesTheModelWithMeasuredTraffic() {
    const auto scenario = replayed(headroom::test::scenarioOf(kHidden), production_);
    QVERIFY(scenario);
    const ReplayResult result = replay(*scenario, production_, {2, {}, {}});
    const Agreement& rate = of(result, "workload.throughput");
    QCOMPARE(rate.intervals, 2 * half_);
    QVERIFY(*rate.mape < 0.05);
    QVERIFY(*rate.correlation > 0.99);
    QVERIFY(std::abs(rate.bias) < 0.02 * rate.measuredMean);
}

void CalibrationTest::replaysUsers() {
    const std::string closed = "headroom: 1\nname: Closed\nrun: {duration: 10 min, warm_up: none, sample: 1 min, replications: 2}\n"
                               "components: {app: {type: station, servers: 4, operations: {x: [{work: exp(10 ms)}]}}}\n"
                               "workload: {entry: app, users: 10, profiles: {all: {think: exp(1 s), actions: {x: 1}}}}\n";
    const Measured measured{60, 4, {{"workload.users", "", {100, 200, NAN, 50}}}};
    const auto scenario = replayed(headroom::test::scenarioOf(closed), measured);
    QVERIFY(scenario);
    const ReplayResult result = replay(*scenario, measured, {1, {}, {}});
    QVERIFY(*of(result, "workload.users").mape < 0.02);
    QCOMPARE(result.run.simulatedSeconds, 240.0);
}

void CalibrationTest::refusesTrafficThatTheModelDoesNotKnow() {
    const model::Scenario scenario = headroom::test::scenarioOf(kHidden);
    QVERIFY(!replayed(scenario, {60, 2, {{"api.utilisation", "", {0.1, 0.2}}}}));
    const auto unknown = replayed(scenario, {60, 2, {{"workload.throughput", "search", {1, 2}}}});
    QVERIFY(!unknown);
    QVERIFY(unknown.error().found.find("search") != std::string::npos);
}

void CalibrationTest::findsDemands() {
    const Measured first = production_.part(0, half_);
    const auto scenario = replayed(headroom::test::scenarioOf(kWrong), first);
    const auto factors = workFactors(*scenario, first);
    QCOMPARE(factors.size(), std::size_t{4});
    const double truth[] = {12.0 / 30, 6.0 / 25, 9.0 / 3, 16.0 / 4};
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(factors[i].told);
        const QString text = QString::fromStdString(factors[i].component + "." + factors[i].operation) + QString(": %1 ± %2, truth %3").arg(factors[i].factor).arg(factors[i].standardError).arg(truth[i]);
        QVERIFY2(std::abs(factors[i].factor - truth[i]) < 4 * factors[i].standardError, qPrintable(text));
        QVERIFY2(std::abs(factors[i].factor / truth[i] - 1) < 0.2, qPrintable(text));
    }
}

void CalibrationTest::saysThatAConstantMixTellsNoSingleDemand() {
    const Measured measured = produce(kHidden, traffic(6, true)).part(0, 6);
    Measured exact = measured;  // no noise in the rates, which would look like a changing mix
    for (std::size_t i = 0; i < 2; ++i) exact.series[i].values = traffic(6, true).part(0, 6).series[i].values;
    const auto scenario = replayed(headroom::test::scenarioOf(kWrong), exact);
    for (const WorkFactor& factor : workFactors(*scenario, exact)) {
        QVERIFY(!factor.told);
        QVERIFY(factor.why.find("mix") != std::string::npos);
        QVERIFY(factor.factor > 0);
    }
}

void CalibrationTest::predictsTwiceTheLoad() {
    const model::Scenario wrong = headroom::test::scenarioOf(kWrong);
    const auto calibration = calibrate(wrong, production_, {.holdOut = 0.5, .threads = 2, .stop = {}, .progress = {}});
    QVERIFY(calibration);
    QCOMPARE(calibration->fitted, half_);
    QVERIFY(calibration->after);
    const ReplayResult& after = *calibration->after;

    const Agreement& rate = of(after, "workload.throughput");
    const Agreement& p95 = of(after, "p95(workload.response_time)");
    qInfo("throughput %.4g/s measured, %.4g/s predicted; p95 %.4g ms measured, %.4g ms predicted; db %.3g measured, %.3g predicted", rate.measuredMean,
          rate.simulatedMean, p95.measuredMean * 1e3, p95.simulatedMean * 1e3, of(after, "db.utilisation").measuredMean, of(after, "db.utilisation").simulatedMean);
    QVERIFY(std::abs(rate.simulatedMean / rate.measuredMean - 1) < 0.03);
    QVERIFY(std::abs(p95.simulatedMean / p95.measuredMean - 1) < 0.15);
    QVERIFY(!after.run.bottlenecks.empty());
    QCOMPARE(after.run.bottlenecks.front().component, std::string("db"));

    // The wrong model was wrong: it blamed the API and missed the P95.
    const Measured second = production_.part(half_, 2 * half_);
    const ReplayResult before = replay(*replayed(wrong, second), second, {2, {}, {}});
    QCOMPARE(before.run.bottlenecks.front().component, std::string("api"));
    const Agreement& wrongP95 = of(before, "p95(workload.response_time)");
    QVERIFY(std::abs(wrongP95.simulatedMean / wrongP95.measuredMean - 1) > 0.3);
}

void CalibrationTest::findsPopularityFromHits() {
    const auto cached = [](const char* exponent) {
        return "headroom: 1\nname: Cached\nrun: {duration: 20 min, warm_up: none, sample: 1 min, replications: 1}\n"
               "keys: {posts: {count: 20 k, popularity: zipf(" + std::string(exponent) + ")}}\n"
               "components:\n"
               "  app: {type: service, operations: {x: [{call: {to: cache, operation: read, keys: posts}}]}}\n"
               "  cache: {type: cache, capacity: 1000 items, start: warm, origin: db}\n"
               "  db: {type: station, servers: 50, operations: {read: [{work: exp(5 ms)}]}}\n"
               "workload: {entry: app, arrivals: poisson(100/s), profiles: {all: {actions: {x: 1}}}}\n";
    };
    Measured load{60, 20, {{"workload.throughput", "x", std::vector<double>(20, 100.0)}}};
    const auto truth = replayed(headroom::test::scenarioOf(cached("0.9")), load);
    const ReplicationResult run = simulate(*compile(*truth), {});
    MeasuredSeries hits{"cache.hit_ratio", "", {}};
    for (const IntervalCounts& counts : run.components[1].intervals) hits.values.push_back(static_cast<double>(counts.hits) / static_cast<double>(counts.lookUps));
    load.series.push_back(hits);
    const auto calibration = calibrate(headroom::test::scenarioOf(cached("0.5")), load, {.holdOut = 0, .threads = 1, .stop = {}, .progress = {}});
    QVERIFY(calibration);
    QVERIFY2(std::abs(calibration->scenario.keys.front().zipfExponent - 0.9) < 0.03, qPrintable(QString::number(calibration->scenario.keys.front().zipfExponent)));
    QCOMPARE(calibration->parameters.front().path, std::string("keys.posts.popularity"));
}

void CalibrationTest::fitsLatencyOfOthers() {
    const std::string yaml = "headroom: 1\nname: Other\nrun: {duration: 10 min, warm_up: none, sample: 1 min, replications: 1}\n"
                             "components: {mail: {type: external, latency: 10 ms}}\n"
                             "workload: {entry: mail, arrivals: poisson(20/s), profiles: {all: {actions: {send: 1}}}}\n";
    const Measured measured{60, 6, {{"workload.throughput", "send", std::vector<double>(6, 20.0)},
                                    {"p50(mail.response_time)", "", std::vector<double>(6, 0.12)},
                                    {"p95(mail.response_time)", "", std::vector<double>(6, 0.4)}}};
    const auto calibration = calibrate(headroom::test::scenarioOf(yaml), measured, {.holdOut = 0, .threads = 1, .stop = {}, .progress = {}});
    QVERIFY(calibration);
    QCOMPARE(calibration->parameters.front().path, std::string("mail.latency"));
    const auto law = model::parseDistribution(calibration->parameters.front().is);
    QVERIFY(law);
    QVERIFY(std::abs(std::get<model::Lognormal>(law->law()).mu - std::log(0.12)) < 1e-3);
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
