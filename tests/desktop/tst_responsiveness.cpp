// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/watch/watch_view.h"
#include "tests/desktop/window_test.h"

#include <QElapsedTimer>
#include <QTimer>

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

using namespace headroom::desktop;

namespace {

/// Nanoseconds that this thread has been ready to run while others had the processors: not the window's doing.
qint64 waitedForProcessor() {
    const QByteArray stat = test::contentsOf(QStringLiteral("/proc/self/task/%1/schedstat").arg(syscall(SYS_gettid)));
    return stat.split(' ').value(1).toLongLong();
}

/// Real time less what the thread waited for a processor: computing, or blocked.
class OwnClock {
public:
    OwnClock() { restart(); }
    void restart() {
        waited_ = waitedForProcessor();
        clock_.start();
    }
    double ms() const { return static_cast<double>(clock_.nsecsElapsed() - (waitedForProcessor() - waited_)) / 1e6; }

private:
    QElapsedTimer clock_;
    qint64 waited_ = 0;
};

/// The longest time between two turns of the event loop while it lives.
class GapMeter : public QObject {
public:
    GapMeter() {
        beat_.setInterval(0);
        connect(&beat_, &QTimer::timeout, this, [this] {
            longest_ = std::max(longest_, gap_.ms());
            gap_.restart();
        });
        gap_.restart();
        beat_.start();
    }
    double longestMs() const { return std::max(longest_, gap_.ms()); }

private:
    QTimer beat_;
    OwnClock gap_;
    double longest_ = 0;
};

constexpr double kLongestGapMs = 100;
constexpr int kFirstSampleMs = 15'000;

}  // namespace

class ResponsivenessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        test::isolate();
        if (test::contentsOf("/proc/self/schedstat").isEmpty()) QSKIP("needs the kernel's schedstat, to leave out the time of others");
    }

    void startsOnTalowaWithinASecond() {
        OwnClock clock;
        MainWindow window;
        window.show();
        window.openExample(":/scenarios/talowa.yaml");
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.grab();
        const double ms = clock.ms();
        qInfo("started in %.0f ms", ms);
        QVERIFY(ms < 1000);
    }

    /// Starting the run, the first samples, growing charts, the canvas while it runs, and stopping.
    void neverBlocksWhileHalfAMillionUsersRun() {
        MainWindow window;
        window.show();
        window.openExample(":/scenarios/talowa.yaml");
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.workspace().setVariant("target");
        window.workspace().setLoad(500e3);
        window.setMode(MainWindow::watch);
        QCoreApplication::processEvents();
        RunController& runs = window.workspace().runs();
        QSignalSpy grew(&runs, &RunController::grew);
        const GapMeter gaps;
        window.runSimulation();
        QVERIFY2(grew.wait(kFirstSampleMs), "no sample has come");
        Chart* users = window.watchView().chart(CourseChart::users);
        QTRY_VERIFY(!users->isHidden() && users->plot().drawnPoints() > 0);
        QVERIFY(window.workspace().course()->growing);
        window.setMode(MainWindow::design);
        QTRY_VERIFY(window.workspace().figures().source == SystemFigures::Source::growing || runs.isIdle());
        runs.stop();
        QTRY_VERIFY_WITH_TIMEOUT(runs.isIdle(), test::kPatienceMs);
        qInfo("longest gap %.0f ms over %d updates", gaps.longestMs(), static_cast<int>(grew.size()));
        QVERIFY(gaps.longestMs() < kLongestGapMs);
        window.workspace().document().undoStack().setClean();
    }
};

QTEST_MAIN(ResponsivenessTest)
#include "tst_responsiveness.moc"
