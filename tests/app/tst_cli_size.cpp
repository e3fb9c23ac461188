// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

#include "tests/app/program.h"

using namespace headroom;
using test::at;
using test::jsonOf;
using test::Outcome;

/// `headroom size` and `headroom forecast`, as their users would call them.
class CliSizeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsTheSetting();
    void saysWhatStandsInTheWay();
    void nothingMarkedIsAnError();
    void forecastsFromARate();
    void forecastsFromHistory();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();

private:
    QTemporaryDir folder_;
    QString shop_, plain_;
};

namespace {

const QByteArray kShop =
    "headroom: 1\n"
    "name: A shop to be sized\n"
    "run: {duration: 60 s, warm_up: 10 s, replications: 5}\n"
    "components:\n"
    "  api: {type: station, servers: 4, price: {instance_hour: 0.10 USD}, operations: {x: [{work: exp(10 ms)}]}}\n"
    "workload: {entry: api, arrivals: poisson(200/s), range: 100..1000, profiles: {p: {actions: {x: 1}}}}\n"
    "slos: [{name: busy, objective: api.utilisation < 60 %}]\n";

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

}  // namespace

void CliSizeTest::initTestCase() {
    shop_ = folder_.filePath("shop.yaml");
    plain_ = folder_.filePath("plain.yaml");
    write(plain_, kShop);
    write(shop_, kShop + "tune: {api.servers: {between: [1, 20]}}\n");
}

// 500/s of 10 ms are 5 busy servers: 60 % of 9, which is 5.4, and not of 8, which is 4.8.
void CliSizeTest::findsTheSetting() {
    const Outcome outcome = test::headroom({"size", shop_, "--users", "500", "--json", "-"});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = jsonOf(outcome);
    QCOMPARE(at(json, "setting").toObject(), (QJsonObject{{"api.servers", 9}}));
    QVERIFY(at(json, "confirmed").toBool());
    QVERIFY(std::abs(at(json, "cost_per_month.value").toDouble() - 9 * 0.1 * 730) < 0.01);
    QVERIFY(!at(json, "front").toArray().isEmpty());
    const Outcome text = test::headroom({"size", shop_, "--users", "500"});
    QVERIFY(text.out.contains("api.servers = 9"));
    QVERIFY(test::widestLine(text.out) <= 100);
}

void CliSizeTest::saysWhatStandsInTheWay() {
    const QStringList arguments{"size", shop_, "--users", "5000", "--theory"};
    const QJsonObject json = jsonOf(test::headroom(arguments + QStringList{"--json", "-"}));
    QVERIFY(at(json, "setting").isNull());
    QCOMPARE(at(json, "in_the_way.component").toString(), QString("api"));
    QCOMPARE(test::headroom(arguments).code, 0);
    QCOMPARE(test::headroom(arguments + QStringList{"--gate"}).code, 1);
}

void CliSizeTest::nothingMarkedIsAnError() {
    const Outcome outcome = test::headroom({"size", plain_});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains("tune"));
}

// From 200 to 240/s at 4 servers: ln 1.2 / ln 1.1 months.
void CliSizeTest::forecastsFromARate() {
    const Outcome outcome = test::headroom(
        {"forecast", plain_, "--growth", "10 %", "--from", "2026-01-01", "--months", "6", "--json", "-"});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = jsonOf(outcome);
    const QJsonObject fall = at(json, "falls").toArray().first().toObject();
    QCOMPARE(fall.value("objective").toString(), QString("busy"));
    QVERIFY(fall.value("date").toString() >= QString("2026-02-27") && fall.value("date").toString() <= QString("2026-03-02"));
    const QJsonObject change = at(json, "recommendations").toArray().first().toObject();
    QCOMPARE(change.value("change").toString(), QString("servers of api: 4 → 8"));
    QVERIFY(change.value("confirmed").toBool());
    QVERIFY(std::abs(at(json, "limit.value").toDouble() / 240 - 1) < 0.05);
}

void CliSizeTest::forecastsFromHistory() {
    QByteArray csv = "date,active,other\n";
    for (int day = 0; day < 120; ++day)
        csv += QDate(2026, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1() + "," +
               QByteArray::number(2000 * std::pow(1.05, day / 30.4375) * (1 + 0.02 * (day % 3))) + ",7\n";
    const QString history = folder_.filePath("history.csv");
    write(history, csv);
    const Outcome outcome = test::headroom({"forecast", shop_, "--history", history, "--column", "active", "--present",
                                            "10 %", "--months", "6", "--theory", "--json", "-"});
    QVERIFY2(outcome.code == 0, outcome.err);
    const QJsonObject json = jsonOf(outcome);
    QCOMPARE(at(json, "from").toString(), QString("2026-04-30"));
    QVERIFY(std::abs(at(json, "growth_per_month.value").toDouble() - 0.05) < 0.005);
    QVERIFY(std::abs(at(json, "load.value").toDouble() / 245 - 1) < 0.05);
    QVERIFY(at(json, "load_at_horizon.high").toDouble() > at(json, "load_at_horizon.value").toDouble());
    QVERIFY(at(json, "size.setting").isObject());
    const Outcome text = test::headroom({"forecast", shop_, "--history", history, "--column", "active", "--theory"});
    QVERIFY(test::widestLine(text.out) <= 100);
}

void CliSizeTest::refusesWhatItCannotRead_data() {
    QTest::addColumn<QStringList>("more");
    QTest::newRow("growth") << QStringList{"--growth", "much"};
    QTest::newRow("no unit") << QStringList{"--growth", "-100 %"};
    QTest::newRow("day") << QStringList{"--from", "tomorrow"};
    QTest::newRow("no file") << QStringList{"--history", "/nowhere.csv"};
    QTest::newRow("both") << QStringList{"--history", "x.csv", "--growth", "5 %"};
    QTest::newRow("column of nothing") << QStringList{"--column", "users"};
}

void CliSizeTest::refusesWhatItCannotRead() {
    QFETCH(QStringList, more);
    const Outcome outcome = test::headroom(QStringList{"forecast", plain_} + more);
    QCOMPARE(outcome.code, 2);
    QVERIFY(!outcome.err.isEmpty());
}

QTEST_GUILESS_MAIN(CliSizeTest)
#include "tst_cli_size.moc"
