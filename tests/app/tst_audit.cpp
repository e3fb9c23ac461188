// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;
using test::Outcome;

namespace {

constexpr const char* kScenario = R"(headroom: 1
name: Documented
run: {duration: 2 min, warm_up: none, sample: 1 s, replications: 2}
components:
  api: {type: service, cpus: 8, operations: {ask: [{work: exp(10 ms)}]}}
workload:
  entry: api
  users: 100
  range: 100..10 k
  profiles: {all: {think: exp(10 s), actions: {ask: 1}}}
slos: [{name: not busy, objective: api.utilisation < 90 %}]
variants:
  slow: {set: {api.operations.ask: [{work: exp(50 ms)}]}}
claims:
  - {says: under a second, source: page 1, of: mean(api.response_time), below: 1 s}
  - {says: over a second, source: page 2, of: mean(api.response_time), above: 1 s}
  - {says: the same load, source: page 3, users: 100, of: api.throughput, between: [5/s, 15/s]}
  - {says: twice the load, source: page 4, users: 200, of: api.throughput, between: [15/s, 25/s]}
  - {says: five times faster, source: page 5, of: mean(api.own_time) @ slow / mean(api.own_time), between: [4, 6]}
  - {says: three times as many, source: page 6, of: 80 / 30, above: 3}
  - {says: thirteen times as many, source: page 7, of: 400 / 30, above: 13}
  - {says: a pleasant design, source: page 8}
  - {says: how far it goes, source: page 9, of: capacity @ slow, between: [1 k, 2 k]}
)";

QStringList verdictsOf(const QJsonObject& json) {
    QStringList verdicts;
    for (const QJsonValue& claim : json.value("claims").toArray())
        verdicts << claim.toObject().value("verdict").toString();
    return verdicts;
}

}  // namespace

class AuditTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file_;

    QString written(const QString& name, const QByteArray& text) {
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) return {};
        return file.fileName();
    }
    Outcome audit(const QStringList& arguments) const {
        return test::headroom(QStringList{"audit", file_} + arguments);
    }

private slots:
    void initTestCase() {
        file_ = written("documented.yaml", kScenario);
        QVERIFY(!file_.isEmpty());
    }

    void everyKindOfVerdictIsGiven() {
        const Outcome outcome = audit({"--json", "-"});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.code, 0);
        const QStringList expected{"holds", "does not hold", "holds", "holds", "holds",
                                   "cannot hold", "holds", "cannot be judged", "holds"};
        QCOMPARE(verdictsOf(test::jsonOf(outcome)), expected);
    }

    void aClaimIsGivenWithItsSourceFigureAndReason() {
        const QJsonArray claims = test::jsonOf(audit({"--json", "-"})).value("claims").toArray();
        const QJsonObject fast = claims.at(0).toObject();
        QCOMPARE(fast.value("says").toString(), QString("under a second"));
        QCOMPARE(fast.value("source").toString(), QString("page 1"));
        QCOMPARE(fast.value("scenario").toString(), QString("Documented"));
        QCOMPARE(fast.value("file").toString(), file_);
        QVERIFY(test::at(fast, "value.value").toDouble() > 0);
        QVERIFY(test::at(fast, "value.half_width").toDouble() > 0);
        QVERIFY(fast.value("why").toString().contains("claimed: at most 1 s"));
        QVERIFY(claims.at(4).toObject().value("judged_by").toString().contains("slow at 100 users"));
        QVERIFY(claims.at(5).toObject().value("why").toString().contains("80 / 30 = 2.67"));
        QVERIFY(test::at(claims.at(7).toObject(), "value.value").isNull());
    }

    /// Base at 100 (also as `users: 100`), base at 200, slow.
    void eachVariantAndLoadIsRunOnce() {
        const Outcome outcome = audit({});
        QVERIFY2(outcome.out.contains("3 runs, simulated in"), outcome.out.constData());
        QVERIFY(test::widestLine(outcome.out) <= 100);
        QVERIFY(outcome.out.contains("9 claims: 6 hold, 1 does not hold, 1 cannot hold, 1 cannot be judged."));
    }

    void theGateFailsWhereAClaimDoesNotHold() {
        QCOMPARE(audit({"--gate", "--quiet"}).code, 1);
        QByteArray good = kScenario;
        good.replace("of: mean(api.response_time), above: 1 s", "of: mean(api.response_time), above: 1 ms");
        good.replace("of: 80 / 30, above: 3", "of: 80 / 30, above: 2");
        const QString file = written("good.yaml", good);
        const Outcome outcome = test::headroom({"audit", file, "--gate", "--quiet"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out, QByteArray());
    }

    void shortFormsAndSeedsAreThoseOfARun() {
        const QStringList brief{"--duration", "20 s", "--replications", "1", "--seed", "5", "--json", "-"};
        const QJsonObject first = test::jsonOf(audit(brief));
        QCOMPARE(first, test::jsonOf(audit(brief + QStringList{"--threads", "1"})));
        const double value = test::at(first.value("claims").toArray().at(0).toObject(), "value.value").toDouble();
        const Outcome run = test::headroom(QStringList{"run", file_} + brief);
        QCOMPARE(test::at(test::jsonOf(run), "components.api.response_time.mean.value").toDouble(), value);
    }

    void outputsAreWritten() {
        const QString json = folder_.filePath("out.json"), page = folder_.filePath("out.html");
        QCOMPARE(audit({"--json", json, "--report", page, "--quiet"}).code, 0);
        QVERIFY(QFileInfo(json).size() > 500);
        QFile html(page);
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray text = html.readAll();
        QVERIFY(text.contains("three times as many") && text.contains("cannot hold"));
    }

    void severalFilesHaveATableOfTheirOwn() {
        const Outcome outcome = test::headroom({"audit", file_, file_, "--duration", "10 s"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("All scenarios"), outcome.out.constData());
        QCOMPARE(outcome.out.count("Documented\n"), 2);
    }

    void shippedScenariosAreFoundBesideTheProgram() {
        const Outcome outcome = test::headroom({"audit", "--all", "--duration", "5 s", "--replications", "1",
                                                "--set", "run.warm_up=none", "--no-search", "--json", "-"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY(outcome.out.contains("\"scenario\": \"TALOWA\""));
    }

    void badUsageIsTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QStringList{} << QByteArray("--all");
        QTest::newRow("both") << QStringList{file_, "--all"} << QByteArray("--all");
        QTest::newRow("no file") << QStringList{"none.yaml"} << QByteArray("cannot be read");
        QTest::newRow("bad time") << QStringList{file_, "--duration", "5"} << QByteArray("--duration");
        QTest::newRow("one page for two") << QStringList{file_, file_, "--report", "a.html"}
                                          << QByteArray("one FILE");
    }
    void badUsageIsTwo() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, message);
        const Outcome outcome = test::headroom(QStringList{"audit"} + arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(message), outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "tst_audit.moc"
