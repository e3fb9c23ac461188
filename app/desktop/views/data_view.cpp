// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/data_view.h"

#include "app/desktop/base/text.h"
#include "app/desktop/measured/gap_model.h"
#include "app/desktop/views/exports.h"
#include "app/desktop/views/filed_runs_panel.h"
#include "app/desktop/views/imports_panel.h"
#include "app/desktop/views/live_panel.h"
#include "app/desktop/views/table_copy.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace headroom::desktop {

RunsTableModel::RunsTableModel(RunController& runs, QObject* parent) : QAbstractTableModel(parent), runs_(runs) {
    connect(&runs_, &RunController::runsChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

namespace {

QVariant numberOf(const sim::Estimate& estimate) { return estimate.value ? QVariant(*estimate.value) : QVariant(); }

model::Unit unitOf(int column) {
    switch (column) {
        case RunsTableModel::p95:
        case RunsTableModel::wall: return model::Unit::seconds;
        case RunsTableModel::errors: return model::Unit::share;
        case RunsTableModel::cost: return model::Unit::usd;
        default: return model::Unit::count;
    }
}

/// Seconds, shares, US dollars and counts; invalid in columns of words.
QVariant exactOf(const sim::RunResult& result, int column) {
    const sim::Figures& f = result.workload.figures;
    switch (column) {
        case RunsTableModel::p95: return numberOf(f.at(model::Metric::responseTime, model::Statistic::p95));
        case RunsTableModel::errors: return numberOf(f.at(model::Metric::errorRatio));
        case RunsTableModel::cost: return numberOf(result.costPerMonth);
        case RunsTableModel::events: return static_cast<double>(result.events);
        case RunsTableModel::wall: return result.wallSeconds > 0 ? QVariant(result.wallSeconds) : QVariant();
        default: return {};
    }
}

}  // namespace

RunPtr RunsTableModel::run(int row) const {
    const auto& all = runs_.runs();
    return all[all.size() - 1 - static_cast<std::size_t>(row)];
}

int RunsTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(runs_.runs().size()); }
int RunsTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnCount_; }

QVariant RunsTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RunPtr one = run(index.row());
    const sim::RunResult& result = one->result;
    const bool numeric = index.column() >= p95;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ForegroundRole && index.column() == verdict) return markColour(report::markOf(result));
    if (role == ReportTableModel::kExactRole) return exactOf(result, index.column());
    if (role == ReportTableModel::kHalfWidthRole && index.column() == p95) {
        const auto half = result.workload.figures.at(model::Metric::responseTime, model::Statistic::p95).halfWidth;
        return half ? QVariant(*half) : QVariant();
    }
    if (role == ReportTableModel::kUnitRole) return unitName(unitOf(index.column()));
    if (role != Qt::DisplayRole) return {};
    const sim::Figures& f = result.workload.figures;
    switch (index.column()) {
        case scenario: return toQt(report::variantOf(*one));
        case verdict: {
            const report::Score score = report::scoreOf(result);
            return toQt(report::glyphOf(report::markOf(result))) + u' ' + tr("%1 of %2 objectives held").arg(score.held).arg(score.total());
        }
        case load: return toQt(report::loadText(report::loadOf(one->scenario)));
        case p95: return estimateText(f.at(model::Metric::responseTime, model::Statistic::p95), model::Unit::seconds);
        case errors: return valueText(f.at(model::Metric::errorRatio), model::Unit::share);
        case cost: return valueText(result.costPerMonth, model::Unit::usd);
        case events: return countText(static_cast<double>(result.events));
        case wall: return valueText(result.wallSeconds > 0 ? result.wallSeconds : std::nan(""), model::Unit::seconds);
        default: return {};
    }
}

QVariant RunsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section >= p95 ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case scenario: return tr("Variant");
        case verdict: return tr("Verdict");
        case load: return tr("Load");
        case p95: return tr("p95");
        case errors: return tr("Errors");
        case cost: return tr("Cost a month");
        case events: return tr("Events");
        case wall: return tr("Took");
        default: return {};
    }
}

DataView::DataView(Workspace& workspace, QWidget* parent)
    : Page(parent), workspace_(workspace), model_(new RunsTableModel(workspace.runs(), this)), view_(tableViewOf(*model_, tr("Runs"), tr("Nothing has run yet. F5 runs the scenario."))),
      filed_(new FiledRunsPanel(workspace)), imports_(new ImportsPanel(workspace)), live_(new LivePanel(workspace)) {
    addHeading(tr("Runs of this session"));
    addText(tr("Double click shows a run again. The same scenario, seed and version give the same figures, so that any of them can be repeated."));
    view_->setObjectName(QStringLiteral("runs"));
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setMinimumHeight(112);
    view_->horizontalHeader()->setStretchLastSection(false);
    column().addWidget(view_, 1);
    auto* row = new QHBoxLayout;
    const auto button = [&](const QString& text, auto act) {
        auto* one = new QPushButton(text);
        connect(one, &QPushButton::clicked, this, act);
        row->addWidget(one);
        one->setEnabled(false);
        buttons_ << one;
    };
    button(tr("Show"), [this] { showSelected(); });
    button(tr("Export JSON …"), [this] { exportAs(QStringLiteral("json")); });
    button(tr("Export figures as CSV …"), [this] { exportAs(QStringLiteral("csv")); });
    button(tr("Export report …"), [this] { exportAs(QStringLiteral("html")); });
    row->addStretch(1);
    column().addLayout(row);
    addHeading(tr("Archive"));
    column().addWidget(filed_);
    connect(filed_, &FiledRunsPanel::runShown, this, &DataView::runShown);
    addHeading(tr("Imported metrics"));
    column().addWidget(imports_);
    connect(imports_, &ImportsPanel::runShown, this, &DataView::runShown);
    addHeading(tr("Live"));
    column().addWidget(live_);
    auto* gaps = new GapTableModel(workspace, this);
    auto* gapsView = tableViewOf(*gaps, tr("Measured and simulated"));
    gapsView->setObjectName(QStringLiteral("gapsOfData"));
    column().addWidget(gapsView);
    const auto showGaps = [gaps, gapsView] {
        gapsView->setVisible(gaps->rowCount() > 0);
        fitHeight(*gapsView);
    };
    connect(gaps, &GapTableModel::refreshed, this, showGaps);
    showGaps();
    connect(view_, &QTableView::doubleClicked, this, &DataView::showSelected);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        for (QPushButton* one : buttons_) one->setEnabled(selected() != nullptr);
    });
}

RunPtr DataView::selected() const {
    const QModelIndexList rows = view_->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : model_->run(rows.front().row());
}

void DataView::showSelected() {
    if (const RunPtr run = selected()) {
        workspace_.showRun(run);
        Q_EMIT runShown();
    }
}

void DataView::exportAs(const QString& kind) {
    if (const RunPtr run = selected()) exportRun(*run, workspace_.document(), kind, this);
}

}  // namespace headroom::desktop
