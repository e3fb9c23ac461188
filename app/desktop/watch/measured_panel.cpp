// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watch/measured_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/measured/gap_model.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/watch/measured_lines.h"
#include "app/desktop/window/workspace.h"

#include <QGridLayout>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {
constexpr int kChartHeight = 200;
constexpr int kColumns = 2;
}  // namespace

MeasuredPanel::MeasuredPanel(Workspace& workspace, ChartLink& link, QWidget* parent)
    : QFrame(parent), workspace_(workspace), link_(link), gaps_(new GapTableModel(workspace, this)), source_(new QLabel), alert_(new QLabel),
      table_(tableViewOf(*gaps_, tr("Measured and simulated"))), grid_(new QGridLayout) {
    setObjectName(QStringLiteral("measuredPanel"));
    setAccessibleName(tr("Measured beside simulated"));
    source_->setObjectName(QStringLiteral("measuredSource"));
    alert_->setObjectName(QStringLiteral("gapAlert"));
    alert_->setAccessibleName(tr("Where measured and simulated part"));
    table_->setObjectName(QStringLiteral("gaps"));
    for (QLabel* label : {source_, alert_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(Qt::PlainText);
    }
    alert_->setMargin(6);
    grid_->setSpacing(10);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(source_);
    column->addWidget(alert_);
    column->addWidget(table_);
    column->addLayout(grid_);
    connect(gaps_, &GapTableModel::refreshed, this, &MeasuredPanel::showState);
    connect(&Measurements::of(workspace_).live(), &LiveSource::stateChanged, this, &MeasuredPanel::showState);
    connect(&Theme::instance(), &Theme::changed, this, &MeasuredPanel::showState);
    showState();
}

QString MeasuredPanel::alertText() const { return alert_->isHidden() ? QString() : alert_->text(); }

void MeasuredPanel::showState() {
    Measurements& measurements = Measurements::of(workspace_);
    const bool live = measurements.live().isOn();
    setVisible(live || !measurements.isEmpty());
    const QString beside = workspace_.course() ? tr("Measured: %1. Diamonds are measured, lines are simulated.") : tr("Measured: %1. Run the simulation (F5) to see it beside.");
    source_->setText(live ? measurements.live().sentence() : beside.arg(measurements.source()));
    const QStringList alerts = gaps_->alerts();
    alert_->setVisible(!alerts.isEmpty());
    alert_->setText(tr("Measured and simulated part:") + u'\n' + alerts.join(u'\n'));
    alert_->setStyleSheet(QStringLiteral("background: %1; color: %2;").arg(colours().badGround.name(), colours().text.name()));
    table_->setVisible(gaps_->rowCount() > 0);
    fitHeight(*table_);
}

void MeasuredPanel::updateCharts(const Course& course) {
    Measurements& measurements = Measurements::of(workspace_);
    const bool alone = course.series.empty();
    const std::vector<std::string> names = alone ? measurements.names() : measuredBeside(measurements);
    const qsizetype wanted = std::min(alone ? kMostChartsAlone : kMostCharts, static_cast<qsizetype>(names.size()));
    while (charts_.size() < wanted) {
        auto* one = new Chart(this);
        one->setLink(&link_);
        one->setFixedHeight(kChartHeight);
        grid_->addWidget(one, static_cast<int>(charts_.size()) / kColumns, static_cast<int>(charts_.size()) % kColumns);
        charts_ << one;
    }
    while (charts_.size() > wanted) delete charts_.takeLast();
    for (qsizetype i = 0; i < wanted; ++i) charts_[i]->setData(measuredChart(names[static_cast<std::size_t>(i)], measurements, course));
}

}  // namespace headroom::desktop
