// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/limits_view.h"

#include "app/desktop/base/text.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/window/workspace.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

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

struct Against {
    model::Metric metric;
    model::Statistic statistic;
    model::Unit unit;
};

double loadOf(const report::RunRecord& run) { return report::loadOf(run.scenario).peak; }

ChartLine lineOf(const std::vector<RunPtr>& points, const QString& name, const std::function<sim::Estimate(const report::RunRecord&)>& figure) {
    auto line = std::make_shared<ChartPoints>();
    for (const RunPtr& point : points) {
        const sim::Estimate estimate = figure(*point);
        line->x.push_back(loadOf(*point));
        line->y.push_back(estimate.value.value_or(std::nan("")));
        line->halfWidth.push_back(estimate.halfWidth.value_or(std::nan("")));
    }
    return {name, line, true, false};
}

struct Curve {
    const std::vector<RunPtr>& simulated;
    const std::vector<RunPtr>& theory;
};

ChartData against(const Curve& curve, const QString& title, const Against& what, const std::vector<std::pair<QString, Against>>& lines) {
    ChartData data;
    data.title = title;
    data.about = title;
    data.unit = what.unit;
    data.across = ChartData::Across::load;
    data.logarithmicX = true;
    for (const auto& [name, one] : lines) {
        const auto figure = [one](const report::RunRecord& run) { return run.result.workload.figures.at(one.metric, one.statistic); };
        if (!curve.theory.empty()) {
            data.lines.push_back(lineOf(curve.theory, LimitsView::tr("%1, estimate").arg(name), figure));
            data.lines.back().estimate = true;
            data.lines.back().marked = false;
        }
        if (!curve.simulated.empty()) data.lines.push_back(lineOf(curve.simulated, name, figure));
    }
    return data;
}

void addRules(ChartData& data, const model::Scenario& scenario, model::Metric metric) {
    for (const model::Slo& slo : scenario.slos) {
        const model::MetricRef& ref = slo.objective.metric;
        if (ref.metric != metric || !ref.operation.empty() || (ref.target != "workload" && ref.target != scenario.workload.entry)) continue;
        const double level = model::magnitude(slo.objective.threshold);
        data.rules.push_back({level, (model::isTime(metric) ? toQt(model::statisticName(ref.statistic)) + QStringLiteral(" < ") : QStringLiteral("< ")) + valueText(level, data.unit)});
    }
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
    : Page(parent), workspace_(workspace), explore_(new QPushButton(tr("Simulate the curve"))), stop_(new QPushButton(tr("Stop"))),
      progress_(new QProgressBar), link_(new ChartLink(this)), table_(new ReportTableModel(this)) {
    addHeading(tr("How much it carries, and what gives way first"));
    explore_->setObjectName(QStringLiteral("exploreLimits"));
    progress_->setRange(0, 1000);
    auto* row = new QHBoxLayout;
    row->addWidget(explore_);
    row->addWidget(progress_, 1);
    row->addWidget(stop_);
    row->addStretch(0);
    column().addLayout(row);
    sentence_ = addText();
    for (int i = 0; i < 3; ++i) {
        charts_ << new Chart;
        charts_.back()->setLink(link_);
        charts_.back()->setFixedHeight(i == 0 ? 280 : 200);
        column().addWidget(charts_.back());
    }
    tableView_ = tableViewOf(*table_, tr("Loads"));
    column().addWidget(tableView_);
    column().addStretch(1);
    progress_->hide();
    stop_->hide();
    connect(explore_, &QPushButton::clicked, this, &LimitsView::explore);
    connect(stop_, &QPushButton::clicked, &task_, &BackgroundTask::stop);
    connect(&task_, &BackgroundTask::progressed, this, [this](double fraction) { progress_->setValue(static_cast<int>(fraction * 1000)); });
    connect(&task_, &BackgroundTask::runningChanged, this, [this] {
        progress_->setVisible(task_.isRunning());
        stop_->setVisible(task_.isRunning());
        explore_->setEnabled(!task_.isRunning());
    });
    connect(&workspace_, &Workspace::scenarioChanged, this, &LimitsView::forget);
    show();
}

/// What was simulated is of another text or variant.
void LimitsView::forget() {
    task_.stop();
    points_.clear();
    theory_.clear();
    show();
    solveCurve();
}

/// The analytic curve, at once; again when the scenario has changed meanwhile.
void LimitsView::solveCurve() {
    solveAgain_ = solving_.isRunning();
    const auto& scenario = workspace_.scenario();
    if (solveAgain_ || !scenario || workspace_.document().hasErrors()) return;
    std::vector<model::Scenario> scenarios;
    for (const double load : loadsBetween(scenario->workload.rangeFrom, scenario->workload.rangeTo, kTheoryPoints))
        if (auto one = workspace_.document().scenario(workspace_.variant(), load)) scenarios.push_back(std::move(*one));
    solving_.start([this, scenarios = std::move(scenarios)](const std::stop_token& stop, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        std::vector<RunPtr> solved;
        for (const model::Scenario& one : scenarios)
            if (!stop.stop_requested()) solved.push_back(std::make_shared<const report::RunRecord>(report::RunRecord{one, sim::solve(one).result}));
        return [this, solved = std::move(solved)] {
            if (solveAgain_) return solveCurve();
            theory_ = solved;
            show();
        };
    });
}

void LimitsView::explore() {
    const auto& scenario = workspace_.scenario();
    if (!scenario || workspace_.document().hasErrors() || task_.isRunning()) return;
    std::vector<model::Scenario> scenarios;
    for (const double load : loadsBetween(scenario->workload.rangeFrom, scenario->workload.rangeTo, kPoints))
        if (auto one = workspace_.document().scenario(workspace_.variant(), load)) scenarios.push_back(std::move(*one));
    points_.clear();
    show();
    task_.start([this, scenarios = std::move(scenarios)](const std::stop_token& stop, const BackgroundTask::Report& tell) -> BackgroundTask::Finish {
        double all = 0, done = 0;
        for (const model::Scenario& one : scenarios) all += report::loadOf(one).peak;
        for (const model::Scenario& one : scenarios) {
            if (stop.stop_requested()) break;
            const double share = report::loadOf(one).peak / all;
            auto run = std::make_shared<report::RunRecord>();
            run->scenario = one;
            run->result = sim::runExperiment(one, {simulationThreads(), stop, [&](const sim::Progress& progress) { tell(done + share * progress.fraction); }});
            done += share;
            if (run->result.interrupted) break;
            QMetaObject::invokeMethod(this, [this, run] { addPoint(run); }, Qt::QueuedConnection);
        }
        return [this] { Q_EMIT finished(); };
    });
}

void LimitsView::addPoint(const RunPtr& point) {
    if (task_.isRunning()) points_.push_back(point);
    show();
}

void LimitsView::setPoints(std::vector<RunPtr> points) {
    points_ = std::move(points);
    show();
}

void LimitsView::show() {
    const auto& scenario = workspace_.scenario();
    const bool any = (!points_.empty() || !theory_.empty()) && scenario;
    for (Chart* chart : charts_) chart->setVisible(any);
    tableView_->setVisible(any && !points_.empty());
    if (!any) {
        sentence_->setText(workspace_.document().hasErrors() ? tr("The scenario has errors, so nothing can be computed.")
                                                             : tr("Simulates %1 loads over the scenario's range and shows where its objectives give way.").arg(kPoints));
        return;
    }
    std::vector<report::RunRecord> runs;
    for (const RunPtr& point : points_.empty() ? theory_ : points_) runs.push_back(*point);
    QStringList sentences;
    for (const std::string& sentence : report::overviewOf(runs)) sentences << localised(toQt(sentence)).toHtmlEscaped();
    const QString source = points_.empty() ? tr("Estimated by queueing theory; simulate the curve to be sure.") : tr("Simulated, with %1 intervals; the dashed lines are the estimate of queueing theory.").arg(valueText(points_.front()->result.confidence, model::Unit::share));
    sentence_->setText(QStringLiteral("<b>%1</b><br>%2").arg(sentences.join(QStringLiteral("<br>")), source));
    showCharts();
    if (points_.empty()) return;
    table_->setTable(report::withoutEmptyColumns(report::pointsTable(runs, {})));
    fitHeight(*tableView_);
}

void LimitsView::showCharts() {
    const auto& scenario = workspace_.scenario();
    const Curve curve{points_, theory_};
    using enum model::Metric;
    using model::Statistic;
    const Against p95{responseTime, Statistic::p95, model::Unit::seconds}, median{responseTime, Statistic::p50, model::Unit::seconds};
    const Against errors{errorRatio, Statistic::mean, model::Unit::share}, answered{throughput, Statistic::mean, model::Unit::perSecond};
    ChartData times = against(curve, tr("Response time against the load"), p95, {{QStringLiteral("p95"), p95}, {QStringLiteral("p50"), median}});
    times.logarithmicY = true;
    addRules(times, *scenario, responseTime);
    ChartData failures = against(curve, tr("Errors against the load"), errors, {{tr("errors"), errors}});
    failures.reachesUpTo = 0.001;
    addRules(failures, *scenario, errorRatio);
    ChartData output = against(curve, tr("Throughput against the load"), answered, {{tr("answered"), answered}});
    ChartData* all[] = {&times, &failures, &output};
    for (int i = 0; i < 3; ++i) {
        all[i]->xFrom = scenario->workload.rangeFrom;
        all[i]->xTo = scenario->workload.rangeTo;
        charts_[i]->setData(std::move(*all[i]));
    }
}

}  // namespace headroom::desktop
