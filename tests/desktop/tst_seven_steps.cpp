// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/call_item.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/component_item.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/design/palette_list.h"
#include "app/desktop/home/home_view.h"
#include "app/desktop/inspector/inspector.h"
#include "app/desktop/inspector/property_field.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/cost_view.h"
#include "app/desktop/views/forecast_panel.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/views/report_view.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/watch/watch_view.h"
#include "app/desktop/window/banner.h"
#include "app/desktop/window/finder.h"
#include "app/desktop/window/mode_bar.h"
#include "app/desktop/window/time_axis.h"
#include "app/desktop/window/verdict_line.h"
#include "tests/desktop/window_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>
#include <QSlider>

using namespace headroom;
using namespace headroom::desktop;

/// What a person does with the window from the gallery to the report, in one sitting, by mouse and
/// keys alone: each test goes on where the one before it has left the window.
class SevenStepsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
    QString file_;

    Workspace& workspace() { return window_->workspace(); }
    CanvasView& canvas() { return window_->designView().canvas(); }
    ArchitectureScene& scene() { return window_->designView().scene(); }

    void key(Qt::Key which, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(window_.get(), which, with);
    }
    QPoint onScreen(const QString& component, const QPointF& offset = {}) {
        return canvas().mapFromScene(scene().component(component)->pos() + offset);
    }
    static void drag(QWidget& on, const QPoint& from, const QPoint& to) {
        QTest::mousePress(&on, Qt::LeftButton, {}, from);
        QTest::mouseMove(&on, (from + to) / 2);
        QTest::mouseMove(&on, to);
        QTest::mouseRelease(&on, Qt::LeftButton, {}, to);
    }
    void type(QLineEdit* field, const QString& text) {
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void clickMode(MainWindow::Mode mode) {
        auto* bar = window_->findChild<ModeBar*>();
        QWidget* button = bar->widgetForAction(bar->modes().at(mode));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(window_->mode(), mode);
    }

    /// The small shop for a minute, with a fault and an alert.
    QString troubledShop() {
        QFile file(test::shortShop(folder_));
        if (!file.open(QIODevice::ReadWrite | QIODevice::Append)) return {};
        file.write(
            "\nfaults:\n  - {at: 20 s, slow: db by 3x, for: 15 s}\n"
            "alerts:\n  - {name: slow, when: p95(phone.response_time) > 1 ms, for: 5 s}\n");
        return file.fileName();
    }

private slots:
    void initTestCase() {
        test::isolate();
        QCoreApplication::setOrganizationName("Headroom");
        QCoreApplication::setApplicationName("Seven steps");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        file_ = troubledShop();
        window_ = std::make_unique<MainWindow>();
        window_->resize(1280, 800);
        QVERIFY(test::showActive(*window_));
    }

    void cleanupTestCase() { window_.reset(); }

    void step1_opensFromTheGallery() {
        QCOMPARE(window_->mode(), MainWindow::home);
        const auto cards =
            window_->homeView().findChildren<QAbstractButton*>(QRegularExpression("^example:"));
        QVERIFY2(cards.size() >= 5, "the five shipped systems");
        auto* talowa = window_->homeView().findChild<QAbstractButton*>("example:talowa.yaml");
        QVERIFY(talowa && !talowa->grab().isNull());
        QTest::mouseClick(talowa, Qt::LeftButton);
        QCOMPARE(window_->mode(), MainWindow::design);
        QVERIFY(scene().component("firestore"));
        key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window_->mode(), MainWindow::home);
        auto* blank = window_->homeView().findChild<QAbstractButton*>("newFromBlank");
        QVERIFY(blank);
        QTest::mouseClick(blank, Qt::LeftButton);
        QCOMPARE(scene().components().size(), 1);
        window_->openFile(file_);
        QVERIFY(!workspace().document().hasErrors());
        key(Qt::Key_1, Qt::ControlModifier);
        auto* recent = window_->homeView().findChild<QAbstractButton*>(
            "recent:" + workspace().document().path());
        QVERIFY2(recent, "a file that was opened is listed");
        QTest::mouseClick(recent, Qt::LeftButton);
        QCOMPARE(window_->mode(), MainWindow::design);
        QVERIFY(scene().component("mail"));
    }

    void step2_draws() {
        QTest::keyClick(&canvas(), Qt::Key_F);
        const double before = canvas().zoom();
        QWheelEvent wheel(onScreen("api"), canvas().viewport()->mapToGlobal(onScreen("api")), {},
                          {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas().viewport(), &wheel);
        QVERIFY(canvas().zoom() > before);
        QTest::keyClick(&canvas(), Qt::Key_F);

        QTest::keyClick(&canvas(), Qt::Key_A);
        QVERIFY(window_->designView().palette().hasFocus());
        for (int row = 0; row < window_->designView().palette().count(); ++row)
            if (window_->designView().palette().item(row)->data(Qt::UserRole).toString() ==
                u"external")
                window_->designView().palette().setCurrentRow(row);
        QTest::keyClick(&window_->designView().palette(), Qt::Key_Return);
        QCOMPARE(workspace().selection(), QStringList{"external"});
        QTest::keyClick(&canvas(), Qt::Key_F);
        drag(*canvas().viewport(), onScreen("api", scene().component("api")->port()),
             onScreen("external"));
        // Where there is a choice of operations, a menu asks which of them calls.
        if (QWidget* menu = QApplication::activePopupWidget()) {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        }
        QTRY_VERIFY(scene().call("api", "external"));

        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, onScreen("mail"));
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ControlModifier, onScreen("db"));
        QCOMPARE(QSet<QString>(workspace().selection().begin(), workspace().selection().end()),
                 (QSet<QString>{"mail", "db"}));
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(scene().component("mail")->pos().x(), scene().component("db")->pos().x());
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains("type: database"));
        QTest::keyClick(&canvas(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(scene().component("db2") && scene().component("mail2"));

        key(Qt::Key_K, Qt::ControlModifier);
        auto* finder = window_->findChild<Finder*>("finder");
        QVERIFY(finder);
        QTest::keyClicks(&finder->field(), "posts_cache");
        QTest::keyClick(&finder->field(), Qt::Key_Return);
        QTRY_COMPARE(workspace().selection(), QStringList{"posts_cache"});
        const auto ttl = [&] { return window_->inspector().field("components.posts_cache.ttl"); };
        QTRY_VERIFY(ttl());
        type(qobject_cast<QLineEdit*>(ttl()->editor()), "300 smoots");
        QVERIFY(!ttl()->error().isEmpty());
        type(qobject_cast<QLineEdit*>(ttl()->editor()), "400s");
        QTRY_VERIFY(workspace().document().text().find("ttl: 400 s") != std::string::npos);
        QVERIFY(ttl()->error().isEmpty());
        window_->activateWindow();  // where no window manager does it after a dialog
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        ttl()->editor()->setFocus();
        QTest::keyClick(ttl()->editor(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(workspace().document().text().find("ttl: 400 s") == std::string::npos, "undone from within the field");

        constexpr int kMostSteps = 20;
        for (int i = 0; i < kMostSteps && window_->action("undo")->isEnabled(); ++i) key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!workspace().document().isModified());
        QVERIFY(!scene().component("external") && !scene().component("db2"));
        QVERIFY(window_->action("redo")->isEnabled());
    }

    void step3_movesTheUsers() {
        auto* slider = window_->findChild<QSlider*>("loadSlider");
        const auto busy = [&] { return workspace().figures().components.value("db").utilisation; };
        QTRY_VERIFY_WITH_TIMEOUT(workspace().figures().source == SystemFigures::Source::estimate && busy() > 0,
                                 test::kPatienceMs);
        const double usual = busy();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(workspace().load(), 500.0);
        QTRY_VERIFY_WITH_TIMEOUT(busy() < usual / 2, test::kPatienceMs);
        const double calm = busy();
        const QString verdict = window_->verdictLine().text();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(workspace().load(), 4000.0);
        QTRY_VERIFY_WITH_TIMEOUT(busy() > 2 * calm, test::kPatienceMs);
        QVERIFY(window_->verdictLine().text() != verdict);
        QVERIFY(window_->verdictLine().text().contains("estimate"));
        QVERIFY2(!workspace().document().isModified(), "a what-if is no edit");
        key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!workspace().hasWhatIf());
    }

    void step4_runsPausesAndScrubs() {
        QSignalSpy finished(&workspace().runs(), &RunController::finished);
        clickMode(MainWindow::watch);
        key(Qt::Key_F5);
        QCOMPARE(workspace().runs().state(), RunController::State::running);
        key(Qt::Key_F6);
        if (!workspace().runs().isIdle()) {
            QCOMPARE(workspace().runs().state(), RunController::State::paused);
            QVERIFY(window_->findChild<QLabel*>("remaining")->text().contains("paused"));
            key(Qt::Key_F6);
        }
        QVERIFY(finished.count() > 0 || finished.wait(test::kPatienceMs));
        QTRY_VERIFY(workspace().runs().isIdle());
        window_->watchView().updateAll();
        for (const CourseChart which :
             {CourseChart::users, CourseChart::throughput, CourseChart::responseTime,
              CourseChart::errors, CourseChart::hitRatio})
            QVERIFY(window_->watchView().chart(which)->plot().drawnPoints() > 5);

        TimeAxis& axis = window_->timeAxis();
        QVERIFY(axis.events().size() >= 2);
        QVERIFY(axis.eventsAt(axis.xOf(25)).contains("db by 3x"));
        QVERIFY(axis.accessibleDescription().contains("Alert"));
        drag(axis, QPoint(static_cast<int>(axis.xOf(10)), 20),
             QPoint(static_cast<int>(axis.xOf(27)), 20));
        QVERIFY(std::abs(workspace().moment() - 27) < 1);
        const double slowed = workspace().figures().components.value("db").utilisation;
        QTest::keyClick(&axis, Qt::Key_Home);
        QVERIFY2(workspace().figures().components.value("db").utilisation < slowed,
                 "the canvas shows the moment");
        QTest::keyClick(&axis, Qt::Key_Escape);
        QVERIFY(workspace().moment() < 0);
    }

    void step4_zoomsAndCopiesCharts() {
        Plot& plot = window_->watchView().chart(CourseChart::responseTime)->plot();
        Plot& linked = window_->watchView().chart(CourseChart::throughput)->plot();
        const Range whole = plot.xRange();
        const int middle = plot.viewport()->height() / 2;
        drag(*plot.viewport(), QPoint(plot.viewport()->width() / 3, middle),
             QPoint(plot.viewport()->width() / 2, middle));
        QVERIFY(plot.xRange().width() < whole.width() / 2);
        QCOMPARE(linked.xRange().low, plot.xRange().low);
        const double before = plot.xRange().low;
        QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(plot.xRange().low > before);
        QTest::mouseMove(plot.viewport(), QPoint(plot.viewport()->width() / 2, middle));
        QTRY_VERIFY(plot.readings().size() == 4);
        QVERIFY2(plot.readings().at(1).contains("ms") || plot.readings().at(1).contains(" s"),
                 qPrintable(plot.readings().at(1)));
        QTest::keyClick(&plot, Qt::Key_0);
        QCOMPARE(plot.xRange().width(), whole.width());
        plot.setFocus();
        key(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY2(csv.contains("p95") && csv.count('\n') > 5, qPrintable(csv.left(100)));
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void step5_readsTheVerdict() {
        QVERIFY(window_->verdictLine().text().contains("fast") &&
                window_->verdictLine().text().contains("available"));
        QVERIFY(window_->verdictLine().text().contains("simulated, 95"));
        auto* first = window_->findChild<QLabel*>("verdictBottleneck");
        static const QRegularExpression link("href='([^']+)'");
        const QString component = link.match(first->text()).captured(1);
        QVERIFY2(!component.isEmpty(), qPrintable(first->text()));
        const QPoint onLink(first->width() - 8,
                            first->height() / 2);  // the sentence ends with its link
        QTest::mouseMove(first, onLink);
        QTest::mouseClick(first, Qt::LeftButton, {}, onLink);
        QCOMPARE(window_->mode(), MainWindow::design);
        QCOMPARE(workspace().selection(), QStringList{component});
    }

    void step6_looksAtLimitsForecastCostsAndClaims() {
        clickMode(MainWindow::limits);
        QTRY_VERIFY_WITH_TIMEOUT(window_->limitsView().isEstimated(), test::kPatienceMs);
        QVERIFY(window_->limitsView().theory().size() > 20);
        ForecastPanel& forecast = window_->limitsView().forecast();
        QSignalSpy foreseen(&forecast, &ForecastPanel::finished);
        type(forecast.findChild<QLineEdit*>("forecastGrowth"), "10 %");
        key(Qt::Key_F7, Qt::ControlModifier);
        QVERIFY(foreseen.wait(test::kPatienceMs));
        QVERIFY2(forecast.text().contains("month"), qPrintable(forecast.text()));
        QCOMPARE(forecast.falls().rowCount(), 2);

        clickMode(MainWindow::compare);
        auto* variants = window_->findChild<QListWidget*>("compareVariants");
        for (const int row : {0, 2}) {
            variants->setCurrentRow(row);
            QTest::keyClick(variants, Qt::Key_Space);
        }
        QSignalSpy compared(&window_->compareView(), &CompareView::finished);
        key(Qt::Key_F8);
        QVERIFY(compared.wait(test::kPatienceMs));
        QCOMPARE(window_->compareView().overview().rowCount(), 2);
        key(Qt::Key_F9);
        QVERIFY(compared.wait(test::kPatienceMs));
        QCOMPARE(window_->compareView().claims().rowCount(), 1);

        workspace().setValue("components.api.price", "{instance_hour: 0.05 USD}", "Price");
        clickMode(MainWindow::cost);
        QTRY_COMPARE(window_->costView().parts().rowCount(), 1);
        QTRY_VERIFY(window_->verdictLine().text().contains("a month"));
    }

    void step7_savesExportsAndRecovers() {
        key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!workspace().document().isModified());
        const QByteArray saved = test::contentsOf(file_);
        QVERIFY(saved.contains("instance_hour: 0.05 USD"));
        QVERIFY(saved.contains("# requests that one instance holds at a time") &&
                saved.contains("# where the canvas puts a node"));
        clickMode(MainWindow::report);
        const QString page = folder_.filePath("report.html");
        QCOMPARE(window_->reportView().exportTo(page), QString());
        QVERIFY(test::contentsOf(page).contains("A small shop"));

        workspace().setValue("components.api.instances", "9", "Instances");
        window_->autosave().saveNow();
        const QString side = window_->autosave().sideFile();
        const QByteArray unsaved = test::contentsOf(side);
        QVERIFY(unsaved.contains("instances: 9"));
        workspace().document().undoStack().setClean();
        window_.reset();
        // As after a crash of another process, when nobody takes it away.
        QFile left(QFileInfo(side).dir().filePath("1.json"));
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write(unsaved) == unsaved.size());
        left.close();

        window_ = std::make_unique<MainWindow>();
        window_->resize(1280, 800);
        QVERIFY(test::showActive(*window_));
        QVERIFY2(window_->banner().sentence().contains("shop.yaml"), qPrintable(window_->banner().sentence()));
        const auto press = [&](const QString& text) {
            for (auto* button : window_->banner().findChildren<QAbstractButton*>())
                if (button->text() == text && button->isVisible()) return QTest::mouseClick(button, Qt::LeftButton);
            QFAIL(qPrintable("no button " + text));
        };
        press("Compare");
        auto* differences = window_->findChild<QDialog*>("textComparison");
        QVERIFY(differences && differences->isVisible());
        differences->close();
        press("Recover");
        QVERIFY2(workspace().document().text().find("instances: 9") != std::string::npos, workspace().document().text().c_str());
        QVERIFY(workspace().document().isModified());
        QCOMPARE(workspace().document().path(), file_);
        QVERIFY(window_->save());
        QVERIFY(window_->close());
        QVERIFY(!left.exists());
    }
};

QTEST_MAIN(SevenStepsTest)
#include "tst_seven_steps.moc"
