// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/distribution.h"

#include <QtTest>

#include <cmath>

using namespace headroom::model;

namespace {

QString q(const std::string& text) { return QString::fromStdString(text); }

Parsed<std::vector<double>> loadSamples(void* context, const std::string& file) {
    if (file == "missing.csv")
        return TextError{"`missing.csv`", "a file beside the scenario", "measured.csv"};
    return *static_cast<std::vector<double>*>(context);
}

Distribution read(const char* text) {
    const auto parsed = parseDistribution(text);
    if (!parsed)
        qFatal("%s: found %s, expected %s", text, parsed.error().found.c_str(),
               parsed.error().expected.c_str());
    return *parsed;
}

QString fault(const TextError& error) {
    const QString text = "found " + q(error.found) + ", expected " + q(error.expected);
    return error.suggestion.empty() ? text : text + " (" + q(error.suggestion) + "?)";
}

bool near(double actual, double expected, double relative = 1e-12) {
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

template <typename Law>
Law lawOf(const char* text) {
    return std::get<Law>(read(text).law());
}

}  // namespace

class DistributionTest : public QObject {
    Q_OBJECT
private slots:
    void momentsFollowTheText_data() {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("squaredCv");
        QTest::newRow("20 ms") << 0.02 << 0.0;
        QTest::newRow("0 s") << 0.0 << 0.0;
        QTest::newRow("exp(20 ms)") << 0.02 << 1.0;
        QTest::newRow("exp(mean=20 ms)") << 0.02 << 1.0;
        QTest::newRow("uniform(2 s, 5 s)") << 3.5 << 0.75 / 12.25;
        QTest::newRow("uniform(high=5 s, low=2 s)") << 3.5 << 0.75 / 12.25;
        QTest::newRow("uniform(0 s, 1 s)") << 0.5 << 1.0 / 3;
        QTest::newRow("erlang(k=3, mean=20 ms)") << 0.02 << 1.0 / 3;
        QTest::newRow("erlang(mean=20 ms, k=3)") << 0.02 << 1.0 / 3;
        QTest::newRow("gamma(mean=20 ms, cv=0.5)") << 0.02 << 0.25;
        QTest::newRow("gamma(mean=20 ms, cv=3)") << 0.02 << 9.0;
        QTest::newRow("lognormal(mean=20 ms, cv=1.5)") << 0.02 << 2.25;
        QTest::newRow("hyperexp(mean=20 ms, cv=2)") << 0.02 << 4.0;
        QTest::newRow("hyperexp(mean=20 ms, cv=1)") << 0.02 << 1.0;
        QTest::newRow("weibull(mean=20 ms, shape=1)") << 0.02 << 1.0;
        QTest::newRow("weibull(mean=20 ms, shape=2)") << 0.02 << 4 / M_PI - 1;
        QTest::newRow("weibull(mean=20 ms, shape=0.5)") << 0.02 << 5.0;
        QTest::newRow("pareto(min=5 ms, alpha=3)") << 0.0075 << 1.0 / 3;
        QTest::newRow("mix(50 % 1 s, 50 % 3 s)") << 2.0 << 0.25;
        QTest::newRow("mix(80 % exp(5 ms), 20 % exp(50 ms))")
            << 0.014 << 2 * (0.8 * 25 + 0.2 * 2500) / 196 - 1;
        QTest::newRow("mix(0.5 1 s, 0.5 mix(50 % 1 s, 50 % 5 s))") << 2.0 << 3.0 / 4;
        QTest::newRow("  exp( 20 ms )  ") << 0.02 << 1.0;
    }
    void momentsFollowTheText() {
        QFETCH(double, mean);
        QFETCH(double, squaredCv);
        const Distribution d = read(QTest::currentDataTag());
        QVERIFY2(near(d.mean(), mean), qPrintable(QString::number(d.mean(), 'g', 17)));
        QVERIFY2(near(d.squaredCv(), squaredCv),
                 qPrintable(QString::number(d.squaredCv(), 'g', 17)));
    }

    void heavyTailsHaveInfiniteMoments() {
        QVERIFY(std::isinf(read("pareto(min=5 ms, alpha=1)").mean()));
        QVERIFY(std::isinf(read("pareto(min=5 ms, alpha=1)").squaredCv()));
        QVERIFY(std::isfinite(read("pareto(min=5 ms, alpha=1.5)").mean()));
        QVERIFY(std::isinf(read("pareto(min=5 ms, alpha=2)").squaredCv()));
        QVERIFY(std::isinf(read("mix(50 % 1 s, 50 % pareto(min=5 ms, alpha=1))").mean()));
        QVERIFY(std::isfinite(read("mix(100 % 1 s, 0 % pareto(min=5 ms, alpha=1))").squaredCv()));
    }

    void extremeParametersStayFinite() {
        for (const char* text :
             {"gamma(mean=1 s, cv=0.001)", "gamma(mean=1 s, cv=1000)",
              "lognormal(mean=1 s, cv=1000)", "hyperexp(mean=1 s, cv=1000)",
              "weibull(mean=1 s, shape=0.05)", "weibull(mean=1 s, shape=1000)"}) {
            QVERIFY2(near(read(text).mean(), 1, 1e-9), text);
            QVERIFY2(std::isfinite(read(text).squaredCv()), text);
        }
    }

    void aLognormalMeetsItsP95() {
        constexpr double z = 1.6448536269514722;
        for (const char* text :
             {"lognormal(mean=20 ms, p95=50 ms)", "lognormal(p95=50 ms, mean=20 ms)"}) {
            const auto law = lawOf<Lognormal>(text);
            QVERIFY(near(std::exp(law.mu + z * law.sigma), 0.05));
            QVERIFY(near(read(text).mean(), 0.02));
            QVERIFY(law.sigma < z);
        }
    }

    void aLognormalsP95MayBeAlmostTheMean() {
        const auto law = lawOf<Lognormal>("lognormal(mean=1 s, p95=1.000001 s)");
        QVERIFY(law.sigma > 0);
        QVERIFY(near(law.sigma, 1e-6 / 1.6448536269514722, 1e-5));
    }

    void aHyperexponentialHasBalancedMeans() {
        const auto law = lawOf<Hyperexponential>("hyperexp(mean=20 ms, cv=2)");
        QVERIFY(near(law.probability1 * law.mean1, (1 - law.probability1) * law.mean2));
        QVERIFY(law.probability1 > 0.5 && law.probability1 < 1);
    }

    void lawsAreStoredAsTheSamplerNeedsThem() {
        QVERIFY(lawOf<Constant>("20 ms") == Constant{0.02});
        QVERIFY(lawOf<Exponential>("exp(20 ms)") == Exponential{0.02});
        QVERIFY(lawOf<Pareto>("pareto(min=5 ms, alpha=2.5)") == (Pareto{0.005, 2.5}));
        QVERIFY(lawOf<Gamma>("erlang(k=4, mean=20 ms)") == (Gamma{4, 0.005, true}));
        QVERIFY(!lawOf<Gamma>("gamma(mean=20 ms, cv=0.5)").whole);
        const auto mixture = lawOf<Mixture>("mix(80 % exp(5 ms), 20 % 50 ms)");
        QCOMPARE(mixture.weights, (std::vector<double>{0.8, 0.2}));
        QVERIFY(mixture.parts[0] == Distribution::exponential(std::chrono::milliseconds(5)));
        QVERIFY(mixture.parts[1] == Distribution::constant(std::chrono::milliseconds(50)));
    }

    void zeroIsSeen() {
        QVERIFY(Distribution().isZero());
        QVERIFY(read("0 ms").isZero());
        QVERIFY(!read("exp(1 ns)").isZero());
    }

    void measuredValuesAreResampled() {
        std::vector<double> values{1, 3};
        const auto parsed = parseDistribution("empirical( api times.csv )", {loadSamples, &values});
        QVERIFY(bool(parsed));
        QCOMPARE(std::get<Empirical>(parsed->law()).file, std::string("api times.csv"));
        QCOMPARE(parsed->mean(), 2.0);
        QCOMPARE(parsed->squaredCv(), 0.25);
        QCOMPARE(toText(*parsed), std::string("empirical(api times.csv)"));
        QVERIFY(*parseDistribution(toText(*parsed), {loadSamples, &values}) == *parsed);
    }

    void faultsOfMeasuredValues() {
        std::vector<double> values{1, -3};
        const SampleSource source{loadSamples, &values};
        const QString bad =
            "found `empirical(a.csv)`, expected a file with at least one time, none of them "
            "negative";
        QCOMPARE(fault(parseDistribution("empirical(a.csv)", source).error()), bad);
        values = {};
        QCOMPARE(fault(parseDistribution("empirical(a.csv)", source).error()), bad);
        values = {INFINITY};
        QCOMPARE(fault(parseDistribution("empirical(a.csv)", source).error()), bad);
        QCOMPARE(fault(parseDistribution("empirical(missing.csv)", source).error()),
                 "found `missing.csv`, expected a file beside the scenario (measured.csv?)");
        QCOMPARE(fault(parseDistribution("empirical(a.csv)").error()),
                 "found `empirical(a.csv)`, expected a law that needs no file here");
        QCOMPARE(fault(parseDistribution("empirical()", source).error()),
                 "found `empirical()`, expected one file, as in `empirical(file.csv)`");
    }

    void printsAsAPersonWouldWrite_data() {
        QTest::addColumn<QString>("printed");
        for (const char* same :
             {"20 ms", "0 s", "exp(20 ms)", "uniform(2 s, 5 s)", "uniform(0 s, 5 s)",
              "erlang(k=3, mean=20 ms)", "gamma(mean=20 ms, cv=0.5)",
              "gamma(mean=123.4567 ms, cv=0.123456789)", "lognormal(mean=20 ms, cv=1.5)",
              "lognormal(mean=20 ms, p95=50 ms)", "lognormal(mean=1.2345 s, p95=2.3456789 s)",
              "hyperexp(mean=20 ms, cv=2)", "hyperexp(mean=20 ms, cv=17.5)",
              "weibull(mean=20 ms, shape=0.7)", "pareto(min=5 ms, alpha=2.5)",
              "mix(80 % exp(5 ms), 20 % exp(50 ms))",
              "mix(33.3 % 1 s, 66.7 % mix(50 % 2 s, 50 % uniform(1 s, 2 s)))"}) {
            QTest::newRow(same) << QString(same);
        }
        QTest::newRow("0.0200 s") << "20 ms";
        QTest::newRow("exp(mean=0.1 min)") << "exp(6 s)";
        QTest::newRow("mix(0.25 1 s, 0.75 2 s)") << "mix(25 % 1 s, 75 % 2 s)";
    }
    void printsAsAPersonWouldWrite() {
        QFETCH(QString, printed);
        QCOMPARE(q(toText(read(QTest::currentDataTag()))), printed);
        QVERIFY(read(qPrintable(printed)) == read(QTest::currentDataTag()));
    }

    void lawsThatNobodyWroteArePrintedToTheLastDigit() {
        const Distribution third(Exponential{1.0 / 3});
        QVERIFY(*parseDistribution(toText(third)) == third);
        const Distribution odd(Lognormal{-1.2345678901234567, 0.98765432109876543});
        const auto readBack = parseDistribution(toText(odd));
        QVERIFY(bool(readBack));
        QVERIFY(near(readBack->mean(), odd.mean()));
        QVERIFY(near(readBack->squaredCv(), odd.squaredCv()));
    }

    void faults_data() {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString(expected);
        };
        row("",
            "found nothing, expected a duration such as `20 ms` or a distribution such as `exp(20 "
            "ms)`");
        row("fast",
            "found `fast`, expected a duration such as `20 ms` or a distribution such as `exp(20 "
            "ms)`");
        row("20", "found `20`, expected a duration such as `20 ms`");
        row("20 sec", "found `20 sec`, expected a duration such as `20 ms` (20 s?)");
        row("-20 ms", "found `-20 ms`, expected a duration that is not negative");
        row("exp", "found `exp`, expected its parameters too, as in `exp(20 ms)`");
        row("expo(20 ms)",
            "found `expo`, expected a duration such as `20 ms` or a distribution such as `exp(20 "
            "ms)` (exp?)");
        row("lognormaly(mean=20 ms, cv=1)",
            "found `lognormaly`, expected a duration such as `20 ms` or a distribution such as "
            "`exp(20 ms)` "
            "(lognormal?)");
        row("(20 ms)",
            "found nothing, expected a duration such as `20 ms` or a distribution such as `exp(20 "
            "ms)`");
        row("exp(20 ms", "found `exp(20 ms`, expected a closing parenthesis (exp(20 ms)?)");
        row("exp(20 ms) x", "found `x`, expected nothing behind the closing parenthesis");
        row("exp(20 ms))", "found `)`, expected nothing behind the closing parenthesis");
        row("exp()", "found `exp()`, expected `mean` too, as in `exp(20 ms)`");
        row("exp(20)", "found `20`, expected a duration such as `20 ms`");
        row("exp(0 s)", "found `0 s`, expected a time above zero");
        row("exp(1 s, 2 s)", "found `2 s`, expected no more parameters than `exp(20 ms)`");
        row("exp(men=1 s)", "found `men`, expected a parameter as in `exp(20 ms)` (mean?)");
        row("exp(mean=1 s, mean=2 s)",
            "found `mean` twice, expected each parameter once, as in `exp(20 ms)`");
        row("uniform(1 s, low=2 s)",
            "found `low` twice, expected each parameter once, as in `uniform(2 s, 5 s)`");
        row("uniform(1 s)", "found `uniform(1 s)`, expected `high` too, as in `uniform(2 s, 5 s)`");
        row("uniform(1 s,,2 s)",
            "found an empty parameter in `uniform(1 s,,2 s)`, expected a value at each comma");
        row("uniform(5 s, 2 s)", "found `2 s`, expected more than `5 s`");
        row("uniform(2 s, 2 s)", "found `2 s`, expected more than `2 s`");
        row("uniform(2 s, 5)", "found `5`, expected a duration such as `20 ms`");
        row("erlang(3, 20 ms)",
            "found `3`, expected parameters with their names, as in `erlang(k=3, mean=20 ms)`");
        row("erlang(k=3)",
            "found `erlang(k=3)`, expected `mean` too, as in `erlang(k=3, mean=20 ms)`");
        row("erlang(k=2.5, mean=20 ms)",
            "found `k=2.5`, expected a whole number; `gamma` takes any shape");
        row("erlang(k=0, mean=20 ms)", "found `k=0`, expected a number from 1 to 1000000");
        row("erlang(k=3 ms, mean=20 ms)", "found `k=3 ms`, expected a number from 1 to 1000000");
        row("gamma(mean=20 ms, cv=0)", "found `cv=0`, expected a number from 0.001 to 1000");
        row("gamma(mean=20 ms, cv=-1)", "found `cv=-1`, expected a number from 0.001 to 1000");
        row("gamma(mean=20 ms, cv=nan)", "found `cv=nan`, expected a number from 0.001 to 1000");
        row("gamma(mean=20 ms, cv=1e999)",
            "found `cv=1e999`, expected a number from 0.001 to 1000");
        row("gamma(mean=20 ms, p95=40 ms)",
            "found `p95`, expected a parameter as in `gamma(mean=20 ms, cv=0.5)`");
        row("lognormal(mean=20 ms)",
            "found `lognormal(mean=20 ms)`, expected `p95` or `cv` too, as in `lognormal(mean=20 "
            "ms, p95=50 ms)`");
        row("lognormal(mean=20 ms, p95=50 ms, cv=1)",
            "found both `p95=50 ms` and `cv=1`, expected one of them");
        row("lognormal(mean=20 ms, p95=78 ms)",
            "found `p95=78 ms` with `mean=20 ms`, expected a p95 above the mean and at most 3.868 "
            "times it, as a "
            "lognormal law has; or `cv=…`");
        row("lognormal(mean=20 ms, p95=20 ms)",
            "found `p95=20 ms` with `mean=20 ms`, expected a p95 above the mean and at most 3.868 "
            "times it, as a "
            "lognormal law has; or `cv=…`");
        row("hyperexp(mean=20 ms, cv=0.5)",
            "found `cv=0.5`, expected a cv of at least 1; `gamma` takes a smaller one");
        row("weibull(mean=20 ms, shape=0.01)",
            "found `shape=0.01`, expected a number from 0.05 to 1000");
        row("pareto(min=0 s, alpha=2)", "found `min=0 s`, expected a time above zero");
        row("pareto(min=5 ms, alpha=0)", "found `alpha=0`, expected a number from 0.1 to 1000");
        row("mix()", "found `mix()`, expected parts, as in `mix(80 % exp(5 ms), 20 % exp(50 ms))`");
        row("mix(exp(5 ms))",
            "found `exp(5 ms)`, expected a share and a distribution, such as `80 % exp(5 ms)`");
        row("mix(20 ms)",
            "found `20 ms`, expected a share and a distribution, such as `80 % exp(5 ms)`");
        row("mix(80 %)",
            "found `80 %`, expected a share and a distribution, such as `80 % exp(5 ms)`");
        row("mix(120 % exp(5 ms))", "found `120 %`, expected a share of at most `100 %`");
        row("mix(80 % exp(5 ms))",
            "found shares of `80 %` in sum, expected shares that sum to `100 %`");
        row("mix(80 % exp(5 ms), 20 % expo(5 ms))",
            "found `expo`, expected a duration such as `20 ms` or a distribution such as `exp(20 "
            "ms)` (exp?)");
    }
    void faults() {
        QFETCH(QString, expected);
        const auto parsed = parseDistribution(QTest::currentDataTag());
        QVERIFY(!parsed);
        QCOMPARE(fault(parsed.error()), expected);
    }

    void mixesDoNotNestForEver() {
        const auto nested = [](int depth) {
            std::string text = "1 s";
            for (int i = 0; i < depth; ++i) text = "mix(100 % " + text + ")";
            return text;
        };
        QVERIFY(bool(parseDistribution(nested(8))));
        QCOMPARE(fault(parseDistribution(nested(9)).error()),
                 "found mixes inside mixes, expected at most 8 of them inside each other");
        QVERIFY(!parseDistribution(nested(2000)));
    }
};

QTEST_GUILESS_MAIN(DistributionTest)
#include "tst_distribution.moc"
