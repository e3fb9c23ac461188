// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using headroom::test::at;
using headroom::test::goodScenario;
using headroom::test::jsonOf;
using headroom::test::Outcome;
using headroom::test::widestLine;

/// `headroom runs` on what `headroom run` filed.
class CliRunsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listsWhatWasRun();
    void exportsWhatTheRunPrinted();
    void showsOne();
    void comparesWithTheFirst();
    void comparesWithWhatWasMeasured();
    void deletes();
    void filesNothingIfToldNotTo();
    void saysWhatIsWrong();
    void runsWithoutAnArchive();

private:
    QString file(const QString& name) const { return folder_->filePath(name); }
    Outcome run(const QStringList& more = {}) const {
        return headroom::test::headroom(QStringList{"run", goodScenario("small_shop.yaml"), "--users", "500", "--duration", "2 min",
                                    "--replications", "2", "--quiet", "--archive", file("a.sqlite")} + more);
    }
    Outcome runs(const QStringList& what) const { return headroom::test::headroom(QStringList{"runs"} + what + QStringList{"--archive", file("a.sqlite")}); }

    std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

void CliRunsTest::init() { folder_ = std::make_unique<QTemporaryDir>(); }

void CliRunsTest::listsWhatWasRun() {
    QCOMPARE(run().code, 0);
    QCOMPARE(run({"--seed", "7"}).code, 0);
    const Outcome list = runs({});
    QCOMPARE(list.code, 0);
    QVERIFY2(widestLine(list.out) <= 100, list.out.constData());
    QVERIFY2(list.out.contains("500 users"), list.out.constData());
    const QJsonArray all = at(jsonOf(runs({"--json", "-"})), "runs").toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].toObject()["seed"].toString(), QString("7"));
    QCOMPARE(all[0].toObject()["id"].toInt(), 2);
    QCOMPARE(all[1].toObject()["load"].toDouble(), 500.0);
    QVERIFY(all[0].toObject()["command"].toString().contains("--seed 7"));
}

void CliRunsTest::exportsWhatTheRunPrinted() {
    QCOMPARE(run({"--json", file("run.json"), "--csv", file("csv")}).code, 0);
    const Outcome out = runs({"export", "1", "--json", file("filed.json"), "--csv", file("filed.csv"), "--scenario", file("filed.yaml")});
    QCOMPARE(out.code, 0);
    QVERIFY(!contentOf(file("run.json")).isEmpty());
    QCOMPARE(contentOf(file("filed.json")), contentOf(file("run.json")));
    QCOMPARE(contentOf(file("filed.csv")), contentOf(file("csv/series.csv")));
    QCOMPARE(contentOf(file("filed.yaml")), contentOf(goodScenario("small_shop.yaml")));
}

void CliRunsTest::showsOne() {
    QCOMPARE(run().code, 0);
    const Outcome show = runs({"show", "1"});
    QCOMPARE(show.code, 0);
    QVERIFY2(show.out.contains("workload.response_time.p95") && show.out.contains("seed 1"), show.out.constData());
    QVERIFY(widestLine(show.out) <= 100 || show.out.contains("Again:"));
    QCOMPARE(at(jsonOf(runs({"show", "1", "--json", "-"})), "result.workload.users").toDouble(), 500.0);
}

void CliRunsTest::comparesWithTheFirst() {
    QCOMPARE(run().code, 0);
    QCOMPARE(run({"--json", file("b.json"), "--seed", "2"}).code, 0);
    const Outcome text = runs({"compare", "1", "2"});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains("difference"));
    const QJsonObject json = jsonOf(runs({"compare", "1", "2", "--json", "-"}));
    const double first = at(jsonOf(runs({"show", "1", "--json", "-"})), "result.workload.throughput.value").toDouble();
    const double second = at(jsonOf(runs({"show", "2", "--json", "-"})), "result.workload.throughput.value").toDouble();
    QVERIFY(first != second);
    const QJsonObject differences = at(json, "differences.2").toObject();
    QCOMPARE(differences["workload.throughput"].toObject()["value"].toDouble(), second - first);
    QVERIFY(differences["workload.throughput"].toObject()["half_width"].toDouble() > 0);
}

// A run taken for production: it follows itself exactly, another one does not.
void CliRunsTest::comparesWithWhatWasMeasured() {
    QCOMPARE(run({"--openmetrics", file("production.om")}).code, 0);
    QCOMPARE(headroom::test::headroom({"run", goodScenario("small_shop.yaml"), "--users", "600", "--duration", "2 min", "--replications", "2",
                                       "--quiet", "--archive", file("a.sqlite")}).code, 0);
    QCOMPARE(headroom::test::headroom({"import", file("production.om"), "--quiet", "--archive", file("a.sqlite")}).code, 0);
    const QJsonObject json = jsonOf(runs({"compare", "1", "2", "--import", "0", "--json", "-"}));
    const QJsonArray compared = json["runs"].toArray();
    QCOMPARE(compared.size(), 2);
    const auto throughput = [&](int i) {
        for (const QJsonValue& one : compared[i].toObject()["series"].toArray())
            if (one.toObject()["name"].toString() == "workload.throughput") return one.toObject();
        return QJsonObject();
    };
    QVERIFY(throughput(0)["intervals"].toInt() >= 20);
    QCOMPARE(throughput(0)["mape"].toDouble(1), 0.0);
    QCOMPARE(throughput(0)["bias"].toDouble(1), 0.0);
    QVERIFY(throughput(0)["correlation"].toDouble() > 0.999);
    QVERIFY(throughput(1)["bias"].toDouble() > 0);
    QVERIFY(throughput(1)["mape"].toDouble() > 0.05);
    const Outcome text = runs({"compare", "2", "--import", "0"});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains("workload.throughput") && text.out.contains("MAPE"), text.out.constData());
    QVERIFY(widestLine(text.out) <= 100);
    QCOMPARE(runs({"compare", "1"}).code, 2);
    QCOMPARE(runs({"compare", "1", "--import", "7"}).code, 2);
    QCOMPARE(runs({"compare", "1", "--import", "0", "--from", "never"}).code, 2);
}

void CliRunsTest::deletes() {
    for (int i = 0; i < 3; ++i) QCOMPARE(run().code, 0);
    QCOMPARE(runs({"delete", "1", "3"}).code, 0);
    QCOMPARE(at(jsonOf(runs({"--json", "-"})), "runs").toArray().size(), 1);
    QCOMPARE(runs({"delete", "--older-than", "1 h"}).out, QByteArray("Deleted: 0\n"));
    QCOMPARE(runs({"delete", "--older-than", "1"}).code, 2);
    QCOMPARE(runs({"delete"}).code, 2);
    QCOMPARE(runs({"delete", "3"}).code, 2);
}

void CliRunsTest::filesNothingIfToldNotTo() {
    const Outcome out = headroom::test::headroom(QStringList{"run", goodScenario("small_shop.yaml"), "--users", "100", "--duration", "2 min", "--replications",
                                  "1", "--quiet", "--no-archive"});
    QCOMPARE(out.code, 0);
    QCOMPARE(out.err, QByteArray());
    QCOMPARE(runs({}).code, 2);
    QVERIFY(QDir(folder_->path()).isEmpty());
}

void CliRunsTest::saysWhatIsWrong() {
    QFile foreign(file("a.sqlite"));
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("not yours\n") > 0);
    foreign.close();
    const Outcome out = run({"--json", file("run.json")});
    QCOMPARE(out.code, 3);
    QVERIFY2(out.err.contains("it is not an archive of Headroom"), out.err.constData());
    QVERIFY(!contentOf(file("run.json")).isEmpty());
    QCOMPARE(runs({}).code, 2);
    QCOMPARE(contentOf(file("a.sqlite")), QByteArray("not yours\n"));
}

void CliRunsTest::runsWithoutAnArchive() {
    qputenv("HEADROOM_ARCHIVE", QFile::encodeName(file("nowhere.sqlite/archive.sqlite")));
    QFile inTheWay(file("nowhere.sqlite"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Outcome out = headroom::test::headroom(QStringList{"run", goodScenario("small_shop.yaml"), "--users", "100", "--duration", "2 min", "--replications",
                                  "1", "--quiet"});
    qputenv("HEADROOM_ARCHIVE", "");
    QCOMPARE(out.code, 0);
    QVERIFY2(out.err.contains("the run is not in the archive"), out.err.constData());
}

QTEST_GUILESS_MAIN(CliRunsTest)
#include "tst_cli_runs.moc"
