// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace headroom;
using test::Outcome;

/// `--report` and `--junit` of every study, as files.
class CliReportsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    const QString shop_ = test::goodScenario("small_shop.yaml");
    const QStringList short_ = {"--duration", "2 min", "--replications", "1", "--quiet",
                                "--seed",     "3"};

    QByteArray contentsOf(const QString& name) const {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Outcome write(const QStringList& command, const QString& name) const {
        return test::headroom(command + QStringList{"--report", folder_.filePath(name)});
    }

private slots:
    void initTestCase() { QVERIFY(folder_.isValid()); }

    void aPdfHasPagesAndVectors_data() {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<int>("leastPages");
        QTest::newRow("run") << QStringList{"run", shop_} + short_ << 4;
        QTest::newRow("points") << QStringList{"run", shop_, "--at", "base=1k,2k"} + short_ << 6;
        QTest::newRow("compare") << QStringList{"compare", shop_, "base", "cached"} + short_ << 6;
        QTest::newRow("capacity") << QStringList{"capacity", shop_, "--theory", "--quiet"} << 3;
        QTest::newRow("audit") << QStringList{"audit", shop_, "--no-search"} + short_ << 2;
    }
    void aPdfHasPagesAndVectors() {
        QFETCH(QStringList, command);
        QFETCH(int, leastPages);
        const Outcome outcome = write(command, "out.pdf");
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.code, 0);
        const QByteArray pdf = contentsOf("out.pdf");
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY2(pdf.count("/Type /Page\n") >= leastPages,
                 QByteArray::number(pdf.count("/Type /Page\n")));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(pdf.contains("/FontFile2"));
        QVERIFY(QFile::remove(folder_.filePath("out.pdf")));
    }
    void aPdfNeedsNoDisplayAndNoLanguage() {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert("QT_QPA_PLATFORM", "xcb");
        environment.insert("HEADROOM_ARCHIVE", "");
        process.setProcessEnvironment(environment);
        process.start(HEADROOM_PROGRAM, QStringList{"run", shop_} + short_ +
                                            QStringList{"--report", folder_.filePath("bare.pdf")});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(contentsOf("bare.pdf").startsWith("%PDF-1."));
    }
    void markdownBeginsWithTheVerdict() {
        QCOMPARE(write(QStringList{"run", shop_} + short_, "out.md").code, 0);
        const QList<QByteArray> lines = contentsOf("out.md").split('\n');
        QCOMPARE(lines.value(0), QByteArray("# A small shop"));
        QVERIFY(contentsOf("out.md").contains("\n> "));
        QVERIFY(contentsOf("out.md").contains("<summary><b>To run it again</b></summary>"));
    }
    void junitAgreesWithTheGate() {
        const QStringList overloaded = {"--users", "30k", "--set", "db.servers=1"};
        const QString out = folder_.filePath("out.xml");
        const Outcome outcome = test::headroom(QStringList{"run", shop_, "--gate", "--junit", out} +
                                               short_ + overloaded);
        QCOMPARE(outcome.code, 1);
        QVERIFY(contentsOf("out.xml").contains("<failure "));
        QVERIFY(contentsOf("out.xml").startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"headroom\""));
    }
    void anotherEndingIsBadUsage_data() {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("run") << QStringList{"run", shop_};
        QTest::newRow("compare") << QStringList{"compare", shop_, "base", "cached"};
        QTest::newRow("capacity") << QStringList{"capacity", shop_};
        QTest::newRow("audit") << QStringList{"audit", shop_};
    }
    void anotherEndingIsBadUsage() {
        QFETCH(QStringList, command);
        const Outcome outcome = write(command, "out.docx");
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("expected a name that ends in `.html`, `.md` or `.pdf`"),
                 outcome.err);
    }
    void aFolderThatIsNotThereIsSaidBefore() {
        const Outcome outcome = test::headroom(
            {"capacity", shop_, "--theory", "--report", folder_.filePath("no/such.pdf")});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains("cannot write"), outcome.err);
    }
};

QTEST_GUILESS_MAIN(CliReportsTest)
#include "tst_cli_reports.moc"
