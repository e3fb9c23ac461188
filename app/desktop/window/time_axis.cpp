// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/time_axis.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/window/workspace.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {
constexpr double kLeft = 12, kRight = 12, kTop = 6, kLabels = 18;
constexpr double kErrorsWorthSaying = 0.01;
}  // namespace

TimeAxis::TimeAxis(Workspace& workspace, ChartLink& link, QWidget* parent)
    : QWidget(parent), workspace_(workspace), link_(link), cursor_(std::nan("")) {
    setObjectName(QStringLiteral("timeAxis"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Time of the run"));
    connect(&workspace_, &Workspace::courseChanged, this, &TimeAxis::takeEvents);
    connect(&workspace_, &Workspace::figuresChanged, this, &TimeAxis::describe);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&link_, &ChartLink::cursorMoved, this, [this](double x) {
        cursor_ = x;
        update();
    });
    connect(&link_, &ChartLink::picked, this, &TimeAxis::scrubTo);
}

QRectF TimeAxis::area() const { return {kLeft, kTop, width() - kLeft - kRight, height() - kTop - kLabels}; }
double TimeAxis::end() const { return workspace_.course() ? std::max(1e-9, workspace_.course()->endSeconds) : 1; }
double TimeAxis::xOf(double seconds) const { return area().left() + std::clamp(seconds / end(), 0.0, 1.0) * area().width(); }
double TimeAxis::secondsAt(double x) const { return std::clamp((x - area().left()) / area().width(), 0.0, 1.0) * end(); }

void TimeAxis::scrubTo(double seconds) {
    if (workspace_.course()) workspace_.setMoment(std::clamp(seconds, 0.0, end()));
}

void TimeAxis::takeEvents() {
    const RunPtr run = workspace_.shownRun();
    const model::Scenario* scenario = run ? &run->scenario : workspace_.runs().current();
    events_.clear();
    if (workspace_.course() && scenario != nullptr) events_ = eventsOf(*scenario, run ? &run->result : nullptr, end());
    describe();
}

void TimeAxis::describe() {
    QStringList said{workspace_.moment() >= 0 ? tr("Shows %1").arg(timeText(std::round(workspace_.moment()))) : tr("Shows the whole run")};
    for (const CourseEvent& one : events_) said << one.about;
    setAccessibleDescription(said.join(u'\n'));
    update();
}

QString TimeAxis::eventsAt(double x) const {
    constexpr double kNear = 4;
    QStringList found;
    for (const CourseEvent& one : events_)
        if (x >= xOf(one.from) - kNear && x <= xOf(one.to) + kNear) found << one.about;
    return found.join(u'\n');
}

bool TimeAxis::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString found = eventsAt(help->pos().x());
    QToolTip::showText(help->globalPos(), found.isEmpty() ? tr("Drag to replay the run on the canvas, double click to leave") : found, this);
    return true;
}

/// Faults as a hatched ground, alerts as bars at the top with the sign of a warning.
void TimeAxis::drawEvents(QPainter& painter) const {
    constexpr double kBar = 4;
    for (const CourseEvent& one : events_) {
        const double left = xOf(one.from), right = std::max(xOf(one.to), left + 2);
        QColor colour = one.kind == CourseEvent::Kind::fault ? colours().bad : colours().caution;
        painter.setPen(colour);
        if (one.kind == CourseEvent::Kind::alert) {
            painter.fillRect(QRectF(QPointF(left, area().top() - 2), QPointF(right, area().top() - 2 + kBar)), colour);
            painter.drawText(QPointF(left, area().top() + 13), QStringLiteral("▲"));
            continue;
        }
        painter.drawLine(QPointF(left, area().top()), QPointF(left, area().bottom()));
        colour.setAlpha(90);
        painter.fillRect(QRectF(QPointF(left, area().top()), QPointF(right, area().bottom())), QBrush(colour, Qt::BDiagPattern));
        painter.setPen(colours().text);
        painter.drawText(QRectF(left + 4, area().bottom() - 16, 260, 16), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("✕ ") + one.name);
    }
}

void TimeAxis::drawCurve(QPainter& painter, const char* name, const QColor& colour, bool filled) const {
    const sim::Series* series = workspace_.course()->find(name);
    if (series == nullptr) return;
    double most = 0;
    for (const double value : series->values)
        if (std::isfinite(value)) most = std::max(most, value);
    if (most <= 0) return;
    QPolygonF line;
    for (std::size_t i = 0; i < series->values.size(); ++i) {
        const double value = std::isfinite(series->values[i]) ? series->values[i] : 0;
        const double seconds = (static_cast<double>(i) + 0.5) * workspace_.course()->sampleSeconds;
        line << QPointF(xOf(seconds), area().bottom() - value / most * area().height() * 0.9);
    }
    if (line.isEmpty()) return;
    if (filled) {
        QPolygonF ground = line;
        ground << QPointF(line.back().x(), area().bottom()) << QPointF(line.front().x(), area().bottom());
        QColor faint = colour;
        faint.setAlpha(60);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint);
        painter.drawPolygon(ground);
    }
    painter.setPen(QPen(colour, 1.4));
    painter.drawPolyline(line);
}

/// Stretches with many errors, under the curve; their share says more than their place.
void TimeAxis::drawSpans(QPainter& painter) const {
    const sim::Series* errors = workspace_.course()->find("workload.error_ratio");
    if (errors == nullptr) return;
    for (std::size_t i = 0; i < errors->values.size(); ++i) {
        if (!(errors->values[i] > kErrorsWorthSaying)) continue;
        const double from = static_cast<double>(i) * workspace_.course()->sampleSeconds;
        const QRectF mark(QPointF(xOf(from), area().bottom() - 4), QPointF(xOf(from + workspace_.course()->sampleSeconds) + 0.5, area().bottom()));
        painter.fillRect(mark, colours().bad);
    }
}

void TimeAxis::paintEvent(QPaintEvent*) {
    const Colours& c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.raised);
    painter.setPen(c.line);
    painter.drawLine(0, 0, width(), 0);
    if (!workspace_.course()) {
        painter.setPen(c.quiet);
        painter.drawText(rect(), Qt::AlignCenter, tr("The time of a run appears here"));
        return;
    }
    if (workspace_.course()->warmUpSeconds > 0) {
        QColor ground = c.quiet;
        ground.setAlpha(30);
        painter.fillRect(QRectF(area().topLeft(), QPointF(xOf(workspace_.course()->warmUpSeconds), area().bottom())), ground);
    }
    drawCurve(painter, workspace_.course()->find("workload.users") ? "workload.users" : "workload.throughput", c.cool, true);
    drawCurve(painter, "p95(workload.response_time)", c.series[1], false);
    drawSpans(painter);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1.5);
    painter.setFont(small);
    drawEvents(painter);
    painter.setPen(c.quiet);
    for (const ChartTick& tick : timeTicks({0, end()}, std::max(2, width() / 100))) {
        const double x = xOf(tick.value);
        const double textWidth = painter.fontMetrics().horizontalAdvance(tick.label);
        painter.drawLine(QPointF(x, area().bottom()), QPointF(x, area().bottom() + 3));
        painter.drawText(QPointF(std::clamp(x - textWidth / 2, 2.0, width() - textWidth - 2), height() - 4.0), tick.label);
    }
    if (!std::isnan(cursor_)) painter.drawLine(QPointF(xOf(cursor_), area().top()), QPointF(xOf(cursor_), area().bottom()));
    if (workspace_.moment() < 0) return;
    const double x = xOf(workspace_.moment());
    painter.setPen(QPen(c.accent, 2));
    painter.drawLine(QPointF(x, 2), QPointF(x, area().bottom()));
    painter.setBrush(c.accent);
    painter.drawEllipse(QPointF(x, 6), 5, 5);
    painter.setPen(c.text);
    const QString label = timeText(std::round(workspace_.moment()));
    const bool left = x > width() - 90;
    painter.drawText(QRectF(left ? x - 100 : x + 10, 0, 90, 16), (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, label);
}

void TimeAxis::mousePressEvent(QMouseEvent* event) { scrubTo(secondsAt(event->position().x())); }

void TimeAxis::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) scrubTo(secondsAt(event->position().x()));
}

void TimeAxis::mouseDoubleClickEvent(QMouseEvent*) { workspace_.setMoment(-1); }

void TimeAxis::keyPressEvent(QKeyEvent* event) {
    const CoursePtr course = workspace_.course();
    if (!course) return QWidget::keyPressEvent(event);
    const double now = std::max(0.0, workspace_.moment());
    const double step = course->sampleSeconds * (event->modifiers() & Qt::ShiftModifier ? 10 : 1);
    switch (event->key()) {
        case Qt::Key_Left: return scrubTo(now - step);
        case Qt::Key_Right: return scrubTo(now + step);
        case Qt::Key_Home: return scrubTo(0);
        case Qt::Key_End: return scrubTo(end());
        case Qt::Key_Escape: return workspace_.setMoment(-1);
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace headroom::desktop
