// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/random_stream.h"
#include "sim/measure/estimate.h"

#include <QTest>

#include <boost/random/normal_distribution.hpp>

#include <cmath>
#include <vector>

using namespace headroom::sim;

namespace {

std::vector<double> normals(RandomStream& stream, std::size_t count, double mean) {
    boost::random::normal_distribution<double> law(mean, 1);
    std::vector<double> values(count);
    for (double& value : values) value = law(stream);
    return values;
}

/// Mean 0, and correlation phi^k between observations k apart.
std::vector<double> autoregressive(RandomStream& stream, std::size_t count, double phi) {
    std::vector<double> values = normals(stream, count, 0);
    values[0] /= std::sqrt(1 - phi * phi);
    for (std::size_t i = 1; i < count; ++i) values[i] += phi * values[i - 1];
    return values;
}

/// The share of 1,000 intervals that contain `truth`.
template <typename MakeEstimate>
double coverage(double truth, MakeEstimate&& makeEstimate) {
    int hits = 0;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        RandomStream stream(1, i, "estimate", "observations");
        const Estimate estimate = makeEstimate(stream);
        hits += std::abs(*estimate.value - truth) <= *estimate.halfWidth;
    }
    return hits / 1000.0;
}

}  // namespace

class TestEstimate : public QObject {
    Q_OBJECT

private slots:
    void nothingIsUnknown() {
        QCOMPARE(meanWithInterval({}, 0.95), Estimate{});
        QCOMPARE(batchMeans({}, 0.95), Estimate{});
        QCOMPARE(studentHalfWidth({}, 0.95), std::optional<double>());
    }

    void oneObservationHasNoInterval() {
        QCOMPARE(meanWithInterval({7}, 0.95), (Estimate{7, std::nullopt}));
        QCOMPARE(studentHalfWidth({7}, 0.95), std::optional<double>());
    }

    void equalObservationsHaveNoWidth() {
        QCOMPARE(meanWithInterval({2, 2, 2}, 0.95), (Estimate{2, 0}));
    }

    /// Against the tables: t(0.975; 4) = 2.776445, t(0.95; 9) = 1.833113, t(0.995; 1) = 63.65674.
    void isStudentsInterval() {
        const Estimate five = meanWithInterval({1, 2, 3, 4, 5}, 0.95);
        QCOMPARE(*five.value, 3.0);
        QVERIFY(std::abs(*five.halfWidth - 2.776445 * std::sqrt(2.5 / 5)) < 1e-6);
        const auto ten = studentHalfWidth({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.90);
        QVERIFY(std::abs(*ten - 1.833113 * std::sqrt(55.0 / 6 / 10)) < 1e-6);
        const auto two = studentHalfWidth({0, 2}, 0.99);
        QVERIFY(std::abs(*two - 63.65674) < 1e-4);
    }

    /// A 95 % interval contains the truth in 95 % of cases: of 1,000, that is ± 1.4 % at two sigma.
    void coversTheTruth() {
        for (std::size_t n : {std::size_t{2}, std::size_t{5}, std::size_t{30}}) {
            const double share = coverage(10, [&](RandomStream& stream) {
                return meanWithInterval(normals(stream, n, 10), 0.95);
            });
            QVERIFY(share > 0.93 && share < 0.97);
        }
    }

    void batchMeansCoverTheTruthDespiteCorrelation() {
        for (double phi : {0.0, 0.5, 0.8}) {
            const auto estimate = [&](RandomStream& stream) {
                return batchMeans(autoregressive(stream, 4000, phi), 0.95);
            };
            const double share = coverage(0, estimate);
            QVERIFY(share > 0.93 && share < 0.97);
        }
        // What they are there for: the plain interval is far too narrow.
        const double naive = coverage(0, [](RandomStream& stream) {
            return meanWithInterval(autoregressive(stream, 4000, 0.8), 0.95);
        });
        QVERIFY(naive < 0.6);
    }

    void batchMeansNeedFortyObservations() {
        RandomStream stream(1, 1, "estimate", "few");
        const std::vector<double> enough = normals(stream, 40, 3);
        const std::vector<double> few(enough.begin(), enough.end() - 1);
        QVERIFY(batchMeans(enough, 0.95).halfWidth.has_value());
        QVERIFY(!batchMeans(few, 0.95).halfWidth.has_value());
        QCOMPARE(batchMeans(few, 0.95).value, meanWithInterval(few, 0.95).value);
    }

    /// 40 observations make ten batches of four; 45 the same, and the first five only count in the
    /// mean.
    void batchesAreMeansOfEqualRuns() {
        std::vector<double> observations, batches;
        for (int batch = 0; batch < 10; ++batch) {
            for (int i = 0; i < 4; ++i) observations.push_back(batch * batch + i);
            batches.push_back(batch * batch + 1.5);
        }
        const auto expected = studentHalfWidth(batches, 0.9);
        QVERIFY(std::abs(*batchMeans(observations, 0.9).halfWidth - *expected) < 1e-12);
        observations.insert(observations.begin(), 5, 1000);
        QVERIFY(std::abs(*batchMeans(observations, 0.9).halfWidth - *expected) < 1e-12);
        QCOMPARE(batchMeans(observations, 0.9).value, meanWithInterval(observations, 0.9).value);
    }
};

QTEST_GUILESS_MAIN(TestEstimate)
#include "tst_estimate.moc"
