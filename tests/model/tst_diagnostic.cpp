// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/diagnostic.h"

#include <QTest>

using namespace headroom::model;

namespace {

Diagnostic misspelt() {
    Diagnostic diagnostic;
    diagnostic.file = "shop.yaml";
    diagnostic.line = 12;
    diagnostic.column = 7;
    diagnostic.path = "components.api.qeue";
    diagnostic.found = "`qeue`";
    diagnostic.expected = "a key of a service";
    diagnostic.suggestion = "queue";
    return diagnostic;
}

QString text(const Diagnostic& diagnostic) { return QString::fromStdString(toText(diagnostic)); }

}  // namespace

class TestDiagnostic : public QObject {
    Q_OBJECT

private slots:
    void saysWhereWhatAndWhatInstead();
    void leavesOutWhatIsNotThere();
    void namesThePathWhereThereIsNoLine();
    void knowsErrorsFromWarnings();
    void suggestsTheNearestName_data();
    void suggestsTheNearestName();
    void suggestionIsNeverTheNameItself();
};

void TestDiagnostic::saysWhereWhatAndWhatInstead() {
    QCOMPARE(
        text(misspelt()),
        "shop.yaml:12:7: error: found `qeue`, expected a key of a service (did you mean `queue`?)");
}

void TestDiagnostic::leavesOutWhatIsNotThere() {
    Diagnostic diagnostic = misspelt();
    diagnostic.suggestion.clear();
    QCOMPARE(text(diagnostic), "shop.yaml:12:7: error: found `qeue`, expected a key of a service");
    diagnostic.severity = Diagnostic::Severity::warning;
    diagnostic.expected.clear();
    diagnostic.found = "`alerts` is not used";
    QCOMPARE(text(diagnostic), "shop.yaml:12:7: warning: `alerts` is not used");
}

void TestDiagnostic::namesThePathWhereThereIsNoLine() {
    Diagnostic diagnostic = misspelt();
    diagnostic.file = "--set";
    diagnostic.line = diagnostic.column = 0;
    QCOMPARE(text(diagnostic),
             "--set: error: components.api.qeue: found `qeue`, expected a key of a service (did "
             "you mean `queue`?)");
    diagnostic.path.clear();
    QVERIFY(text(diagnostic).startsWith("--set: error: found"));
}

void TestDiagnostic::knowsErrorsFromWarnings() {
    Diagnostic warning = misspelt();
    warning.severity = Diagnostic::Severity::warning;
    QVERIFY(!hasErrors({}));
    QVERIFY(!hasErrors({warning, warning}));
    QVERIFY(hasErrors({warning, misspelt()}));
}

void TestDiagnostic::suggestsTheNearestName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("a letter left out") << "instnces"
                                       << "instances";
    QTest::newRow("a letter too many") << "queuee"
                                       << "queue";
    QTest::newRow("another letter") << "cpas"
                                    << "cpus";
    QTest::newRow("two letters swapped") << "qeuue"
                                         << "queue";
    QTest::newRow("swap in a short name") << "bd"
                                          << "db";
    QTest::newRow("underscore forgotten") << "hitratio"
                                          << "hit_ratio";
    QTest::newRow("nothing near") << "latency"
                                  << "";
    QTest::newRow("nothing at all") << ""
                                    << "";
    QTest::newRow("a short name is not half replaced") << "xy"
                                                       << "";
}

void TestDiagnostic::suggestsTheNearestName() {
    QFETCH(QString, name);
    QFETCH(QString, nearest);
    const std::vector<std::string> names = {"instances", "queue",     "cpus",
                                            "db",        "hit_ratio", "concurrency"};
    QCOMPARE(QString::fromStdString(nearestName(name.toStdString(), names)), nearest);
}

void TestDiagnostic::suggestionIsNeverTheNameItself() {
    QCOMPARE(nearestName("queue", {"queue"}), std::string());
    QCOMPARE(nearestName("queue", {"queue", "queues"}), std::string("queues"));
}

QTEST_GUILESS_MAIN(TestDiagnostic)
#include "tst_diagnostic.moc"
