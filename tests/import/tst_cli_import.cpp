// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using headroom::test::at;
using headroom::test::jsonOf;
using headroom::test::Outcome;

/// `headroom import FILE`.
class CliImportTest : public QObject {
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void asksBeforeItGuesses();
    void takesAWrittenMapping();
    void namesBadLines();
    void listsAndDeletes();
    void proposesAScenarioFromTraces();
    void saysWhatIsWrong();

private:
    QString file(const QString& name) const { return folder_->filePath(name); }
    QString write(const QByteArray& text) const {
        QFile out(file("in.csv"));
        if (out.open(QIODevice::WriteOnly)) out.write(text);
        return out.fileName();
    }
    Outcome import(const QStringList& what) const {
        return headroom::test::headroom(QStringList{"import"} + what + QStringList{"--archive", file("a.sqlite")});
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void CliImportTest::asksBeforeItGuesses() {
    const QString csv = write("time,rps,p95 ms\n1700000000,5,120\n1700000060,6,130\n");
    const Outcome asked = import({csv});
    QCOMPARE(asked.code, 2);
    QVERIFY2(asked.out.contains("p95(workload.response_time)") && asked.out.contains("0.001"), asked.out.constData());
    QVERIFY2(asked.err.contains("--yes"), asked.err.constData());
    QVERIFY(!QFile::exists(file("a.sqlite")));
    const Outcome done = import({csv, "--yes", "--json", "-"});
    QCOMPARE(done.code, 0);
    QCOMPARE(at(jsonOf(done), "series").toArray().size(), 2);
    QCOMPARE(at(jsonOf(done), "series").toArray()[0].toObject()["points"].toInt(), 2);
}

void CliImportTest::takesAWrittenMapping() {
    const QString csv = write("time,rps\n1700000000,5\n");
    QCOMPARE(import({csv, "--write-mapping", file("m.json")}).code, 0);
    QFile mapping(file("m.json"));
    QVERIFY(mapping.open(QIODevice::ReadWrite));
    const QByteArray text = mapping.readAll().replace("workload.throughput", "api.throughput");
    mapping.resize(0);
    mapping.write(text);
    mapping.close();
    const Outcome done = import({csv, "--mapping", file("m.json"), "--json", "-"});
    QCOMPARE(at(jsonOf(done), "series").toArray()[0].toObject()["name"].toString(), QString("api.throughput"));
}

void CliImportTest::namesBadLines() {
    const QString csv = write("time,rps\n1700000000,5\nnever,6\n1700000060,7\n");
    const Outcome done = import({csv, "--yes"});
    QCOMPARE(done.code, 2);  // a column of times with `never` in it is not guessed
    const QString other = write(QByteArray("timeStamp,elapsed,label,success\n") + "1700000000000,100,a,true\noops,1,a,true\n");
    const Outcome read = import({other});
    QCOMPARE(read.code, 0);
    QVERIFY2(read.err.contains("in.csv:3: warning: left out: found `oops`"), read.err.constData());
    QVERIFY(read.out.contains("Lines left out: 1"));
}

void CliImportTest::listsAndDeletes() {
    QCOMPARE(import({write("timeStamp,elapsed,label,success\n1700000000000,100,a,true\n")}).code, 0);
    QVERIFY(import({"--list"}).out.contains("jmeter"));
    QCOMPARE(import({"--delete", "1"}).code, 0);
    QCOMPARE(import({"--delete", "1"}).code, 2);
    QCOMPARE(import({"--list"}).out, QByteArray("Nothing is imported.\n"));
}

void CliImportTest::proposesAScenarioFromTraces() {
    const QString traces = write(R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"api"}}]},"scopeSpans":[{"spans":[
        {"traceId":"aa","spanId":"01","name":"GET /feed","kind":2,"startTimeUnixNano":"1000000000","endTimeUnixNano":"1100000000"}]}]}]})");
    QCOMPARE(import({traces, "--propose", file("first.yaml")}).code, 0);
    QCOMPARE(headroom::test::headroom({"check", file("first.yaml")}).code, 0);
    const Outcome printed = import({traces});
    QVERIFY2(printed.out.contains("get_feed") && printed.out.startsWith("headroom: 1"), printed.out.constData());
}

void CliImportTest::saysWhatIsWrong() {
    QCOMPARE(import({}).code, 2);
    QCOMPARE(import({file("nothing.csv")}).code, 2);
    QVERIFY(import({write(QByteArray("\x1f\x8bzip"))}).err.contains("gzip -t"));
    const QString csv = write("timeStamp,elapsed\n1,1\n");
    QVERIFY(import({csv, "--every", "10"}).err.contains("--every"));
    QVERIFY(import({csv, "--as", "what"}).err.contains("--as"));
}

QTEST_GUILESS_MAIN(CliImportTest)
#include "tst_cli_import.moc"
