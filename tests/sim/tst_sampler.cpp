// SPDX-License-Identifier: GPL-3.0-or-later
#include "goodness_of_fit.h"
#include "sim/kernel/sampler.h"

#include <QTest>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>

#include <map>

using namespace headroom;
using namespace headroom::sim;
using model::Distribution;

namespace {

constexpr int kDraws = 1'000'000;

RandomStream streamFor(std::string_view purpose) { return RandomStream(11, 0, "sampler", purpose); }

using Cdf = std::function<double(double)>;

double exponentialCdf(double mean, double x) { return -std::expm1(-x / mean); }

Cdf exponential(double mean) {
    return [=](double x) { return exponentialCdf(mean, x); };
}
Cdf weibull(double shape, double scale) {
    return [=](double x) { return -std::expm1(-std::pow(x / scale, shape)); };
}
Cdf pareto(double min, double alpha) {
    return [=](double x) { return x < min ? 0 : 1 - std::pow(min / x, alpha); };
}

/// In double precision only, which is ample here and several times faster.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

Cdf gamma(double shape, double scale) {
    const boost::math::gamma_distribution<double, Policy> law(shape, scale);
    return [=](double x) { return boost::math::cdf(law, x); };
}
Cdf lognormal(double mu, double sigma) {
    const boost::math::lognormal_distribution<double, Policy> law(mu, sigma);
    return [=](double x) { return boost::math::cdf(law, x); };
}

/// A law and, from a source of its own, the distribution function it must have; times in seconds.
struct Case {
    const char* name;
    Distribution distribution;
    Cdf cdf;
};

std::vector<Case> continuousLaws() {
    const Distribution mixture(model::Mixture{
        {0.7, 0.3}, {Distribution(model::Exponential{0.5}), Distribution(model::Uniform{2, 6})}});
    const auto mixtureCdf = [](double x) {
        return 0.7 * exponentialCdf(0.5, x) + 0.3 * std::clamp((x - 2) / 4, 0.0, 1.0);
    };
    const auto hyperCdf = [](double x) {
        return 0.9 * exponentialCdf(0.5, x) + 0.1 * exponentialCdf(4.5, x);
    };
    const auto uniformCdf = [](double x) { return std::clamp((x - 2) / 3, 0.0, 1.0); };
    return {
        {"exponential", Distribution(model::Exponential{2}), exponential(2)},
        {"uniform", Distribution(model::Uniform{2, 5}), uniformCdf},
        {"erlang of three", Distribution(model::Gamma{3, 0.5, true}), gamma(3, 0.5)},
        {"gamma, shape above 1", Distribution(model::Gamma{1.7, 1}), gamma(1.7, 1)},
        {"gamma, shape 1", Distribution(model::Gamma{1, 2}), exponential(2)},
        {"gamma, shape below 1", Distribution(model::Gamma{0.3, 4}), gamma(0.3, 4)},
        {"gamma, large shape", Distribution(model::Gamma{100, 0.04}), gamma(100, 0.04)},
        {"lognormal", Distribution(model::Lognormal{0.3, 0.8}), lognormal(0.3, 0.8)},
        {"hyperexponential", Distribution(model::Hyperexponential{0.9, 0.5, 4.5}), hyperCdf},
        {"weibull, shape below 1", Distribution(model::Weibull{0.7, 2}), weibull(0.7, 2)},
        {"weibull, shape above 1", Distribution(model::Weibull{3, 2}), weibull(3, 2)},
        {"pareto", Distribution(model::Pareto{1.5, 9}), pareto(1.5, 9)},
        {"mixture", mixture, mixtureCdf},
    };
}

Case constantLaw() {
    return {"constant", Distribution(model::Constant{3}),
            [](double x) { return x < 3 ? 0.0 : 1.0; }};
}

Case empiricalLaw() {
    const Distribution values(model::Empirical{"measured.csv", {1, 1, 2, 5, 0}});
    return {"empirical", values, [](double x) {
                return x < 0 ? 0 : x < 1 ? 0.2 : x < 2 ? 0.6 : x < 5 ? 0.8 : 1;
            }};
}

void addRows(const std::vector<Case>& furtherLaws) {
    QTest::addColumn<Case>("law");
    for (const Case& law : continuousLaws()) QTest::newRow(law.name) << law;
    for (const Case& law : furtherLaws) QTest::newRow(law.name) << law;
}

template <typename Draw>
std::vector<double> sortedDraws(Draw&& draw) {
    std::vector<double> draws(kDraws);
    for (double& value : draws) value = seconds(draw());
    std::sort(draws.begin(), draws.end());
    return draws;
}

/// The equilibrium distribution (1/mean) ∫ (1 − F), integrated from one draw of the sorted sample
/// to the next, as a function to be asked in that order.
class ResidualCdf {
public:
    explicit ResidualCdf(const Case& law) : cdf_(law.cdf), mean_(law.distribution.mean()) {}
    double operator()(double x) {
        area_ += (x - last_) * (2 - cdf_(x) - cdf_(last_)) / 2;
        last_ = x;
        return area_ / mean_;
    }

private:
    Cdf cdf_;
    double mean_;
    double last_ = 0, area_ = 0;
};

/// The distance between sample and true value in standard errors.
double standardErrors(double found, double truth, double variance) {
    return std::abs(found - truth) / std::sqrt(variance / kDraws);
}

std::vector<double> zipfProbabilities(std::int64_t count, double exponent) {
    std::vector<double> probabilities;
    double sum = 0;
    for (std::int64_t k = 1; k <= count; ++k) {
        probabilities.push_back(std::pow(static_cast<double>(k), -exponent));
        sum += probabilities.back();
    }
    for (double& p : probabilities) p /= sum;
    return probabilities;
}

template <typename Draw>
double fitOfIndices(const std::vector<double>& probabilities, Draw&& draw) {
    std::vector<double> counts(probabilities.size()), expected;
    for (int i = 0; i < kDraws; ++i) ++counts.at(static_cast<std::size_t>(draw()));
    for (double p : probabilities) expected.push_back(p * kDraws);
    return fit::chiSquare(counts, expected);
}

}  // namespace

class TestSampler : public QObject {
    Q_OBJECT

private slots:
    void drawsItsLaw_data() { addRows({}); }
    void drawsItsLaw() {
        QFETCH(Case, law);
        const Sampler sampler(law.distribution);
        RandomStream stream = streamFor("draws");
        const auto draws = sortedDraws([&] { return sampler.draw(stream); });
        QVERIFY(fit::kolmogorovSmirnov(draws, law.cdf) < 1);
    }

    void hasItsMeanAndSpread_data() { addRows({empiricalLaw()}); }
    void hasItsMeanAndSpread() {
        QFETCH(Case, law);
        const Sampler sampler(law.distribution);
        RandomStream stream = streamFor("moments");
        const auto draws = sortedDraws([&] { return sampler.draw(stream); });
        const double mean = law.distribution.mean();
        const double variance = law.distribution.squaredCv() * mean * mean;
        const double fourth = fit::fourthMoment(draws);
        QVERIFY(standardErrors(fit::meanOf(draws), mean, variance) < 4.5);
        QVERIFY(standardErrors(fit::variance(draws), variance, fourth - variance * variance) < 4.5);
    }

    void drawsWhatIsLeft_data() { addRows({constantLaw(), empiricalLaw()}); }
    void drawsWhatIsLeft() {
        QFETCH(Case, law);
        const Sampler sampler(law.distribution);
        RandomStream stream = streamFor("residuals");
        const auto draws = sortedDraws([&] { return sampler.drawResidual(stream); });
        QVERIFY(fit::kolmogorovSmirnov(draws, ResidualCdf(law)) < 1);
        // E[X²] / (2 E[X])
        const double expected = law.distribution.mean() * (1 + law.distribution.squaredCv()) / 2;
        QVERIFY(standardErrors(fit::meanOf(draws), expected, fit::variance(draws)) < 4.5);
    }

    void drawsMeasuredValuesEquallyOften() {
        const Sampler sampler(Distribution(model::Empirical{"measured.csv", {1, 1, 2, 5, 0}}));
        RandomStream stream = streamFor("empirical");
        std::map<SimTime, double> counts;
        for (int i = 0; i < kDraws; ++i) ++counts[sampler.draw(stream)];
        const std::map<SimTime, double> shares{
            {0, 0.2}, {1'000'000'000, 0.4}, {2'000'000'000, 0.2}, {5'000'000'000, 0.2}};
        std::vector<double> observed, expected;
        for (auto [value, share] : shares) {
            observed.push_back(counts[value]);
            expected.push_back(share * kDraws);
        }
        QCOMPARE(counts.size(), shares.size());
        QVERIFY(fit::chiSquare(observed, expected) < 1);
    }

    void aConstantIsExactAndTakesNothingFromTheStream() {
        RandomStream stream = streamFor("constant"), untouched = streamFor("constant");
        const Sampler sampler(Distribution::constant(std::chrono::nanoseconds(1'234'567'891)));
        QCOMPARE(sampler.draw(stream), SimTime{1'234'567'891});
        QVERIFY(!sampler.isZero());
        const Sampler zero{Distribution()};
        QCOMPARE(zero.draw(stream), SimTime{0});
        QCOMPARE(zero.drawResidual(stream), SimTime{0});
        QVERIFY(zero.isZero());
        QCOMPARE(stream(), untouched());
    }

    void allZeroIsZeroWhateverTheLaw() {
        const Distribution zeros(model::Empirical{"zeros.csv", {0, 0}});
        QVERIFY(Sampler(zeros).isZero());
        QVERIFY(
            Sampler(Distribution(model::Mixture{{0.5, 0.5}, {zeros, Distribution()}})).isZero());
        QVERIFY(!Sampler(Distribution(model::Exponential{1})).isZero());
    }

    /// A part without duration is never met in the middle.
    void whatIsLeftOfAMixtureWithZero() {
        const Sampler sampler(Distribution(
            model::Mixture{{0.9, 0.1}, {Distribution(), Distribution(model::Constant{2})}}));
        RandomStream stream = streamFor("mixture with zero");
        const auto draws = sortedDraws([&] { return sampler.drawResidual(stream); });
        QVERIFY(fit::kolmogorovSmirnov(draws, [](double x) { return x / 2; }) < 1);
    }

    /// Where there is no mean there are draws all the same, and none that would overflow the clock.
    void theLongestDrawIsCut() {
        const Sampler sampler(Distribution(model::Pareto{1, 0.05}));
        RandomStream stream = streamFor("pareto without mean");
        const auto draws = sortedDraws([&] { return sampler.draw(stream); });
        QVERIFY(draws.front() >= 1);
        QCOMPARE(draws.back(), seconds(SimTime{1} << 62));
    }

    void zipfIsItsLaw_data() {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<double>("exponent");
        for (qint64 count : {1, 3, 100, 2'000'000})
            for (double exponent : {0.0, 0.3, 0.9, 0.999999, 1.0, 1.000001, 1.2, 2.0, 6.0})
                QTest::addRow("%lld keys, exponent %g", static_cast<long long>(count), exponent)
                    << count << exponent;
    }
    void zipfIsItsLaw() {
        QFETCH(qint64, count);
        QFETCH(double, exponent);
        const ZipfSampler sampler(count, exponent);
        RandomStream stream = streamFor("zipf");
        QVERIFY(fitOfIndices(zipfProbabilities(count, exponent),
                             [&] { return sampler.draw(stream); }) < 1);
    }

    void choosesByWeight_data() {
        QTest::addColumn<std::vector<double>>("weights");
        QTest::newRow("one") << std::vector<double>{3};
        QTest::newRow("equal") << std::vector<double>(7, 1.0);
        QTest::newRow("unequal") << std::vector<double>{6, 3, 0.01, 1, 200};
        QTest::newRow("some are nothing") << std::vector<double>{0, 1, 0, 3, 0};
        QTest::newRow("all but one are nothing") << std::vector<double>{0, 0, 1e-9};
        std::vector<double> many;
        for (int i = 0; i < 1000; ++i) many.push_back(i * i);
        QTest::newRow("a thousand") << many;
    }
    void choosesByWeight() {
        QFETCH(std::vector<double>, weights);
        const double sum = fit::meanOf(weights) * static_cast<double>(weights.size());
        const WeightedChoice choice(weights);
        for (double& weight : weights) weight /= sum;
        RandomStream stream = streamFor("choice");
        QVERIFY(fitOfIndices(weights, [&] { return choice.draw(stream); }) < 1);
    }
};

QTEST_GUILESS_MAIN(TestSampler)
#include "tst_sampler.moc"
