// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/home/scenario_card.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace headroom::desktop {

ScenarioCard::ScenarioCard(const QString& name, QString about, Diagram diagram, QWidget* parent)
    : QAbstractButton(parent), about_(std::move(about)), diagram_(std::move(diagram)), places_(laidOut(diagram_)) {
    setText(name);
    setAccessibleName(tr("Open the example %1").arg(name));
    setAccessibleDescription(about_);
    setToolTip(about_);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(240);
}

void ScenarioCard::enterEvent(QEnterEvent*) {
    hovered_ = true;
    update();
}

void ScenarioCard::leaveEvent(QEvent*) {
    hovered_ = false;
    update();
}

void ScenarioCard::paintEvent(QPaintEvent*) {
    const Colours& c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() || hovered_ ? c.accent : c.line, hasFocus() ? 2 : 1));
    painter.setBrush(c.base);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(frame, 8, 8);
    const QRectF picture = frame.adjusted(10, 10, -10, -94);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.window);
    painter.drawRoundedRect(picture, 5, 5);
    constexpr double kCurveHeight = 44;
    paintGraph(painter, picture.adjusted(10, 8, -10, -kCurveHeight));
    paintCurve(painter, QRectF(picture.left() + 10, picture.bottom() - kCurveHeight + 4, picture.width() - 20, kCurveHeight - 10));
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() + 1);
    painter.setFont(bold);
    painter.setPen(c.text);
    painter.drawText(QRectF(14, picture.bottom() + 8, width() - 28, 22), Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(c.quiet);
    const QRectF words(14, picture.bottom() + 32, width() - 28, 54);
    painter.setClipRect(words);
    painter.drawText(words, Qt::TextWordWrap, about_);
}

void ScenarioCard::setCurve(CapacityCurve curve) {
    curve_ = std::move(curve);
    update();
}

/// A line from the lowest load to the highest; where an objective is missed, in the colour of that and thicker.
void ScenarioCard::paintCurve(QPainter& painter, const QRectF& box) const {
    if (curve_.points.size() < 2) return;
    const Colours& c = colours();
    const double caption = 12;
    const QRectF area = box.adjusted(0, 0, 0, -caption);
    const auto at = [&](const CapacityCurve::Point& point) { return QPointF(area.left() + point.load * area.width(), area.bottom() - point.time * area.height()); };
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    for (std::size_t i = 1; i < curve_.points.size(); ++i) {
        const bool held = curve_.points[i].held;
        painter.setPen(QPen(held ? c.series[0] : c.bad, held ? 1.6 : 2.6));
        painter.drawLine(at(curve_.points[i - 1]), at(curve_.points[i]));
    }
    QFont small = font();
    small.setPointSizeF(std::max(6.5, small.pointSizeF() - 2.5));
    painter.setFont(small);
    painter.setPen(c.quiet);
    painter.drawText(QRectF(box.left(), area.bottom(), box.width(), caption + 4), Qt::AlignCenter, tr("p95 over %1").arg(curve_.range));
}

void ScenarioCard::paintGraph(QPainter& painter, const QRectF& box) const {
    if (places_.isEmpty()) return;
    QRectF all;
    for (const QPointF& place : places_) all |= QRectF(place - QPointF(kNodeWidth, kNodeHeight) / 2, QSizeF(kNodeWidth, kNodeHeight));
    const double across = std::min(box.width() / all.width(), 0.5), down = std::min(box.height() / all.height(), 0.5);
    const auto at = [&](const QString& name) {
        const QPointF from = places_.value(name) - all.center();
        return box.center() + QPointF(from.x() * across, from.y() * down);
    };
    painter.setPen(QPen(colours().quiet, 1));
    for (const DiagramEdge& edge : diagram_.edges) {
        const QPointF from = at(edge.from), to = at(edge.to);
        QPainterPath path(from);
        const double bend = (to.x() - from.x()) / 2;
        path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    const double side = std::clamp(kNodeWidth * across * 0.85, 14.0, 30.0);
    for (const DiagramNode& node : diagram_.nodes) {
        QRectF square(0, 0, side, side);
        square.moveCenter(at(node.name));
        painter.setPen(QPen(colours().line, 1));
        painter.setBrush(colours().base);
        painter.drawRoundedRect(square, 4, 4);
        paintComponentIcon(painter, square.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2), node.type, colours().text);
    }
}

}  // namespace headroom::desktop
