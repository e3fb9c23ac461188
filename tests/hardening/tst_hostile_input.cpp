// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/foreign_yaml.h"
#include "model/file/scenario_file.h"
#include "tests/app/program.h"
#include "tests/fuzz/inputs.h"
#include "tests/hardening/files.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <random>

using namespace headroom;

namespace {

constexpr qint64 kMostSeconds = kSanitized ? 200 : 20;  // what takes milliseconds on an idle machine
constexpr int kMutations = 40;

/// Folders below tests/fuzz, and what else the fuzzers begin with.
QStringList foldersOf(std::string_view input) {
    const QString source = QStringLiteral(HEADROOM_SOURCE_DIR "/"), name = QString::fromUtf8(input.data(), static_cast<int>(input.size()));
    QStringList folders{source + "tests/fuzz/corpus/" + name, source + "tests/fuzz/found/" + name};
    if (input == "scenario") folders << source + "tests/scenarios/good" << source + "tests/scenarios/bad";
    if (input == "price_book") folders << source + "resources/prices";
    if (input == "manifests") folders << source + "tests/exchange/manifests";
    if (input == "openslo") folders << source + "tests/exchange/expected";
    return folders;
}

QStringList filesOf(std::string_view input) {
    QStringList files;
    for (const QString& folder : foldersOf(input)) {
        QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) files << each.next();
    }
    files.sort();
    return files;
}

/// What broke, or took too long; empty if nothing.
std::string problemWith(const test::HostileInput& input, std::string_view bytes) {
    QElapsedTimer clock;
    clock.start();
    try {
        input.read(bytes);
    } catch (const test::Broken& broken) {
        return broken.what;
    } catch (const std::exception& error) {
        return std::string("an exception: ") + error.what();
    }
    return clock.elapsed() > kMostSeconds * 1000 ? "it took " + std::to_string(clock.elapsed()) + " ms" : "";
}

/// Cut off, with a byte changed, or with a part of itself elsewhere.
std::string mutated(std::string bytes, std::mt19937_64& random) {
    if (bytes.empty()) return bytes;
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
        case 0: bytes.resize(at); break;
        case 1: bytes[at] = static_cast<char>(random()); break;
        case 2: bytes.insert(random() % bytes.size(), bytes.substr(at, random() % 40)); break;
        default: bytes.erase(at, random() % 20); break;
    }
    return bytes;
}

std::string repeated(std::string_view what, std::size_t times) {
    std::string text;
    text.reserve(what.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += what;
    return text;
}

/// `count` services, each of which calls the next.
std::string chainOf(int count) {
    std::string text = "headroom: 1\nname: Chain\ncomponents:\n";
    for (int i = 0; i < count; ++i) {
        const std::string name = "c" + std::to_string(i), next = "c" + std::to_string(i + 1);
        text += "  " + name + ": {type: service, operations: {x: [" +
                (i + 1 < count ? "{call: {to: " + next + ", operation: x}}" : "{work: 1 ms}") + "]}}\n";
    }
    return text + "workload: {entry: c0, users: 10, profiles: {p: {think: 1 s, actions: {x: 1}}}}\n";
}

std::vector<model::Diagnostic> diagnosticsOf(const std::string& text) {
    return model::ScenarioFile(text, "hostile.yaml", "").diagnostics();
}

std::string firstOf(const std::vector<model::Diagnostic>& diagnostics) {
    return diagnostics.empty() ? "" : toText(diagnostics.front());
}

}  // namespace

/// Files that nobody meant to be friendly: each is read, or refused with words, in seconds.
class HostileInputTest : public QObject, private test::OwnFolder {
    Q_OBJECT

private:
    static void eachInput() {
        QTest::addColumn<QString>("name");
        for (const auto& input : test::hostileInputs())
            QTest::addRow("%s", std::string(input.name).c_str()) << QString::fromStdString(std::string(input.name));
    }

private slots:
    /// Seeds of the fuzzers and all that ever broke something, whole and mutated.
    void whatFuzzersFound_data() { eachInput(); }
    void whatFuzzersFound() {
        QFETCH(QString, name);
        const test::HostileInput& input = test::hostileInput(name.toStdString());
        const QStringList files = filesOf(input.name);
        QVERIFY(!files.isEmpty());
        // Of many files a few mutations each are as good.
        const int mutations = std::max(1, kMutations / static_cast<int>(files.size()));
        for (const QString& path : files) {
            std::mt19937_64 random(1);
            std::string bytes = test::contentOf(path).toStdString();
            for (int i = 0; i <= mutations; ++i) {
                const std::string problem = problemWith(input, bytes);
                QVERIFY2(problem.empty(), qPrintable(path + " mutation " + QString::number(i) + ": " +
                                                     QString::fromStdString(problem)));
                bytes = mutated(bytes, random);
            }
        }
    }

    void nestingIsBounded_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("open");
        const auto row = [](const char* name, const char* open) {
            QTest::addRow("%s, %s", name, open) << QString(name) << QByteArray(open);
        };
        for (const char* name : {"scenario", "price_book", "manifests", "openslo"})
            for (const char* open : {"[", "{a: ", "- ", "? "}) row(name, open);
        for (const char* name : {"prometheus", "k6", "traces", "csv"})
            for (const char* open : {"[", "{\"data\":"}) row(name, open);
        row("prometheus", "{\"status\":\"success\",\"data\":[");
        row("k6", "{\"type\":\"Point\",\"data\":{\"value\":1,\"tags\":[");
        row("traces", "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"a\":");
        row("jmeter", "<testResults>");
        row("text", "mix(50 % ");
        row("text", "(");
        row("text", "max(");
    }
    void nestingIsBounded() {
        QFETCH(QString, name);
        QFETCH(QByteArray, open);
        const std::string problem = problemWith(test::hostileInput(name.toStdString()),
                                                repeated(open.toStdString(), 1'000'000 / static_cast<std::size_t>(open.size())));
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void aliasesDoNotMultiply() {
        std::string bomb = "services:\n  a0: &a0 {image: x, environment: [a, b, c, d, e, f, g, h, i, j]}\n";
        for (int i = 1; i < 30; ++i) {
            const std::string before = "*a" + std::to_string(i - 1);
            bomb += "  a" + std::to_string(i) + ": &a" + std::to_string(i) + " {image: x, x: [";
            for (int j = 0; j < 10; ++j) bomb += before + (j < 9 ? ", " : "]}\n");
        }
        const auto documents = exchange::parseForeignYaml(bomb);
        QVERIFY(!documents);
        QVERIFY2(!documents.error().found.empty() && !documents.error().expected.empty(), documents.error().found.c_str());
        const auto refused = diagnosticsOf(bomb);
        QVERIFY(std::ranges::any_of(refused, [](const auto& one) { return toText(one).find("anchor") != std::string::npos; }));
    }

    void aMillionComponentsAreRefused() {
        std::string text = "headroom: 1\nname: Many\ncomponents:\n";
        for (int i = 0; i < 1'000'000; ++i) text += "  c" + std::to_string(i) + ": {type: service}\n";
        QElapsedTimer clock;
        clock.start();
        const auto diagnostics = diagnosticsOf(text);
        QVERIFY(hasErrors(diagnostics));
        QVERIFY2(clock.elapsed() < kMostSeconds * 1000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY2(firstOf(diagnostics).find("16 MiB") != std::string::npos, firstOf(diagnostics).c_str());
    }

    /// Deep in calls as well as large: a stack that grows with the file would end here.
    void aLongChainOfCallsDoesNoHarm() {
        const std::string problem = problemWith(test::hostileInput("scenario"), chainOf(20'000));
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void quantitiesThatAreNone_data() {
        QTest::addColumn<QString>("value");
        for (const char* value : {"-1 s", "nan s", ".nan", "inf s", ".inf", "1e400 s", "1e19 s", "9223372036854775808 s", "-0.0001 ms",
                                  "1e308 h", "99999999999999999999999999999999999999999", "0x10 s", "1,5 s", "1 s s", "\\0"})
            QTest::addRow("%s", value) << QString(value);
    }
    void quantitiesThatAreNone() {
        QFETCH(QString, value);
        const std::string text = "headroom: 1\nname: N\ncomponents:\n  a:\n    type: station\n    servers: 1\n    operations: {x: \"" +
                                 value.toStdString() + "\"}\nworkload: {entry: a, users: 1, profiles: {p: {think: 1 s, actions: {x: 1}}}}\n";
        const auto diagnostics = diagnosticsOf(text);
        QVERIFY(hasErrors(diagnostics));
        QVERIFY2(firstOf(diagnostics).starts_with("hostile.yaml:"), firstOf(diagnostics).c_str());
    }

    void countsThatAreNone_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        for (const char* path : {"components.api.instances", "components.api.concurrency", "workload.users", "run.seed", "run.replications"})
            for (const char* value : {"-1", "NaN", "1e300", "99999999999999999999", "0x7f", "[1]", ""})
                QTest::addRow("%s=%s", path, value) << QString(path) << QString(value);
    }
    void countsThatAreNone() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const model::ScenarioFile file(test::contentOf(test::goodScenario("small_shop.yaml")).toStdString(), "shop.yaml", "");
        QVERIFY(!hasErrors(file.diagnostics()));
        const auto loaded = file.scenario({"", {{path.toStdString(), value.toStdString()}}, {}, {}});
        QVERIFY(!loaded.scenario);
        QVERIFY(hasErrors(loaded.diagnostics));
    }

    /// What is no file, by every way on which a file comes in.
    void whatIsNoFileIsRefused_data() {
        QTest::addColumn<QStringList>("command");
        const QString shop = test::goodScenario("small_shop.yaml");
        QTest::newRow("check") << QStringList{"check", "HERE"};
        QTest::newRow("run") << QStringList{"run", "HERE"};
        QTest::newRow("solve") << QStringList{"solve", "HERE"};
        QTest::newRow("export") << QStringList{"export", "HERE", "--format", "dot"};
        QTest::newRow("import") << QStringList{"import", "HERE"};
        QTest::newRow("import mapping") << QStringList{"import", in("m.csv"), "--mapping", "HERE", "--archive", in("a.sqlite")};
        QTest::newRow("import manifests") << QStringList{"import", in("compose.yaml"), "HERE"};
        QTest::newRow("import scenario") << QStringList{"import", "http://localhost:1", "--scenario", "HERE"};
        QTest::newRow("forecast") << QStringList{"forecast", shop, "--history", "HERE"};
        QTest::newRow("archive") << QStringList{"runs", "--archive", "HERE"};
    }
    void whatIsNoFileIsRefused() {
        QFETCH(QStringList, command);
        write("m.csv", "time,a\n1,2\n");
        write("compose.yaml", "services:\n  a: {image: x}\n");
        const QString pipe = in("pipe"), link = in("nowhere");
        if (!QFile::exists(pipe)) QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QFile::link(in("not there"), link);
        for (const QString& path : {folder_.path(), pipe, link, QString("/dev/zero"), write("empty", "")}) {
            if (path == "/dev/zero" && command.contains("import") && !command.contains("--mapping") && command.size() > 2) continue;
            QStringList arguments = command;
            arguments.replaceInStrings("HERE", path);
            const test::Outcome outcome = test::headroom(arguments);
            // SQLite makes an empty file when it begins an archive; an empty manifest says nothing, beside others.
            const bool mayBeEmpty = command.contains("runs") || command[1] == in("compose.yaml");
            if (mayBeEmpty && path.endsWith("empty")) continue;
            QVERIFY2(outcome.code == 2, qPrintable(path + ": " + QString::number(outcome.code) + " " + outcome.err.left(300)));
            QVERIFY2(!outcome.err.isEmpty(), qPrintable(path));
        }
    }

    void aPipeThatSomebodyWritesIntoIsRead() {
        QProcess shell;
        shell.start("bash", {"-c", QStringLiteral("'%1' check <(cat '%2')").arg(HEADROOM_PROGRAM, test::goodScenario("small_shop.yaml"))});
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    }

    void bytesThatAreNoTextAreNamed() {
        const QByteArray broken = "headroom: 1\nname: \xc3\x28\n";
        const test::Outcome outcome = test::headroom({"check", write("broken.yaml", broken)});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("broken.yaml:2:7: error"), outcome.err.constData());
        for (const char* name : {"m.csv", "c.yaml"}) {
            const test::Outcome imported = test::headroom({"import", write(name, broken), "--archive", in("a.sqlite")});
            QCOMPARE(imported.code, 2);
        }
    }
};

QTEST_GUILESS_MAIN(HostileInputTest)
#include "tst_hostile_input.moc"
