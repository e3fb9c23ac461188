// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/nonnegative_least_squares.h"
#include "sim/study/calibration/parameter_fits.h"
#include "sim/study/calibration/replay.h"
#include "sim/study/calibration/work_laws.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace headroom::sim;
namespace model = headroom::model;

class ParameterFitsTest : public QObject {
    Q_OBJECT

private slots:
    void solvesExactly();
    void keepsToTheBound();
    void meetsTheConditionsOfOptimality();
    void coversTheTruthAsOftenAsItSays();
    void saysWhatCannotBeTold();
    void fitsLognormals();
    void findsZipfExponents_data();
    void findsZipfExponents();
    void refusesHitRatiosThatNoZipfHas();
    void fitsScalability();
    void agreesWithHandMadeFigures();
    void coversOneMoreReplication();
    void scalesLaws();
};

namespace {

double normal(std::mt19937_64& engine) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += static_cast<double>(engine() >> 11) * 0x1p-53;
    return sum;
}

Eigen::MatrixXd someMatrix(std::mt19937_64& engine, Eigen::Index rows, Eigen::Index columns) {
    return Eigen::MatrixXd::NullaryExpr(rows, columns, [&] { return std::abs(normal(engine)) + 0.1; });
}

}  // namespace

void ParameterFitsTest::solvesExactly() {
    std::mt19937_64 engine(1);
    const Eigen::MatrixXd a = someMatrix(engine, 20, 3);
    const Eigen::VectorXd x = Eigen::Vector3d(0.004, 0.012, 0.5);
    const NonnegativeFit fit = nonnegativeLeastSquares(a, a * x);
    QVERIFY((fit.x - x).norm() < 1e-12);
    QVERIFY(fit.residual < 1e-12);
}

void ParameterFitsTest::keepsToTheBound() {
    // Without the bound, x would be (−1, 2).
    const Eigen::MatrixXd a = Eigen::MatrixXd{{1, 1}, {1, 2}, {1, 3}};
    const NonnegativeFit fit = nonnegativeLeastSquares(a, Eigen::Vector3d(1, 3, 5));
    QCOMPARE(fit.x(0), 0.0);
    QVERIFY(std::abs(fit.x(1) - 22.0 / 14) < 1e-12);
}

void ParameterFitsTest::meetsTheConditionsOfOptimality() {
    std::mt19937_64 engine(2);
    for (int i = 0; i < 50; ++i) {
        const Eigen::MatrixXd a = Eigen::MatrixXd::NullaryExpr(12, 5, [&] { return normal(engine); });
        const Eigen::VectorXd b = Eigen::VectorXd::NullaryExpr(12, [&] { return normal(engine); });
        const NonnegativeFit fit = nonnegativeLeastSquares(a, b);
        const Eigen::VectorXd gradient = a.transpose() * (b - a * fit.x);
        for (Eigen::Index j = 0; j < 5; ++j) {  // Karush, Kuhn, Tucker
            QVERIFY(fit.x(j) >= 0);
            QVERIFY(gradient(j) < 1e-8);
            QVERIFY(std::abs(gradient(j) * fit.x(j)) < 1e-8);
        }
    }
}

void ParameterFitsTest::coversTheTruthAsOftenAsItSays() {
    std::mt19937_64 engine(3);
    int covered = 0;
    constexpr int kTimes = 1000;
    for (int i = 0; i < kTimes; ++i) {
        const Eigen::MatrixXd a = someMatrix(engine, 60, 2);
        const Eigen::VectorXd b = a * Eigen::Vector2d(2, 5) + Eigen::VectorXd::NullaryExpr(60, [&] { return 0.3 * normal(engine); });
        const NonnegativeFit fit = nonnegativeLeastSquares(a, b);
        covered += std::abs(fit.x(0) - 2) < 2.0 * fit.standardError(0);  // t with 58 degrees: 95 % within 2.00
    }
    QVERIFY2(covered > 930 && covered < 970, qPrintable(QString::number(covered)));
}

void ParameterFitsTest::saysWhatCannotBeTold() {
    std::mt19937_64 engine(4);
    Eigen::MatrixXd a = someMatrix(engine, 30, 3);
    a.col(2) = 2 * a.col(1);
    const NonnegativeFit fit = nonnegativeLeastSquares(a, a.rowwise().sum());
    QVERIFY(fit.told[0]);
    QVERIFY(!fit.told[1] && !fit.told[2]);
}

void ParameterFitsTest::fitsLognormals() {
    const model::Distribution law = lognormalFromQuantiles(0.12, 0.4);
    const auto parsed = model::parseDistribution("lognormal(mean=" + std::to_string(law.mean() * 1000) + " ms, p95=400 ms)");
    QVERIFY(parsed);
    const auto& expected = std::get<model::Lognormal>(parsed->law());
    const auto& found = std::get<model::Lognormal>(law.law());
    QVERIFY(std::abs(found.mu - std::log(0.12)) < 1e-12);
    QVERIFY(std::abs(found.mu + 1.6448536 * found.sigma - std::log(0.4)) < 1e-6);
    QVERIFY(std::abs(expected.sigma - found.sigma) < 1e-3 || expected.sigma > found.sigma);
}

void ParameterFitsTest::findsZipfExponents_data() {
    QTest::addColumn<double>("exponent");
    QTest::addColumn<double>("capacity");
    QTest::addColumn<double>("simulated");
    // LRU simulated, 10 000 keys.
    for (const double exponent : {0.2, 0.6, 0.9, 1.0, 1.3})
        for (const double capacity : {100.0, 1000.0})
            QTest::addRow("%g, %g", exponent, capacity) << exponent << capacity << zipfHitRatio(10'000, capacity, exponent);
}

void ParameterFitsTest::findsZipfExponents() {
    QFETCH(double, exponent);
    QFETCH(double, capacity);
    QFETCH(double, simulated);
    const auto found = zipfFromHitRatio(10'000, capacity, simulated);
    QVERIFY(found);
    QVERIFY2(std::abs(*found - exponent) < 1e-4, qPrintable(QString::number(*found)));
}

void ParameterFitsTest::refusesHitRatiosThatNoZipfHas() {
    QVERIFY(std::abs(zipfHitRatio(10'000, 1000, 0) - 0.1) < 0.001);  // uniform: what fits
    QVERIFY(!zipfFromHitRatio(10'000, 1000, 0.05));
    QVERIFY(!zipfFromHitRatio(10'000, 10'000, 0.9));
    QVERIFY(!zipfFromHitRatio(10'000, 10, 0.9999));
}

void ParameterFitsTest::fitsScalability() {
    const Scalability truth{50, 0.03, 0.0005, 0, {}};
    std::vector<double> users, rates;
    for (int n = 1; n <= 60; n += 3) {
        users.push_back(n);
        rates.push_back(truth.at(n));
    }
    const auto fit = fitScalability(users, rates);
    QVERIFY(fit);
    QVERIFY(std::abs(fit->lambda - 50) < 1e-6 && std::abs(fit->sigma - 0.03) < 1e-8 && std::abs(fit->kappa - 0.0005) < 1e-10);
    QVERIFY(std::abs(*fit->peakN - std::sqrt(0.97 / 0.0005)) < 1e-3);
    QVERIFY(!fitScalability({10, 10, 10, 10, 10, 10}, {5, 5, 5, 5, 5, 5}));
}

void ParameterFitsTest::agreesWithHandMadeFigures() {
    const MeasuredSeries measured{"a", "", {10, 20, NAN, 40}};
    const Agreement found = agreement(measured, {{11, 22, 5, 36}}, 0.95);
    QCOMPARE(found.intervals, std::size_t{3});
    QVERIFY(std::abs(*found.mape - 0.1) < 1e-12);
    QVERIFY(std::abs(found.bias - (-1.0 / 3)) < 1e-12);
    QVERIFY(std::abs(*found.correlation - 0.992694) < 1e-5);
    QVERIFY(!found.coverage);
    QVERIFY(!agreement({"a", "", {5, 5}}, {{1, 2}}, 0.95).correlation);
    QCOMPARE(agreement({"a", "", {NAN, NAN}}, {{1, 2}}, 0.95).intervals, std::size_t{0});
}

void ParameterFitsTest::coversOneMoreReplication() {
    std::mt19937_64 engine(5);
    const auto course = [&] {
        std::vector<double> values;
        for (int i = 0; i < 4000; ++i) values.push_back(10 + normal(engine));
        return values;
    };
    const Agreement found = agreement({"a", "", course()}, {course(), course(), course(), course(), course()}, 0.95);
    QVERIFY2(*found.coverage > 0.935 && *found.coverage < 0.965, qPrintable(QString::number(*found.coverage)));
}

void ParameterFitsTest::scalesLaws() {
    for (const char* text : {"20 ms", "exp(20 ms)", "uniform(2 s, 5 s)", "erlang(k=3, mean=20 ms)", "lognormal(mean=20 ms, cv=1.5)", "hyperexp(mean=20 ms, cv=2)",
                             "weibull(mean=20 ms, shape=0.7)", "pareto(min=5 ms, alpha=2.5)", "mix(80 % exp(5 ms), 20 % exp(50 ms))"}) {
        const auto law = model::parseDistribution(text);
        QVERIFY(law);
        const auto scaled = scaledLaw(*law, 1.5);
        QVERIFY(scaled);
        QVERIFY2(std::abs(scaled->mean() / law->mean() - 1.5) < 1e-3, text);
        QVERIFY2(std::abs(scaled->squaredCv() - law->squaredCv()) < 1e-9, text);
        const auto again = model::parseDistribution(toText(*scaled));
        QVERIFY2(again && std::abs(again->mean() - scaled->mean()) < 1e-9 * scaled->mean(), toText(*scaled).c_str());
    }
    for (const double cv : {0.0, 0.5, 1.0, 2.0}) {
        QVERIFY(std::abs(lawWithCv(0.02, cv).mean() - 0.02) < 1e-12);
        QVERIFY(std::abs(std::sqrt(lawWithCv(0.02, cv).squaredCv()) - cv) < 1e-9);
    }
}

QTEST_GUILESS_MAIN(ParameterFitsTest)
#include "tst_parameter_fits.moc"
