// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archive.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/run/run_filing.h"
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/filed_runs_panel.h"
#include "app/desktop/views/imports_panel.h"
#include "app/desktop/views/report_view.h"
#include "app/desktop/views/report_preview.h"
#include "app/desktop/views/table_copy.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/watch/measured_panel.h"
#include "app/desktop/watch/watch_view.h"
#include "app/desktop/window/banner.h"
#include "tests/desktop/window_test.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDialog>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

using namespace headroom;
using namespace headroom::desktop;

namespace {

/// Requests to `api`, each with a query of `db`.
QByteArray traces(int count) {
    const auto span = [](int trace, const char* id, const char* parent, const char* name, int kind, qint64 from, qint64 until, const char* more) {
        return QStringLiteral(R"({"traceId":"%1","spanId":"%2","parentSpanId":"%3","name":"%4","kind":%5,"startTimeUnixNano":"%6","endTimeUnixNano":"%7","attributes":[%8]})")
            .arg(trace, 4, 10, QLatin1Char('0')).arg(QLatin1String(id), QLatin1String(parent), QLatin1String(name)).arg(kind).arg(from).arg(until).arg(QLatin1String(more));
    };
    QStringList spans;
    for (int i = 0; i < count; ++i) {
        const qint64 at = 1'700'000'000'000'000'000 + i * 50'000'000LL;
        spans << span(i, "01", "", "GET /feed", 2, at, at + 30'000'000, "")
              << span(i, "02", "01", "SELECT", 3, at + 5'000'000, at + 20'000'000, R"({"key":"db.system","value":{"stringValue":"postgresql"}})");
    }
    return QStringLiteral(R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"api"}}]},"scopeSpans":[{"scope":{"name":"x"},"spans":[%1]}]}]})")
        .arg(spans.join(u',')).toUtf8();
}

void drop(MainWindow& window, const QString& path) {
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

}  // namespace

/// What was run and measured before, in the Data view and from there.
class ArchiveViewTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    FiledRunsPanel& filed() { return window_->dataView().filed(); }

    void runAt(double load) {
        QSignalSpy filed(window_->filing(), &RunFiling::filed);
        window_->workspace().setLoad(load);
        window_->workspace().run();
        QTRY_COMPARE_WITH_TIMEOUT(filed.count(), 1, test::kPatienceMs);
    }
    std::vector<std::int64_t> idsOf() {
        std::vector<std::int64_t> ids;
        for (const archive::Run& run : archive::Archive(qPrintable(folder_.filePath("archive.sqlite"))).runs(10)) ids.push_back(run.id);
        return ids;
    }

private slots:
    void initTestCase() {
        test::isolate();
        qputenv("HEADROOM_ARCHIVE", folder_.filePath("archive.sqlite").toUtf8());
        window_ = std::make_unique<MainWindow>();
        window_->resize(1280, 800);
        window_->show();
        window_->openFile(test::shortShop(folder_));
        QVERIFY(window_->filing());
    }

    void cleanupTestCase() {
        window_->workspace().document().undoStack().setClean();
        window_.reset();
    }

    void listsWhatRan() {
        QAbstractItemModelTester sound(&filed().runs());
        runAt(1000);
        runAt(2000);
        window_->setMode(MainWindow::data);
        QTRY_COMPARE(filed().runs().rowCount(), 2);
        QStringList texts;
        for (int column = 0; column < filed().runs().columnCount(); ++column) texts << filed().runs().index(0, column).data().toString();
        QVERIFY2(texts.contains("A small shop"), qPrintable(texts.join(u'|')));
        QVERIFY2(texts.contains(QStringLiteral("2\u202f000 users")) || texts.join(u'|').contains("000 users"), qPrintable(texts.join(u'|')));
    }

    void holdsThemAgainstEachOther() {
        filed().view().selectAll();
        window_->dataView().findChild<QPushButton*>("compareFiled")->click();
        QTRY_VERIFY(window_->findChild<QDialog*>("filedComparison"));
        auto* dialog = window_->findChild<QDialog*>("filedComparison");
        QVERIFY(dialog->findChild<QTableView*>()->model()->rowCount() > 5);
        QCOMPARE(dialog->findChild<QTableView*>()->model()->columnCount(), 4);
        dialog->close();
    }

    void exportsOne() {
        const std::int64_t id = idsOf().front();
        for (const QString& name : {QStringLiteral("a.json"), QStringLiteral("a.csv"), QStringLiteral("a.om"), QStringLiteral("a.yaml")}) filed().exportTo(id, folder_.filePath(name));
        QTRY_VERIFY(!filed().isBusy());
        QVERIFY(test::contentsOf(folder_.filePath("a.json")).startsWith("{"));
        QVERIFY(test::contentsOf(folder_.filePath("a.csv")).contains("workload.throughput"));
        QVERIFY(test::contentsOf(folder_.filePath("a.om")).trimmed().endsWith("# EOF"));
        QCOMPARE(test::contentsOf(folder_.filePath("a.yaml")).toStdString(), window_->workspace().document().text());
    }

    /// The window opened anew shows the last run of the scenario at once, until it is run again or is another text.
    void showsTheLastRunOnOpening() {
        MainWindow again;
        again.resize(1280, 800);
        again.show();
        again.openFile(folder_.filePath("shop.yaml"));
        again.setMode(MainWindow::watch);
        Workspace& workspace = again.workspace();
        auto* note = again.findChild<QLabel*>("earlierRun");
        QTRY_VERIFY(workspace.course());
        QVERIFY(!workspace.shownRun());
        QVERIFY2(note->isVisible() && note->text().contains("000 users"), qPrintable(note->text()));
        again.watchView().updateAll();
        QVERIFY(again.watchView().chart(CourseChart::throughput)->isVisible());
        QCOMPARE(workspace.course()->endSeconds, 60.0);
        workspace.setMoment(30);
        QVERIFY(workspace.figures().components.contains("api"));
        workspace.setVariant("cached");
        QTest::qWait(0);
        QVERIFY(!workspace.course() && !note->isVisible());
        workspace.setVariant({});
        QTRY_VERIFY(workspace.course());
        QSignalSpy finished(&workspace.runs(), &RunController::finished);
        again.runSimulation();
        QVERIFY(finished.wait(test::kPatienceMs));
        QVERIFY(workspace.shownRun() && !note->isVisible());
        QTRY_VERIFY(!again.filing()->isBusy());
        archive::Archive(qPrintable(folder_.filePath("archive.sqlite"))).deleteRuns({idsOf().front()});
    }

    void deletesAndUndoes() {
        filed().remove(idsOf());
        QTRY_COMPARE(filed().runs().rowCount(), 0);
        QVERIFY(idsOf().empty());
        filed().undoRemove();
        QTRY_COMPARE(filed().runs().rowCount(), 2);
        QCOMPARE(idsOf().size(), std::size_t{2});
        archive::Archive archive(qPrintable(folder_.filePath("archive.sqlite")));
        QVERIFY2(!archive.seriesOfRun(idsOf().front()).empty(), "with what they had");
        QCOMPARE(archive.run(idsOf().front()).load, 2000.0);
    }

    /// What could not be filed again is not lost with that: the link is still there.
    void undoesWhenTheArchiveIsBack() {
        const QString file = folder_.filePath("archive.sqlite"), aside = folder_.filePath("aside.sqlite");
        filed().remove(idsOf());
        QTRY_COMPARE(filed().runs().rowCount(), 0);
        QTRY_VERIFY(!filed().isBusy());
        auto* note = filed().findChild<QLabel*>("filedRunsNote");
        QVERIFY(QFile::rename(file, aside));
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(QByteArray(8192, 'x')) > 0);
        broken.close();
        filed().undoRemove();
        QTRY_VERIFY(!filed().isBusy());
        QTRY_VERIFY2(!note->text().contains("2") && note->text().contains("undo"), qPrintable(note->text()));
        QVERIFY(QFile::remove(file) && QFile::rename(aside, file));
        filed().undoRemove();
        QTRY_COMPARE(filed().runs().rowCount(), 2);
        QVERIFY(!note->text().contains("undo"));
    }

    void copiesNumbersAsTheyAre() {
        auto* runs = window_->dataView().findChild<QTableView*>("runs");
        runs->selectRow(0);
        runs->setFocus();
        for (QAction* action : runs->actions()) action->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        const sim::RunResult& result = window_->workspace().runs().runs().back()->result;
        const sim::Estimate& p95 = result.workload.figures.at(model::Metric::responseTime, model::Statistic::p95);
        const QStringList header = lines.value(0).split(u'\t'), cells = lines.value(1).split(u'\t');
        QCOMPARE(cells.value(header.indexOf("p95 (s)")).toDouble(), *p95.value);
        QCOMPARE(cells.value(header.indexOf("p95 ± (s)")).toDouble(), *p95.halfWidth);
        QCOMPARE(cells.value(header.indexOf("Errors (share)")).toDouble(), *result.workload.figures.at(model::Metric::errorRatio).value);
        QCOMPARE(cells.value(header.indexOf("Events")).toDouble(), static_cast<double>(result.events));
    }

    void leavesPartsOfTheReportOut() {
        window_->setMode(MainWindow::report);
        QListWidget& sections = window_->reportView().sections();
        const auto found = sections.findItems("Assumptions", Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        const auto shows = [&](const QString& text) { return window_->reportView().preview().toPlainText().contains(text); };
        QVERIFY(shows("The scenario states none.") && shows("To run it again"));
        found.front()->setCheckState(Qt::Unchecked);
        QVERIFY(!shows("The scenario states none.") && shows("To run it again"));
        const QString page = folder_.filePath("short.md");
        QCOMPARE(window_->reportView().exportTo(page), QString());
        QVERIFY(!test::contentsOf(page).contains("The scenario states none.") && test::contentsOf(page).contains("To run it again"));
        sections.findItems("Assumptions", Qt::MatchExactly).front()->setCheckState(Qt::Checked);
        QVERIFY(shows("The scenario states none."));
    }

    void opensOneAsItRan() {
        filed().open(idsOf().back());
        QTRY_COMPARE(window_->mode(), MainWindow::design);
        QVERIFY(window_->workspace().document().displayName().contains("A small shop"));
        QCOMPARE(window_->workspace().load(), 1000.0);
        QVERIFY(window_->workspace().runs().runs().empty());
    }

    /// Nothing of the opened scenario has run.
    void showsWhatWasMeasuredAlone() {
        ScenarioDocument& document = window_->workspace().document();
        document.openCopy(document.text() + "# never run\n", "another");
        QVERIFY(!window_->workspace().course());
        filed().showOver(idsOf().back());
        QTRY_COMPARE(window_->mode(), MainWindow::watch);
        window_->watchView().updateAll();
        MeasuredPanel& panel = window_->watchView().measuredPanel();
        QVERIFY(panel.isVisible());
        QVERIFY(panel.charts().size() > 3);
        QVERIFY(panel.charts().front()->plot().drawnPoints() > 5);
        for (const CourseChart which : kCourseCharts) QVERIFY(window_->watchView().chart(which)->isHidden());
        Measurements::of(window_->workspace()).clear();
        window_->watchView().updateAll();
        QVERIFY(!panel.isVisible());
    }

    void proposesAScenarioByTraces() {
        QFile file(folder_.filePath("spans.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(traces(200));
        file.close();
        window_->workspace().document().undoStack().setClean();
        window_->openFile(folder_.filePath("shop.yaml"));
        drop(*window_, file.fileName());
        QTRY_COMPARE(window_->workspace().document().displayName(), QStringLiteral("spans"));
        QVERIFY(!window_->workspace().document().hasErrors());
        QVERIFY(window_->workspace().scenario());
        QCOMPARE(window_->mode(), MainWindow::design);
        QVERIFY(window_->banner().sentence().contains("spans"));
    }
};

QTEST_MAIN(ArchiveViewTest)
#include "tst_archive_view.moc"
