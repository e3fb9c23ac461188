// SPDX-License-Identifier: GPL-3.0-or-later
#include "goodness_of_fit.h"
#include "sim/kernel/random_stream.h"

#include <QTest>

#include <bit>
#include <set>
#include <string>

using namespace headroom::sim;

namespace {

constexpr int kDraws = 1'000'000;

std::vector<std::uint64_t> firstOf(RandomStream stream, int count) {
    std::vector<std::uint64_t> numbers;
    for (int i = 0; i < count; ++i) numbers.push_back(stream());
    return numbers;
}

/// A fit of the given eight bits to equal shares.
double fitOfByte(RandomStream& stream, int shift) {
    std::vector<double> counts(256);
    for (int i = 0; i < kDraws; ++i) ++counts[(stream() >> shift) & 255];
    return fit::chiSquare(counts, std::vector<double>(256, kDraws / 256.0));
}

double fitOfBelow(RandomStream& stream, std::uint64_t n, std::uint64_t cell) {
    std::vector<double> counts(n / cell);
    for (int i = 0; i < kDraws; ++i) ++counts[stream.below(n) / cell];
    const auto cells = static_cast<double>(counts.size());
    return fit::chiSquare(counts, std::vector<double>(counts.size(), kDraws / cells));
}

/// Streams whose names differ as little as names can.
std::vector<std::pair<RandomStream, RandomStream>> neighbours() {
    std::vector<std::pair<RandomStream, RandomStream>> pairs;
    for (std::uint32_t i = 0; i < 10; ++i) {
        const std::string name = "instance_" + std::to_string(i);
        const std::string next = "instance_" + std::to_string(i + 1);
        pairs.emplace_back(RandomStream(i, 0, "api", "work"),
                           RandomStream(i + 1, 0, "api", "work"));
        pairs.emplace_back(RandomStream(1, i, "api", "work"),
                           RandomStream(1, i + 1, "api", "work"));
        pairs.emplace_back(RandomStream(1, 0, name, "work"), RandomStream(1, 0, next, "work"));
        pairs.emplace_back(RandomStream(1, 0, "api", name), RandomStream(1, 0, "api", next));
    }
    return pairs;
}

}  // namespace

class TestRandomStream : public QObject {
    Q_OBJECT

private slots:
    void repeatsItself() {
        const RandomStream stream(42, 3, "api", "work");
        QCOMPARE(firstOf(stream, 100), firstOf(RandomStream(42, 3, "api", "work"), 100));
        RandomStream advanced = stream;
        for (int i = 0; i < 37; ++i) advanced();
        RandomStream copy = advanced;
        QCOMPARE(firstOf(copy, 100), firstOf(advanced, 100));
    }

    void everyPartOfTheNameCounts() {
        const auto reference = firstOf(RandomStream(1, 2, "ab", "cd"), 4);
        QVERIFY(firstOf(RandomStream(2, 2, "ab", "cd"), 4) != reference);
        QVERIFY(firstOf(RandomStream(1, 1, "ab", "cd"), 4) != reference);
        QVERIFY(firstOf(RandomStream(1, 2, "a", "bcd"), 4) != reference);
        QVERIFY(firstOf(RandomStream(1, 2, "abc", "d"), 4) != reference);
        QVERIFY(firstOf(RandomStream(1, 2, "cd", "ab"), 4) != reference);
        QVERIFY(firstOf(RandomStream(1, 2, "abcd", ""), 4) != reference);
        QVERIFY(firstOf(RandomStream(1ULL << 32 | 1, 2, "ab", "cd"), 4) != reference);
    }

    void streamsDiffer() {
        std::set<std::uint64_t> firstNumbers;
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            for (std::uint32_t replication = 0; replication < 50; ++replication)
                for (int component = 0; component < 100; ++component)
                    firstNumbers.insert(
                        RandomStream(seed, replication, "c" + std::to_string(component), "work")());
        QCOMPARE(firstNumbers.size(), std::size_t{100'000});
    }

    void everyByteIsUniform() {
        RandomStream stream(1, 1, "api", "work");
        for (int shift = 0; shift < 64; shift += 8) QVERIFY(fitOfByte(stream, shift) < 1);
    }

    /// The serial test: neighbours in one stream are independent.
    void pairsAreUniform() {
        RandomStream stream(1, 1, "api", "pairs");
        std::vector<double> counts(4096);
        for (int i = 0; i < kDraws; ++i) {
            const std::uint64_t first = stream() >> 58;
            ++counts[first << 6 | stream() >> 58];
        }
        QVERIFY(fit::chiSquare(counts, std::vector<double>(4096, kDraws / 4096.0)) < 1);
    }

    void neighbouringKeysAreUncorrelated() {
        constexpr int n = 100'000;
        for (auto& [a, b] : neighbours()) {
            double products = 0, differingBits = 0;
            for (int i = 0; i < n; ++i) {
                const std::uint64_t x = a(), y = b();
                products += (static_cast<double>(x >> 11) * 0x1p-53 - 0.5) *
                            (static_cast<double>(y >> 11) * 0x1p-53 - 0.5);
                differingBits += std::popcount(x ^ y);
            }
            const double correlation = products / n * 12;
            QVERIFY(std::abs(correlation) < 4.5 / std::sqrt(n));
            QVERIFY(std::abs(differingBits / n - 32) < 4.5 * 4 / std::sqrt(n));
        }
    }

    /// The same across streams: the first numbers of a family of them are a random sequence too.
    void firstNumbersOfStreamsAreUniform() {
        std::vector<double> counts(1024);
        for (std::uint32_t i = 0; i < 200'000; ++i)
            ++counts[RandomStream(1, i, "api", "work")() >> 54];
        QVERIFY(fit::chiSquare(counts, std::vector<double>(1024, 200'000 / 1024.0)) < 1);
    }

    void uniformIsUniformAndOpen() {
        RandomStream stream(5, 0, "api", "uniform");
        std::vector<double> draws(kDraws);
        for (double& draw : draws) draw = stream.uniform();
        std::sort(draws.begin(), draws.end());
        QVERIFY(draws.front() > 0 && draws.back() < 1);
        QVERIFY(fit::kolmogorovSmirnov(draws, [](double x) { return x; }) < 1);
    }

    void belowIsUnbiased() {
        RandomStream stream(6, 0, "api", "below");
        QCOMPARE(stream.below(1), std::uint64_t{0});
        QVERIFY(fitOfBelow(stream, 2, 1) < 1);
        QVERIFY(fitOfBelow(stream, 6, 1) < 1);
        QVERIFY(fitOfBelow(stream, 1000, 1) < 1);
        // Without rejection, every other number of the last third would come twice as often.
        const std::uint64_t third = std::uint64_t{1} << 62;
        QVERIFY(fitOfBelow(stream, 3 * third, third) < 1);
        std::vector<double> odd(2);
        for (int i = 0; i < kDraws; ++i) ++odd[stream.below(3 * third) % 3 == 0];
        QVERIFY(fit::chiSquare(odd, {kDraws * 2 / 3.0, kDraws / 3.0}) < 1);
    }
};

QTEST_GUILESS_MAIN(TestRandomStream)
#include "tst_random_stream.moc"
