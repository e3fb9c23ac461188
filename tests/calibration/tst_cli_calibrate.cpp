// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using headroom::test::at;
using headroom::test::jsonOf;
using headroom::test::Outcome;

/// From a run's metrics through import, replay and calibrate, as a user goes.
class CliCalibrateTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void replaysWhatWasRun();
    void replaysInATenthOfTheTime();
    void writesAVariantAndNothingElse();
    void leavesTheFileAloneInADryRun();
    void saysWhatIsWrong();

private:
    QString file(const QString& name) const { return folder_.filePath(name); }
    void write(const QString& name, const QByteArray& text) const {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
    }
    QByteArray read(const QString& name) const {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    Outcome run(const QStringList& what) const { return headroom::test::headroom(what + QStringList{"--archive", file("a.sqlite")}); }

    QTemporaryDir folder_;
};

namespace {

QByteArray scenario(const QByteArray& work) {
    return "headroom: 1\nname: One line # as it is\nrun: {duration: 30 min, warm_up: none, sample: 1 min, replications: 3}\n"
           "components: {app: {type: station, servers: 2, operations: {x: [{work: " + work + "}]}}}\n"
           "workload:\n  entry: app\n  arrivals: {ramp: {from: 20/s, to: 120/s, over: 30 min}}\n  profiles: {all: {actions: {x: 1}}}\n";
}

QJsonObject seriesOf(const QJsonObject& json, const QString& path, const QString& name) {
    for (const QJsonValue& one : at(json, path).toArray())
        if (one.toObject()["name"].toString() == name) return one.toObject();
    return {};
}

}  // namespace

void CliCalibrateTest::initTestCase() {
    write("truth.yaml", scenario("exp(10 ms)"));
    write("wrong.yaml", scenario("exp(4 ms)"));
    QCOMPARE(run({"run", file("truth.yaml"), "--quiet", "--replications", "1", "--seed", "9", "--openmetrics", file("run.om")}).code, 0);
    const Outcome imported = run({"import", file("run.om"), "--quiet"});
    QVERIFY2(imported.code == 0, imported.err.constData());
}

void CliCalibrateTest::replaysWhatWasRun() {
    const Outcome outcome = run({"replay", file("truth.yaml"), "--json", "-"});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const QJsonObject json = jsonOf(outcome);
    QCOMPARE(at(json, "intervals").toInt(), 30);
    QCOMPARE(at(json, "sample_s").toDouble(), 60.0);
    QVERIFY(seriesOf(json, "series", "workload.throughput")["mape"].toDouble() < 0.05);
    QVERIFY(seriesOf(json, "series", "app.utilisation")["mape"].toDouble() < 0.1);
    QVERIFY(seriesOf(json, "series", "app.utilisation")["correlation"].toDouble() > 0.98);
    QVERIFY(seriesOf(json, "series", "app.utilisation")["coverage"].toDouble() > 0.6);
    const Outcome text = run({"replay", file("truth.yaml"), "--replications", "2"});
    QVERIFY2(text.out.contains("MAPE") && headroom::test::widestLine(text.out) <= 100, text.out.constData());
}

void CliCalibrateTest::replaysInATenthOfTheTime() {
    const QJsonObject json = jsonOf(run({"replay", file("truth.yaml"), "--compress", "10", "--json", "-"}));
    QCOMPARE(at(json, "intervals").toInt(), 30);
    QCOMPARE(at(json, "sample_s").toDouble(), 60.0);
    QCOMPARE(at(json, "compress").toDouble(), 10.0);
    // The same levels at the same intervals; a tenth of the requests, so noisier by the root of ten.
    QVERIFY(seriesOf(json, "series", "workload.throughput")["mape"].toDouble() < 0.15);
    QVERIFY(seriesOf(json, "series", "app.utilisation")["mape"].toDouble() < 0.3);
    QVERIFY(seriesOf(json, "series", "app.utilisation")["correlation"].toDouble() > 0.9);
    const Outcome text = run({"replay", file("truth.yaml"), "--compress", "10"});
    QVERIFY2(text.out.contains("Of every 60 s, 6 s were simulated") && headroom::test::widestLine(text.out) <= 100, text.out.constData());
    for (const char* factor : {"0.5", "61", "nan"}) {
        const Outcome refused = run({"replay", file("truth.yaml"), "--compress", factor});
        QVERIFY2(refused.code == 2 && refused.err.contains("--compress"), refused.err.constData());
    }
}

void CliCalibrateTest::writesAVariantAndNothingElse() {
    const QByteArray before = read("wrong.yaml");
    const Outcome outcome = run({"calibrate", file("wrong.yaml"), "--json", "-"});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const QByteArray after = read("wrong.yaml");
    QVERIFY2(after.startsWith(before), after.constData());
    QVERIFY2(after.contains("variants:") && after.contains("calibrated"), after.constData());
    QCOMPARE(headroom::test::headroom({"check", file("wrong.yaml")}).code, 0);
    const QJsonArray parameters = at(jsonOf(outcome), "parameters").toArray();
    QVERIFY(!parameters.isEmpty());
    QCOMPARE(parameters[0].toObject()["path"].toString(), QString("app.operations.x[0].work"));
    QVERIFY(parameters[0].toObject()["relative_half_width"].toDouble() < 0.1);
    // The variant is as busy as the truth was; the file's own model is not.
    const auto error = [&](const QStringList& variant) {
        return seriesOf(jsonOf(run(QStringList{"replay", file("wrong.yaml"), "--json", "-"} + variant)), "series", "app.utilisation")["mape"].toDouble();
    };
    QVERIFY(error({"--variant", "calibrated"}) < 0.1);
    QVERIFY(error({}) > 0.4);
    QCOMPARE(run({"calibrate", file("wrong.yaml")}).code, 2);  // the name is taken
}

void CliCalibrateTest::leavesTheFileAloneInADryRun() {
    const QByteArray before = read("truth.yaml");
    const Outcome outcome = run({"calibrate", file("truth.yaml"), "--dry-run"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(read("truth.yaml"), before);
    QVERIFY2(outcome.out.contains("On what was held out") && headroom::test::widestLine(outcome.out) <= 100, outcome.out.constData());
}

void CliCalibrateTest::saysWhatIsWrong() {
    QCOMPARE(run({"replay", file("truth.yaml"), "--import", "99"}).code, 2);
    QCOMPARE(run({"replay", file("nothing.yaml")}).code, 2);
    QVERIFY(run({"replay", file("truth.yaml"), "--sample", "5"}).err.contains("--sample"));
    QVERIFY(run({"replay", file("truth.yaml"), "--from", "2099-01-01 00:00:00"}).err.contains("intervals"));
}

QTEST_GUILESS_MAIN(CliCalibrateTest)
#include "tst_cli_calibrate.moc"
