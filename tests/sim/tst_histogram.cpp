// SPDX-License-Identifier: GPL-3.0-or-later
#include "allocation_count.h"
#include "sim/kernel/random_stream.h"
#include "sim/kernel/sampler.h"
#include "sim/measure/histogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace headroom;
using namespace headroom::sim;

namespace {

constexpr double kNanosecond = 1e-9;

std::vector<SimTime> drawsOf(const model::Distribution& distribution, int count) {
    RandomStream stream(1, 1, "histogram", "values");
    const Sampler sampler(distribution);
    std::vector<SimTime> values;
    for (int i = 0; i < count; ++i) values.push_back(sampler.draw(stream));
    return values;
}

Histogram histogramOf(const std::vector<SimTime>& values) {
    Histogram histogram;
    for (SimTime value : values) histogram.record(value);
    return histogram;
}

/// The q-quantile of the values themselves.
double exactQuantile(const std::vector<SimTime>& sorted, double q) {
    const double rank = std::ceil(q * static_cast<double>(sorted.size()) - 1e-6);
    return seconds(sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1]);
}

bool sameQuantiles(const Histogram& a, const Histogram& b) {
    if (a.count() != b.count() || a.max() != b.max()) return false;
    for (double q = 0; q <= 1; q += 1.0 / 1024)
        if (a.quantile(q) != b.quantile(q)) return false;
    return true;
}

}  // namespace

class TestHistogram : public QObject {
    Q_OBJECT

private slots:
    void beginsEmpty() {
        const Histogram histogram;
        QVERIFY(histogram.empty());
        QCOMPARE(histogram.count(), std::uint64_t{0});
        QCOMPARE(histogram.max(), SimTime{0});
    }

    void smallValuesAreExact() {
        for (SimTime value = 0; value < 128; ++value) {
            Histogram histogram;
            histogram.record(value);
            histogram.record(1'000'000);
            QCOMPARE(histogram.quantile(0.5), static_cast<double>(value) / kNanosecondsPerSecond);
        }
    }

    /// The promise of the layout, at both ends of bins and at random, over the whole range of
    /// times.
    void everyValueIsWithinItsBin() {
        RandomStream stream(1, 1, "histogram", "range");
        for (int power = 6; power < 62; ++power) {
            const SimTime octave = SimTime{1} << power;
            std::vector<SimTime> values{octave - 1, octave, octave + 1};
            for (int i = 0; i < 100; ++i)
                values.push_back(octave + static_cast<SimTime>(stream.below(octave)));
            for (SimTime value : values) {
                Histogram histogram;
                histogram.record(value);
                histogram.record(kNever);
                const double error = histogram.quantile(0.5) / seconds(value) - 1;
                QVERIFY(std::abs(error) <= 0.008);
            }
        }
    }

    void quantilesAreWithinOnePercent_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"exp(20 ms)", "uniform(2 s, 5 s)", "uniform(0 ns, 300 ns)",
              "gamma(mean=20 ms, cv=0.2)", "lognormal(mean=20 ms, cv=3)",
              "hyperexp(mean=1 s, cv=5)", "weibull(mean=1 us, shape=0.4)",
              "pareto(min=5 ms, alpha=1.5)", "mix(99 % exp(1 ms), 1 % exp(1 h))", "7 ms"})
            QTest::newRow(text) << text;
    }
    void quantilesAreWithinOnePercent() {
        QFETCH(QString, text);
        const auto distribution = model::parseDistribution(text.toStdString());
        QVERIFY(distribution);
        std::vector<SimTime> values = drawsOf(*distribution, 100'000);
        const Histogram histogram = histogramOf(values);
        std::sort(values.begin(), values.end());
        QCOMPARE(histogram.count(), std::uint64_t{100'000});
        for (double q :
             {0.0, 0.001, 0.01, 0.05, 0.07, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999, 1.0}) {
            const double exact = exactQuantile(values, q);
            QVERIFY(std::abs(histogram.quantile(q) - exact) <= 0.01 * exact);
        }
    }

    void theLargestIsExact() {
        const Histogram histogram = histogramOf({5, 1'234'567'891, 1'234'567'890, 99});
        QCOMPARE(histogram.max(), SimTime{1'234'567'891});
        QCOMPARE(histogram.quantile(1), seconds(1'234'567'891));
        // A bin's middle may lie beyond all that is in it, but not beyond the largest value.
        QVERIFY(histogram.quantile(0.75) <= histogram.quantile(1));
    }

    /// 0.07 · 100 is a little over 7 in binary; the seventh of a hundred values is meant all the
    /// same.
    void ranksAreNotShiftedByRounding() {
        Histogram histogram;
        for (SimTime value = 1; value <= 100; ++value) histogram.record(value);
        for (int percent = 1; percent <= 100; ++percent)
            QCOMPARE(std::round(histogram.quantile(percent / 100.0) / kNanosecond), percent);
        QCOMPARE(std::round(histogram.quantile(0) / kNanosecond), 1);
    }

    void recordsManyAtOnce() {
        Histogram many, single;
        for (SimTime value : {3, 70'000, 2}) {
            many.recordMany(value, 1000);
            for (int i = 0; i < 1000; ++i) single.record(value);
        }
        QVERIFY(sameQuantiles(many, single));
    }

    void mergingLosesNothing() {
        const std::vector<SimTime> low =
            drawsOf(model::Distribution::exponential(std::chrono::microseconds(1)), 5000);
        const std::vector<SimTime> high =
            drawsOf(model::Distribution::exponential(std::chrono::hours(1)), 3000);
        std::vector<SimTime> all = low;
        all.insert(all.end(), high.begin(), high.end());
        const Histogram together = histogramOf(all);
        Histogram upwards = histogramOf(low);
        upwards.merge(histogramOf(high));
        Histogram downwards = histogramOf(high);
        downwards.merge(histogramOf(low));
        Histogram fromNothing;
        fromNothing.merge(together);
        fromNothing.merge(Histogram());
        for (const Histogram& merged : {upwards, downwards, fromNothing})
            QVERIFY(sameQuantiles(merged, together));
    }

    void anIntervalIsTakenOver() {
        const std::vector<SimTime> hours =
            drawsOf(model::Distribution::exponential(std::chrono::hours(1)), 3000);
        const std::vector<SimTime> microseconds =
            drawsOf(model::Distribution::exponential(std::chrono::microseconds(1)), 3000);
        Histogram all, expected;
        IntervalHistogram interval;
        for (const std::vector<SimTime>& values : {hours, microseconds, std::vector<SimTime>{0, 0, 7}}) {
            for (SimTime value : values) {
                interval.record(value, Histogram::binOf(value), all);
                expected.record(value);
            }
            all.take(interval);
            QVERIFY(sameQuantiles(all, expected));
        }
        all.take(interval);  // nothing is left in it
        QVERIFY(sameQuantiles(all, expected));
    }

    void clearForgetsAllButItsStorage() {
        const std::vector<SimTime> values =
            drawsOf(model::Distribution::exponential(std::chrono::seconds(1)), 10'000);
        Histogram histogram = histogramOf(values);
        const long before = allocations;
        histogram.clear();
        QVERIFY(histogram.empty());
        QCOMPARE(histogram.max(), SimTime{0});
        for (SimTime value : values) histogram.record(value);
        QCOMPARE(allocations, before);
        QVERIFY(sameQuantiles(histogram, histogramOf(values)));
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
