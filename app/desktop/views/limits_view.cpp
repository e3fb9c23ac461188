// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/limits_view.h"

#include "app/desktop/base/text.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/views/capacity_charts.h"
#include "app/desktop/views/forecast_panel.h"
#include "app/desktop/views/size_panel.h"
#include "app/desktop/views/tornado.h"
#include "app/desktop/window/workspace.h"
#include "app/report/capacity_report.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"
#include "sim/study/theory_limit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr int kPoints = 9;
constexpr int kTheoryPoints = 33;
constexpr int kMostRuns = 8;
constexpr std::size_t kMostBars = 12;

double loadOf(const RunPtr& run) { return report::loadOf(run->scenario).peak; }

RunPtr recordOf(const model::Scenario& scenario, double load, sim::RunResult result) {
    return std::make_shared<const report::RunRecord>(report::RunRecord{sim::withLoad(scenario, load), std::move(result)});
}

/// The component's name as a link where the sentence has it first.
QString linked(QString html, const std::string& component) {
    const QString name = toQt(component).toHtmlEscaped();
    const qsizetype at = name.isEmpty() ? -1 : html.indexOf(name);
    return at < 0 ? html : html.replace(at, name.size(), QStringLiteral("<a href='%1'>%1</a>").arg(name));
}

}  // namespace

std::vector<double> loadsBetween(double from, double to, int count) {
    std::vector<double> loads;
    for (int i = 0; i < count; ++i) {
        const double raw = from * std::pow(to / from, static_cast<double>(i) / (count - 1));
        const double unit = std::pow(10, std::floor(std::log10(raw)) - 2);
        loads.push_back(i == 0 ? from : i + 1 == count ? to : std::round(raw / unit) * unit);
    }
    return loads;
}

LimitsView::LimitsView(Workspace& workspace, QWidget* parent)
    : Page(parent), workspace_(workspace), explore_(new QPushButton(tr("Simulate the curve"))), find_(new QPushButton(tr("Simulate the limit"))),
      stop_(new QPushButton(tr("Stop"))), progress_(new QProgressBar), link_(new ChartLink(this)), tornado_(new Tornado),
      forecast_(new ForecastPanel(workspace)), size_(new SizePanel(workspace)), table_(new ReportTableModel(this)) {
    addHeading(tr("How much it carries, and what gives way first"));
    buildStudyRow();
    sentence_ = addText();
    connect(sentence_, &QLabel::linkActivated, this, &LimitsView::componentAsked);
    buildCharts();
    tornadoHeading_ = addHeading(tr("What moves the limit"));
    tornadoText_ = addText(tr("Each number of the scenario a tenth larger, one at a time, by theory. Click one to change it."));
    column().addWidget(tornado_);
    connect(tornado_, &Tornado::picked, this, [this](const QString& name) { Q_EMIT componentAsked(name.section(u'.', 0, 0)); });
    tableView_ = tableViewOf(*table_, tr("Loads"));
    column().addWidget(tableView_);
    buildPanels();
    column().addStretch(1);
    connect(&workspace_, &Workspace::scenarioChanged, this, &LimitsView::forget);
    show();
}

void LimitsView::buildStudyRow() {
    explore_->setObjectName(QStringLiteral("exploreLimits"));
    explore_->setToolTip(tr("%1 loads, evenly spread over the scenario's range").arg(kPoints));
    find_->setObjectName(QStringLiteral("findLimit"));
    find_->setToolTip(tr("At most %1 loads that close in on the largest at which every objective holds").arg(kMostRuns));
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Progress of the study"));
    auto* row = new QHBoxLayout;
    row->addWidget(find_);
    row->addWidget(explore_);
    row->addWidget(progress_, 1);
    row->addWidget(stop_);
    row->addStretch(0);
    column().addLayout(row);
    progress_->hide();
    stop_->hide();
    connect(explore_, &QPushButton::clicked, this, &LimitsView::explore);
    connect(find_, &QPushButton::clicked, this, &LimitsView::findLimit);
    connect(stop_, &QPushButton::clicked, &task_, &BackgroundTask::stop);
    connect(&task_, &BackgroundTask::progressed, this, [this](double fraction) { progress_->setValue(static_cast<int>(fraction * 1000)); });
    connect(&task_, &BackgroundTask::runningChanged, this, [this] {
        progress_->setVisible(task_.isRunning());
        stop_->setVisible(task_.isRunning());
        explore_->setEnabled(!task_.isRunning());
        find_->setEnabled(!task_.isRunning());
    });
}

/// The response time over the whole width, the others beside each other below it.
void LimitsView::buildCharts() {
    auto* row = new QHBoxLayout;
    for (const CapacityChart which : kCapacityCharts) {
        charts_ << new Chart;
        charts_.back()->setLink(link_);
        charts_.back()->setFixedHeight(which == CapacityChart::responseTime ? 290 : 210);
        if (which == CapacityChart::responseTime) column().addWidget(charts_.back());
        else row->addWidget(charts_.back());
    }
    column().addLayout(row);
}

void LimitsView::buildPanels() {
    addHeading(tr("How long it lasts"));
    addText(tr("When the growing load makes objectives fall, and what to change before: from theory, or checked by simulation."));
    column().addWidget(forecast_);
    addHeading(tr("The cheapest that would do"));
    column().addWidget(size_);
    for (StudyPanel* panel : {static_cast<StudyPanel*>(forecast_), static_cast<StudyPanel*>(size_)})
        connect(panel, &StudyPanel::componentAsked, this, &LimitsView::componentAsked);
}

void LimitsView::showForecast() { ensureWidgetVisible(forecast_); }

void LimitsView::showSize() { ensureWidgetVisible(size_); }

QString LimitsView::text() const { return sentence_->text(); }

bool LimitsView::canStudy() const { return workspace_.scenario() && !workspace_.document().hasErrors(); }

/// What was simulated is of another text or variant.
void LimitsView::forget() {
    task_.stop();
    ++study_;
    points_.clear();
    theory_.clear();
    capacity_.reset();
    stale_ = true;
    show();
    if (isVisible()) estimate();
}

void LimitsView::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (stale_) estimate();
}

/// The curve of theory first, in a blink, then what gives way and what would move it; again when the scenario has changed
/// meanwhile.
void LimitsView::estimate() {
    estimateAgain_ = estimating_.isRunning();
    if (estimateAgain_) return estimating_.stop();
    if (!canStudy()) return;
    stale_ = false;
    estimating_.start([this, scenario = *workspace_.scenario(), study = study_](const std::stop_token& stop, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        std::vector<RunPtr> solved;
        for (const double load : loadsBetween(scenario.workload.rangeFrom, scenario.workload.rangeTo, kTheoryPoints))
            if (!stop.stop_requested()) solved.push_back(recordOf(scenario, load, sim::solve(sim::withLoad(scenario, load)).result));
        estimating_.post([this, solved = std::move(solved), study] {
            if (study != study_) return;
            theory_ = solved;
            show();
        });
        sim::CapacityOptions options;
        options.stop = stop;
        options.mostRuns = 0;
        options.curvePoints = 1;
        auto capacity = std::make_shared<sim::Capacity>(sim::findCapacity(scenario, options));
        return [this, capacity, study] {
            if (estimateAgain_) return estimate();
            if (study == study_ && !capacity->interrupted && !(capacity_ && capacity_->simulated)) takeCapacity(std::move(*capacity));
            if (study == study_) Q_EMIT estimated();
        };
    });
}

void LimitsView::takeCapacity(sim::Capacity capacity) {
    capacity.curve.clear();  // the points are kept as records
    capacity_ = std::move(capacity);
    show();
}

void LimitsView::showProgress(const QString& what, int study) {
    if (study == study_) progress_->setFormat(what + QStringLiteral(" · %p %"));
}

void LimitsView::explore() {
    if (!canStudy() || task_.isRunning()) return;
    points_.clear();
    show();
    showProgress(tr("simulating the curve"), study_);
    task_.start([this, scenario = *workspace_.scenario(), study = study_](const std::stop_token& stop, const BackgroundTask::Report& tell) -> BackgroundTask::Finish {
        const std::vector<double> loads = loadsBetween(scenario.workload.rangeFrom, scenario.workload.rangeTo, kPoints);
        double all = 0, done = 0;
        for (const double load : loads) all += load;
        for (const double load : loads) {
            if (stop.stop_requested()) break;
            const model::Scenario one = sim::withLoad(scenario, load);
            sim::RunResult result = sim::runExperiment(one, {simulationThreads(), stop, [&](const sim::Progress& progress) { tell((done + load * progress.fraction) / all); }});
            done += load;
            if (result.interrupted) break;
            auto run = recordOf(scenario, load, std::move(result));
            task_.post([this, run, study] { addPoint(run, study); });
        }
        return [this] { Q_EMIT finished(); };
    });
}

void LimitsView::findLimit() {
    if (!canStudy() || task_.isRunning()) return;
    showProgress(tr("looking for the limit"), study_);
    task_.start([this, scenario = *workspace_.scenario(), study = study_](const std::stop_token& stop, const BackgroundTask::Report& tell) -> BackgroundTask::Finish {
        sim::CapacityOptions options;
        options.threads = simulationThreads();
        options.stop = stop;
        options.mostRuns = kMostRuns;
        options.curvePoints = 1;
        options.progress = [&tell](double share, const std::string&) { tell(share); };
        options.simulated = [&](double load, const sim::RunResult& result) {
            auto run = recordOf(scenario, load, result);
            task_.post([this, run, study] { addPoint(run, study); });
        };
        auto capacity = std::make_shared<sim::Capacity>(sim::findCapacity(scenario, options));
        return [this, capacity, study] {
            if (study == study_ && !capacity->interrupted) takeCapacity(std::move(*capacity));
            Q_EMIT finished();
        };
    });
}

void LimitsView::addPoint(const RunPtr& point, int study) {
    if (study != study_) return;
    std::erase_if(points_, [&](const RunPtr& other) { return loadOf(other) == loadOf(point); });
    points_.insert(std::ranges::upper_bound(points_, loadOf(point), {}, loadOf), point);
    if (task_.isRunning()) showProgress(tr("loads simulated: %1").arg(points_.size()), study);
    show();
}

/// First how far it goes and what breaks there, then what comes next, and from where this is known.
QString LimitsView::sentences() const {
    if (!capacity_) return theory_.empty() ? tr("Estimating …") : tr("The curve of theory is drawn; looking for what gives way …");
    const std::string& first = capacity_->first.component;
    QString html = QStringLiteral("<p><b>%1</b></p><ul>").arg(linked(localised(toQt(report::capacitySentence(*capacity_))).toHtmlEscaped(), first));
    for (const std::string& detail : report::capacityDetails(*capacity_))
        html += QStringLiteral("<li>%1</li>").arg(linked(localised(toQt(detail)).toHtmlEscaped(), first));
    for (const std::string& note : capacity_->notes) html += QStringLiteral("<li>%1</li>").arg(localised(toQt(note)).toHtmlEscaped());
    const QString source = capacity_->simulated ? tr("Settled by simulation on the same random numbers (runs: %1); the dashed lines are the estimate of queueing theory.").arg(capacity_->runs)
                                                : tr("Estimated by queueing theory; simulate the limit to be sure.");
    return html + QStringLiteral("</ul><p>%1</p>").arg(source);
}

void LimitsView::show() {
    const bool any = canStudy();
    for (Chart* chart : charts_) chart->setVisible(any);
    tableView_->setVisible(any && !points_.empty());
    find_->setVisible(any);
    explore_->setVisible(any);
    showTornado();
    if (!any) return sentence_->setText(tr("The scenario has errors, so nothing can be computed."));
    sentence_->setText(sentences());
    showCharts();
    if (points_.empty()) return;
    std::vector<report::RunRecord> runs;
    for (const RunPtr& point : points_) runs.push_back(*point);
    table_->setTable(report::withoutEmptyColumns(report::pointsTable(runs, {})));
    fitHeight(*tableView_);
}

void LimitsView::showCharts() {
    const LoadCurves curves{points_, theory_};
    for (qsizetype i = 0; i < charts_.size(); ++i) {
        ChartData shown = chartOf(kCapacityCharts[i], curves, capacity_ ? &*capacity_ : nullptr, *workspace_.scenario());
        const bool optional = kCapacityCharts[i] == CapacityChart::cost && shown.lines.empty();
        charts_[i]->setVisible(!optional);
        charts_[i]->setData(std::move(shown));
    }
}

void LimitsView::showTornado() {
    std::vector<TornadoBar> bars;
    if (capacity_)
        for (const sim::Sensitivity& one : capacity_->sensitivities)
            if (bars.size() < kMostBars) bars.push_back({toQt(one.path), one.limitChange});
    for (QWidget* one : {static_cast<QWidget*>(tornadoHeading_), static_cast<QWidget*>(tornadoText_), static_cast<QWidget*>(tornado_)}) one->setVisible(!bars.empty());
    tornado_->setBars(std::move(bars));
}

}  // namespace headroom::desktop
