// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/random_stream.h"
#include "sim/measure/warm_up.h"

#include <QTest>

#include <boost/random/normal_distribution.hpp>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace headroom::sim;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// An autoregressive sequence of mean 10 with an initial bias that dies away.
std::vector<double> sequence(std::uint32_t seed, std::size_t count, double bias, double decay) {
    RandomStream stream(1, seed, "warm_up", "observations");
    boost::random::normal_distribution<double> noise(0, 1);
    std::vector<double> values;
    double state = noise(stream);
    for (std::size_t i = 0; i < count; ++i) {
        state = 0.5 * state + noise(stream);
        values.push_back(10 + state + bias * std::exp(-static_cast<double>(i) / decay));
    }
    return values;
}

/// MSER-5 by its definition: for each cut up to half the batches and, separately, beyond, the
/// squared standard error of what is left.
WarmUpEnd endByDefinition(const std::vector<double>& observations) {
    std::vector<double> batches;
    for (std::size_t i = 0; i + 5 <= observations.size(); i += 5)
        batches.push_back(std::accumulate(&observations[i], &observations[i] + 5, 0.0) / 5);
    std::size_t best = 0;
    double smallest = std::numeric_limits<double>::infinity(), smallestLate = smallest;
    for (std::size_t cut = 0; cut + 5 <= batches.size(); ++cut) {
        const auto left = static_cast<double>(batches.size() - cut);
        double sum = 0, squares = 0;
        for (std::size_t i = cut; i < batches.size(); ++i) sum += batches[i];
        for (std::size_t i = cut; i < batches.size(); ++i)
            squares += std::pow(batches[i] - sum / left, 2);
        const bool late = 2 * cut > batches.size();
        double& least = late ? smallestLate : smallest;
        if (squares / (left * left) >= least) continue;
        least = squares / (left * left);
        if (!late) best = cut;
    }
    return {best * 5, smallestLate < smallest};
}

/// The cut of a sequence that is not late.
int cutOf(const std::vector<double>& values) {
    const auto end = mser5(values);
    return end && !end->late ? static_cast<int>(end->cut) : -1;
}

double meanFrom(const std::vector<double>& values, std::size_t first) {
    const auto start = values.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(start, values.end(), 0.0) / static_cast<double>(values.size() - first);
}

}  // namespace

class TestWarmUp : public QObject {
    Q_OBJECT

private slots:
    void isTheDefinition() {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const std::vector<double> values = sequence(seed, 503, 20, 30);
            const WarmUpEnd expected = endByDefinition(values);
            const auto found = mser5(values);
            QVERIFY(found);
            QCOMPARE(found->cut, expected.cut);
            QCOMPARE(found->late, expected.late);
        }
    }

    /// Cut is what stands out of the noise, and not so much more that half of the run would be
    /// lost.
    void cutsTheTransient() {
        int cuts = 0;
        double bias = 0, biasUncut = 0;
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const std::vector<double> values = sequence(seed, 1000, 30, 25);
            const auto end = mser5(values);
            QVERIFY(end && end->cut % 5 == 0 && end->cut >= 40 && end->cut <= 500);
            if (end->late) continue;
            ++cuts;
            bias += meanFrom(values, end->cut) - 10;
            biasUncut += meanFrom(values, 0) - 10;
        }
        QVERIFY(cuts >= 190);
        QVERIFY(std::abs(bias) < 0.2 * std::abs(biasUncut));
    }

    void leavesAStationarySequenceMostlyWhole() {
        double cutAway = 0;
        int cuts = 0;
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const auto end = mser5(sequence(seed, 1000, 0, 1));
            if (end->late) continue;
            ++cuts;
            cutAway += static_cast<double>(end->cut) / 1000;
        }
        QVERIFY(cuts >= 150);
        QVERIFY(cutAway / cuts < 0.15);
    }

    void aConstantNeedsNoCut() {
        for (double value : {0.0, 0.1, 1e9}) QCOMPARE(cutOf(std::vector<double>(100, value)), 0);
    }

    void aStepIsCutExactly() {
        std::vector<double> values(100, 1.0);
        std::fill(values.begin(), values.begin() + 23, 50.0);
        QCOMPARE(cutOf(values), 25);
    }

    void tooShortToTell() {
        QVERIFY(!mser5({}));
        QVERIFY(!mser5(std::vector<double>(49, 1.0)));
        QCOMPARE(cutOf(std::vector<double>(50, 1.0)), 0);
    }

    /// Half of the sequence is the most that is cut; that it would take more is said.
    void aTransientBeyondTheMiddleIsLate() {
        std::vector<double> values(200, 1.0);
        std::fill(values.begin(), values.begin() + 100, 50.0);
        QCOMPARE(cutOf(values), 100);
        std::fill(values.begin() + 100, values.begin() + 150, 50.0);
        QVERIFY(mser5(values)->late && mser5(values)->cut <= 100);
    }

    /// Intervals in which nothing ended say nothing, but they take their time.
    void skipsTheUnknown() {
        std::vector<double> values(100, 1.0);
        std::fill(values.begin(), values.begin() + 20, 50.0);
        values[3] = values[21] = values[77] = kNaN;
        std::fill(values.begin() + 40, values.begin() + 45, kNaN);
        QCOMPARE(cutOf(values), 20);
        QVERIFY(!mser5(std::vector<double>(100, kNaN)));
    }
};

QTEST_GUILESS_MAIN(TestWarmUp)
#include "tst_warm_up.moc"
