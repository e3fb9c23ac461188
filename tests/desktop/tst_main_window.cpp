// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/call_item.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/component_item.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/design/palette_list.h"
#include "app/desktop/design/source_editor.h"
#include "app/desktop/home/home_view.h"
#include "app/desktop/inspector/inspector.h"
#include "app/desktop/inspector/property_field.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/cost_view.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/views/report_preview.h"
#include "app/desktop/views/report_view.h"
#include "app/desktop/watch/watch_view.h"
#include "app/desktop/window/banner.h"
#include "app/desktop/window/finder.h"
#include "app/desktop/window/help_window.h"
#include "app/desktop/window/problems_model.h"
#include "app/desktop/window/text_comparison.h"
#include "app/desktop/window/time_axis.h"
#include "app/desktop/window/verdict_line.h"
#include "tests/desktop/window_test.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSlider>
#include <QTextBlock>

using namespace headroom;
using namespace headroom::desktop;

/// What a person does with the window, in order, by mouse and keys.
class MainWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    Workspace& workspace() { return window_->workspace(); }
    CanvasView& canvas() { return window_->designView().canvas(); }
    ArchitectureScene& scene() { return window_->designView().scene(); }

    QPoint onScreen(const QString& component, const QPointF& offset = {}) {
        return canvas().mapFromScene(scene().component(component)->pos() + offset);
    }
    void drag(const QPoint& from, const QPoint& to) {
        QTest::mousePress(canvas().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas().viewport(), (from + to) / 2);
        QTest::mouseMove(canvas().viewport(), to);
        QTest::mouseRelease(canvas().viewport(), Qt::LeftButton, {}, to);
    }
    QLineEdit* line(const QString& path) {
        PropertyField* field = window_->inspector().field(path);
        return field ? qobject_cast<QLineEdit*>(field->editor()) : nullptr;
    }
    void type(QLineEdit* field, const QString& text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void openShop() {
        window_->openFile(test::shortShop(folder_));
        canvas().fit();
    }
    void runToTheEnd() {
        QSignalSpy finished(&workspace().runs(), &RunController::finished);
        window_->action("run")->trigger();
        QVERIFY(finished.wait(test::kPatienceMs));
        QTRY_VERIFY(workspace().runs().isIdle());
    }

private slots:
    void initTestCase() { test::isolate(); }

    void init() {
        window_ = std::make_unique<MainWindow>();
        window_->resize(1280, 800);
        QVERIFY(test::showActive(*window_));
    }

    void cleanup() {
        workspace().document().undoStack().setClean();
        window_.reset();
    }

    void opensAShippedSystemWithOneClick() {
        QCOMPARE(window_->mode(), MainWindow::home);
        auto* card = window_->homeView().findChild<QAbstractButton*>("example:talowa.yaml");
        QVERIFY(card);
        QTest::mouseClick(card, Qt::LeftButton);
        QCOMPARE(window_->mode(), MainWindow::design);
        QCOMPARE(scene().components().size(), 10);
        QVERIFY(scene().call("pool", "firestore"));
        QVERIFY(window_->windowTitle().contains("talowa.yaml"));
        QCOMPARE(window_->findChild<QComboBox*>("variantBox")->count(), 1 + static_cast<int>(workspace().document().variants().size()));
    }

    void choosesModesByKeys() {
        for (int mode = MainWindow::home; mode <= MainWindow::report; ++mode) {
            QTest::keyClick(window_.get(), static_cast<Qt::Key>(Qt::Key_1 + mode), Qt::ControlModifier);
            QCOMPARE(static_cast<int>(window_->mode()), mode);
        }
    }

    void addsConnectsAndUndoes() {
        openShop();
        const std::string before = workspace().document().text();
        window_->designView().palette().setCurrentRow(6);
        QTest::keyClick(&window_->designView().palette(), Qt::Key_Return);
        QVERIFY(scene().component("database"));
        QCOMPARE(workspace().selection(), QStringList{"database"});
        canvas().fit();
        drag(onScreen("posts_cache", scene().component("posts_cache")->port()), onScreen("database"));
        QTRY_VERIFY(scene().call("posts_cache", "database"));
        QVERIFY(!scene().call("posts_cache", "db_pool"));
        while (workspace().document().undoStack().canUndo()) window_->action("undo")->trigger();
        QCOMPARE(workspace().document().text(), before);
    }

    void movesByDragAndArrows() {
        openShop();
        const QPointF before = scene().component("db")->pos();
        drag(onScreen("db"), onScreen("db") + QPoint(60, 40));
        const QPointF dragged = scene().component("db")->pos();
        QVERIFY(dragged.x() > before.x() && dragged.y() > before.y());
        QVERIFY(workspace().document().text().find("db: [") != std::string::npos);
        canvas().setFocus();
        const int steps = workspace().document().undoStack().count();
        for (int i = 0; i < 3; ++i) QTest::keyClick(&canvas(), Qt::Key_Right);
        QCOMPARE(scene().component("db")->pos(), dragged + QPointF(30, 0));
        QCOMPARE(workspace().document().undoStack().count(), steps + 1);
    }

    void copiesPastesDeletes() {
        openShop();
        workspace().setSelection({"posts_cache", "db_pool"});
        window_->designView().copy();
        window_->designView().paste();
        QVERIFY(scene().component("posts_cache2") && scene().component("db_pool2"));
        QVERIFY2(scene().call("posts_cache2", "db_pool2"), "calls among copies stay among them");
        QVERIFY(scene().call("db_pool2", "db"));
        QCOMPARE(workspace().selection().size(), 2);
        window_->designView().deleteSelection();
        QVERIFY(!scene().component("posts_cache2"));
        workspace().setSelection({"mail"});
        window_->designView().deleteSelection();
        QVERIFY2(!scene().component("mail") && !workspace().document().hasErrors(), "its calls go with it");
    }

    void editsPropertiesWithUnits() {
        openShop();
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, onScreen("db_pool"));
        QTRY_VERIFY(line("components.db_pool.acquire_timeout"));
        type(line("components.db_pool.acquire_timeout"), "1500ms");
        QTRY_COMPARE(line("components.db_pool.acquire_timeout")->text(), QString("1.5 s"));
        QVERIFY(workspace().document().text().find("acquire_timeout: 1.5 s") != std::string::npos);
        type(line("components.db_pool.size.max"), "many");
        QVERIFY(window_->inspector().field("components.db_pool.size.max")->error().contains("many"));
        QVERIFY(workspace().document().text().find("many") == std::string::npos);
        type(line("components.db_pool.size.max"), "1");
        QTRY_VERIFY2(window_->inspector().field("components.db_pool.size.max")->error().isEmpty() || workspace().document().hasErrors(), "min is 10");
    }

    void renamesInTheInspector() {
        openShop();
        workspace().setSelection({"db"});
        QTRY_VERIFY(window_->inspector().findChild<QLineEdit*>("componentName"));
        type(window_->inspector().findChild<QLineEdit*>("componentName"), "postgres");
        QTRY_VERIFY(scene().component("postgres"));
        QVERIFY(scene().call("db_pool", "postgres"));
        QVERIFY(!workspace().document().hasErrors());
    }

    void variantsShowAndResetTheirOwnValues() {
        openShop();
        workspace().setVariant("scaled");
        workspace().setSelection({"api"});
        QTRY_VERIFY(line("components.api.instances"));
        QCOMPARE(line("components.api.instances")->text(), QString("12"));
        type(line("components.api.cpus"), "6");
        QTRY_VERIFY(workspace().document().text().find("api.cpus: 6") != std::string::npos);
        workspace().setVariant({});
        QTRY_COMPARE(line("components.api.cpus")->text(), QString("2"));
    }

    void sourceAndCanvasAreInStep() {
        openShop();
        window_->action("source")->trigger();
        SourceEditor& source = window_->designView().source();
        QVERIFY(source.isVisible());
        QString text = source.toPlainText();
        text.replace("  mail:", "  post:").replace("to: mail", "to: post");
        source.setPlainText(text);
        source.commit();
        QVERIFY(scene().component("post") && !scene().component("mail"));
        window_->action("undo")->trigger();
        QVERIFY(scene().component("mail"));
        QVERIFY(source.toPlainText().contains("  mail:"));
    }

    void problemsLeadToTheirPlace() {
        openShop();
        workspace().setValue("components.db_pool.to", "nobody", "x");
        QVERIFY(workspace().document().hasErrors());
        QVERIFY(!window_->action("run")->isEnabled());
        QVERIFY(window_->problems().rowCount() > 0);
        QVERIFY(window_->verdictLine().text().contains("errors"));
        window_->showProblem(0);
        QCOMPARE(workspace().selection(), QStringList{"db_pool"});
        window_->action("undo")->trigger();
        QVERIFY(window_->action("run")->isEnabled());
    }

    void theSliderIsAWhatIfUntilKept() {
        openShop();
        auto* slider = window_->findChild<QSlider*>("loadSlider");
        slider->setValue(slider->maximum());
        QCOMPARE(workspace().load(), 4000.0);
        QVERIFY(!workspace().document().isModified());
        auto* field = window_->findChild<QLineEdit*>("loadField");
        type(field, "2.5 k");
        QCOMPARE(workspace().load(), 2500.0);
        QTest::mouseClick(window_->findChild<QAbstractButton*>("keepLoad"), Qt::LeftButton);
        QVERIFY(workspace().document().text().find("users: 2500") != std::string::npos || workspace().document().text().find("users: 2.5 k") != std::string::npos);
        QVERIFY(!workspace().hasWhatIf());
    }

    void runsAndReplays() {
        openShop();
        QSignalSpy grew(&workspace().runs(), &RunController::grew);
        runToTheEnd();
        QVERIFY(workspace().shownRun());
        window_->setMode(MainWindow::watch);
        window_->watchView().updateAll();
        QVERIFY(window_->watchView().chart(CourseChart::responseTime)->plot().drawnPoints() > 5);
        QVERIFY(window_->verdictLine().text().contains("fast"));
        const double whole = workspace().figures().components.value("api").throughput;
        QVERIFY(whole > 0);
        TimeAxis& axis = window_->timeAxis();
        QTest::mouseClick(&axis, Qt::LeftButton, {}, QPoint(static_cast<int>(axis.xOf(12)), 20));
        QVERIFY(std::abs(workspace().moment() - 12) < 1);
        QCOMPARE(workspace().figures().components.value("api").throughput, workspace().course()->at("api.throughput", workspace().moment()));
        QTest::keyClick(&axis, Qt::Key_Escape);
        QCOMPARE(workspace().figures().components.value("api").throughput, whole);
    }

    void pausesAndStops() {
        openShop();
        workspace().setValue("run.duration", "10 h", "x");
        QSignalSpy progressed(&workspace().runs(), &RunController::progressed);
        window_->action("run")->trigger();
        QVERIFY(progressed.wait(test::kPatienceMs));
        window_->action("pause")->trigger();
        QCOMPARE(workspace().runs().state(), RunController::State::paused);
        window_->action("pause")->trigger();
        QCOMPARE(workspace().runs().state(), RunController::State::running);
        window_->action("pause")->trigger();
        window_->action("stop")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(workspace().runs().isIdle(), test::kPatienceMs);
    }

    void findsTheLimit() {
        openShop();
        workspace().setValue("components.db.servers", "4", "x");
        window_->setMode(MainWindow::limits);
        QSignalSpy finished(&window_->limitsView(), &LimitsView::finished);
        window_->limitsView().explore();
        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(window_->limitsView().points().size(), 9u);
        QVERIFY(window_->limitsView().table().rowCount() == 9);
    }

    void comparesVariants() {
        openShop();
        window_->setMode(MainWindow::compare);
        window_->compareView().check({"", "scaled"});
        QSignalSpy finished(&window_->compareView(), &CompareView::finished);
        QTest::mouseClick(window_->findChild<QAbstractButton*>("compareButton"), Qt::LeftButton);
        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(window_->compareView().overview().rowCount(), 2);
        window_->action("audit")->trigger();
        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(window_->compareView().claims().rowCount(), 1);
    }

    void savesReportsAndShowsCosts() {
        openShop();
        workspace().setValue("components.api.price", "{instance_hour: 0.05 USD}", "x");
        runToTheEnd();
        window_->setMode(MainWindow::cost);
        QCOMPARE(window_->costView().parts().rowCount(), 1);
        window_->setMode(MainWindow::report);
        QVERIFY(window_->reportView().preview().pictures() > 3);
        QVERIFY(window_->reportView().preview().toPlainText().contains("A small shop"));
        const QString html = folder_.filePath("report.html"), pdf = folder_.filePath("report.pdf");
        QCOMPARE(window_->reportView().exportTo(html), QString());
        QCOMPARE(window_->reportView().exportTo(pdf), QString());
        QVERIFY(test::contentsOf(html).contains("</html>"));
        QVERIFY(test::contentsOf(pdf).startsWith("%PDF"));
        QVERIFY(window_->save());
        QVERIFY(test::contentsOf(workspace().document().path()).contains("instance_hour: 0.05 USD"));
        QVERIFY(test::contentsOf(workspace().document().path()).contains("# where the canvas puts a node"));
    }

    void findsByName() {
        openShop();
        window_->showFinder();
        auto* finder = window_->findChild<Finder*>("finder");
        QVERIFY(finder);
        QTest::keyClicks(&finder->field(), "posts cache");
        QCOMPARE(finder->found(), 1);
        QTest::keyClick(&finder->field(), Qt::Key_Return);
        QTRY_COMPARE(workspace().selection(), QStringList{"posts_cache"});
    }

    void everyActionSaysWhatItDoes() {
        QSet<QKeySequence> keys;
        for (auto action = window_->allActions().cbegin(); action != window_->allActions().cend(); ++action) {
            QVERIFY2(!action.value()->text().isEmpty(), qPrintable(action.key()));
            QVERIFY2(!action.value()->statusTip().isEmpty(), qPrintable(action.key()));
            const QKeySequence key = action.value()->shortcut();
            QVERIFY2(!key.isEmpty(), qPrintable(action.key()));
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key);
        }
    }

    void helpIsAboutWhatIsShown() {
        openShop();
        window_->setMode(MainWindow::limits);
        window_->action("help")->trigger();
        auto* page = window_->findChild<HelpPage*>();
        QVERIFY(page);
        QCOMPARE(page->source().fileName(), QString("window.md"));
        QCOMPARE(page->source().fragment(), QString("limits"));
        QVERIFY(page->textCursor().block().text().contains("Limits"));
        window_->setMode(MainWindow::design);
        workspace().setSelection({"db"});
        window_->action("help")->trigger();
        QCOMPARE(page->source().fileName(), QString("database.md"));
        delete page->window();
    }

    void comparesWithTheFileOnDisk() {
        openShop();
        workspace().setValue("components.api.instances", "5", "x");
        QFile file(workspace().document().path());
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Append) && file.write("# from elsewhere\n") > 0);
        file.close();
        QTRY_VERIFY(window_->banner().sentence().contains("another program"));
        const auto press = [&](const QString& text) {
            for (auto* button : window_->banner().findChildren<QAbstractButton*>())
                if (button->text() == text) return button->click();
        };
        press("Compare");
        auto* differences = window_->findChild<TextComparison*>("textComparison");
        QVERIFY(differences);
        QVERIFY2(differences->text().contains("+ # from elsewhere") && differences->text().contains("instances: 5"), qPrintable(differences->text()));
        QVERIFY2(!window_->banner().sentence().isEmpty(), "the question is still open");
        delete differences;
        press("Keep mine");
        QVERIFY(workspace().document().text().find("instances: 5") != std::string::npos);
        QVERIFY(window_->banner().sentence().isEmpty());
    }

    void controlsHaveAccessibleNames() {
        openShop();
        workspace().setSelection({"api"});
        QTest::qWait(0);
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool inner = QByteArray(widget->metaObject()->className()).startsWith("QScroll") || widget->objectName().startsWith("qt_") ||
                               qobject_cast<const QLineEdit*>(widget->focusProxy()) || widget->parentWidget()->inherits("QComboBox") || widget->parentWidget()->inherits("QGraphicsView");
            const bool named = !widget->accessibleName().isEmpty() || (button && (!button->text().isEmpty() || !button->toolTip().isEmpty()));
            const bool container = widget->inherits("QScrollArea") || widget->inherits("QTabBar") || widget->inherits("PropertyField") || widget->inherits("QDockWidget") || widget->inherits("headroom::desktop::PropertyField");
            QVERIFY2(named || inner || container, qPrintable(QString(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' + widget->parentWidget()->metaObject()->className() + u' ' + widget->parentWidget()->objectName()));
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
