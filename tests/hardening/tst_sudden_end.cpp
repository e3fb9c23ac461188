// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"
#include "app/import/file_import.h"
#include "tests/app/program.h"
#include "tests/archive/filed.h"
#include "tests/hardening/files.h"
#include "tests/import/prometheus_server.h"

#include <QTimer>
#include <QtTest>

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace headroom;
using namespace headroom::archive;

namespace {

constexpr std::size_t kRunPoints = 2000, kPollPoints = 500;
constexpr int kCsvRows = 3000;

/// How often, in all: HEADROOM_KILLS, 20 without it.
int kills() {
    const int asked = qEnvironmentVariableIntValue("HEADROOM_KILLS");
    return asked > 0 ? asked : 20;
}

/// The scenario as it is after so many edits; every one of another length.
std::string version(int number) {
    std::string text = "headroom: 1\nname: Version " + std::to_string(number) + "\n";
    for (int i = 0; i < 4000 + number % 7 * 3000; ++i) text += "# a line of version " + std::to_string(number) + "\n";
    return text;
}

/// What is done in a child process until it is killed. Each finished piece of work is told by a letter.
class Work {
public:
    Work(std::string folder, int report, unsigned seed)
        : folder_(std::move(folder)), report_(report), random_(seed), archive_(folder_ + "/archive.sqlite") {}

    [[noreturn]] void goOn() {
        poll_ = archive_.begin({0, "http://localhost", "prometheus", 1, 0, false});
        tell('b');
        for (;;) {
            switch (random_() % 4) {
                case 0: save(); break;
                case 1: run(); break;
                case 2: poll(); break;
                default: import(); break;
            }
        }
    }

private:
    void save() {
        if (cli::writeFile(folder_ + "/shop.yaml", version(++saved_))) _exit(3);
        tell('s');
    }
    void run() {
        ++runs_;
        archive_.add(someRun(runs_), someSeries(runs_, kRunPoints));
        tell('r');
    }
    void poll() {
        Series series{{"workload.throughput", {}, model::Unit::perSecond}, {}};
        for (std::size_t i = 0; i < kPollPoints; ++i) series.points.push_back({next_ += 1000, 1.0});
        archive_.append(poll_, {series}, Fetch{"workload.throughput", "x", 1000, 0, INT64_C(1) << 40, next_ + 1000});
        tell('p');
    }
    void import() {
        import::FileImport what{folder_ + "/measured.csv"};
        what.mapping = {"time", {{"rps", "workload.throughput", model::Unit::perSecond, 1}}};
        if (import::importFile(archive_, what, [](double) { return true; }).state != import::ImportOutcome::State::complete)
            _exit(4);
        tell('i');
    }
    void tell(char what) const {
        if (write(report_, &what, 1) != 1) _exit(5);
    }

    std::string folder_;
    int report_;
    std::mt19937 random_;
    Archive archive_;
    std::int64_t poll_ = 0, next_ = 0;
    int saved_ = 0, runs_ = 0;
};

pid_t startWork(const std::string& folder, int report, unsigned seed) {
    const pid_t child = fork();
    if (child != 0) return child;
    for (const int crash : {SIGABRT, SIGBUS, SIGSEGV, SIGTERM}) std::signal(crash, SIG_DFL);  // not Qt Test's handlers
    try {
        Work(folder, report, seed).goOn();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "in the child: %s\n", error.what());
        _exit(99);
    }
}

std::map<char, int> told(const std::string& letters) {
    std::map<char, int> counts;
    for (const char letter : letters) ++counts[letter];
    return counts;
}

/// Whether a number is that of what was told, or one more: what was just being done.
bool fits(std::size_t number, int told) {
    return number == static_cast<std::size_t>(told) || number == static_cast<std::size_t>(told) + 1;
}

/// What is wrong with the files that a killed child leaves; empty if nothing.
std::string wrongIn(const std::string& folder, std::map<char, int> told) {
    const std::string text = test::contentOf(QString::fromStdString(folder + "/shop.yaml")).toStdString();
    const int saved = told['s'];
    if (text != version(saved + 1) && text != (saved == 0 ? "" : version(saved))) return "the scenario is neither the old nor the new";
    const std::string path = folder + "/archive.sqlite";
    if (integrity(path) != "ok") return "the archive is damaged: " + integrity(path);
    Archive archive(path, Archive::Open::existing);
    const auto runs = archive.runs(100'000);
    if (!fits(runs.size(), told['r'])) return std::to_string(runs.size()) + " runs, " + std::to_string(told['r']) + " told";
    for (const Run& run : runs)
        for (const Series& series : archive.seriesOfRun(run.id))
            if (series.points.size() != kRunPoints) return "half a run";
    std::size_t complete = 0, broken = 0, polls = 0;
    for (const Import& import : archive.imports()) {
        const auto series = archive.seriesOfImport(import.id);
        const std::size_t points = series.empty() ? 0 : series[0].points.size();
        if (import.kind == "csv") {
            ++(import.complete ? complete : broken);
            if (import.complete && points != kCsvRows) return "half an import that is said to be whole";
            continue;
        }
        if (points % kPollPoints != 0 || !fits(points / kPollPoints, told['p'])) return std::to_string(points) + " points polled";
        const auto fetches = archive.fetches(import.id);
        if (fetches.empty() ? points > 0 : fetches[0].nextMs != static_cast<std::int64_t>(points + 1) * 1000)
            return "how far was polled is not what was filed";
        ++polls;
    }
    if (broken > 1 || !fits(complete, told['i'])) return std::to_string(complete) + " imports";
    return polls == 1 || told['b'] == 0 ? "" : "the import by polling is gone";
}

QByteArray ramp(const QByteArray& request) {
    const auto start = test::formNumber(request, "start"), end = test::formNumber(request, "end"), step = test::formNumber(request, "step");
    QByteArray values;
    for (double t = start; t <= end + step / 2; t += step)
        values += (values.isEmpty() ? "[" : ",[") + QByteArray::number(t, 'f', 3) + ",\"" + QByteArray::number(t, 'f', 0) + "\"]";
    return test::FakeServer::response(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[" +
                                               values + "]}]}}");
}

}  // namespace

/// `kill -9` at random moments: every file is whole, the old or the new, and every committed row is there.
class SuddenEndTest : public QObject {
    Q_OBJECT

private slots:
    void leavesEverythingWhole() {
        std::mt19937 random(static_cast<unsigned>(kills()));
        std::map<char, int> all;
        for (int kill = 0; kill < kills(); ++kill) {
            const QTemporaryDir folder;
            QFile csv(folder.filePath("measured.csv"));
            QVERIFY(csv.open(QIODevice::WriteOnly));
            csv.write("time,rps\n");
            for (int i = 0; i < kCsvRows; ++i) csv.write(QByteArray::number(1'700'000'000 + i) + ",5\n");
            csv.close();
            int ends[2];
            QVERIFY(pipe(ends) == 0);
            const pid_t child = startWork(folder.path().toStdString(), ends[1], static_cast<unsigned>(random()));
            close(ends[1]);
            std::string letters;
            char letter = 0;
            for (auto wait = random() % 12; wait > 0 && read(ends[0], &letter, 1) == 1; --wait) letters += letter;
            for (auto spin = random() % 3000; spin > 0; --spin) sched_yield();
            ::kill(child, SIGKILL);
            int status = 0;
            waitpid(child, &status, 0);
            while (read(ends[0], &letter, 1) == 1) letters += letter;
            close(ends[0]);
            QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "it ended by itself");
            if (letters.empty()) continue;  // before there was an archive; see tst_archive_survival
            const std::string wrong = wrongIn(folder.path().toStdString(), told(letters));
            QVERIFY2(wrong.empty(), qPrintable("kill " + QString::number(kill) + ": " + QString::fromStdString(wrong)));
            Archive(pathIn(folder)).add(someRun(99), {});  // it goes on
            for (const auto& [what, count] : told(letters)) all[what] += count;
        }
        qInfo("%d kills, after %d saved scenarios, %d runs, %d polls and %d imports in all", kills(), all['s'], all['r'], all['p'], all['i']);
        QVERIFY(all['s'] > 0 && all['r'] > 0 && all['p'] > 0 && all['i'] > 0);
    }

    /// The program itself, while it reads a server: what was filed is there, and `--resume` adds what is missing once.
    void importsGoOnAfterwards() {
        std::mt19937 random(1);
        constexpr std::size_t kPoints = 35'001;
        for (int kill = 0; kill < std::max(3, kills() / 20); ++kill) {
            const QTemporaryDir folder;
            const QString archive = folder.filePath("archive.sqlite");
            test::FakeServer server(ramp);
            const QStringList command{"import", server.address(), "--query", "workload.throughput=x", "--from", "2026-01-01 00:00:00",
                                      "--until", "2026-01-01 09:43:20", "--step", "1 s", "--archive", archive};
            QProcess program;
            QTimer moment;
            const int requests = 1 + static_cast<int>(random() % 4);
            connect(&moment, &QTimer::timeout, &program, [&] {
                if (server.requests.size() >= requests) program.kill();
            });
            moment.start(1 + static_cast<int>(random() % 7));
            program.start(HEADROOM_PROGRAM, command);
            QVERIFY(QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 60'000));
            moment.stop();
            QCOMPARE(integrity(archive.toStdString()), std::string("ok"));
            program.start(HEADROOM_PROGRAM, {"import", server.address(), "--resume", "1", "--archive", archive});
            QVERIFY(QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 60'000));
            const auto series = Archive(archive.toStdString()).seriesOfImport(1);
            if (program.exitCode() != 0 && series.empty()) continue;  // killed before the first answer was filed
            QCOMPARE(series.size(), std::size_t{1});
            QCOMPARE(series[0].points.size(), kPoints);
            for (std::size_t i = 1; i < kPoints; ++i) QCOMPARE(series[0].points[i].ms - series[0].points[i - 1].ms, 1000);
        }
    }

    /// The order of writes: what the name will lead to, then the name.
    void isOnTheDiskBeforeItHasItsName() {
        if (QStandardPaths::findExecutable("strace").isEmpty()) QSKIP("strace is not installed");
        const QTemporaryDir folder;
        const QString out = folder.filePath("shop.dot"), log = folder.filePath("log");
        for (const bool replaces : {false, true}) {
            const int code = QProcess::execute("strace", {"-E", "LSAN_OPTIONS=detect_leaks=0", "-f", "-y", "-o", log, "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,linkat",
                                                          HEADROOM_PROGRAM, "export", test::goodScenario("small_shop.yaml"), "--as", "dot", "--out", out});
            const QByteArray calls = test::contentOf(log);
            if (code != 0 && !calls.contains("exited")) QSKIP("strace may not watch here");
            QCOMPARE(code, 0);
            const auto content = calls.indexOf("fdatasync("), name = calls.lastIndexOf("shop.dot\""), folderSync = calls.lastIndexOf(" fsync(");
            QVERIFY2(content >= 0 && content < name && name < folderSync, calls.constData());
            QVERIFY2(calls.mid(folderSync).contains(folder.path().toUtf8() + ">"), calls.constData());
            QVERIFY(replaces == (calls.count("rename") > 0));
        }
    }
};

QTEST_GUILESS_MAIN(SuddenEndTest)
#include "tst_sudden_end.moc"
