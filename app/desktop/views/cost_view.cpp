// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/cost_view.h"

#include "app/desktop/base/text.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/views/cost_tables.h"
#include "app/desktop/watch/course_charts.h"
#include "app/desktop/window/workspace.h"
#include "app/report/verdict.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

CostView::CostView(Workspace& workspace, QWidget* parent)
    : Page(parent), workspace_(workspace), parts_(new ReportTableModel(this)), overTime_(new Chart), variants_(new ReportTableModel(this)) {
    addHeading(tr("What it costs"));
    total_ = addText();
    partsView_ = tableViewOf(*parts_, tr("Cost by component"));
    column().addWidget(partsView_);
    missing_ = addText();
    connect(missing_, &QLabel::linkActivated, this, &CostView::componentAsked);
    overTime_->setFixedHeight(220);
    column().addWidget(overTime_);
    variantsHeading_ = addHeading(tr("Variants that ran"));
    variantsView_ = tableViewOf(*variants_, tr("Cost by variant"));
    column().addWidget(variantsView_);
    column().addStretch(1);
    connect(&workspace_, &Workspace::runChanged, this, &CostView::show);
    show();
}

void CostView::show() {
    const RunPtr run = workspace_.shownRun();
    for (QWidget* one : {static_cast<QWidget*>(partsView_), static_cast<QWidget*>(missing_)}) one->setVisible(run != nullptr);
    overTime_->hide();
    variantsHeading_->hide();
    variantsView_->hide();
    if (!run) {
        total_->setText(tr("Costs are known after a run (F5)."));
        return;
    }
    total_->setText(QStringLiteral("<b>%1</b> %2").arg(localised(toQt(report::verdictOf(*run).cost)).toHtmlEscaped(), tr("List prices, metered in the run and scaled to a month of 730 hours.")));
    parts_->setTable(costByComponent(*run));
    partsView_->setVisible(parts_->rowCount() > 0);
    fitHeight(*partsView_);
    QStringList links;
    for (const QString& name : withoutPrice(*run)) links << QStringLiteral("<a href='%1'>%1</a>").arg(name.toHtmlEscaped());
    missing_->setVisible(!links.isEmpty());
    missing_->setText(tr("No price, and so not counted: %1. Set it under Price in the inspector.").arg(links.join(QStringLiteral(", "))));
    ChartData rate = chartOf(CourseChart::costRate, *workspace_.course(), run->scenario);
    overTime_->setVisible(!rate.lines.empty());
    if (!rate.lines.empty()) overTime_->setData(std::move(rate));
    variants_->setTable(costByVariant(workspace_.runs().runs()));
    const bool several = variants_->rowCount() > 1;
    variantsHeading_->setVisible(several);
    variantsView_->setVisible(several);
    fitHeight(*variantsView_);
}

}  // namespace headroom::desktop
