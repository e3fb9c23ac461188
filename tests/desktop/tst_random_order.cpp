// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/limits_view.h"
#include "tests/desktop/window_test.h"

#include <QAction>

#include <random>

using namespace headroom;
using namespace headroom::desktop;

/// What people do to a window while it works, in any order: start, pause, stop, edit, undo, move the users, open, close.
/// HEADROOM_ACTIONS says how many, HEADROOM_SEED which; under the thread sanitizer it finds what crosses threads unguarded.
class RandomOrderTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file_;
    std::unique_ptr<MainWindow> window_;
    std::mt19937_64 random_;
    int windows_ = 0, runs_ = 0, edits_ = 0;

    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
    Workspace& workspace() { return window_->workspace(); }
    ScenarioDocument& document() { return workspace().document(); }

    void open() {
        window_ = std::make_unique<MainWindow>();
        window_->resize(1100, 760);
        window_->show();
        window_->openFile(file_);
        ++windows_;
    }
    /// As a person closes it, saved; or as the session's end does, in the middle of everything.
    void close() {
        if (below(2) == 0) {
            window_->save();
            window_->close();
        }
        window_.reset();
        open();
    }
    void openAgain() {
        window_->save();  // else it would be asked first
        window_->openFile(file_);
    }
    void edit() {
        const QString path = below(2) == 0 ? QStringLiteral("components.api.instances") : QStringLiteral("components.db.servers");
        edits_ += workspace().setValue(path, QString::number(1 + below(20)), QStringLiteral("Edit")) ? 0 : 1;
    }
    void start() {
        runs_ += workspace().runs().isIdle() ? 1 : 0;
        window_->runSimulation();
    }
    void trigger(const char* name) {
        QAction* action = window_->action(QLatin1String(name));
        if (action->isEnabled()) action->trigger();
    }
    void doSomething() {
        switch (below(20)) {
            case 0: case 1: case 2: return start();
            case 3: return workspace().runs().stop();
            case 4: return workspace().runs().setPaused(below(2) == 0);
            case 5: case 6: case 7: return edit();
            case 8: return document().undoStack().undo();
            case 9: return document().undoStack().redo();
            case 10: case 11: return workspace().setLoad(500 + below(3500));
            case 12: return workspace().setVariant(below(2) == 0 ? QString() : QStringLiteral("cached"));
            case 13: return workspace().setMoment(below(60) - 1);
            case 14: case 15: return window_->setMode(static_cast<MainWindow::Mode>(below(8)));
            case 16: return trigger(below(2) == 0 ? "explore" : "findLimit");
            case 17: return trigger(below(2) == 0 ? "compareRun" : "audit");
            case 18: return below(2) == 0 ? window_->limitsView().stop() : window_->compareView().stop();
            default: return below(3) == 0 ? close() : openAgain();
        }
    }

private slots:
    void initTestCase() {
        desktop::test::isolate();
        file_ = desktop::test::shortShop(folder_);
        QVERIFY(!file_.isEmpty());
        open();
    }
    void survivesAnyOrder();
    void isAsGoodAsNewAfterwards();
    void cleanupTestCase() { window_.reset(); }
};

void RandomOrderTest::survivesAnyOrder() {
    const int asked = qEnvironmentVariableIntValue("HEADROOM_ACTIONS");
    random_.seed(static_cast<std::uint64_t>(qEnvironmentVariableIntValue("HEADROOM_SEED")));
    for (int action = 0; action < (asked > 0 ? asked : 300); ++action) {
        doSomething();
        for (int turn = below(4); turn > 0; --turn) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QVERIFY(workspace().runs().isIdle() || workspace().runs().current() != nullptr);
    }
    qInfo("%d windows, %d runs begun, %d edits", windows_, runs_, edits_);
    QVERIFY(runs_ > 0 && edits_ > 0);
}

void RandomOrderTest::isAsGoodAsNewAfterwards() {
    workspace().runs().setPaused(false);
    workspace().runs().stop();
    window_->limitsView().stop();
    window_->compareView().stop();
    QTRY_VERIFY_WITH_TIMEOUT(workspace().runs().isIdle() && !window_->limitsView().isBusy() && !window_->compareView().isBusy(), desktop::test::kPatienceMs);
    document().undoStack().setIndex(0);
    QVERIFY(!document().isModified() || window_->save());
    workspace().setVariant({});
    workspace().setLoad({});
    const auto before = workspace().runs().runs().size();
    window_->runSimulation();
    QTRY_COMPARE_WITH_TIMEOUT(workspace().runs().runs().size(), before + 1, desktop::test::kPatienceMs);
    QVERIFY(workspace().runs().isIdle());
    QVERIFY(workspace().shownRun() != nullptr);
}

QTEST_MAIN(RandomOrderTest)
#include "tst_random_order.moc"
