// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bounded_json.h"
#include "app/archive/filed_run.h"
#include "app/archive/schema.h"
#include "app/import/line_reader.h"
#include "app/report/csv.h"
#include "model/file/csv_table.h"
#include "tests/app/program.h"
#include "tests/app/sample_run.h"
#include "tests/archive/filed.h"
#include "tests/hardening/files.h"
#include "tests/import/prometheus_server.h"

#include <QDirIterator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace headroom;

namespace {

constexpr const char* kSecret = "t0p-s3cr3t-t0k3n";

QByteArray allFilesIn(const QString& folder) {
    QByteArray all;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) all += test::contentOf(each.next());
    return all;
}

bool isFormula(const std::string& cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos &&
           !import::numberOf(cell);
}

/// A run whose every name is one that a spreadsheet would calculate.
report::RunRecord calculating(const std::string& begin) {
    report::RunRecord run = report::sampleRun();
    const std::string bad = begin + "cmd|' /C calc'!A0";
    run.scenario.variant = run.result.variant = bad;
    for (auto& component : run.result.components) component.name = bad;
    for (auto& series : run.result.series) series.name = bad;
    return run;
}

void tellsOnlyNumbers(const std::string& text) {
    const auto table = model::parseCsv(text);
    QVERIFY(table && !table->rows.empty());
    for (const auto& row : table->rows)
        for (const std::string& cell : row) QVERIFY2(!isFormula(cell), cell.c_str());
}

}  // namespace

/// What a file from somebody else must not be able to do: see resources/help/threat-model.md.
class TrustTest : public QObject, private test::OwnFolder {
    Q_OBJECT

    QByteArray shop() const { return test::contentOf(test::goodScenario("small_shop.yaml")); }
    QString hostileShop() const {
        QByteArray text = shop();
        text.replace("name: A small shop", "name: \"</title><script>a()</script>\\e]0;owned\\a /URI (file) '; DROP TABLE run;--\"");
        return write("hostile.yaml", text);
    }

private slots:
    void spreadsheetsCalculateNothing_data() {
        QTest::addColumn<QByteArray>("begin");
        for (const char* begin : {"=", "+", "-", "@", "\t=", "\r="}) QTest::addRow("%s", QByteArray(begin).toHex().constData()) << QByteArray(begin);
    }
    void spreadsheetsCalculateNothing() {
        QFETCH(QByteArray, begin);
        const report::Document document{{}, {calculating(begin.toStdString())}};
        tellsOnlyNumbers(report::figuresCsv(document));
        tellsOnlyNumbers(report::seriesCsv(document));
    }

    /// Each line of the help page names a test that is there.
    void everyThreatHasItsTest() {
        const QString page = QString::fromUtf8(test::contentOf(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/help/threat-model.md")));
        static const QRegularExpression kTest("\\| `(\\w+)\\.(\\w+)` `(\\w+)` \\|$");
        int lines = 0;
        for (const QString& line : page.split('\n')) {
            if (!line.startsWith("| ") || line.endsWith("| test |")) continue;
            const auto named = kTest.match(line);
            QVERIFY2(named.hasMatch(), qPrintable(line));
            const QByteArray source = test::contentOf(QStringLiteral(HEADROOM_SOURCE_DIR "/tests/") + named.captured(1) + "/tst_" + named.captured(2) + ".cpp");
            QVERIFY2(source.contains("void " + named.captured(3).toUtf8() + "()"), qPrintable(line));
            ++lines;
        }
        QVERIFY(lines > 30);
    }

    void pdfHoldsNothingThatActs() {
        const QString out = in("out.pdf");
        const test::Outcome outcome = test::headroom({"run", hostileShop(), "--duration", "2 min", "--quiet", "--report", out});
        if (outcome.code == 2 && outcome.err.contains("PDF")) QSKIP("built without PDF");
        QCOMPARE(outcome.code, 0);
        const QByteArray pdf = test::contentOf(out);
        QVERIFY(pdf.startsWith("%PDF"));
        for (const char* actor : {"/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFile", "/OpenAction", "/SubmitForm"})
            QVERIFY2(!pdf.contains(actor), actor);
    }

    /// Text of other people on its way to a terminal: errors, lists, tables.
    void terminalsAreNotSteered() {
        const QByteArray escape = "\x1b]0;owned\x07\x1b[2J";
        write("bad.yaml", "headroom: 1\nname: x\n\"\\e]0;owned\\a\\e[2J\": 1\n");
        write("bad.om", "metric{a=\"" + escape + "\"} one 1\nmetric 1 1\n");
        archive::Run run = archive::someRun(1);
        run.scenario = run.variant = run.command = run.file = escape.toStdString();
        archive::Archive(in("a.sqlite").toStdString()).add(run, {});
        for (const QStringList& command :
             {QStringList{"check", in("bad.yaml")}, QStringList{"import", in("bad.om"), "--archive", in("b.sqlite")},
              QStringList{"import", "--list", "--archive", in("b.sqlite")}, QStringList{"runs", "--archive", in("a.sqlite")},
              QStringList{"runs", "show", "1", "--archive", in("a.sqlite")}, QStringList{"check", hostileShop()},
              QStringList{"solve", hostileShop()}}) {
            const test::Outcome outcome = test::headroom(command);
            QVERIFY2(outcome.code >= 0, qPrintable(command.join(' ')));
            QVERIFY2(!(outcome.out + outcome.err).isEmpty(), qPrintable(command.join(' ')));
            for (const char control : {'\x1b', '\x07', '\r'}) QVERIFY2(!(outcome.out + outcome.err).contains(control), qPrintable(command.join(' ')));
        }
    }

    void namesAreNoSql() {
        const std::string path = in("sql.sqlite").toStdString(), name = "'); DROP TABLE run; --";
        archive::Archive archive(path);
        archive::Run run = archive::someRun(1);
        run.scenario = run.scenarioText = run.variant = run.command = name;
        archive.add(run, {{{name, {{name, name}}, model::Unit::count}, {{1, 1.0}}}});
        QCOMPARE(archive.run(1).variant, name);
        QCOMPARE(archive.seriesOfRun(1).at(0).key.labels.at(name), name);
        QCOMPARE(archive.runs(10, name).size(), std::size_t{1});
        QCOMPARE(archive.runs(10, "' OR '1'='1").size(), std::size_t{0});
    }

    /// An archive can be sent around too; SQL in it is not carried out.
    void archivesThatComputeAreRefused_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER DELETE ON run BEGIN DELETE FROM import; END");
        QTest::newRow("view") << QByteArray("CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n");
    }
    void archivesThatComputeAreRefused() {
        QFETCH(QByteArray, sql);
        const QTemporaryDir folder;
        archive::Archive(archive::pathIn(folder)).add(archive::someRun(1), {});
        archive::Database(archive::pathIn(folder), false).execute(sql.toStdString());
        try {
            archive::Archive(archive::pathIn(folder)).runs(1);
            QFAIL("it was opened");
        } catch (const archive::ArchiveError& error) {
            QVERIFY(error.kind() == archive::ArchiveError::Kind::unusable);
        }
    }

    void damagedFiguresAreNamed() {
        for (const char* result : {"", "[]", "{\"a\":", "null"}) {
            archive::Run run = archive::someRun(7);
            run.result = result;
            QVERIFY(archive::figuresOf(run).empty());
            QVERIFY_EXCEPTION_THROWN(archive::jsonOf(run, {}), archive::ArchiveError);
        }
        QVERIFY(!archive::isShallowJson(std::string(1000, '[')));
        QVERIFY(archive::isShallowJson("{\"a\": \"[[[[\\\"[[[[\"}"));
    }

    /// Nothing is asked of anybody unless the user says `import`, or presses Start.
    void aSharedScenarioReachesNobody() {
        QTcpServer server;
        int connections = 0;
        connect(&server, &QTcpServer::newConnection, [&] { ++connections; });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
        const QString file = write("observed.yaml", shop() + "\nobserved:\n  prometheus: " + address +
                                                        "\n  series: {workload.throughput: \"sum(x)\"}\n");
        for (const QStringList& command : {QStringList{"check", file}, QStringList{"solve", file}, QStringList{"run", file, "--duration", "2 min"},
                                           QStringList{"export", file, "--as", "dot"}, QStringList{"export", file, "--as", "prometheus"}})
            QVERIFY2(test::headroom(command).code >= 0, qPrintable(command.join(' ')));
        QCoreApplication::processEvents();
        QCOMPARE(connections, 0);
    }

    void credentialsGoWhereTheUserSays() {
        test::FakeServer server([](const QByteArray&) {
            return test::FakeServer::response(200, R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1767225600,"1"]]}]}})");
        });
        const QTemporaryDir folder;
        const QString file = folder.filePath("observed.yaml"), archive = folder.filePath("a.sqlite"), json = folder.filePath("out.json");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(shop() + "\nobserved:\n  prometheus: " + server.address().toUtf8() + "\n  series: {workload.throughput: \"sum(x)\"}\n");
        out.close();
        const auto import = [&](const QStringList& arguments) {
            QProcess program;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert("HEADROOM_PROMETHEUS_TOKEN", kSecret);
            program.setProcessEnvironment(environment);
            program.start(HEADROOM_PROGRAM, QStringList{"import", "--archive", archive, "--from", "2026-01-01", "--until", "2026-01-01 00:01:00"} + arguments);
            if (!QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 60'000)) return std::pair(-1, QByteArray());
            return std::pair(program.exitCode(), program.readAllStandardOutput() + program.readAllStandardError());
        };
        // A file alone does not say where they go.
        const auto [refused, why] = import({"--scenario", file});
        QCOMPARE(refused, 2);
        QVERIFY2(why.contains(server.address().toUtf8()), why.constData());
        QCOMPARE(server.requests.size(), 0);
        // The user does; and they stay out of all that is written and said.
        const auto [code, said] = import({server.address(), "--scenario", file, "--json", json});
        QVERIFY2(code == 0, said.constData());
        QVERIFY(server.requests.size() > 0 && server.requests.last().contains(kSecret));
        QVERIFY(!said.contains(kSecret));
        QVERIFY(QFile::exists(archive) && QFile::exists(json));
        QVERIFY(!allFilesIn(folder.path()).contains(kSecret));
    }
};

QTEST_GUILESS_MAIN(TrustTest)
#include "tst_trust.moc"
