// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archive.h"
#include "app/desktop/measured/live_filing.h"
#include "app/desktop/measured/live_source.h"
#include "app/desktop/views/exports.h"
#include "app/desktop/window/banner.h"
#include "tests/desktop/window_test.h"

#include <sys/resource.h>

#include <csignal>

using namespace headroom;
using namespace headroom::desktop;

namespace {

/// While it lives no file of this program grows, as on a full disk (RLIMIT_FSIZE of setrlimit(2)).
class NoRoom {
public:
    NoRoom() {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit none{0, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoRoom() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

std::vector<archive::Series> onePoint(std::int64_t ms) {
    archive::Series series;
    series.key.name = "api.utilisation";
    series.points = {{ms, 0.5}};
    return {series};
}

}  // namespace

/// The window on a disk that is full: it says so where it matters, loses nothing, and goes on when there is room.
class NoRoomTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    Workspace& workspace() { return window_->workspace(); }
    bool isSaid(const QString& words) { return window_->banner().isVisible() && window_->banner().sentence().contains(words); }
    void edit(const QString& value) {
        QVERIFY(!workspace().setValue(QStringLiteral("components.api.instances"), value, QStringLiteral("Edit")));
    }

private slots:
    void initTestCase() {
        desktop::test::isolate();
        qputenv("HEADROOM_ARCHIVE", folder_.filePath("runs.sqlite").toUtf8());
        window_ = std::make_unique<MainWindow>();
        QVERIFY(desktop::test::showActive(*window_));
        window_->openFile(desktop::test::shortShop(folder_));
        QVERIFY(workspace().scenario().has_value());
    }
    void cleanupTestCase() {
        workspace().document().undoStack().setClean();
        window_->autosave().discard();
        window_.reset();
    }

    void savingIsRefusedAndTheFileStays() {
        const QString path = workspace().document().path();
        const QByteArray before = desktop::test::contentsOf(path);
        edit("7");
        {
            const NoRoom noRoom;
            QVERIFY(!window_->save());
        }
        QVERIFY2(isSaid("could not be saved"), qPrintable(window_->banner().sentence()));
        QCOMPARE(desktop::test::contentsOf(path), before);
        QVERIFY(workspace().document().isModified());
        QVERIFY(window_->save());
        QCOMPARE(desktop::test::contentsOf(path).toStdString(), workspace().document().text());
    }

    void keepingAsideSaysSoOnce() {
        QSignalSpy failed(&window_->autosave(), &Autosave::failed);
        edit("8");
        {
            const NoRoom noRoom;
            window_->autosave().saveNow();
            window_->autosave().saveNow();
        }
        QCOMPARE(failed.size(), 1);
        QVERIFY2(isSaid("cannot be kept aside"), qPrintable(window_->banner().sentence()));
        window_->autosave().saveNow();
        QVERIFY(desktop::test::contentsOf(window_->autosave().sideFile()).contains("instances: 8"));
        edit("9");
        {
            const NoRoom noRoom;
            window_->autosave().saveNow();
        }
        QCOMPARE(failed.size(), 2);
        QVERIFY(desktop::test::contentsOf(window_->autosave().sideFile()).contains("instances: 8"));
    }

    void aRunThatIsNotFiledIsShownAllTheSame() {
        {
            const NoRoom noRoom;
            window_->runSimulation();
            QTRY_VERIFY_WITH_TIMEOUT(isSaid("not in the archive"), desktop::test::kPatienceMs);
        }
        QVERIFY(workspace().shownRun() != nullptr);
        window_->runSimulation();
        const std::string path = folder_.filePath("runs.sqlite").toStdString();
        QTRY_VERIFY_WITH_TIMEOUT(workspace().runs().runs().size() == 2 && QFile::exists(folder_.filePath("runs.sqlite")) &&
                                     archive::Archive(path).runs(10).size() == 1,
                                 desktop::test::kPatienceMs);
    }

    void anExportSaysWhy() {
        const QString path = folder_.filePath("run.json");
        const QByteArray bytes = exported(*workspace().shownRun(), workspace().document(), QStringLiteral("json"));
        {
            const NoRoom noRoom;
            QVERIFY(writeExport(path, bytes).contains("could not be written"));
        }
        QVERIFY(!QFile::exists(path));
        QCOMPARE(writeExport(path, bytes), QString());
        QCOMPARE(desktop::test::contentsOf(path), bytes);
    }

    void whatIsMeasuredWaitsForRoom() {
        const std::string path = folder_.filePath("live.sqlite").toStdString();
        LiveSource source;
        LiveFiling filing(source, path);
        QSignalSpy failed(&filing, &LiveFiling::failed);
        Q_EMIT source.started();
        {
            const NoRoom noRoom;
            for (std::int64_t second = 1; second <= 3; ++second) {
                Q_EMIT source.received(onePoint(second * 1000));
                QTRY_VERIFY(!filing.isBusy());
            }
        }
        QCOMPARE(failed.size(), 1);
        Q_EMIT source.received(onePoint(4000));
        QTRY_VERIFY(!filing.isBusy() && filing.import() > 0);
        std::size_t points = 0;
        for (const archive::Series& series : archive::Archive(path).seriesOfImport(filing.import())) points += series.points.size();
        QCOMPARE(points, std::size_t{4});
    }
};

QTEST_MAIN(NoRoomTest)
#include "tst_no_room.moc"
