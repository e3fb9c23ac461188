// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/archive/filed.h"

#include <QtTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace headroom::archive;

/// What is left of the archive after the worst that can happen to a program. Each part runs in a child process.
class ArchiveSurvivalTest : public QObject {
    Q_OBJECT

private slots:
    void survivesKillWhileWriting();
    void survivesKillWhileItIsMade();
    void survivesALimitOfItsSize();
    void survivesAFullDisk();
};

namespace {

constexpr std::size_t kManyPoints = 20'000;  // some 640 KB a run, so that a kill falls into the writing

pid_t inChild(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child != 0) return child;
    for (const int crash : {SIGABRT, SIGBUS, SIGSEGV, SIGTERM}) std::signal(crash, SIG_DFL);  // not Qt Test's handlers
    try {
        _exit(work());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "in the child: %s\n", error.what());
        _exit(99);
    }
}

int exitCodeOf(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void kill9(pid_t child) {
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

/// Files run after run, and says after each that it is committed.
int fileWithoutEnd(const std::string& path, int report) {
    Archive archive(path);
    for (int i = 1;; ++i) {
        archive.add(someRun(i), someSeries(i, kManyPoints));
        if (write(report, "x", 1) != 1) return 1;
    }
}

/// How many runs went in before one was refused for want of space; that one left nothing.
int fileUntilFull(const std::string& path) {
    int filed = 0;
    try {
        Archive archive(path);
        for (;;) {
            archive.add(someRun(filed), someSeries(filed, kManyPoints));
            ++filed;
        }
    } catch (const ArchiveError& error) {
        return error.kind() == ArchiveError::Kind::failed ? filed : -1;
    }
}

/// 0 if every filed run is there as a whole.
bool holds(const std::string& path, std::size_t atLeast, std::size_t atMost) {
    if (integrity(path) != "ok") return false;
    Archive archive(path, Archive::Open::existing);
    const auto runs = archive.runs(10'000);
    if (runs.size() < atLeast || runs.size() > atMost) return false;
    for (const Run& run : runs) {
        const auto series = archive.seriesOfRun(run.id);
        if (series.size() != 2 || series[0].points.size() != kManyPoints) return false;
    }
    return true;
}

int fillTmpfs(const QByteArray& folder) {
    if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return 77;
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return 77;
    if (mount("headroom", folder.constData(), "tmpfs", 0, "size=14m") != 0) return 77;
    const std::string path = folder.toStdString() + "/archive.sqlite";
    QFile ballast(QString::fromUtf8(folder) + "/ballast");  // what the user deletes when the disk is full
    if (!ballast.open(QIODevice::WriteOnly) || ballast.write(QByteArray(6 << 20, 'x')) < (6 << 20) || !ballast.flush()) return 77;
    const int filed = fileUntilFull(path);
    if (!ballast.remove()) return 3;
    if (filed < 2 || !holds(path, static_cast<std::size_t>(filed), static_cast<std::size_t>(filed))) return 1;
    Archive archive(path, Archive::Open::existing);
    archive.deleteRuns({1});
    return archive.runs(100).size() == static_cast<std::size_t>(filed) - 1 ? 0 : 2;
}

}  // namespace

void ArchiveSurvivalTest::survivesKillWhileWriting() {
    for (std::size_t committed = 1; committed <= 8; ++committed) {
        const QTemporaryDir folder;
        int ends[2];
        QVERIFY(pipe(ends) == 0);
        const pid_t child = inChild([&] { return fileWithoutEnd(pathIn(folder), ends[1]); });
        close(ends[1]);
        char byte = 0;
        for (std::size_t i = 0; i < committed; ++i) QVERIFY(read(ends[0], &byte, 1) == 1);
        kill9(child);
        std::size_t further = 0;  // between the last that was waited for and the end
        while (read(ends[0], &byte, 1) == 1) ++further;
        close(ends[0]);
        QVERIFY(holds(pathIn(folder), committed + further, committed + further + 1));
        Archive(pathIn(folder)).add(someRun(99), someSeries(99, kManyPoints));
    }
}

void ArchiveSurvivalTest::survivesKillWhileItIsMade() {
    for (int patience = 0; patience < 20; ++patience) {
        const QTemporaryDir folder;
        const pid_t child = inChild([&] {
            Archive archive(pathIn(folder));
            return 0;
        });
        for (int i = 0; i < patience * 12; ++i) sched_yield();
        kill9(child);
        Archive archive(pathIn(folder));
        QCOMPARE(archive.add(someRun(1), {}), std::int64_t{1});
        QCOMPARE(integrity(pathIn(folder)), std::string("ok"));
    }
}

void ArchiveSurvivalTest::survivesALimitOfItsSize() {
    const QTemporaryDir folder;
    const pid_t child = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4 * 1024 * 1024, 4 * 1024 * 1024};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 100;
        return fileUntilFull(pathIn(folder));
    });
    const int filed = exitCodeOf(child);
    QVERIFY2(filed >= 2 && filed < 50, qPrintable(QString::number(filed)));
    QVERIFY(holds(pathIn(folder), static_cast<std::size_t>(filed), static_cast<std::size_t>(filed)));
    Archive(pathIn(folder)).add(someRun(99), {});
}

void ArchiveSurvivalTest::survivesAFullDisk() {
    const QTemporaryDir folder;
    const int code = exitCodeOf(inChild([&] { return fillTmpfs(QFile::encodeName(folder.path())); }));
    if (code == 77) QSKIP("no small disk may be mounted here");
    QCOMPARE(code, 0);
}

QTEST_GUILESS_MAIN(ArchiveSurvivalTest)
#include "tst_archive_survival.moc"
