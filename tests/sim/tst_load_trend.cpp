// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/load_trend.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace headroom;
using sim::LoadSample;
using sim::LoadTrend;

/// Growth and seasons that were put into a history come out of it.
class LoadTrendTest : public QObject {
    Q_OBJECT

private slots:
    void aRateIsARate();
    void findsGrowthAndSeasons();
    void theBusiestHourCounts();
    void theYearIsNotGrowth();
    void intervalsHoldTheTruth();
    void refusesTooLittle();
    void leavesOutWhatHasNoLoad();
};

namespace {

constexpr double kDay = 86400;
constexpr double kStart = 20454 * kDay;  ///< 2026-01-01, a Thursday

struct Made {
    double perMonth = 0.04;
    double days = 90;
    double step = 3600;
    bool hours = true, weekend = true, year = false;
    double noise = 0, correlation = 0;
    unsigned seed = 1;
};

std::vector<LoadSample> history(const Made& made) {
    std::mt19937 random(made.seed);
    std::normal_distribution<double> normal;
    std::vector<LoadSample> samples;
    double error = made.noise * normal(random);
    for (double t = 0; t < made.days * kDay; t += made.step) {
        const double day = std::floor(t / kDay), hour = std::fmod(t, kDay) / 3600;
        double load = 1000 * std::pow(1 + made.perMonth, t / kDay / sim::kDaysAMonth);
        if (made.hours) load *= hour == 20 ? 3 : 1;
        const auto weekday = static_cast<long>(day) % 7;  // 0 is a Thursday
        if (made.weekend && (weekday == 2 || weekday == 3)) load *= 0.5;
        if (made.year) load *= std::fmod(day, 365.25) > 334 ? 2 : 1;
        samples.push_back({kStart + t, load * std::exp(error)});
        error = made.correlation * error +
                made.noise * std::sqrt(1 - made.correlation * made.correlation) * normal(random);
    }
    return samples;
}

LoadTrend fitted(const std::vector<LoadSample>& samples) {
    const auto trend = LoadTrend::fitted(samples, 0.95);
    if (!trend) qFatal("%s", trend.error().found.c_str());
    return *trend;
}

}  // namespace

void LoadTrendTest::aRateIsARate() {
    const LoadTrend trend = LoadTrend::steady(1000, 0.1);
    QVERIFY(std::abs(trend.on(12 * sim::kDaysAMonth).expected - 1000 * std::pow(1.1, 12)) < 1e-6);
    QVERIFY(std::abs(*trend.firstDayOver(1100, &sim::DailyPeak::expected) - sim::kDaysAMonth) < 1e-6);
    QCOMPARE(trend.on(100).low, trend.on(100).high);
    QVERIFY(!LoadTrend::steady(1000, -0.1).firstDayOver(1001, &sim::DailyPeak::high));
    QCOMPARE(trend.firstDayOver(900, &sim::DailyPeak::expected), std::optional<double>(0));
}

void LoadTrendTest::findsGrowthAndSeasons() {
    const LoadTrend trend = fitted(history({}));
    QVERIFY2(std::abs(*trend.growthPerMonth().value - 0.04) < 1e-4,
             qPrintable(QString::number(*trend.growthPerMonth().value, 'g', 10)));
    // From 2026-03-31, a Tuesday: four days on is a Saturday.
    QCOMPARE(trend.originDay(), 20454. + 89);
    const double weekday = trend.on(3).expected, saturday = trend.on(4).expected;
    QVERIFY(std::abs(saturday / weekday - 0.5 * std::pow(1.04, 1 / sim::kDaysAMonth)) < 0.01);
}

void LoadTrendTest::theBusiestHourCounts() {
    const LoadTrend trend = fitted(history({}));
    const double expected = 3 * 1000 * std::pow(1.04, 89 / sim::kDaysAMonth);
    QVERIFY(std::abs(trend.on(0).expected / expected - 1) < 0.01);
}

void LoadTrendTest::theYearIsNotGrowth() {
    Made made{.perMonth = 0.01, .days = 1096, .step = kDay, .hours = false, .weekend = false, .year = true};
    const LoadTrend trend = fitted(history(made));
    QVERIFY2(std::abs(*trend.growthPerMonth().value - 0.01) < 1e-3,
             qPrintable(QString::number(*trend.growthPerMonth().value)));
    // The last day is of December; a month on it is half as busy.
    QVERIFY(trend.on(40).expected < 0.6 * trend.on(0).expected);
}

// Of 300 histories with errors that follow each other, nearly 95 % have the growth in its interval.
void LoadTrendTest::intervalsHoldTheTruth() {
    int held = 0;
    constexpr int kHistories = 300;
    for (unsigned seed = 1; seed <= kHistories; ++seed) {
        Made made{.days = 120, .step = kDay, .hours = false, .noise = 0.1, .correlation = 0.5, .seed = seed};
        const sim::Estimate growth = fitted(history(made)).growthPerMonth();
        if (std::abs(*growth.value - 0.04) <= *growth.halfWidth) ++held;
    }
    QVERIFY2(held > 0.91 * kHistories && held < 0.985 * kHistories, qPrintable(QString::number(held)));
}

void LoadTrendTest::refusesTooLittle() {
    QVERIFY(!LoadTrend::fitted({}, 0.95));
    QVERIFY(!LoadTrend::fitted(history({.days = 5}), 0.95));
    QVERIFY(!LoadTrend::fitted(history({.days = 9, .step = kDay}), 0.95));
}

void LoadTrendTest::leavesOutWhatHasNoLoad() {
    std::vector<LoadSample> samples = history({});
    samples[100].load = 0;
    const LoadTrend trend = fitted(samples);
    QVERIFY(std::abs(*trend.growthPerMonth().value - 0.04) < 1e-3);
    QVERIFY(QString::fromStdString(trend.notes().back()).contains("left out"));
}

QTEST_GUILESS_MAIN(LoadTrendTest)
#include "tst_load_trend.moc"
