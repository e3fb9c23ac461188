// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;
using test::Outcome;

namespace {

const QString kShop = test::goodScenario("small_shop.yaml");
const QStringList kShort = {"--duration", "2 min"};
const QStringList kOverloaded = {"--users", "30k", "--set", "db.servers=1"};

Outcome run(const QStringList& arguments) { return test::headroom(QStringList{"run", kShop} + kShort + arguments); }

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject withoutMeasuredByTheProgram(QJsonObject run) {
    run.remove("wall_s");
    run.remove("peak_memory_bytes");
    return run;
}

}  // namespace

class CliTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString inFolder(const QString& name) const { return folder_.filePath(name); }

private slots:
    void initTestCase() { QVERIFY(folder_.isValid()); }

    void badUsageIsTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const QStringList& arguments, const char* message) {
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments << QByteArray(message);
        };
        row({"bogus"}, "not expected: bogus");
        row({"--bogus"}, "--bogus");
        row({"run"}, "FILE is required");
        row({"check"}, "FILE is required");
        row({"check", "no_such.yaml"}, "no_such.yaml: error: cannot be read: No such file or directory");
        row({"check", "/"}, "it is a folder");
        row({"run", "no_such.yaml"}, "cannot be read");
        row({"run", kShop, "--threads", "0"}, "--threads");
        row({"run", kShop, "--threads", "two"}, "--threads");
        row({"run", kShop, "--users", "many"}, "--users: found `many`, expected a count");
        row({"run", kShop, "--users", "0"}, "--users: found `0`, expected a count over 0");
        row({"run", kShop, "--peak", "x"}, "--peak: found `x`");
        row({"run", kShop, "--at", "cached=1k,x"}, "--at: found `x`");
        row({"run", kShop, "--at", "nope=1k"}, "found `nope`, expected the name of a variant");
        row({"run", kShop, "--at", "cached=1k", "--users", "1k"}, "--users excludes --at");
        row({"run", kShop, "--users", "1k", "--peak", "1k"}, "--users excludes --peak");
        row({"run", kShop, "--variant", "nope"}, "found `nope`");
        row({"run", kShop, "--seed", "-1"}, "--seed: error: run.seed: found `-1`");
        row({"run", kShop, "--replications", "0"}, "--replications: error: run.replications: found `0`");
        row({"run", kShop, "--duration", "5"}, "--duration: error: run.duration: found `5`, expected a duration");
        row({"run", kShop, "--set", "api"}, "--set: found `api`, expected PATH=VALUE");
        row({"run", kShop, "--set", "api.instancs=5"}, "did you mean `instances`?");
        row({"run", kShop, "--report", "out.docx"}, "--report: found `out.docx`, expected a name that ends in `.html`, `.md` or `.pdf`");
        row({"run", kShop, "--report", ".html"}, "--report");
        row({"compare", kShop}, "VARIANT is required");
        row({"compare", kShop, "cached"}, "found one run, expected two or more to compare");
        row({"compare", kShop, "cached", "cached"}, "found `cached` twice, expected each run once");
        row({"compare", kShop, "base", "nope"}, "found `nope`, expected the name of a variant");
        row({"compare", kShop, "base", "cached=x"}, "found `x`, expected a count");
        row({"compare", kShop, "base", "cached", "--seed", "-1"}, "--seed: error: run.seed: found `-1`");
    }
    void badUsageIsTwo() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, message);
        const Outcome outcome = test::headroom(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(message), outcome.err);
        QCOMPARE(outcome.out, QByteArray());
    }

    void checkSaysWhatItRead() {
        const Outcome outcome = test::headroom({"check", kShop});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.out.count('\n'), 1);
        for (const char* words : {"small_shop.yaml", "no errors", "A small shop", "6 components", "2 objectives",
                                  "1 claim,", "2 variants (cached, scaled)"})
            QVERIFY2(outcome.out.contains(words), words);
    }
    void checkPrintsEveryErrorOfEveryFile() {
        write(inFolder("bad.yaml"), "headroom: 1\ncomponents:\n  api: {type: servce}\nworkload: {entry: ap, users: x}\n");
        const Outcome outcome = test::headroom({"check", inFolder("bad.yaml"), "no_such.yaml", kShop});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("bad.yaml:3:15: error:"), outcome.err);
        QVERIFY2(outcome.err.contains("bad.yaml:4:"), outcome.err);
        QVERIFY2(outcome.err.contains("no_such.yaml"), outcome.err);
        QVERIFY2(outcome.out.contains("small_shop.yaml: no errors"), outcome.out);
        QVERIFY(!outcome.out.contains("bad.yaml"));
    }
    void runStopsAtTheSameErrors() {
        write(inFolder("bad.yaml"), "headroom: 1\ncomponents:\n  api: {type: servce}\nworkload: {entry: ap, users: x}\n");
        const Outcome check = test::headroom({"check", inFolder("bad.yaml")});
        const Outcome run = test::headroom({"run", inFolder("bad.yaml"), "--json", inFolder("bad.json")});
        QCOMPARE(run.code, 2);
        QCOMPARE(run.err, check.err);
        QVERIFY(!QFile::exists(inFolder("bad.json")));
    }

    void helpHasExamplesAndFits_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("program") << QStringList{"--help"};
        QTest::newRow("check") << QStringList{"check", "--help"};
        QTest::newRow("run") << QStringList{"run", "--help"};
        for (const char* command : {"compare", "solve", "capacity", "sweep", "size", "forecast"})
            QTest::newRow(command) << QStringList{command, "--help"};
    }
    void helpHasExamplesAndFits() {
        QFETCH(QStringList, arguments);
        const Outcome outcome = test::headroom(arguments);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(outcome.out.contains("Examples:"));
        QVERIFY(test::widestLine(outcome.out) <= 100);
    }
    void theExamplesOfTheHelpAreGoodUsage() {
        const QByteArray help = test::headroom({"run", "--help"}).out;
        const QByteArray small = contentsOf(kShop).replace("  cached:", "  today: {}\n  target: {}\n  cached:");
        write(inFolder("shop.yaml"), QByteArray(small).replace("exp(20 s)", "exp(2000 s)").replace("exp(5 s)", "exp(500 s)"));
        int examples = 0;
        for (const QByteArray& line : help.split('\n')) {
            if (!line.startsWith("  headroom run shop.yaml")) continue;
            ++examples;
            QProcess process;
            process.setWorkingDirectory(folder_.path());
            process.start(HEADROOM_PROGRAM, QString::fromUtf8(line).split(' ', Qt::SkipEmptyParts).mid(1) +
                                                QStringList{"--set", "run.duration=2 min"});
            QVERIFY(process.waitForFinished(300'000));
            QVERIFY2(process.exitCode() == 0 || (process.exitCode() == 1 && line.contains("--gate")), line);
        }
        QVERIFY(examples >= 4);
    }
    void theVersionIsPrinted() {
        const Outcome outcome = test::headroom({"--version"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(QRegularExpression("^headroom \\d+\\.\\d+\\.\\d+\n$").match(outcome.out).hasMatch());
    }

    void jsonIsAloneOnStandardOutput() {
        const Outcome outcome = run({"--json", "-", "--variant", "cached", "--users", "2 k", "--seed", "7", "--replications", "3"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        const QJsonObject json = test::jsonOf(outcome);
        QCOMPARE(test::at(json, "scenario").toString(), QStringLiteral("A small shop"));
        QCOMPARE(test::at(json, "variant").toString(), QStringLiteral("cached"));
        QCOMPARE(test::at(json, "seed").toInt(), 7);
        QCOMPARE(test::at(json, "replications").toInt(), 3);
        QCOMPARE(test::at(json, "simulated_s").toDouble(), 120.0);
        QCOMPARE(test::at(json, "workload.users").toDouble(), 2000.0);
        QVERIFY(test::at(json, "workload.throughput.value").toDouble() > 0);
        QVERIFY(test::at(json, "components.db.response_time.p95.half_width").toDouble() > 0);
        QVERIFY(test::at(json, "wall_s").toDouble() > 0);
        QVERIFY(test::at(json, "peak_memory_bytes").toDouble() > 1e6);
    }
    void whatIsNotKnownIsNull() {
        const QJsonObject json = test::jsonOf(run({"--json", "-"}));
        QVERIFY(test::at(json, "variant").isNull());
        QVERIFY(test::at(json, "components.db.hit_ratio.value").isNull());
        QVERIFY(test::at(json, "components.mail.utilisation.value").isNull());
        QVERIFY(test::at(json, "cost.per_month.value").isNull());
    }
    void settingsReachTheRun() {
        const QJsonObject json = test::jsonOf(run({"--json", "-", "--set", "api.instances=7"}));
        QCOMPARE(test::at(json, "components.api.instances.value").toDouble(), 7.0);
    }
    void figuresDoNotDependOnThreads() {
        const QJsonObject one = test::jsonOf(run({"--json", "-", "--replications", "4", "--threads", "1"}));
        const QJsonObject three = test::jsonOf(run({"--json", "-", "--replications", "4", "--threads", "3"}));
        QVERIFY(!one.isEmpty());
        QCOMPARE(withoutMeasuredByTheProgram(one), withoutMeasuredByTheProgram(three));
        const QJsonObject other = test::jsonOf(run({"--json", "-", "--replications", "4", "--seed", "2"}));
        QVERIFY(withoutMeasuredByTheProgram(one) != withoutMeasuredByTheProgram(other));
    }
    void peakScalesASchedule() {
        const Outcome outcome = test::headroom({"run", test::goodScenario("open_ramp.yaml"), "--peak", "10", "--json", "-"});
        const Outcome doubled = test::headroom({"run", test::goodScenario("open_ramp.yaml"), "--peak", "20", "--json", "-"});
        const double once = test::at(test::jsonOf(outcome), "workload.throughput.value").toDouble();
        const double twice = test::at(test::jsonOf(doubled), "workload.throughput.value").toDouble();
        QVERIFY(once > 0);
        QVERIFY2(std::abs(twice / once - 2) < 0.25, qPrintable(QString::number(twice / once)));
    }

    void pointsAreRunsInTheirOrder() {
        const QJsonObject json = test::jsonOf(run({"--at", "base=500,1k", "--at", "cached=2k", "--json", "-"}));
        const QJsonArray points = json.value("points").toArray();
        QCOMPARE(points.size(), 3);
        QCOMPARE(test::at(points[1].toObject(), "workload.users").toDouble(), 1000.0);
        QVERIFY(test::at(points[1].toObject(), "variant").isNull());
        QCOMPARE(test::at(points[2].toObject(), "variant").toString(), QStringLiteral("cached"));
        const QJsonObject alone = test::jsonOf(run({"--variant", "cached", "--users", "2k", "--json", "-"}));
        QCOMPARE(withoutMeasuredByTheProgram(points[2].toObject()), withoutMeasuredByTheProgram(alone));
    }
    void pointsEndInOneTable() {
        const Outcome outcome = run({"--at", "base=500,1k", "--at", "cached=2k"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(test::widestLine(outcome.out) <= 100);
        QCOMPARE(outcome.out.count("Held back by"), 1);
        const QString rows = QString::fromUtf8(outcome.out);
        QVERIFY(rows.contains(QRegularExpression("\n  base +500 .*\n  base +1\u2009000 .*\n  cached +2\u2009000 .*2/2\n")));
    }

    void comparisonsAreTablesOfDifferences() {
        const Outcome outcome = test::headroom(QStringList{"compare", kShop, "base", "cached", "scaled"} + kShort);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(test::widestLine(outcome.out) <= 100);
        QCOMPARE(outcome.out.count("against base\n"), 2);
        const QString text = QString::fromUtf8(outcome.out);
        QVERIFY2(text.contains(QRegularExpression("\n  posts_cache.hit_ratio .* ± .* pp .*better\n")), outcome.out);
        QVERIFY2(text.contains(QRegularExpression("\n  workload.throughput .*no difference seen\n")), outcome.out);
    }
    void comparisonsAsJson() {
        const QStringList command = QStringList{"compare", kShop, "base", "cached", "--users", "2k", "--json", "-"} + kShort;
        const Outcome outcome = test::headroom(command + QStringList{"--threads", "1"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        const QJsonObject json = test::jsonOf(outcome);
        const QJsonArray variants = json.value("variants").toArray();
        QCOMPARE(variants.size(), 2);
        const QJsonObject alone = test::jsonOf(run({"--variant", "cached", "--users", "2k", "--json", "-"}));
        QCOMPARE(withoutMeasuredByTheProgram(variants[1].toObject()), withoutMeasuredByTheProgram(alone));
        const QJsonObject differences = json.value("differences").toObject();
        for (const char* path : {"p95(phone.response_time)", "mean(db.wait)", "posts_cache.hit_ratio", "workload.throughput"}) {
            const QJsonObject difference = differences.value(path).toObject();
            QVERIFY2(difference.value("value").isDouble() && difference.value("half_width").isDouble(), path);
        }
        const double from = test::at(variants[0].toObject(), "components.posts_cache.hit_ratio.value").toDouble();
        const double to = test::at(variants[1].toObject(), "components.posts_cache.hit_ratio.value").toDouble();
        QCOMPARE(differences.value("posts_cache.hit_ratio").toObject().value("value").toDouble(), to - from);
        const QJsonObject again = test::jsonOf(test::headroom(command + QStringList{"--threads", "3"}));
        QCOMPARE(again.value("differences").toObject(), differences);
    }
    void loadsCanBeComparedAsWell() {
        const Outcome outcome =
            test::headroom(QStringList{"compare", kShop, "base=1k,2k", "cached=2k", "--json", inFolder("compared.json")} + kShort);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("against base at 1"), outcome.out);
        const QJsonObject json = QJsonDocument::fromJson(contentsOf(inFolder("compared.json"))).object();
        const QJsonObject differences = json.value("differences").toObject();
        QVERIFY(differences.contains("workload.throughput @ base=2000"));
        QVERIFY(differences.contains("workload.throughput @ cached=2000"));
    }
    void otherFilesCanBeComparedAsWell() {
        const QString other = inFolder("other.yaml");
        write(other, contentsOf(kShop));
        const Outcome same = test::headroom(QStringList{"compare", kShop, other, other + ":cached", "--json", "-"} + kShort);
        QCOMPARE(same.code, 0);
        const QJsonObject json = test::jsonOf(same);
        const QJsonArray runs = json.value("variants").toArray();
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[1].toObject().value("variant").toString(), other);
        const QJsonObject differences = json.value("differences").toObject();
        // The same system sees the same random numbers, whatever its file is called.
        const QString throughput = "workload.throughput @ ", hits = "posts_cache.hit_ratio @ ";
        QCOMPARE(differences.value(throughput + other).toObject().value("value").toDouble(1), 0.0);
        QCOMPARE(differences.value(hits + other).toObject().value("value").toDouble(1), 0.0);
        QVERIFY(differences.value(hits + other + ":cached").toObject().value("value").toDouble() != 0);
        const Outcome text = test::headroom(QStringList{"compare", kShop, "cached", other + ":cached"} + kShort);
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("other.yaml:cached against cached"), text.out);
    }
    void whatIsWrongInAnotherFileIsSaid() {
        write(inFolder("bad.yaml"), "headroom: 1\ncomponents:\n  api: {type: servce}\nworkload: {entry: ap, users: x}\n");
        const Outcome outcome = test::headroom({"compare", kShop, inFolder("bad.yaml")});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.err.count("bad.yaml:3:15: error:"), 1);
        QCOMPARE(test::headroom({"compare", kShop, "base", inFolder("none.yaml")}).code, 2);
    }

    void theSummarySaysTheVerdictFirst() {
        const Outcome held = run({});
        QVERIFY2(held.out.contains("\n● All 2 objectives hold at 3\u2009000 users."), held.out);
        const Outcome missed = run(kOverloaded);
        QVERIFY2(missed.out.split('\n')[1].startsWith("■ "), missed.out);
        QVERIFY(missed.out.contains("db holds it back"));
        for (const Outcome& outcome : {held, missed}) {
            QVERIFY(test::widestLine(outcome.out) <= 100);
            for (const char* caption : {"Objectives\n", "What users see\n", "Components\n", "Claims\n"})
                QVERIFY2(outcome.out.contains(caption), caption);
        }
    }
    void aPipeHasNeitherProgressNorColour() {
        const Outcome outcome = run({"--replications", "20"});
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(!outcome.out.contains('\x1b'));
        QVERIFY(!outcome.out.contains('\r'));
    }
    void quietSaysNothing() {
        const Outcome outcome = run({"--quiet"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out + outcome.err, QByteArray());
    }
    void hostileNamesAreHarmless() {
        QByteArray text = contentsOf(kShop);
        text.replace("name: A small shop", "name: \"\\e]0;owned\\a\\e[2J \\u202E " + QByteArray(200, 'n') + "\"");
        text.replace("name: fast", "name: \"fast\\e[31m\\r" + QByteArray(200, 'f') + "\"");
        write(inFolder("hostile.yaml"), text);
        for (const QStringList& command : {QStringList{"run"} + kShort, QStringList{"run", "--at", "500"} + kShort}) {
            const Outcome outcome = test::headroom(command + QStringList{inFolder("hostile.yaml")});
            QCOMPARE(outcome.code, 0);
            for (const char* control : {"\x1b", "\r", "\a", "\u202E"}) QVERIFY(!outcome.out.contains(control));
            QVERIFY(test::widestLine(outcome.out) <= 100);
        }
    }

    void gateTellsMissedFromHeld() {
        QCOMPARE(run({"--gate", "--quiet"}).code, 0);
        QCOMPARE(run(kOverloaded + QStringList{"--gate", "--quiet"}).code, 1);
        QCOMPARE(run(kOverloaded + QStringList{"--quiet"}).code, 0);
        QCOMPARE(run({"--at", "500", "--at", "30k", "--set", "db.servers=1", "--gate", "--quiet"}).code, 1);
    }
    void gateCountsClaims() {
        write(inFolder("claim.yaml"), contentsOf(kShop).replace("below: 1 s", "below: 1 us"));
        QCOMPARE(test::headroom(QStringList{"run", inFolder("claim.yaml"), "--gate", "--quiet"} + kShort).code, 1);
    }

    void outputsAreWholeFilesAndNothingElse() {
        QTemporaryDir out;
        const Outcome outcome = run({"--json", out.filePath("run.json"), "--report", out.filePath("run.html"), "--csv",
                                     out.filePath("a/b")});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(QDir(out.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{"a", "run.html", "run.json"}));
        QCOMPARE(QDir(out.filePath("a/b")).entryList(QDir::Files), (QStringList{"figures.csv", "series.csv"}));
        QVERIFY(QJsonDocument::fromJson(contentsOf(out.filePath("run.json"))).isObject());
        QVERIFY(contentsOf(out.filePath("run.html")).startsWith("<!DOCTYPE html>"));
        QVERIFY(contentsOf(out.filePath("run.html")).contains("headroom run "));
        QVERIFY(contentsOf(out.filePath("a/b/figures.csv")).startsWith("variant,load,"));
    }
    void whatCannotBeWrittenIsSaidBeforeTheRun_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("json") << QStringList{"--json", "/proc/no/run.json"};
        QTest::newRow("report") << QStringList{"--report", "/proc/no/run.html"};
        QTest::newRow("csv") << QStringList{"--csv", "/proc/no"};
        QTest::newRow("folder") << QStringList{"--json", "/"};
    }
    void whatCannotBeWrittenIsSaidBeforeTheRun() {
        QFETCH(QStringList, arguments);
        // So long that the test would fail if it were run first.
        const Outcome outcome = test::headroom(QStringList{"run", kShop, "--duration", "10000 h"} + arguments);
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains("cannot"), outcome.err);
        QVERIFY2(outcome.err.contains(arguments.last().toUtf8()), outcome.err);
        QCOMPARE(outcome.out, QByteArray());
    }
    void devicesAreWrittenToAndStay() {
        QCOMPARE(run({"--quiet", "--json", "/dev/null"}).code, 0);
        QVERIFY(!QFileInfo("/dev/null").isFile());
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(HEADROOM_PROGRAM, QStringList{"run", kShop, "--json", "-"} + kShort);
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("cannot write to standard output"));
    }
    void aReaderThatGoesAwayDoesNoHarm() {
        QProcess process;
        process.start("/bin/sh", {"-c", QStringLiteral("{ \"$0\" run \"$1\" --duration '2 min' --json -; echo $? >&2; } | true"),
                                  HEADROOM_PROGRAM, kShop});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.readAllStandardError(), QByteArray("0\n"));
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
