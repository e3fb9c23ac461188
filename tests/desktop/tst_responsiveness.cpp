// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/design_view.h"
#include "tests/desktop/window_test.h"

#include <QElapsedTimer>
#include <QTimer>

#include <sys/syscall.h>
#include <unistd.h>

using namespace headroom::desktop;

namespace {

/// Nanoseconds that this thread has been ready to run while others had the processors: not the window's doing.
qint64 waitedForProcessor() {
    const QByteArray stat = headroom::desktop::test::contentsOf(QStringLiteral("/proc/self/task/%1/schedstat").arg(syscall(SYS_gettid)));
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

}  // namespace

class ResponsivenessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        test::isolate();
        QVERIFY2(!test::contentsOf("/proc/self/schedstat").isEmpty(), "needs schedstat");
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

    void neverBlocksWhileHalfAMillionUsersRun() {
        MainWindow window;
        window.show();
        window.openExample(":/scenarios/talowa.yaml");
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.workspace().setVariant("target");
        window.workspace().setLoad(500e3);
        QCoreApplication::processEvents();
        OwnClock gap;
        double longest = 0;
        QTimer beat;
        beat.setInterval(0);
        connect(&beat, &QTimer::timeout, this, [&] {
            longest = std::max(longest, gap.ms());
            gap.restart();
        });
        QSignalSpy grew(&window.workspace().runs(), &RunController::grew);
        gap.restart();
        beat.start();
        window.runSimulation();
        constexpr int kUpdates = 3;
        QTRY_VERIFY_WITH_TIMEOUT(grew.size() >= kUpdates || window.workspace().runs().isIdle(), test::kPatienceMs);
        window.setMode(MainWindow::design);
        QTRY_VERIFY_WITH_TIMEOUT(grew.size() >= kUpdates + 1 || window.workspace().runs().isIdle(), test::kPatienceMs);
        window.workspace().runs().stop();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().runs().isIdle(), test::kPatienceMs);
        beat.stop();
        qInfo("longest gap %.0f ms over %d updates", longest, static_cast<int>(grew.size()));
        QVERIFY(longest < 100);
    }
};

QTEST_MAIN(ResponsivenessTest)
#include "tst_responsiveness.moc"
