// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/forecast.h"

#include <QtTest>

#include <cmath>

#include "tests/sim/small_run.h"

using namespace headroom;

/// Dates of objectives, and what is recommended, where a formula says them.
class ForecastTest : public QObject {
    Q_OBJECT

private slots:
    void objectivesFallWhereTheFormulaSays();
    void whatIsMissedNowIsSaid();
    void aShrinkingLoadBreaksNothing();
    void theLimitIsSimulated();
    void recommendationsReachTheHorizon();
    void recommendationsAreChecked();
    void enoughRoomNeedsNoChange();
    void whatIsMarkedIsSized();
};

namespace {

std::string shopText(const std::string& slos, int servers, double rate) {
    return "headroom: 1\n"
           "run: {duration: 100 s, warm_up: 10 s, replications: 2}\n"
           "components: {q: {type: station, servers: " + std::to_string(servers) +
           ", price: {instance_hour: 0.10 USD}, operations: {x: [{work: exp(10 ms)}]}}}\n"
           "workload: {entry: q, arrivals: poisson(" + std::to_string(rate) +
           "/s), range: 1000..20000, profiles: {p: {actions: {x: 1}}}}\n"
           "slos: " + slos + "\n";
}

model::Scenario shop(const std::string& slos) { return test::scenarioOf(shopText(slos, 100, 2000)); }

const std::string kBusy = "[{name: busy, objective: q.utilisation < 80 %}, {name: half, objective: q.utilisation < 50 %}]";

/// 2,000/s now, a tenth more each month.
sim::Forecast forecastOf(const model::Scenario& scenario, double horizon, bool simulate, double growth = 0.1) {
    sim::ForecastOptions options;
    options.horizon = horizon;
    options.simulate = simulate;
    return sim::forecast(scenario, sim::LoadTrend::steady(2000, growth), options);
}

double daysTo(double factor) { return std::log(factor) / std::log(1.1) * sim::kDaysAMonth; }

}  // namespace

void ForecastTest::objectivesFallWhereTheFormulaSays() {
    const sim::Forecast f = forecastOf(shop(kBusy), 24, false);
    QCOMPARE(f.falls.front().objective, std::string("half"));
    QVERIFY(std::abs(*f.falls[0].when.day - daysTo(2.5)) < 1.5);
    QVERIFY(std::abs(*f.falls[1].when.day - daysTo(4.0)) < 1.5);
    QVERIFY(std::abs(*f.falls[0].limit / 5000 - 1) < 0.002);
    QCOMPARE(f.falls[0].when.earliest, f.falls[0].when.latest);
}

void ForecastTest::whatIsMissedNowIsSaid() {
    const sim::Forecast f = forecastOf(shop("[{name: fast, objective: mean(q.response_time) < 5 ms}]"), 24, false);
    QVERIFY(f.falls.front().missedNow);
    QCOMPARE(f.falls.front().when.day, std::optional<double>(0));
}

void ForecastTest::aShrinkingLoadBreaksNothing() {
    const sim::Forecast f = forecastOf(shop(kBusy), 24, true, -0.05);
    QVERIFY(!f.falls.front().when.day);
    QVERIFY(f.recommendations.empty());
    QVERIFY(!f.limit.value);
}

void ForecastTest::theLimitIsSimulated() {
    const sim::Forecast f = forecastOf(shop(kBusy), 3, true);
    QVERIFY(f.limit.value && f.limit.halfWidth);
    QVERIFY(std::abs(*f.limit.value - 5000) < 2 * *f.limit.halfWidth);
    QVERIFY(*f.limitReached.earliest <= *f.limitReached.day);
    QVERIFY(*f.limitReached.day <= *f.limitReached.latest);
}

void ForecastTest::recommendationsReachTheHorizon() {
    const sim::Forecast f = forecastOf(shop(kBusy), 24, false);
    QCOMPARE(f.recommendations.size(), std::size_t{1});
    // 2,000 · 1.1^24 = 19,700/s, half busy: 400 servers hold 20,000.
    QCOMPARE(f.recommendations[0].what, std::string("servers of q: 100 → 400"));
    QVERIFY(f.recommendations[0].limitAfter >= f.atHorizon.high);
    QVERIFY(std::abs(*f.recommendations[0].dueBy.day - daysTo(2.5)) < 1.5);
    QVERIFY(std::abs(*f.recommendations[0].costAfter / *f.recommendations[0].costBefore - 4) < 1e-6);
    QVERIFY(!f.recommendations[0].confirmed);
}

void ForecastTest::recommendationsAreChecked() {
    const sim::Forecast f = forecastOf(shop(kBusy), 12, true);
    QCOMPARE(f.recommendations.size(), std::size_t{1});
    QCOMPARE(f.recommendations[0].confirmed, std::optional<bool>(true));
    QVERIFY(f.recommendations[0].checkedAt > 5000);
}

void ForecastTest::enoughRoomNeedsNoChange() {
    QVERIFY(forecastOf(shop(kBusy), 3, false).recommendations.empty());
}

void ForecastTest::whatIsMarkedIsSized() {
    model::Scenario scenario = shop(kBusy);
    scenario.tune = {{"q.servers", {}, 50, 500}};
    sim::ForecastOptions options;
    options.horizon = 12;
    options.simulate = false;
    options.settings = [](double load) -> sim::ScenarioAt {
        return [load](const sim::SweepPoint& setting) {
            return test::scenarioOf(shopText(kBusy, std::stoi(setting.front().second), load));
        };
    };
    const sim::Forecast f = sim::forecast(scenario, sim::LoadTrend::steady(2000, 0.1), options);
    QVERIFY(f.size && f.size->best);
    // 2,000 · 1.1^12 = 6,277/s, half of them busy.
    QCOMPARE(f.size->best->setting.front().second, std::string("126"));
    QVERIFY(f.recommendations.empty());
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
