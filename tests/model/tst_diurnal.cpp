// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/diurnal.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace headroom::model;
using namespace std::chrono_literals;

namespace {

/// The mean of a schedule over its first day, by the trapezoids that it consists of.
double meanOf(const Schedule& schedule, Duration day) {
    double area = 0;
    for (std::size_t i = 1; i < schedule.points.size() && schedule.points[i].at <= day; ++i) {
        const auto &a = schedule.points[i - 1], &b = schedule.points[i];
        area += (a.level + b.level) / 2 * toSeconds(b.at - a.at);
    }
    return area / toSeconds(day);
}

double lowest(const Schedule& schedule) {
    return std::ranges::min_element(schedule.points, {}, &Schedule::Point::level)->level;
}

}  // namespace

class DiurnalTest : public QObject {
    Q_OBJECT
private slots:
    void keepsItsMeanAndReachesItsPeak_data() {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.2, 1.5, 2.0, 3.0, 5.0, 10.0})
            QTest::addRow("%g", ratio) << ratio;
    }

    void keepsItsMeanAndReachesItsPeak() {
        QFETCH(double, ratio);
        const Diurnal diurnal{.mean = 1000, .peak = 1000 * ratio};
        const Schedule schedule = scheduleOf(diurnal, 24h);
        QVERIFY(std::abs(meanOf(schedule, 24h) / 1000 - 1) < 0.005);
        QVERIFY(std::abs(schedule.peak() / diurnal.peak - 1) < 1e-6);
        QVERIFY(std::abs(schedule.at(20h) / diurnal.peak - 1) < 1e-6);
        QVERIFY(lowest(schedule) >= 0);
    }

    /// For a small swing exp(κ cos φ) / I₀(κ) is 1 + κ cos φ.
    void isASineWhereItSwingsLittle() {
        const Schedule schedule = scheduleOf({.mean = 100, .peak = 101, .peakAt = 12h}, 24h);
        for (int hour = 0; hour < 24; ++hour) {
            const double sine = 100 + std::cos(2 * std::numbers::pi * (hour - 12) / 24.0);
            QVERIFY(std::abs(schedule.at(hour * 1h) - sine) < 0.02);
        }
    }

    void beginsAtItsTimeOfDay() {
        const Diurnal evening{.mean = 10, .peak = 20, .peakAt = 20h, .start = 18h};
        const Schedule schedule = scheduleOf(evening, 24h);
        QVERIFY(std::abs(schedule.at(2h) - 20) < 1e-6);
        QVERIFY(schedule.at(0h) < 20);
        QVERIFY(std::abs(schedule.at(0h) - schedule.at(4h)) < 1e-6);
    }

    void repeatsUntilTheHorizon() {
        const Schedule schedule = scheduleOf({.mean = 10, .peak = 30}, 72h);
        QVERIFY(schedule.points.back().at >= 72h);
        QVERIFY(std::abs(schedule.at(5h) - schedule.at(53h)) < 1e-6);
    }

    void goesThroughAShortDayInLessTime() {
        const Schedule schedule = scheduleOf({.mean = 10, .peak = 30, .day = 24min}, 24min);
        QVERIFY(std::abs(schedule.at(20min) - 30) < 1e-6);
    }

    void spikesRiseHoldAndFall() {
        const Schedule schedule = scheduleOf(
            {.from = 10, .to = 110, .at = 5min, .rise = 1min, .hold = 10min, .fall = 20min});
        QCOMPARE(schedule.at(0min), 10.0);
        QCOMPARE(schedule.at(5min), 10.0);
        QCOMPARE(schedule.at(330s), 60.0);
        QCOMPARE(schedule.at(6min), 110.0);
        QCOMPARE(schedule.at(16min), 110.0);
        QCOMPARE(schedule.at(26min), 60.0);
        QCOMPARE(schedule.at(1h), 10.0);
        const Schedule sudden = scheduleOf({.from = 1, .to = 5, .at = 0s, .hold = 10min});
        QCOMPARE(sudden.at(0s), 5.0);
        QCOMPARE(sudden.at(10min), 1.0);
    }
};

QTEST_GUILESS_MAIN(DiurnalTest)
#include "tst_diurnal.moc"
