// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/time_law.h"

#include <QtTest>

using namespace headroom;
using sim::TimeLaw;

class TimeLawTest : public QObject {
    Q_OBJECT

private slots:
    void keepsMomentsAndQuantilesOfLaws_data();
    void keepsMomentsAndQuantilesOfLaws();
    void sumsAddMomentsExactly();
    void erlangIsTheSumOfExponentials();
    void keepsHitsAndMissesApart();
    void latestOfExponentials();
    void cutAtATimeout();
    void meanUpToIsTheAreaAboveTheLaw();
};

namespace {

TimeLaw lawOf(const char* text) { return TimeLaw::of(*model::parseDistribution(text)); }

bool close(double a, double b, double relative) { return std::abs(a - b) <= relative * std::abs(b); }

}  // namespace

void TimeLawTest::keepsMomentsAndQuantilesOfLaws_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("p95");
    QTest::newRow("constant") << QByteArray("20 ms") << 0.02;
    QTest::newRow("exponential") << QByteArray("exp(20 ms)") << 0.02 * std::log(20.0);
    QTest::newRow("lognormal") << QByteArray("lognormal(mean=20 ms, p95=50 ms)") << 0.05;
    QTest::newRow("wide lognormal") << QByteArray("lognormal(mean=120 ms, p95=400 ms)") << 0.4;
    QTest::newRow("mixture") << QByteArray("mix(90 % exp(5 ms), 10 % exp(50 ms))") << 0.0357;
}

void TimeLawTest::keepsMomentsAndQuantilesOfLaws() {
    QFETCH(QByteArray, text);
    QFETCH(double, p95);
    const TimeLaw law = lawOf(text);
    const model::Distribution exact = *model::parseDistribution(text.constData());
    QVERIFY(close(law.mean(), exact.mean(), 1e-9));
    QVERIFY(std::abs(law.squaredCv() - exact.squaredCv()) < 1e-6);
    QVERIFY2(close(law.quantile(0.95), p95, 0.03), qPrintable(QString::number(law.quantile(0.95))));
}

void TimeLawTest::sumsAddMomentsExactly() {
    const TimeLaw a = lawOf("lognormal(mean=20 ms, p95=50 ms)"), b = lawOf("hyperexp(mean=5 ms, cv=2)");
    const TimeLaw sum = a.plus(b).plus(a).plus(b.repeated(7));
    QVERIFY(sum.parts().size() <= TimeLaw::kMostParts);
    QVERIFY(close(sum.mean(), 2 * a.mean() + 8 * b.mean(), 1e-6));
    QVERIFY(close(sum.variance(), 2 * a.variance() + 8 * b.variance(), 1e-5));
}

void TimeLawTest::erlangIsTheSumOfExponentials() {
    const TimeLaw sum = lawOf("exp(10 ms)").repeated(4);
    QVERIFY(close(sum.quantile(0.99), lawOf("erlang(k=4, mean=40 ms)").quantile(0.99), 1e-6));
    QVERIFY(close(sum.quantile(0.5), 0.036721, 1e-4));
}

void TimeLawTest::keepsHitsAndMissesApart() {
    const TimeLaw hit = TimeLaw::constant(0.001), miss = lawOf("exp(1 s)");
    const TimeLaw both = TimeLaw::oneOf({{0.8, hit}, {0.2, miss}}).plus(lawOf("exp(1 ms)"));
    QVERIFY(both.quantile(0.5) < 0.004);
    // Of the misses a quarter is left above: exp(−t) = 0.25.
    QVERIFY(close(both.quantile(0.95), std::log(4.0), 0.02));
}

void TimeLawTest::latestOfExponentials() {
    const TimeLaw one = lawOf("exp(1 s)");
    const TimeLaw latest = TimeLaw::latestOf({one, one, one});
    QVERIFY(close(latest.mean(), 1 + 1 / 2. + 1 / 3., 0.01));
    QVERIFY(close(latest.variance(), 1 + 1 / 4. + 1 / 9., 0.03));
}

void TimeLawTest::cutAtATimeout() {
    const TimeLaw law = lawOf("exp(1 s)");
    QVERIFY(close(law.atMost(2), 1 - std::exp(-2.0), 1e-9));
    // E[X | X ≤ t] = 1 − t/(e^t − 1).
    QVERIFY(close(law.upTo(2).mean(), 1 - 2 / (std::exp(2.0) - 1), 1e-9));
    QCOMPARE(TimeLaw::constant(3).upTo(1).mean(), 1.0);
}

void TimeLawTest::meanUpToIsTheAreaAboveTheLaw() {
    QVERIFY(close(lawOf("exp(1 s)").meanUpTo(2), 1 - std::exp(-2.0), 1e-9));
}

QTEST_GUILESS_MAIN(TimeLawTest)
#include "tst_time_law.moc"
