// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watch/watch_view.h"

#include "app/desktop/base/text.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/charts/heat_map.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/watch/course_events.h"
#include "app/desktop/watch/measured_lines.h"
#include "app/desktop/watch/measured_panel.h"
#include "app/desktop/watch/verdict_panel.h"
#include "app/desktop/window/workspace.h"
#include "app/report/verdict.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {
constexpr int kHeat = -1;
constexpr int kMeasured = -2;
constexpr int kPaceMs = 20;
constexpr int kWideEnough = 760;
}  // namespace

WatchView::WatchView(Workspace& workspace, ChartLink& link, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stack_(new QStackedWidget), empty_(new QLabel), page_(new QWidget), grid_(new QGridLayout(page_)),
      verdict_(new VerdictPanel(workspace, page_)), earlier_(new QLabel(page_)), measured_(new MeasuredPanel(workspace, link, page_)), heat_(new HeatMap(page_)) {
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setText(tr("<p style='font-size:large'>Nothing has run yet</p><p><a href='run'>Run the simulation</a> (F5) to see it here.</p>"));
    connect(empty_, &QLabel::linkActivated, this, &WatchView::runAsked);
    earlier_->setObjectName(QStringLiteral("earlierRun"));
    earlier_->setWordWrap(true);
    connect(earlier_, &QLabel::linkActivated, this, &WatchView::runAsked);
    for (const CourseChart which : kCourseCharts) {
        auto* one = new Chart(page_);
        one->setLink(&link);
        one->setFixedHeight(224);
        one->hide();
        charts_[static_cast<int>(which)] = one;
    }
    heat_->setLink(&link);
    connect(heat_, &HeatMap::componentPicked, this, &WatchView::componentAsked);
    connect(verdict_, &VerdictPanel::componentAsked, this, &WatchView::componentAsked);
    grid_->setContentsMargins(10, 10, 10, 10);
    grid_->setSpacing(10);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page_);
    scroll->setAccessibleName(tr("Charts of the run"));
    stack_->addWidget(empty_);
    stack_->addWidget(scroll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stack_);
    pace_.setInterval(kPaceMs);
    connect(&pace_, &QTimer::timeout, this, &WatchView::updateNext);
    connect(&workspace_, &Workspace::courseChanged, this, &WatchView::takeCourse);
    connect(&Measurements::of(workspace_), &Measurements::changed, this, &WatchView::takeCourse);
    takeCourse();
}

CoursePtr WatchView::shownCourse() const {
    const Measurements& measurements = Measurements::of(workspace_);
    if (workspace_.course() || measurements.isEmpty() || !workspace_.runs().isIdle()) return workspace_.course();
    auto alone = std::make_shared<Course>();
    alone->endSeconds = measurements.spanSeconds();
    return alone;
}

/// One chart a turn of the event loop, so that the window stays quick while a run grows.
void WatchView::takeCourse() {
    const bool running = !workspace_.runs().isIdle();
    stack_->setCurrentIndex(shownCourse() ? 1 : 0);
    if (!shownCourse() && running) empty_->setText(tr("<p style='font-size:large'>Simulating …</p><p>The first figures come with the first sample.</p>"));
    const QString& about = workspace_.aboutEarlier();
    earlier_->setVisible(!about.isEmpty());
    earlier_->setText(tr("%1 <a href='run'>Run it again</a> (F5) for its verdict.").arg(about.toHtmlEscaped()));
    stale_ = {kHeat, kMeasured};
    for (const CourseChart which : kCourseCharts) stale_ << static_cast<int>(which);
    if (isVisible()) pace_.start();
}

void WatchView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!stale_.isEmpty()) pace_.start();
}

void WatchView::updateNext() {
    if (stale_.isEmpty() || !isVisible()) return pace_.stop();
    updateOne(stale_.takeFirst());
}

void WatchView::updateAll() {
    while (!stale_.isEmpty()) updateOne(stale_.takeFirst());
    arrange();
}

void WatchView::updateOne(int which) {
    const CoursePtr course = shownCourse();
    const RunPtr run = workspace_.shownRun();
    if (!course) return;
    const bool measuredAlone = !workspace_.course();
    if (which == kHeat) {
        heat_->setVisible(!measuredAlone);
        heat_->setRows(heatRowsOf(*course, run ? std::string(report::bottleneckOf(run->result)) : std::string()), course->sampleSeconds, course->endSeconds);
        return;
    }
    if (which == kMeasured) return measured_->updateCharts(*course);
    if (measuredAlone) {
        charts_[which]->hide();
        return arrange();
    }
    const std::optional<model::Scenario>& open = workspace_.scenario();
    const model::Scenario* scenario = run ? &run->scenario : workspace_.runs().current();
    if (scenario == nullptr && open) scenario = &*open;
    if (scenario == nullptr) return;
    ChartData fresh = chartOf(static_cast<CourseChart>(which), *course, *scenario, run ? &run->result : nullptr);
    Chart* one = charts_[which];
    addMeasured(fresh, static_cast<CourseChart>(which), Measurements::of(workspace_), *course);
    for (const CourseEvent& event : eventsOf(*scenario, run ? &run->result : nullptr, course->endSeconds)) {
        fresh.spans.push_back(spanOf(event));
        if (which != static_cast<int>(kCourseCharts[0])) fresh.spans.back().label.clear();
    }
    const bool shown = !fresh.lines.empty();
    if (shown) one->setData(std::move(fresh));
    const bool changed = one->isHidden() == shown;
    one->setVisible(shown);
    if (changed || columns_ == 0) arrange();
}

void WatchView::arrange() {
    const int columns = width() >= kWideEnough ? 2 : 1;
    QList<int> shown;
    for (const CourseChart which : kCourseCharts)
        if (!charts_[static_cast<int>(which)]->isHidden()) shown << static_cast<int>(which);
    if (columns == columns_ && shown == arranged_) return;
    columns_ = columns;
    arranged_ = shown;
    while (QLayoutItem* item = grid_->takeAt(0)) delete item;
    int cell = 0;
    grid_->addWidget(verdict_, 0, 0, 1, columns);
    grid_->addWidget(earlier_, 0, 0, 1, columns);
    grid_->addWidget(measured_, 1, 0, 1, columns);
    for (const int which : shown) {
        grid_->addWidget(charts_[which], 2 + cell / columns, cell % columns);
        ++cell;
    }
    grid_->addWidget(heat_, 3 + cell / columns, 0, 1, columns);
    grid_->setRowStretch(4 + cell / columns, 1);
}

void WatchView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace headroom::desktop
