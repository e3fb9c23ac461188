// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;
using test::at;
using test::goodScenario;
using test::jsonOf;
using test::Outcome;

/// `headroom solve`, and theory beside `headroom run`, as their users start them.
class CliSolveTest : public QObject {
    Q_OBJECT

private slots:
    void printsAnEstimateAndSaysSo();
    void printsJsonWithoutIntervals();
    void changesWithSettings();
    void gateFailsOnAMissedObjective();
    void runShowsTheDifference();
    void badInputIsRefused();
};

void CliSolveTest::printsAnEstimateAndSaysSo() {
    const Outcome outcome = test::headroom({"solve", goodScenario("small_shop.yaml")});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("An estimate by queueing theory; nothing was simulated."), outcome.out);
    QVERIFY(outcome.out.contains("Where the estimate is weak"));
    QVERIFY(!outcome.out.contains("Simulated"));
    QVERIFY(test::widestLine(outcome.out) <= 100);
}

void CliSolveTest::printsJsonWithoutIntervals() {
    const Outcome outcome = test::headroom({"solve", goodScenario("smallest.yaml"), "--json", "-"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(!outcome.out.contains("half_width"));
    const QJsonObject json = jsonOf(outcome);
    // A hundred users who think for 1 s, and one CPU of 100 requests a second.
    QVERIFY(std::abs(at(json, "workload.throughput.value").toDouble() - 92.4) < 0.5);
    QVERIFY(at(json, "approximations").isArray());
    QVERIFY(at(json, "series").isUndefined());
}

void CliSolveTest::changesWithSettings() {
    const QString file = goodScenario("smallest.yaml");
    const QJsonObject one = jsonOf(test::headroom({"solve", file, "--json", "-", "--users", "50"}));
    const QJsonObject two =
        jsonOf(test::headroom({"solve", file, "--json", "-", "--users", "50", "--set", "api.cpus=2"}));
    QVERIFY(at(one, "components.api.utilisation.value").toDouble() >
            1.9 * at(two, "components.api.utilisation.value").toDouble());
}

void CliSolveTest::gateFailsOnAMissedObjective() {
    const QString file = goodScenario("small_shop.yaml");
    QCOMPARE(test::headroom({"solve", file, "--gate", "--quiet", "--users", "100"}).code, 0);
    QCOMPARE(test::headroom({"solve", file, "--gate", "--quiet", "--users", "500k"}).code, 1);
}

void CliSolveTest::runShowsTheDifference() {
    const QStringList arguments{"run", goodScenario("smallest.yaml"), "--duration", "200 s", "--replications", "2"};
    const Outcome text = test::headroom(arguments);
    QVERIFY2(text.out.contains("Beside queueing theory"), text.out);
    const QJsonObject json = jsonOf(test::headroom(arguments + QStringList{"--json", "-"}));
    const QJsonObject gap = at(json, "solve.differences").toObject().value("workload.throughput").toObject();
    QVERIFY(std::abs(gap.value("relative").toDouble()) < 0.1);
    QCOMPARE(gap.value("run").toDouble(), at(json, "workload.throughput.value").toDouble());
}

void CliSolveTest::badInputIsRefused() {
    QCOMPARE(test::headroom({"solve", "/nowhere.yaml"}).code, 2);
    QCOMPARE(test::headroom({"solve", goodScenario("smallest.yaml"), "--users", "many"}).code, 2);
}

QTEST_GUILESS_MAIN(CliSolveTest)
#include "tst_cli_solve.moc"
