// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/archive/filed.h"
#include "tests/hardening/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace headroom;

namespace {

constexpr int kNoSmallDisk = 77;
constexpr int kUnfinished = 3;

const QStringList kShort = {"--users", "20", "--duration", "2 min", "--quiet"};

/// A way to write a file, with the name of the file at its end.
struct Writing {
    QString name;
    QStringList command;  ///< OUT stands for the file
    QString file;
    QByteArray old = "old\n";  ///< what it holds; empty: it is not there
};

/// One station, as production has it and as the model of it says, and an archive with a run and what was measured.
struct Measured {
    explicit Measured(const QString& folder) : archive(folder + "/measured.sqlite") {
        test::writeAll(folder + "/truth.yaml", scenario("exp(10 ms)"));
        const QString metrics = folder + "/run.om";
        const QStringList run{"run", folder + "/truth.yaml", "--quiet", "--openmetrics", metrics, "--archive", archive};
        isGood = test::headroom(run).code == 0 && test::headroom({"import", metrics, "--quiet", "--archive", archive}).code == 0;
    }
    static QByteArray scenario(const QByteArray& work) {
        return "headroom: 1\nname: One line\nrun: {duration: 10 min, warm_up: none, sample: 30 s, replications: 1}\n"
               "components: {app: {type: station, servers: 2, operations: {x: [{work: " + work + "}]}}}\n"
               "workload:\n  entry: app\n  arrivals: {ramp: {from: 20/s, to: 120/s, over: 10 min}}\n"
               "  profiles: {all: {actions: {x: 1}}}\n";
    }
    QString archive;
    bool isGood = false;
};

std::vector<Writing> writings(const Measured& measured) {
    const QString shop = test::goodScenario("small_shop.yaml");
    const QString manifests = QStringLiteral(HEADROOM_SOURCE_DIR "/tests/exchange/manifests/compose.yaml");
    const QString csv = QStringLiteral(HEADROOM_SOURCE_DIR "/tests/fuzz/corpus/csv/plain.csv");
    const auto run = [&](const char* option, const char* file) {
        return Writing{"run " + QString(option) + " " + file, QStringList{"run", shop} + kShort + QStringList{option, "OUT", "--no-archive"}, file,
                       QByteArray(file) == "tables" ? "" : "old\n"};
    };
    std::vector<Writing> all{
        run("--json", "out.json"),
        run("--report", "out.html"),
        run("--report", "out.md"),
        run("--junit", "out.xml"),
        run("--csv", "tables"),
        {"solve --json", {"solve", shop, "--json", "OUT", "--quiet"}, "out.json"},
        {"export", {"export", shop, "--as", "dot", "--out", "OUT"}, "out.dot"},
        {"import --propose", {"import", manifests, "--propose", "OUT"}, "out.yaml"},
        {"import --write-mapping", {"import", csv, "--write-mapping", "OUT"}, "mapping.json"},
        {"sweep --json", QStringList{"sweep", shop, "--vary", "users=10,20", "--theory", "--json", "OUT", "--quiet"}, "out.json"},
        {"sweep --results", QStringList{"sweep", shop, "--vary", "users=10,20", "--theory", "--results", "OUT", "--quiet"}, "new.jsonl", ""},
        {"compare --json", QStringList{"compare", shop, "base", "cached"} + kShort + QStringList{"--json", "OUT"}, "out.json"},
        {"capacity --json", {"capacity", shop, "--theory", "--json", "OUT", "--quiet"}, "out.json"},
        {"forecast --json", {"forecast", shop, "--growth", "8 %", "--theory", "--json", "OUT", "--quiet"}, "out.json"},
        {"audit --junit", {"audit", shop, "--duration", "2 min", "--replications", "1", "--junit", "OUT", "--quiet"}, "out.xml"},
        {"replay --json", {"replay", "OWN", "--archive", measured.archive, "--json", "OUT", "--quiet"}, "out.json"},
        {"calibrate --out", {"calibrate", "OWN", "--archive", measured.archive, "--out", "OUT", "--quiet"}, "out.yaml"},
        {"calibrate", {"calibrate", "OUT", "--archive", measured.archive, "--quiet"}, "own.yaml", Measured::scenario("exp(4 ms)")},
        {"runs export", {"runs", "export", "1", "--archive", measured.archive, "--json", "OUT"}, "out.json"},
        {"run --archive", QStringList{"run", shop} + kShort + QStringList{"--archive", "OUT"}, "new.sqlite", ""},
        {"import --archive", {"import", csv, "--yes", "--archive", "OUT"}, "new.sqlite", ""},
    };
#ifdef HEADROOM_DESKTOP
    all.push_back(run("--report", "out.pdf"));
#endif
    return all;
}

/// Every name below a folder, with what it holds.
QMap<QString, QByteArray> allIn(const QString& folder) {
    QMap<QString, QByteArray> all;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden)) {
        if (info.isDir())
            all.insert(allIn(info.filePath()));
        else if (info.fileName() != "ballast")
            all[info.filePath()] = test::contentOf(info.filePath());
    }
    return all;
}

bool fill(const QString& folder) {
    QFile ballast(folder + "/ballast");
    if (!ballast.open(QIODevice::Append | QIODevice::Unbuffered)) return false;
    for (int size = 4096; size > 0; size /= 2)
        while (ballast.write(QByteArray(size, 'x')) == size) {
        }
    return true;
}

/// Whether each new file may be there: none, but for the first of several, what SQLite begins with, and the results of a
/// sweep before the first whole line, from which it goes on as from none.
bool mayBeThere(const QString& path) {
    if (path.contains("/tables/")) return true;
    if (path.endsWith(".jsonl")) return !test::contentOf(path).contains('\n');
    if (!path.contains(".sqlite")) return false;
    return QFileInfo(path).size() == 0 || !path.endsWith(".sqlite") || archive::integrity(path.toStdString()) == "ok";
}

/// What is wrong with a way to write onto a disk that takes nothing; empty if nothing.
QString wrongWith(const Writing& writing, const QString& folder) {
    const QMap<QString, QByteArray> before = allIn(folder);
    QStringList arguments = writing.command;
    arguments.replaceInStrings("OUT", folder + "/" + writing.file);
    arguments.replaceInStrings("OWN", folder + "/own.yaml");
    const test::Outcome outcome = test::headroom(arguments);
    // An archive that cannot even be made is one that is not there.
    const bool isNoArchive = writing.file.endsWith(".sqlite") && outcome.code == 2;
    if (outcome.code != kUnfinished && !isNoArchive)
        return writing.name + ": " + QString::number(outcome.code) + " " + outcome.err;
    if (outcome.err.isEmpty()) return writing.name + ": no word";
    const QMap<QString, QByteArray> after = allIn(folder);
    for (auto old = before.begin(); old != before.end(); ++old)
        if (after.value(old.key(), "gone") != old.value()) return writing.name + ": " + old.key() + " is not what it was";
    for (auto now = after.begin(); now != after.end(); ++now)
        if (!before.contains(now.key()) && !mayBeThere(now.key())) return writing.name + ": " + now.key() + " is there";
    return {};
}

bool mountSmall(const QByteArray& folder, const char* options, unsigned long flags = 0) {
    return mount("headroom", folder.constData(), "tmpfs", flags, options) == 0;
}

/// In a process of its own, for which the folder is a small disk. `isFull`: else it may only be read.
QString onASmallDisk(const QString& path, const Measured& measured, bool isFull, int& code) {
    const QByteArray folder = QFile::encodeName(path);
    if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return code = kNoSmallDisk, "";
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return code = kNoSmallDisk, "";
    if (!mountSmall(folder, "size=128k")) return code = kNoSmallDisk, "";
    for (const Writing& writing : writings(measured))
        if (!writing.old.isEmpty() && !test::writeAll(path + "/" + writing.file, writing.old)) return code = 1, "the disk is too small";
    if (!fill(path)) return code = 1, "nothing can be written at all";
    if (!isFull && mount("headroom", folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) != 0) return code = kNoSmallDisk, "";
    QString wrong;
    for (const Writing& writing : writings(measured)) {
        if (isFull) fill(path);
        const QString problem = wrongWith(writing, path);
        if (!problem.isEmpty()) wrong += problem + "\n";
    }
    code = wrong.isEmpty() ? 0 : 1;
    return wrong;
}

/// What a child process found; `code` as above.
QString inChild(const QString& path, const Measured& measured, bool isFull, int& code) {
    int ends[2];
    if (pipe(ends) != 0) return code = 1, "no pipe";
    const pid_t child = fork();
    if (child == 0) {
        for (const int crash : {SIGABRT, SIGBUS, SIGSEGV, SIGTERM}) std::signal(crash, SIG_DFL);
        int own = 1;
        const QByteArray wrong = onASmallDisk(path, measured, isFull, own).toUtf8();
        if (write(ends[1], wrong.constData(), static_cast<std::size_t>(wrong.size())) < 0) own = 1;
        _exit(own);
    }
    close(ends[1]);
    QByteArray wrong(1 << 16, '\0');
    qsizetype size = 0;
    for (ssize_t count = 0; (count = read(ends[0], wrong.data() + size, static_cast<std::size_t>(wrong.size() - size))) > 0;) size += count;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return QString::fromUtf8(wrong.left(size));
}

}  // namespace

/// Disks that take nothing: every way to write says so, exits with 3, and leaves what was there.
class FullDiskTest : public QObject {
    Q_OBJECT

private slots:
    void everyWritingIsSafe_data() {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("full") << true;
        QTest::newRow("may only be read") << false;
    }
    void everyWritingIsSafe() {
        QFETCH(bool, isFull);
        const QTemporaryDir folder, beside;
        const Measured measured(beside.path());
        QVERIFY(measured.isGood);
        int code = 0;
        const QString wrong = inChild(folder.path(), measured, isFull, code);
        if (code == kNoSmallDisk) QSKIP("no small disk may be mounted here: that takes root, or user namespaces");
        QVERIFY2(code == 0, qPrintable(wrong));
    }

    /// A folder in which nobody may write, for those who are not root.
    void aForbiddenFolderIsNamed() {
        if (geteuid() == 0) QSKIP("root may write everywhere; see the row `may only be read`");
        const QTemporaryDir folder, beside;
        const Measured measured(beside.path());
        QVERIFY(measured.isGood && test::writeAll(folder.filePath("own.yaml"), Measured::scenario("exp(4 ms)")));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        for (const Writing& writing : writings(measured)) {
            const QString wrong = wrongWith(writing, folder.path());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_full_disk.moc"
