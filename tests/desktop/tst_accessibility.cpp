// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/component_item.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/window/outline_model.h"
#include "tests/desktop/window_test.h"

#include <QAccessible>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QTabBar>
#include <QTextBrowser>

using namespace headroom;
using namespace headroom::desktop;

namespace {

/// Parts of another widget, which has the name and the focus for them.
bool isInner(const QWidget& widget) {
    const auto* parent = widget.parentWidget();
    return parent != nullptr && (qobject_cast<const QAbstractSpinBox*>(parent) != nullptr || qobject_cast<const QComboBox*>(parent) != nullptr);
}

/// That of the docks has no tab, and no room, where the docks are hidden.
bool isEmptyTabBar(const QWidget& widget) {
    const auto* tabs = qobject_cast<const QTabBar*>(&widget);
    return tabs != nullptr && tabs->count() == 0;
}

bool takesTab(const QWidget& widget, const QWidget& window) {
    if (isEmptyTabBar(widget)) return false;
    return widget.window() == &window && widget.isVisibleTo(&window) && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 &&
           widget.focusProxy() == nullptr && !isInner(widget);
}

QString wordsFor(const QWidget& widget) {
    return QStringLiteral("%1 “%2” in %3").arg(QLatin1String(widget.metaObject()->className()), widget.objectName(),
                                               widget.parentWidget() ? QLatin1String(widget.parentWidget()->metaObject()->className()) : QLatin1String("nothing"));
}

}  // namespace

/// Whoever works with keys, or with a screen reader, gets everywhere and is told where that is.
class AccessibilityTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    QList<QWidget*> stops() const {
        QList<QWidget*> found;
        for (QWidget* one : window_->findChildren<QWidget*>())
            if (takesTab(*one, *window_)) found << one;
        return found;
    }

    static void addModes() {
        QTest::addColumn<int>("mode");
        const char* names[] = {"home", "design", "watch", "limits", "cost", "compare", "data", "report"};
        for (int mode = MainWindow::home; mode <= MainWindow::report; ++mode) QTest::newRow(names[mode]) << mode;
    }

    void goTo(int mode) {
        window_->setMode(static_cast<MainWindow::Mode>(mode));
        QCoreApplication::processEvents();
    }

private slots:
    void initTestCase() {
        test::isolate();
        window_ = std::make_unique<MainWindow>();
        window_->resize(1280, 800);
        QVERIFY(test::showActive(*window_));
        window_->openFile(test::shortShop(folder_));
        QSignalSpy finished(&window_->workspace().runs(), &RunController::finished);
        window_->workspace().run();
        QVERIFY(finished.wait(test::kPatienceMs));
        QTRY_VERIFY(window_->workspace().runs().isIdle());
    }

    void cleanupTestCase() {
        window_->workspace().document().undoStack().setClean();
        window_.reset();
    }

    void everythingWithFocusHasAName_data() { addModes(); }
    void everythingWithFocusHasAName() {
        QFETCH(int, mode);
        goTo(mode);
        const QList<QWidget*> all = stops();
        QVERIFY(all.size() >= 3);
        QStringList nameless;
        for (QWidget* one : all) {
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(one);
            if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty()) nameless << wordsFor(*one);
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    /// Tab comes by everything that takes it, and back to where it began.
    void tabGoesRound_data() { addModes(); }
    void tabGoesRound() {
        QFETCH(int, mode);
        goTo(mode);
        const QList<QWidget*> all = stops();
        QSet<QWidget*> left(all.begin(), all.end());
        all.front()->setFocus(Qt::TabFocusReason);
        QWidget* const first = window_->focusWidget();
        QVERIFY(first);
        const qsizetype kMost = 3 * all.size() + 60;  // links in texts are stops as well
        QWidget* now = first;
        qsizetype steps = 0;
        do {
            left.remove(now);
            QTest::keyClick(now, Qt::Key_Tab);
            now = window_->focusWidget();
            QVERIFY(now);
        } while (++steps < kMost && !(now == first && left.isEmpty()));
        QStringList missed;
        for (QWidget* one : left) missed << wordsFor(*one);
        QVERIFY2(left.isEmpty(), qPrintable(missed.join(u'\n')));
        QCOMPARE(now, first);
    }

    /// Within one part of the window, Tab goes as one reads: along a row, then to the next.
    void tabFollowsTheEye_data() { addModes(); }
    void tabFollowsTheEye() {
        QFETCH(int, mode);
        goTo(mode);
        const QList<QWidget*> all = stops();
        QStringList wrong;
        for (QWidget* one : all) {
            QWidget* next = one->nextInFocusChain();
            while (next != one && !all.contains(next)) next = next->nextInFocusChain();
            if (next == one || next->parentWidget() != one->parentWidget()) continue;
            const QRect a(one->mapTo(window_.get(), QPoint()), one->size()), b(next->mapTo(window_.get(), QPoint()), next->size());
            const bool sameRow = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) > std::min(a.height(), b.height()) / 2;
            const bool onward = sameRow ? b.left() >= a.left() : b.top() >= a.top();
            const bool wraps = b.top() <= a.top() && all.indexOf(next) < all.indexOf(one);  // round again
            if (!onward && !wraps) wrong << wordsFor(*one) + QStringLiteral(" then ") + wordsFor(*next);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    /// What the canvas paints of a roll-out, the outline says.
    void saysWhatIsRolledOut() {
        QByteArray text = test::contentsOf(test::kShop);
        text.replace("variants:\n", "variants:\n  rolling: {add: {roll_out: {variant: cached, steps: [{at: 1 min, share: 20 %}, {at: 3 min, share: 50 %}]}}}\n");
        window_->openText(text.toStdString(), "Rolling");
        Workspace& workspace = window_->workspace();
        QVERIFY2(!workspace.document().hasErrors(), workspace.document().diagnostics().empty() ? "" : workspace.document().diagnostics().front().found.c_str());
        const ComponentItem* cache = window_->designView().scene().component("posts_cache");
        QVERIFY(cache && !cache->twin().exists());
        workspace.setVariant("rolling");
        cache = window_->designView().scene().component("posts_cache");
        QTRY_VERIFY(cache->twin().exists());
        QCOMPARE(cache->twin().text(), QStringLiteral("cached 50 %"));
        QVERIFY2(cache->toolTip().contains("cached"), qPrintable(cache->toolTip()));
        QVERIFY(!window_->designView().scene().component("mail")->twin().exists());
        OutlineTreeModel& outline = window_->outline();
        const QString spoken = outline.indexOf("posts_cache").data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains("cached 50 %"), qPrintable(spoken));
    }

    /// Components that only the variant has stand beside the others, and cannot be changed from here.
    void showsWhatOnlyTheVariantHas() {
        QByteArray text = test::contentsOf(test::kShop);
        text.replace("variants:\n", "variants:\n  texting:\n    add: {components: {sms: {type: external, latency: 30 ms}}}\n"
                                    "    set: {api.operations.like: [{work: exp(2 ms)}, {call: {to: sms, operation: send}}]}\n"
                                    "  rolling: {add: {roll_out: {variant: texting, steps: [{at: 1 min, share: 20 %}]}}}\n");
        window_->openText(text.toStdString(), "Rolling");
        Workspace& workspace = window_->workspace();
        QVERIFY2(!workspace.document().hasErrors(), workspace.document().diagnostics().empty() ? "" : workspace.document().diagnostics().front().found.c_str());
        const ArchitectureScene& scene = window_->designView().scene();
        QVERIFY(!scene.component("sms"));
        workspace.setVariant("rolling");
        const ComponentItem* sms = scene.component("sms");
        QVERIFY(sms && scene.call("api", "sms"));
        QVERIFY2(sms->toolTip().contains("texting"), qPrintable(sms->toolTip()));
        QVERIFY(!sms->flags().testFlag(QGraphicsItem::ItemIsMovable) && !sms->flags().testFlag(QGraphicsItem::ItemIsSelectable));
        QVERIFY(scene.component("api")->flags().testFlag(QGraphicsItem::ItemIsMovable));
        workspace.setVariant("texting");
        QVERIFY(scene.component("sms")->flags().testFlag(QGraphicsItem::ItemIsMovable));
        workspace.setVariant({});
        QVERIFY(!scene.component("sms"));
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
