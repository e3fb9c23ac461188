// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/cache_hits.h"

#include <QtTest>

#include "sim/analytic/popularity.h"
#include "tests/laws/caches.h"

using namespace headroom;
using sim::CachedKeys;

/// Caches against exact formulas and the published reference of Che's approximation.
class CacheHitsTest : public QObject {
    Q_OBJECT

private slots:
    void binsHoldAllKeysOnce_data();
    void binsHoldAllKeysOnce();
    void lruIsChes_data();
    void lruIsChes();
    void timeToLiveIsExact();
    void bothLimitsAreBetweenTheTwo();
    void invalidationEndsEntries();
    void everythingFits();
};

namespace {

model::KeyClass zipfKeys(std::int64_t count, double exponent) {
    model::KeyClass keys;
    keys.popularity = model::KeyClass::Popularity::zipf;
    keys.count = count;
    keys.zipfExponent = exponent;
    return keys;
}

CachedKeys contents(const model::KeyClass& keys, double rate) {
    const sim::KeyPopularity popularity(keys);
    const Eigen::ArrayXd each = rate * popularity.shares / popularity.counts;
    return {popularity.counts, each, 0 * each, 1};
}

double hitRatio(const CachedKeys& keys, const sim::CacheLimits& limits) {
    const double time = sim::characteristicTime({keys}, limits, 0);
    const Eigen::ArrayXd hits = sim::hitsPerFetch(keys, limits.ttl, time);
    const Eigen::ArrayXd rates = keys.counts * keys.rates;
    return (rates * hits / (1 + hits)).sum() / rates.sum();
}

}  // namespace

void CacheHitsTest::binsHoldAllKeysOnce_data() {
    QTest::addColumn<qint64>("count");
    QTest::addColumn<double>("exponent");
    for (const qint64 count : {1, 7, 101, 10'000, 2'000'000})
        for (const double exponent : {0.6, 1.0, 1.2})
            QTest::addRow("%lld keys, %g", count, exponent) << count << exponent;
}

void CacheHitsTest::binsHoldAllKeysOnce() {
    QFETCH(qint64, count);
    QFETCH(double, exponent);
    const sim::KeyPopularity popularity(zipfKeys(count, exponent));
    QCOMPARE(popularity.counts.sum(), static_cast<double>(count));
    const std::vector<double> exact = laws::zipf(static_cast<int>(count), exponent);
    double sum = 0;
    for (const double share : exact) sum += share;
    QVERIFY(std::abs(popularity.shares[0] - exact[0] / sum) < 1e-4 * exact[0]);
}

// T and hit ratio of Che's approximation and simulated LRU, computed with Python from the defining
// equations (N keys, Zipf alpha, capacity C).
void CacheHitsTest::lruIsChes_data() {
    QTest::addColumn<double>("alpha");
    QTest::addColumn<double>("capacity");
    QTest::addColumn<double>("che");
    QTest::addColumn<double>("simulated");
    QTest::newRow("0.6, 100") << 0.6 << 100. << 0.043187 << 0.0434;
    QTest::newRow("0.6, 1000") << 0.6 << 1000. << 0.243206 << 0.2423;
    QTest::newRow("0.8, 100") << 0.8 << 100. << 0.156625 << 0.1571;
    QTest::newRow("0.8, 1000") << 0.8 << 1000. << 0.43666 << 0.4357;
    QTest::newRow("0.99, 100") << 0.99 << 100. << 0.376899 << 0.3755;
    QTest::newRow("0.99, 1000") << 0.99 << 1000. << 0.66414 << 0.6638;
    QTest::newRow("1.2, 100") << 1.2 << 100. << 0.656341 << 0.6561;
    QTest::newRow("1.2, 1000") << 1.2 << 1000. << 0.861435 << 0.8609;
}

void CacheHitsTest::lruIsChes() {
    QFETCH(double, alpha);
    QFETCH(double, capacity);
    QFETCH(double, che);
    QFETCH(double, simulated);
    sim::CacheLimits limits;
    limits.entries = capacity;
    const double ratio = hitRatio(contents(zipfKeys(10'000, alpha), 1), limits);
    QVERIFY2(std::abs(ratio - che) < 2e-4, qPrintable(QString::number(ratio)));
    QVERIFY(std::abs(ratio - simulated) < 0.002);
}

void CacheHitsTest::timeToLiveIsExact() {
    const std::vector<double> popularity = laws::zipf(100, 0.8);
    sim::CacheLimits limits;
    limits.ttl = 5;
    const double exact = laws::hitRatioOfTtl(popularity, 30, 5);
    QVERIFY(std::abs(hitRatio(contents(zipfKeys(100, 0.8), 30), limits) - exact) < 1e-6);
}

void CacheHitsTest::bothLimitsAreBetweenTheTwo() {
    const CachedKeys keys = contents(zipfKeys(10'000, 0.9), 100);
    sim::CacheLimits room, time, both;
    both.entries = room.entries = 1000;
    both.ttl = time.ttl = 30;
    const double least = std::min(hitRatio(keys, room), hitRatio(keys, time));
    QVERIFY(hitRatio(keys, both) < least);
    QVERIFY(hitRatio(keys, both) > 0.7 * least);
}

void CacheHitsTest::invalidationEndsEntries() {
    // λ look-ups and w invalidations: of the two the next is a look-up with λ/(λ + w).
    const CachedKeys keys{Eigen::ArrayXd::Ones(1), Eigen::ArrayXd::Constant(1, 3.0),
                          Eigen::ArrayXd::Constant(1, 1.0), 1};
    QVERIFY(std::abs(hitRatio(keys, {}) - 0.75) < 1e-9);
}

void CacheHitsTest::everythingFits() {
    sim::CacheLimits limits;
    limits.entries = 100;
    const CachedKeys keys = contents(zipfKeys(100, 0.8), 30);
    QVERIFY(std::isinf(sim::characteristicTime({keys}, limits, 0)));
    QVERIFY(hitRatio(keys, limits) > 0.999999);
}

QTEST_GUILESS_MAIN(CacheHitsTest)
#include "tst_cache_hits.moc"
