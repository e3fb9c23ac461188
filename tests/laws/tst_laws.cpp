// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/law_run.h"

#include <QtTest>

#include <thread>

using namespace headroom;

/// Simulations against theory: every figure inside its interval, and every interval narrow enough
/// to mean something.
class LawsTest : public QObject {
    Q_OBJECT

private slots:
    void hold_data();
    void hold();
    void aWrongTheoryIsNoticed();
};

void LawsTest::hold_data() {
    QTest::addColumn<int>("index");
    const auto cases = laws::lawCases();
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.c_str()) << static_cast<int>(i);
}

void LawsTest::hold() {
    QFETCH(int, index);
    static const std::vector<laws::Case> kCases = laws::lawCases();
    const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const laws::Case& law = kCases[static_cast<std::size_t>(index)];
    if constexpr (kSanitized) {
        // Too short for intervals that are narrow enough; what has to hold in every run is checked.
        laws::Case shorter = law;
        shorter.seconds /= laws::kHaste;
        const laws::Outcome outcome = laws::run(shorter, 1, threads);
        QVERIFY2(outcome.faults.empty(), ("\n" + laws::table(outcome)).c_str());
    } else {
        const laws::Outcome outcome = laws::check(law, threads);
        QVERIFY2(outcome.holds(), ("\n" + laws::table(outcome)).c_str());
    }
}

void LawsTest::aWrongTheoryIsNoticed() {
    laws::Case law = laws::queueCases().front();
    for (auto& expected : law.expectations) expected.theory *= 1.1;
    const laws::Outcome outcome = laws::check(law, 1);
    QVERIFY(!outcome.verdicts.empty());
    for (const auto& verdict : outcome.verdicts)
        QVERIFY2(!verdict.inside, verdict.expected.metric.c_str());
}

QTEST_GUILESS_MAIN(LawsTest)
#include "tst_laws.moc"
