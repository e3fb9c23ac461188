// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/compare_view.h"

#include "app/cli/audit_runs.h"
#include "app/cli/run_points.h"
#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/views/compared_overview.h"
#include "app/desktop/window/workspace.h"
#include "app/report/audit.h"
#include "app/report/verdict.h"
#include "model/file/scenario_file.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <numeric>

namespace headroom::desktop {

namespace {

/// All runs as one line of charts: the series of that name of each.
ChartData overlaid(const report::ComparedRuns& compared, const char* series, const QString& title, model::Unit unit) {
    ChartData data;
    data.title = title;
    data.about = title;
    data.unit = unit;
    const auto labels = report::labelsOf(compared);
    for (std::size_t i = 0; i < std::min(compared.runs.size(), kMostLines); ++i) {
        const CoursePtr course = courseOf(compared.runs[i].result);
        const sim::Series* found = course->find(series);
        if (found == nullptr) continue;
        auto points = std::make_shared<ChartPoints>();
        for (std::size_t n = 0; n < found->values.size(); ++n) points->x.push_back((static_cast<double>(n) + 0.5) * course->sampleSeconds);
        points->y = found->values;
        data.xTo = std::max(data.xTo, course->endSeconds);
        data.lines.push_back({toQt(labels[i]), points, false, false});
    }
    return data;
}

}  // namespace

CompareView::CompareView(Workspace& workspace, QWidget* parent)
    : Page(parent), workspace_(workspace), variants_(new QListWidget), compare_(new QPushButton(tr("Compare"))),
      audit_(new QPushButton(tr("Audit the claims"))), stop_(new QPushButton(tr("Stop"))), progress_(new QProgressBar),
      results_(new QWidget), overview_(new ReportTableModel(this)), link_(new ChartLink(this)), claims_(new ReportTableModel(this)) {
    addHeading(tr("Variants side by side"));
    addText(tr("All see the same random numbers, so that differences are not noise. The first is what the others are held against."));
    variants_->setObjectName(QStringLiteral("compareVariants"));
    variants_->setAccessibleName(tr("Variants to compare"));
    variants_->setSpacing(1);
    variants_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column().addWidget(variants_);
    auto* row = new QHBoxLayout;
    compare_->setObjectName(QStringLiteral("compareButton"));
    audit_->setToolTip(tr("Runs what the documented claims need, and says which of them hold"));
    progress_->setRange(0, 1000);
    progress_->hide();
    stop_->hide();
    for (QWidget* one : {static_cast<QWidget*>(compare_), static_cast<QWidget*>(audit_)}) row->addWidget(one);
    row->addWidget(progress_, 1);
    row->addWidget(stop_);
    row->addStretch(0);
    column().addLayout(row);
    hint_ = addText(tr("Choose two or more."));
    auto* inner = new QVBoxLayout(results_);
    inner->setContentsMargins(0, 0, 0, 0);
    overviewView_ = tableViewOf(*overview_, tr("Variants"));
    inner->addWidget(overviewView_);
    differences_ = new QVBoxLayout;
    inner->addLayout(differences_);
    for (int i = 0; i < 2; ++i) {
        charts_ << new Chart;
        charts_.back()->setFixedHeight(230);
        charts_.back()->setLink(link_);
        inner->addWidget(charts_.back());
    }
    column().addWidget(results_);
    notes_ = addText();
    notes_->hide();
    claimsHeading_ = addHeading(tr("What the documents claim"));
    claimsView_ = tableViewOf(*claims_, tr("Claims"));
    column().addWidget(claimsView_);
    column().addStretch(1);
    for (QWidget* one : {results_, static_cast<QWidget*>(claimsHeading_), static_cast<QWidget*>(claimsView_)}) one->hide();
    connect(compare_, &QPushButton::clicked, this, &CompareView::compare);
    connect(audit_, &QPushButton::clicked, this, &CompareView::audit);
    connect(stop_, &QPushButton::clicked, &task_, &BackgroundTask::stop);
    connect(&task_, &BackgroundTask::progressed, this, [this](double fraction) { progress_->setValue(static_cast<int>(fraction * 1000)); });
    connect(&task_, &BackgroundTask::runningChanged, this, [this] {
        const bool busy = task_.isRunning();
        progress_->setVisible(busy);
        progress_->setValue(0);
        stop_->setVisible(busy);
        compare_->setEnabled(!busy);
        audit_->setEnabled(!busy);
    });
    connect(&workspace_, &Workspace::scenarioChanged, this, &CompareView::fillVariants);
    connect(&workspace_.document(), &ScenarioDocument::opened, this, [this] {
        task_.stop();
        for (QWidget* one : {results_, static_cast<QWidget*>(claimsHeading_), static_cast<QWidget*>(claimsView_)}) one->hide();
        hint_->show();
    });
    fillVariants();
}

void CompareView::fillVariants() {
    constexpr int kRowHeight = 22;
    const QStringList before = checked();
    variants_->clear();
    const auto add = [&](const QString& name, const QString& shown, const QString& about) {
        auto* item = new QListWidgetItem(about.isEmpty() ? shown : shown + QStringLiteral("  –  ") + about, variants_);
        item->setData(Qt::UserRole, name);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(before.contains(name) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(about);
        item->setSizeHint({1, kRowHeight});  // as wide as the list: long texts are cut with dots
    };
    add({}, tr("base"), {});
    for (const model::VariantInfo& variant : workspace_.document().variants()) add(toQt(variant.name), toQt(variant.name), toQt(variant.about));
    constexpr int kMostRows = 7;
    variants_->setFixedHeight(8 + (kRowHeight + 2) * std::min(kMostRows, variants_->count()));
}

QStringList CompareView::checked() const {
    QStringList names;
    for (int i = 0; i < variants_->count(); ++i)
        if (variants_->item(i)->checkState() == Qt::Checked) names << variants_->item(i)->data(Qt::UserRole).toString();
    return names;
}

void CompareView::check(const QStringList& names) {
    for (int i = 0; i < variants_->count(); ++i) {
        QListWidgetItem* item = variants_->item(i);
        item->setCheckState(names.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

void CompareView::compare() {
    std::vector<model::Scenario> scenarios;
    const std::optional<double> load = workspace_.hasWhatIf() ? std::optional(workspace_.load()) : std::nullopt;
    for (const QString& variant : checked())
        if (auto scenario = workspace_.document().scenario(variant, load)) scenarios.push_back(std::move(*scenario));
    if (scenarios.size() < 2 || task_.isRunning()) {
        hint_->setText(workspace_.document().hasErrors() ? tr("The scenario has errors, so nothing can be compared.") : tr("Choose two or more."));
        hint_->show();
        return;
    }
    hint_->hide();
    task_.start([this, scenarios = std::move(scenarios)](const std::stop_token& stop, const BackgroundTask::Report& tell) -> BackgroundTask::Finish {
        const std::vector<double> shares = cli::sharesOfWork(scenarios);
        double furthest = 0;
        sim::ComparisonOptions options;
        options.threads = simulationThreads();
        options.stop = stop;
        options.progress = [&](std::size_t run, const sim::Progress& progress) {
            const double before = std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(run), 0.0);
            furthest = std::max(furthest, before + shares[run] * progress.fraction);
            tell(furthest);
        };
        sim::Comparison comparison = sim::compare(scenarios, options);
        report::ComparedRuns done{{}, std::move(comparison.differences), std::move(comparison.notes), scenarios.size()};
        for (std::size_t i = 0; i < comparison.runs.size(); ++i) done.runs.push_back({scenarios[i], std::move(comparison.runs[i])});
        return [this, done = std::move(done)] { showCompared(done); };
    });
}

void CompareView::showCompared(report::ComparedRuns compared) {
    compared_ = std::move(compared);
    if (compared_.runs.empty()) return Q_EMIT finished();
    for (const report::RunRecord& run : compared_.runs) workspace_.runs().add(std::make_shared<const report::RunRecord>(run));
    overview_->setTable(comparedOverview(compared_.runs));
    results_->show();
    hint_->hide();
    fitHeight(*overviewView_);
    showDifferences();
    showCharts();
    QStringList notes;
    for (const std::string& note : compared_.notes) notes << localised(toQt(note));
    notes << tr("★ The best of its column, by more than the intervals.");
    notes_->show();
    notes_->setText(notes.join(QStringLiteral("\n")));
    Q_EMIT finished();
}

void CompareView::showDifferences() {
    while (QLayoutItem* item = differences_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto labels = report::labelsOf(compared_);
    for (std::size_t run = 1; run < compared_.runs.size(); ++run) {
        report::Table table = report::differencesTable(compared_, run);
        if (table.rows.empty()) continue;
        auto* heading = new QLabel(QStringLiteral("<b>%1</b>").arg(tr("%1 against %2").arg(toQt(labels[run]), toQt(labels.front()))));
        auto* model = new ReportTableModel;
        model->setTable(std::move(table));
        QTableView* view = tableViewOf(*model, heading->text());
        model->setParent(view);
        differences_->addWidget(heading);
        differences_->addWidget(view);
        fitHeight(*view);
    }
}

void CompareView::showCharts() {
    charts_[0]->setData(overlaid(compared_, "p95(workload.response_time)", tr("Response time, p95"), model::Unit::seconds));
    charts_[1]->setData(overlaid(compared_, "workload.throughput", tr("Throughput"), model::Unit::perSecond));
}

void CompareView::audit() {
    if (task_.isRunning() || !workspace_.scenario()) return;
    std::vector<model::Claim> claims = workspace_.scenario()->claims;
    if (claims.empty()) {
        hint_->setText(tr("The scenario states no claims."));
        hint_->show();
        return;
    }
    const cli::AuditPlan plan(workspace_.document().file(), claims);
    std::vector<model::Scenario> scenarios;
    for (const sim::ClaimPoint& point : plan.runs())
        if (auto scenario = workspace_.document().scenario(toQt(point.variant), point.users)) scenarios.push_back(std::move(*scenario));
    if (scenarios.size() != plan.runs().size()) return;
    task_.start([this, plan, claims = std::move(claims), scenarios = std::move(scenarios)](const std::stop_token& stop, const BackgroundTask::Report& tell) -> BackgroundTask::Finish {
        const std::vector<double> shares = cli::sharesOfWork(scenarios);
        std::vector<report::RunRecord> runs;
        double done = 0;
        for (std::size_t i = 0; i < scenarios.size() && !stop.stop_requested(); ++i) {
            const auto show = [&](const sim::Progress& progress) { tell(done + shares[i] * progress.fraction); };
            runs.push_back({scenarios[i], sim::runExperiment(scenarios[i], {simulationThreads(), stop, show})});
            done += shares[i];
        }
        auto verdicts = cli::judgeByRuns(claims, plan, runs);
        return [this, verdicts = std::move(verdicts)] {
            showAudit(verdicts);
            Q_EMIT finished();
        };
    });
}

void CompareView::showAudit(const std::vector<sim::ClaimVerdict>& verdicts) {
    claims_->setTable(report::auditTable(verdicts));
    claimsHeading_->show();
    claimsView_->show();
    hint_->hide();
    fitHeight(*claimsView_);
}

}  // namespace headroom::desktop
