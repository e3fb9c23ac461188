// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/forecast.h"

#include <QtTest>

#include "tests/sim/small_run.h"

using namespace headroom;

class ForecastTest : public QObject {
    Q_OBJECT

private slots:
    void objectivesFallWhereTheFormulaSays();
    void whatIsMissedNowIsSaid();
    void recommendationsReachTheHorizon();
    void recommendationsAreChecked();
    void enoughRoomNeedsNoChange();
};

namespace {

model::Scenario shop(const std::string& slos) {
    return test::scenarioOf(
        "headroom: 1\n"
        "run: {duration: 100 s, warm_up: 10 s, replications: 2}\n"
        "components: {q: {type: station, servers: 100, operations: {x: [{work: exp(10 ms)}]}}}\n"
        "workload: {entry: q, arrivals: poisson(2000/s), profiles: {p: {actions: {x: 1}}}}\n"
        "slos: " + slos + "\n");
}

const std::string kBusy = "[{name: busy, objective: q.utilisation < 80 %}, {name: half, objective: q.utilisation < 50 %}]";

sim::ForecastOptions theory() {
    sim::ForecastOptions options;
    options.growth = 0.1;
    options.simulate = false;
    return options;
}

}  // namespace

void ForecastTest::objectivesFallWhereTheFormulaSays() {
    const sim::Forecast f = sim::forecast(shop(kBusy), theory());
    // From 2,000/s at 10 % a month to 5,000 and 8,000/s.
    QCOMPARE(f.falls.front().objective, std::string("half"));
    QVERIFY(std::abs(*f.falls[0].months - std::log(2.5) / std::log(1.1)) < 0.05);
    QVERIFY(std::abs(*f.falls[1].months - std::log(4.0) / std::log(1.1)) < 0.05);
    QVERIFY(std::abs(*f.falls[0].limit / 5000 - 1) < 0.002);
}

void ForecastTest::whatIsMissedNowIsSaid() {
    const sim::Forecast f =
        sim::forecast(shop("[{name: fast, objective: mean(q.response_time) < 5 ms}]"), theory());
    QVERIFY(f.falls.front().missedNow);
    QCOMPARE(f.falls.front().months, std::optional<double>(0));
}

void ForecastTest::recommendationsReachTheHorizon() {
    sim::ForecastOptions options = theory();
    options.horizon = 24;
    const sim::Forecast f = sim::forecast(shop(kBusy), options);
    QCOMPARE(f.recommendations.size(), std::size_t{1});
    // 2,000 · 1.1^24 = 19,700/s, half busy: 400 servers hold 20,000.
    QCOMPARE(f.recommendations[0].what, std::string("servers of q: 100 → 400"));
    QVERIFY(f.recommendations[0].limitAfter >= f.loadAtHorizon);
    QVERIFY(!f.recommendations[0].confirmed);
}

void ForecastTest::recommendationsAreChecked() {
    sim::ForecastOptions options = theory();
    options.simulate = true;
    options.horizon = 12;
    const sim::Forecast f = sim::forecast(shop(kBusy), options);
    QCOMPARE(f.recommendations.size(), std::size_t{1});
    QCOMPARE(f.recommendations[0].confirmed, std::optional<bool>(true));
}

void ForecastTest::enoughRoomNeedsNoChange() {
    sim::ForecastOptions options = theory();
    options.horizon = 3;
    QVERIFY(sim::forecast(shop(kBusy), options).recommendations.empty());
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
