// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/cost_view.h"

#include "app/desktop/base/text.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/views/cost_tables.h"
#include "app/desktop/watch/course_charts.h"
#include "app/desktop/window/workspace.h"
#include "app/report/judgement_tables.h"
#include "app/report/verdict.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

CostView::CostView(Workspace& workspace, QWidget* parent)
    : Page(parent), workspace_(workspace), parts_(new ReportTableModel(this)), metered_(new ReportTableModel(this)), overTime_(new Chart), variants_(new ReportTableModel(this)) {
    addHeading(tr("What it costs"));
    total_ = addText();
    partsView_ = tableViewOf(*parts_, tr("Cost by component"));
    column().addWidget(partsView_);
    meteredHeading_ = addHeading(tr("What is metered"));
    meteredView_ = tableViewOf(*metered_, tr("Cost by meter"));
    column().addWidget(meteredView_);
    missing_ = addText();
    connect(missing_, &QLabel::linkActivated, this, &CostView::componentAsked);
    overTime_->setFixedHeight(220);
    column().addWidget(overTime_);
    variantsHeading_ = addHeading(tr("Variants that ran"));
    variantsView_ = tableViewOf(*variants_, tr("Cost by variant"));
    column().addWidget(variantsView_);
    column().addStretch(1);
    const auto spoil = [this] {
        stale_ = true;
        if (isVisible()) show();
    };
    connect(&workspace_, &Workspace::runChanged, this, spoil);
    connect(&workspace_, &Workspace::figuresChanged, this, spoil);
    show();
}

void CostView::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (stale_) show();
}

/// The run answers as long as it is of the scenario and load of now, else the estimate does; while a run grows, neither.
void CostView::show() {
    stale_ = false;
    const bool estimated = workspace_.figures().source == SystemFigures::Source::estimate;
    const RunPtr run = estimated ? workspace_.estimate() : workspace_.shownRun();
    for (QWidget* one : {static_cast<QWidget*>(partsView_), static_cast<QWidget*>(missing_), static_cast<QWidget*>(meteredHeading_), static_cast<QWidget*>(meteredView_)})
        one->setVisible(run != nullptr);
    overTime_->hide();
    showVariants();
    if (!run) {
        total_->setText(tr("Costs are known after a run (F5)."));
        return;
    }
    const QString from = estimated ? tr("Estimated by queueing theory for %1; list prices, for a month of 730 hours.").arg(localised(toQt(report::titleOf(*run))))
                                   : tr("List prices, metered in the run and scaled to a month of 730 hours.");
    total_->setText(QStringLiteral("<b>%1</b> %2").arg(localised(toQt(report::verdictOf(*run).cost)).toHtmlEscaped(), from.toHtmlEscaped()));
    metered_->setTable(report::withoutEmptyColumns(report::costTable(run->result)));
    for (QWidget* one : {static_cast<QWidget*>(meteredHeading_), static_cast<QWidget*>(meteredView_)}) one->setVisible(metered_->rowCount() > 0);
    fitHeight(*meteredView_);
    parts_->setTable(costByComponent(*run));
    partsView_->setVisible(parts_->rowCount() > 0);
    fitHeight(*partsView_);
    QStringList links;
    for (const QString& name : withoutPrice(*run)) links << QStringLiteral("<a href='%1'>%1</a>").arg(name.toHtmlEscaped());
    missing_->setVisible(!links.isEmpty());
    missing_->setText(tr("No price, and so not counted: %1. Set it under Price in the inspector.").arg(links.join(QStringLiteral(", "))));
    if (estimated || !workspace_.course()) return;
    ChartData rate = chartOf(CourseChart::costRate, *workspace_.course(), run->scenario, &run->result);
    overTime_->setVisible(!rate.lines.empty());
    if (!rate.lines.empty()) overTime_->setData(std::move(rate));
}

void CostView::showVariants() {
    variants_->setTable(costByVariant(workspace_.runs().runs()));
    const bool several = variants_->rowCount() > 1;
    variantsHeading_->setVisible(several);
    variantsView_->setVisible(several);
    fitHeight(*variantsView_);
}

}  // namespace headroom::desktop
