// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;
using test::at;
using test::goodScenario;
using test::jsonOf;
using test::Outcome;

/// `headroom capacity` as its users start it.
class CliCapacityTest : public QObject {
    Q_OBJECT

private slots:
    void printsTheLimitFirst();
    void jsonKeepsItsContract();
    void simulationsSettleIt();
    void badInputIsRefused();
};

void CliCapacityTest::printsTheLimitFirst() {
    const Outcome outcome = test::headroom({"capacity", goodScenario("small_shop.yaml"), "--theory"});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("Every objective holds up to"), outcome.out);
    QVERIFY(outcome.out.contains("What moves the limit"));
    QVERIFY(test::widestLine(outcome.out) <= 100);
}

void CliCapacityTest::jsonKeepsItsContract() {
    const QJsonObject json =
        jsonOf(test::headroom({"capacity", goodScenario("small_shop.yaml"), "--theory", "--json", "-"}));
    QCOMPARE(at(json, "unit").toString(), QString("users"));
    QVERIFY(at(json, "limit.value").toDouble() > 3000);
    QVERIFY(at(json, "limit.half_width").isNull());
    QVERIFY(at(json, "breaks_first.objective").isString());
    QVERIFY(at(json, "breaks_first.component").isString());
    const QJsonArray curve = at(json, "curve").toArray();
    QVERIFY(curve.size() >= 10);
    QCOMPARE(curve.first().toObject().value("load").toDouble(), 3000.);
    QVERIFY(curve.first().toObject().value("run").isNull());
    QVERIFY(at(curve.first().toObject().value("solve").toObject(), "workload.throughput.value").isDouble());
}

void CliCapacityTest::simulationsSettleIt() {
    const QJsonObject json = jsonOf(test::headroom({"capacity", goodScenario("smallest.yaml"), "--set",
                                                    "workload.range=10..1000", "--duration", "100 s",
                                                    "--set", "run.warm_up=10 s", "--replications", "2", "--runs", "4",
                                                    "--set", "slos=[{objective: api.utilisation < 70 %}]", "--json", "-"}));
    // One CPU, 10 ms, thinking 1 s: 70 % busy at some 71 users.
    QVERIFY2(std::abs(at(json, "limit.value").toDouble() - 71) < 4, QByteArray::number(at(json, "limit.value").toDouble()));
    QVERIFY(at(json, "limit.half_width").toDouble() > 0);
    QVERIFY(at(json, "runs").toInt() <= 5);
}

void CliCapacityTest::badInputIsRefused() {
    QCOMPARE(test::headroom({"capacity", "/nowhere.yaml"}).code, 2);
    QCOMPARE(test::headroom({"capacity", goodScenario("smallest.yaml"), "--runs", "0"}).code, 2);
}

QTEST_GUILESS_MAIN(CliCapacityTest)
#include "tst_cli_capacity.moc"
