// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/measured/gap_model.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/import_dialog.h"
#include "app/desktop/views/imports_model.h"
#include "app/desktop/views/imports_panel.h"
#include "app/desktop/views/live_panel.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/watch/measured_panel.h"
#include "app/desktop/watch/watch_view.h"
#include "tests/desktop/window_test.h"
#include "tests/import/prometheus_server.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

#include <cmath>
#include <numeric>

using namespace headroom;
using namespace headroom::desktop;

namespace {

constexpr std::int64_t kDay = 1'700'000'000'000 / 86'400'000 * 86'400'000;

/// `values` a minute, the first at kDay + 1 min.
archive::Series seriesOf(const std::string& name, model::Unit unit, const std::vector<double>& values) {
    archive::Series series{{name, {}, unit}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) series.points.push_back({kDay + static_cast<std::int64_t>(i + 1) * 60'000, values[i]});
    return series;
}

/// A run of `values.size()` minutes with one series.
CoursePtr courseWith(const std::string& name, const std::vector<double>& values, double warmUp = 0) {
    return std::make_shared<const Course>(Course{{{name, model::Unit::count, values}}, 60, 60.0 * static_cast<double>(values.size()), warmUp, false});
}

}  // namespace

/// Production beside the model, in the window.
class LiveViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void gapsAreMeansOfTheNewest();
    void gapsOpenAndClose();
    void alignsTheRunWithTheMeasurement();
    void modelsAreSound();
    void saysWhatItWillSend();
    void showsWhatAServerMeasures();
    void losesNothingOfARealServer();
    void importsADroppedFile();
    void leavesNothingOfACancelledImport();
    void replaysAndCalibrates();

private:
    void openShop(MainWindow& window);
    void addRun(Workspace& workspace);
    QTemporaryDir folder_;
};

void LiveViewTest::initTestCase() {
    desktop::test::isolate();
    qputenv("HEADROOM_ARCHIVE", folder_.filePath("archive.sqlite").toUtf8());
    qunsetenv("HEADROOM_PROMETHEUS_TOKEN");
    qunsetenv("HEADROOM_PROMETHEUS_USER");
}

void LiveViewTest::openShop(MainWindow& window) {
    window.workspace().document().open(desktop::test::shortShop(folder_));
    QVERIFY(window.workspace().scenario());
}

void LiveViewTest::addRun(Workspace& workspace) {
    workspace.run();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.runs().isIdle() && workspace.shownRun(), desktop::test::kPatienceMs);
}

void LiveViewTest::gapsAreMeansOfTheNewest() {
    const auto course = courseWith("p95(api.response_time)", {9, 9, 0.1, 0.2, 0.171, 0.171}, 120);
    const Gap gap = gapOf(seriesOf("p95(api.response_time)", model::Unit::seconds, {1, 1, 1, 1, 0.182, 0.182}), *course, kDay, {0.2, 2});
    QCOMPARE(gap.measured, 0.182);
    QCOMPARE(gap.simulated, 0.171);
    QCOMPARE(*gap.relative, (0.171 - 0.182) / 0.182);
    QVERIFY(!gap.parted);
    QCOMPARE(gapText(gap), QString("−6.0 %"));
    const Gap none = gapOf(seriesOf("api.utilisation", model::Unit::share, {1}), *course, kDay, {});
    QVERIFY(std::isnan(none.measured) && !none.relative && !none.parted);
    // Between samples of the run: their mean.
    QCOMPARE(simulatedOver(*course, course->series[0], 120, 240), (0.1 + 0.2) / 2);
    QCOMPARE(simulatedOver(*course, course->series[0], 239, 240), 0.2);
    QVERIFY(std::isnan(simulatedOver(*course, course->series[0], 3600, 3660)));
}

void LiveViewTest::gapsOpenAndClose() {
    const auto course = courseWith("workload.throughput", std::vector<double>(10, 100));
    const auto gapAfter = [&](const std::vector<double>& values) { return gapOf(seriesOf("workload.throughput", model::Unit::perSecond, values), *course, kDay, {0.2, 3}); };
    QVERIFY(!gapAfter({100, 100, 100, 60}).parted);  // one of three is no more than noise
    const Gap open = gapAfter({100, 100, 100, 60, 60, 60, 60});
    QVERIFY(open.parted);
    QCOMPARE(open.sinceMs, kDay + 4 * 60'000 + 60'000);  // with the second 60 the mean of three is 73: 36 % off
    QVERIFY(!gapAfter({50, 50, 50, 100, 100, 100}).parted);
    QVERIFY(gapAfter({0, 0, 0}).parted);  // nothing comes, though the model says something does
    QVERIFY(!gapAfter({0, 0, 0}).relative);
}

void LiveViewTest::alignsTheRunWithTheMeasurement() {
    Measurements measurements;
    measurements.show("a file", {seriesOf("workload.throughput", model::Unit::perSecond, std::vector<double>(20, 1))}, Measurements::Align::beginning);
    QCOMPARE(measurements.zeroMs(600), kDay + 60'000);
    measurements.setAlign(Measurements::Align::newest);
    QCOMPARE(measurements.zeroMs(600), kDay + 20 * 60'000 - 600'000);
    const auto points = measurements.pointsOf(measurements.series()[0], 600);
    QCOMPARE(points->x.front(), 0.0);
    QCOMPARE(points->x.back(), 600.0);
    QCOMPARE(points->size(), std::size_t{11});
    measurements.setAlign(Measurements::Align::timeOfDay);
    QCOMPARE(measurements.zeroMs(600), kDay);
}

void LiveViewTest::modelsAreSound() {
    constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
    Workspace workspace;
    GapTableModel gaps(workspace);
    QAbstractItemModelTester ofGaps(&gaps, kFatal);
    Measurements::of(workspace).show("a file", {seriesOf("workload.throughput", model::Unit::perSecond, {1, 2})}, Measurements::Align::beginning);
    QCOMPARE(gaps.rowCount(), 1);
    QCOMPARE(gaps.index(0, GapTableModel::gap).data().toString(), QString("–"));
    Measurements::of(workspace).clear();
    QCOMPARE(gaps.rowCount(), 0);

    ImportsTableModel imports;
    QAbstractItemModelTester ofImports(&imports, kFatal);
    imports.setImports({{7, "results.jtl", "jmeter", kDay, 3, true}});
    QCOMPARE(imports.index(0, ImportsTableModel::source).data().toString(), QString("results.jtl"));
    imports.setImports({});

    MappingTableModel mapping;
    QAbstractItemModelTester ofMapping(&mapping, kFatal);
    mapping.setMapping({"time", {{"p95 (ms)", "p95 (ms)", model::Unit::count, 1}}});
    QVERIFY(mapping.setData(mapping.index(0, MappingTableModel::series), "p95(workload.response_time)", Qt::EditRole));
    QCOMPARE(mapping.index(0, MappingTableModel::unit).data().toString(), QString("s"));
    QVERIFY(mapping.setData(mapping.index(0, MappingTableModel::factor), 0.001, Qt::EditRole));
    QVERIFY(!mapping.setData(mapping.index(0, MappingTableModel::unit), "parsecs", Qt::EditRole));
    QVERIFY(!mapping.setData(mapping.index(0, MappingTableModel::column), "x", Qt::EditRole));
    QVERIFY(mapping.mapping().columns[0] == (import::CsvColumn{"p95 (ms)", "p95(workload.response_time)", model::Unit::seconds, 0.001}));
}

void LiveViewTest::saysWhatItWillSend() {
    headroom::test::FakeServer server([](const QByteArray& request) { return headroom::test::matrixFor(request, [](double) { return 1; }); });
    MainWindow window;
    openShop(window);
    LivePanel& live = window.dataView().live();
    auto* announcement = live.findChild<QLabel*>("liveAnnouncement");
    auto* connect = live.findChild<QPushButton*>("liveConnect");
    QVERIFY(announcement->text().contains("address"));
    QVERIFY(!connect->isEnabled());
    live.findChild<QLineEdit*>("liveAddress")->setText(server.address());
    live.findChild<QPlainTextEdit*>("liveQueries")->setPlainText("workload.throughput = sum(rate(x[1m]))\nno query");
    QVERIFY2(announcement->text().contains("no query"), qPrintable(announcement->text()));
    QVERIFY(!connect->isEnabled());
    live.findChild<QPlainTextEdit*>("liveQueries")->setPlainText("workload.throughput = sum(rate(x[1m]))");
    QVERIFY2(announcement->text().contains(server.address()) && announcement->text().contains("without credentials") && announcement->text().contains("workload.throughput"),
             qPrintable(announcement->text()));
    QVERIFY(connect->isEnabled());
    qputenv("HEADROOM_PROMETHEUS_TOKEN", "secret");
    live.findChild<QLineEdit*>("liveAddress")->setText("http://elsewhere.example:9090");
    QVERIFY2(announcement->text().startsWith("Nothing will be sent") && !announcement->text().contains("secret"), qPrintable(announcement->text()));
    QVERIFY(!connect->isEnabled());
    live.findChild<QLineEdit*>("liveAddress")->setText(server.address());
    QVERIFY(announcement->text().contains("HEADROOM_PROMETHEUS_TOKEN") && !announcement->text().contains("secret"));
    qunsetenv("HEADROOM_PROMETHEUS_TOKEN");
    QCOMPARE(server.requests.size(), 0);
    window.workspace().document().undoStack().setClean();
}

void LiveViewTest::showsWhatAServerMeasures() {
    MainWindow window;
    openShop(window);
    addRun(window.workspace());
    const auto& values = window.workspace().course()->find("workload.throughput")->values;
    const double simulated = std::accumulate(values.end() - 5, values.end(), 0.0) / 5;
    QVERIFY(simulated > 0);
    headroom::test::FakeServer server([&](const QByteArray& request) { return headroom::test::matrixFor(request, [&](double) { return simulated; }); });
    window.dataView().live().findChild<QLineEdit*>("liveAddress")->setText(server.address());
    window.dataView().live().findChild<QPlainTextEdit*>("liveQueries")->setPlainText("workload.throughput = a\np95(api.response_time) = b");
    auto* step = window.dataView().live().findChild<QComboBox*>("liveStep");
    step->setCurrentIndex(step->findData(5));
    window.show();
    window.setMode(MainWindow::watch);
    window.dataView().live().findChild<QPushButton*>("liveConnect")->click();
    Measurements& measurements = Measurements::of(window.workspace());
    QTRY_COMPARE(measurements.live().state(), LiveSource::State::connected);
    QTRY_COMPARE(measurements.series().size(), std::size_t{2});
    MeasuredPanel& panel = window.watchView().measuredPanel();
    QVERIFY(!panel.isHidden());
    QVERIFY(panel.findChild<QLabel*>("measuredSource")->text().startsWith("Connected to " + server.address()));
    window.watchView().updateAll();
    // Over the simulated line, on its axes, with a style and a name of its own; others in a chart of their own.
    const ChartData& throughput = window.watchView().chart(CourseChart::throughput)->plot().data();
    QCOMPARE(throughput.lines.size(), std::size_t{2});
    QVERIFY(throughput.lines[1].measured && !throughput.lines[0].measured);
    QCOMPARE(throughput.lines[1].name, QString("answered measured"));
    QVERIFY(throughput.lines[1].points->size() >= 4);
    QCOMPARE(throughput.lines[1].points->y.back(), simulated);
    QCOMPARE(panel.charts().size(), 1);
    QCOMPARE(panel.charts()[0]->plot().data().title, QString("p95(api.response_time)"));
    const GapTableModel& gaps = panel.gaps();
    QCOMPARE(gaps.rowCount(), 2);
    // The second is hundreds of seconds where the model has milliseconds: an alert that names it.
    QVERIFY2(panel.alertText().contains("p95(api.response_time): measured ") && panel.alertText().contains("more than 20 % apart since"), qPrintable(panel.alertText()));
    QVERIFY(!panel.alertText().contains("workload.throughput"));
    QVERIFY(std::abs(*gaps.at(0).relative) < 0.2);
    measurements.setThreshold(5000);
    QCOMPARE(panel.alertText(), QString());
    window.dataView().live().findChild<QPushButton*>("liveConnect")->click();
    QCOMPARE(measurements.live().state(), LiveSource::State::off);
    QVERIFY(!measurements.isEmpty());  // what was measured stays to be looked at
    window.workspace().document().undoStack().setClean();
}

void LiveViewTest::losesNothingOfARealServer() {
    if (!headroom::test::hasPrometheus()) QSKIP("prometheus is not installed");
    // Its clock is what is measured: whether a second is missing or there twice can be seen.
    headroom::test::Prometheus server;
    QVERIFY(server.start());
    Measurements measurements;
    LiveSource& live = measurements.live();
    QSignalSpy states(&live, &LiveSource::stateChanged);
    QVERIFY(!live.connectTo({server.address(), {{"workload.throughput", "vector(time())"}}, 1000, 10'000}));
    const auto points = [&] { return measurements.isEmpty() ? std::vector<archive::Point>() : measurements.series()[0].points; };
    QTRY_VERIFY_WITH_TIMEOUT(points().size() >= 10, 20'000);
    QCOMPARE(live.state(), LiveSource::State::connected);
    server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(live.state(), LiveSource::State::unreachable, 20'000);
    QVERIFY2(live.sentence().contains("is unreachable since") && live.sentence().contains("nothing is lost"), qPrintable(live.sentence()));
    const std::size_t before = points().size();
    const std::int64_t lostAt = points().back().ms;
    QVERIFY(server.start());
    QTRY_COMPARE_WITH_TIMEOUT(live.state(), LiveSource::State::connected, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(points().size() >= before + 3, 20'000);
    const auto all = points();
    QVERIFY(all.back().ms > lostAt);
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].ms, all[0].ms + static_cast<std::int64_t>(i) * 1000);
        QCOMPARE(all[i].value, static_cast<double>(all[i].ms) / 1000);
    }
    // The same is in the archive, as an import.
    live.end();
    QTRY_VERIFY(!measurements.filing()->isBusy());
    archive::Archive archive(folder_.filePath("archive.sqlite").toStdString());
    const std::int64_t id = measurements.filing()->import();
    QVERIFY(archive.import(id).complete);
    QCOMPARE(archive.import(id).source, server.address().toStdString());
    const auto filed = archive.seriesOfImport(id);
    QCOMPARE(filed.size(), std::size_t{1});
    QCOMPARE(filed[0].points.size(), points().size());
    QVERIFY(filed[0].points.front().ms == all.front().ms && filed[0].points.back().ms == points().back().ms);
}

void LiveViewTest::importsADroppedFile() {
    QFile file(folder_.filePath("metrics.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time,Requests/s,p95 (ms)\n");
    for (int i = 0; i < 600; ++i) file.write(QByteArray::number(1'704'067'200 + i * 60) + ",100,120\n");
    file.write("rubbish,1,2\n");
    file.close();
    MainWindow window;
    openShop(window);
    window.show();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    // Where a drop goes is decided when the pointer comes in.
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QCOMPARE(window.mode(), MainWindow::data);
    auto* dialog = window.findChild<ImportDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->importButton().isEnabled());
    QVERIFY2(dialog->sentence().contains("guessed"), qPrintable(dialog->sentence()));
    QCOMPARE(dialog->mapping().rowCount(), 2);
    QVERIFY(dialog->mapping().setData(dialog->mapping().index(0, MappingTableModel::series), "workload.throughput", Qt::EditRole));
    QVERIFY(dialog->mapping().setData(dialog->mapping().index(1, MappingTableModel::series), "p95(workload.response_time)", Qt::EditRole));
    QSignalSpy imported(dialog, &ImportDialog::imported);
    dialog->importButton().click();
    QTRY_COMPARE(imported.size(), 1);
    QVERIFY2(dialog->sentence().contains("2 series") && dialog->sentence().contains("Line 602"), qPrintable(dialog->sentence()));
    dialog->reject();
    ImportsPanel& imports = window.dataView().imports();
    QTRY_VERIFY(imports.imports().rowCount() > 0 && imports.imports().at(0).kind == "csv");  // the newest
    QVERIFY(imports.imports().at(0).complete);
    // Shown over a run the same way as a live one.
    addRun(window.workspace());
    imports.showOver(imports.imports().at(0).id);
    QTRY_VERIFY(!Measurements::of(window.workspace()).isEmpty());
    QTRY_COMPARE(window.mode(), MainWindow::watch);
    window.watchView().updateAll();
    QVERIFY(window.watchView().chart(CourseChart::responseTime)->plot().data().lines.back().measured);
    window.workspace().document().undoStack().setClean();
}

void LiveViewTest::leavesNothingOfACancelledImport() {
    const std::string archive = folder_.filePath("cancelled.sqlite").toStdString();
    QFile file(folder_.filePath("large.om"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 400'000; ++i) file.write("requests_total{route=\"/feed\"} " + QByteArray::number(i) + " " + QByteArray::number(1'700'000'000 + i) + "\n");
    file.close();
    ImportDialog dialog(file.fileName(), archive);
    dialog.show();
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    QTRY_VERIFY(dialog.importButton().isEnabled());
    dialog.importButton().click();
    dialog.reject();
    QTRY_COMPARE_WITH_TIMEOUT(rejected.size(), 1, 30'000);
    QVERIFY(!dialog.isBusy());
    QCOMPARE(archive::Archive(archive).imports().size(), std::size_t{0});
}

void LiveViewTest::replaysAndCalibrates() {
    // Production is the model itself: a run of it, filed as an import.
    MainWindow window;
    openShop(window);
    addRun(window.workspace());
    Workspace& workspace = window.workspace();
    const std::string path = folder_.filePath("archive.sqlite").toStdString();
    archive::Archive archive(path);
    const std::int64_t id = archive.begin({0, "made up", "csv", kDay, 0, false});
    std::vector<archive::Series> measured;
    for (const char* name : {"workload.throughput", "db.utilisation", "p95(workload.response_time)"}) {
        archive::Series series{{name, {}, model::unitOf(model::parseMetricRef(name)->metric)}, {}};
        const auto& values = workspace.course()->find(name)->values;
        for (std::size_t i = 0; i < values.size(); ++i)
            series.points.push_back({kDay + std::llround(static_cast<double>(i + 1) * workspace.course()->sampleSeconds * 1000), values[i]});
        measured.push_back(std::move(series));
    }
    archive.append(id, measured);
    archive.finish(id, 0);

    const std::size_t runs = workspace.runs().runs().size();
    QPointer<StudyDialog> replay = window.dataView().imports().study(StudyDialog::Study::replay, id);
    QVERIFY2(replay->sentence().contains("will drive the base") && replay->sentence().contains("does not change"), qPrintable(replay->sentence()));
    replay->goButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(!replay->isBusy(), desktop::test::kPatienceMs);
    QVERIFY2(replay->results().rowCount() == 3, qPrintable(replay->sentence()));
    QCOMPARE(workspace.runs().runs().size(), runs + 1);
    QCOMPARE(Measurements::of(workspace).align(), Measurements::Align::given);
    replay->goButton().click();
    QCOMPARE(window.mode(), MainWindow::watch);

    const std::string text = workspace.document().text();
    QPointer<StudyDialog> calibrate = window.dataView().imports().study(StudyDialog::Study::calibrate, id);
    QVERIFY2(calibrate->sentence().contains("before anything is written"), qPrintable(calibrate->sentence()));
    calibrate->goButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(!calibrate->isBusy(), desktop::test::kPatienceMs);
    QVERIFY2(calibrate->results().rowCount() > 0, qPrintable(calibrate->sentence()));
    QVERIFY(workspace.document().text() == text);
    calibrate->goButton().click();
    QVERIFY(workspace.document().hasVariant("calibrated"));
    QCOMPARE(workspace.variant(), QString("calibrated"));
    QVERIFY(!workspace.document().hasErrors());
    workspace.document().undoStack().undo();
    QVERIFY(workspace.document().text() == text);
    workspace.document().undoStack().setClean();
}

QTEST_MAIN(LiveViewTest)
#include "tst_live_view.moc"
