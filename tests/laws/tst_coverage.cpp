// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/coverage.h"
#include "tests/sanitizers/sanitized.h"

#include <QtTest>

#include <algorithm>
#include <thread>

using namespace headroom;

namespace {
/// A sanitizer looks for other mistakes, and is many times slower.
constexpr int kSeeds = kSanitized ? 200 : 1000;
/// What so many experiments can tell from 95 %: three standard errors of √(0.95 · 0.05 / kSeeds).
constexpr double kNoise = kSanitized ? 0.046 : 0.02;
constexpr double kLeast = 0.95 - kNoise, kMost = 0.95 + kNoise;

std::vector<laws::CoverageCase> testedCases() {
    std::vector<laws::CoverageCase> cases = laws::coverageCases();
    std::erase_if(cases, [](const laws::CoverageCase& law) { return !law.tested; });
    return cases;
}
}  // namespace

/// Intervals of 95 % hold the truth in 93 % to 97 % of a thousand experiments.
class CoverageTest : public QObject {
    Q_OBJECT

private slots:
    void isNominal_data();
    void isNominal();
    void aWrongTruthIsNoticed();
    void threadsDoNotMatter();
};

void CoverageTest::isNominal_data() {
    QTest::addColumn<int>("index");
    const auto cases = testedCases();
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.c_str()) << static_cast<int>(i);
}

void CoverageTest::isNominal() {
    QFETCH(int, index);
    const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const laws::CaseCoverage coverage =
        laws::cover(testedCases()[static_cast<std::size_t>(index)], kSeeds, threads);
    QVERIFY2(coverage.faults.empty(), laws::table(coverage).c_str());
    QVERIFY(!coverage.figures.empty());
    for (const laws::Coverage& figure : coverage.figures) {
        QCOMPARE(figure.runs, kSeeds);
        QVERIFY2(figure.share() >= kLeast && figure.share() <= kMost,
                 ("\n" + laws::table(coverage)).c_str());
    }
}

void CoverageTest::aWrongTruthIsNoticed() {
    laws::CoverageCase law = testedCases().front();
    for (auto& truth : law.truths) truth.value *= 1.3;
    for (const auto& figure : laws::cover(law, 50, 1).figures)
        QVERIFY2(figure.share() < 0.5, figure.metric.c_str());
}

void CoverageTest::threadsDoNotMatter() {
    const laws::CoverageCase law = testedCases().front();
    QCOMPARE(laws::table(laws::cover(law, 20, 3)), laws::table(laws::cover(law, 20, 1)));
}

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
