// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/random_stream.h"
#include "sim/measure/time_weighted.h"

#include <QTest>

using namespace headroom::sim;

class TestTimeWeighted : public QObject {
    Q_OBJECT

private slots:
    void beginsAtZero() {
        const TimeWeighted level;
        QCOMPARE(level.level(), std::int64_t{0});
        QCOMPARE(level.areaUpTo(1'000'000), std::uint64_t{0});
    }

    void aRectangle() {
        TimeWeighted level;
        level.add(100, 3);
        QCOMPARE(level.areaUpTo(100), std::uint64_t{0});
        QCOMPARE(level.areaUpTo(110), std::uint64_t{30});
        level.add(110, -3);
        QCOMPARE(level.areaUpTo(500), std::uint64_t{30});
    }

    /// Against the sum of rectangles, for a level that also falls below zero.
    void isTheSumOfRectangles() {
        RandomStream stream(1, 1, "level", "steps");
        TimeWeighted level;
        SimTime now = 0;
        std::int64_t current = 0, area = 0;
        for (int i = 0; i < 10'000; ++i) {
            const auto gap = static_cast<SimTime>(stream.below(1000));
            const auto step = static_cast<std::int64_t>(stream.below(21)) - 10;
            now += gap;
            area += current * gap;
            level.add(now, step);
            current += step;
            QCOMPARE(level.level(), current);
            QCOMPARE(static_cast<std::int64_t>(level.areaUpTo(now)), area);
        }
    }

    /// Half a million users for a month pass 2^64 on the way; an hour of it is right nevertheless.
    void differencesSurviveWrapping() {
        constexpr SimTime kHour = 3'600'000'000'000;
        TimeWeighted level;
        level.add(0, 500'000);
        const SimTime month = 730 * kHour;
        QVERIFY(static_cast<double>(month) * 500'000 > 0x1p64);
        const std::uint64_t before = level.areaUpTo(month);
        level.add(month + kHour / 2, -499'999);
        const std::uint64_t hour = level.areaUpTo(month + kHour) - before;
        QCOMPARE(hour, static_cast<std::uint64_t>(kHour / 2) * 500'001);
    }
};

QTEST_GUILESS_MAIN(TestTimeWeighted)
#include "tst_time_weighted.moc"
