// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/charts/plot.h"
#include "tests/desktop/window_test.h"

#include <cmath>

using namespace headroom::desktop;

namespace {

std::shared_ptr<ChartPoints> wave(std::size_t count) {
    auto points = std::make_shared<ChartPoints>();
    for (std::size_t i = 0; i < count; ++i) {
        points->x.push_back(static_cast<double>(i));
        points->y.push_back(1 + std::sin(static_cast<double>(i) * 0.001));
    }
    return points;
}

ChartData dataOf(std::shared_ptr<const ChartPoints> points) {
    ChartData data;
    data.title = "Wave";
    data.unit = headroom::model::Unit::seconds;
    data.xTo = points->x.back();
    data.lines.push_back({"wave", std::move(points), false, false});
    return data;
}

}  // namespace

class ChartTest : public QObject {
    Q_OBJECT

private slots:
    void decimationKeepsPeaks() {
        auto points = wave(1'000'000);
        points->y[123'456] = 77;
        points->y[654'321] = -5;
        const auto stretches = decimated(*points, {0, 1e6}, 800);
        QCOMPARE(stretches.size(), 1u);
        QVERIFY(stretches[0].size() <= 4 * 802);
        const auto [low, high] = std::ranges::minmax(stretches[0], {}, [](const QPointF& p) { return p.y(); });
        QCOMPARE(high.y(), 77.0);
        QCOMPARE(low.y(), -5.0);
        QVERIFY(std::ranges::is_sorted(stretches[0], {}, [](const QPointF& p) { return p.x(); }));
    }

    void gapsBreakTheLine() {
        auto points = wave(10);
        points->y[4] = std::nan("");
        const auto stretches = decimated(*points, {0, 9}, 100);
        QCOMPARE(stretches.size(), 2u);
        QCOMPARE(stretches[0].back().x(), 3.0);
        QCOMPARE(stretches[1].front().x(), 5.0);
        points->y.assign(10, std::nan(""));
        QVERIFY(decimated(*points, {0, 9}, 100).empty());
    }

    void aMillionSamplesAreDrawnAsPixels() {
        Chart chart;
        chart.resize(900, 260);
        chart.setData(dataOf(wave(1'000'000)));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QVERIFY(chart.plot().drawnPoints() > 100);
        QVERIFY(chart.plot().drawnPoints() <= 4 * 900);
    }

    void ticksAreRoundAndHaveUnits() {
        const auto ticks = valueTicks({0, 0.4}, headroom::model::Unit::seconds, 4);
        QCOMPARE(ticks.front().label, QString("0"));
        QVERIFY2(ticks.back().label.endsWith(" ms"), qPrintable(ticks.back().label));
        QCOMPARE(timeTicks({0, 600}, 6).back().value, 600.0);
        QCOMPARE(valueTicks({-1, 1}, headroom::model::Unit::count, 4)[2].label, QString("0"));
    }

    void zoomsAndPansByMouseAndKeys() {
        Chart chart;
        chart.resize(700, 240);
        chart.setData(dataOf(wave(1000)));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        Plot& plot = chart.plot();
        const Range all = plot.xRange();
        QTest::mousePress(plot.viewport(), Qt::LeftButton, {}, QPoint(200, 80));
        QTest::mouseMove(plot.viewport(), QPoint(300, 80));
        QTest::mouseRelease(plot.viewport(), Qt::LeftButton, {}, QPoint(300, 80));
        const Range zoomed = plot.xRange();
        QVERIFY(zoomed.width() < all.width() * 0.3);
        QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(plot.xRange().low > zoomed.low);
        QTest::mouseDClick(plot.viewport(), Qt::LeftButton, {}, QPoint(250, 80));
        QCOMPARE(plot.xRange(), all);
        QTest::keyClick(&plot, Qt::Key_Plus);
        QVERIFY(plot.xRange().width() < all.width());
    }

    void linkedChartsShareTimeAndCursor() {
        ChartLink link;
        Chart one, other;
        for (Chart* chart : {&one, &other}) {
            chart->setLink(&link);
            chart->resize(500, 200);
            chart->setData(dataOf(wave(1000)));
        }
        one.plot().setXRange({100, 300});
        QCOMPARE(other.plot().xRange(), (Range{100, 300}));
        link.setCursor(200);
        QCOMPARE(other.plot().readings().size(), 2);
        QVERIFY(other.plot().readings()[1].startsWith("wave"));
        one.plot().resetZoom();
        QCOMPARE(other.plot().xRange(), (Range{0, 999}));
    }

    void hidesLinesAndCopiesData() {
        Chart chart;
        ChartData data = dataOf(wave(3));
        data.lines.push_back({"second, \"quoted\"", wave(3), false, false});
        const QString csv = csvOf(data);
        QVERIFY2(csv.startsWith("time_s,\"wave\",\"second, \"\"quoted\"\"\"\n0,1,1\n"), qPrintable(csv));
        chart.setData(data);
        chart.plot().setHidden({"wave"});
        QCOMPARE(chart.plot().readings().size(), 0);
        chart.resize(300, 200);
        QVERIFY(!chart.image().isNull());
    }
};

QTEST_MAIN(ChartTest)
#include "tst_chart.moc"
