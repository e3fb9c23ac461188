// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/call_item.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/run/system_figures.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr double kThin = 1.4, kWide = 7;
constexpr double kArrow = 9;

/// Where the straight line between the centres leaves a node, and in which direction the curve goes from there.
struct End {
    QPointF point, direction;
};

End endOf(const QPointF& centre, const QPointF& towards) {
    const QPointF d = towards - centre;
    const bool sideways = std::abs(d.x()) * kNodeHeight >= std::abs(d.y()) * kNodeWidth * 0.6;
    if (sideways) {
        const double sign = d.x() >= 0 ? 1 : -1;
        return {centre + QPointF(sign * kNodeWidth / 2, 0), {sign, 0}};
    }
    const double sign = d.y() >= 0 ? 1 : -1;
    return {centre + QPointF(0, sign * kNodeHeight / 2), {0, sign}};
}

constexpr double kBends[] = {-70, 70, -130, 130, -190, 190, -260, 260};

/// Bent across its direction by so much in its middle.
QPainterPath curve(const End& start, const End& end, double bend) {
    const QPointF way = end.point - start.point;
    const double length = std::max(1.0, std::hypot(way.x(), way.y()));
    const QPointF aside = QPointF(-way.y(), way.x()) / length * bend;
    const double reach = std::max(18.0, length * 0.4);
    QPainterPath path(start.point);
    if (bend == 0) {
        path.cubicTo(start.point + start.direction * reach, end.point + end.direction * reach, end.point);
        return path;
    }
    const QPointF middle = (start.point + end.point) / 2 + aside;
    const QPointF along = way / length * std::min(reach, length * 0.3);
    const double out = std::min(reach, 60.0);
    path.cubicTo(start.point + start.direction * out, middle - along, middle);
    path.cubicTo(middle + along, end.point + end.direction * out, end.point);
    return path;
}

/// Samples of the path that lie in a node.
int hits(const QPainterPath& path, const QList<QPointF>& others) {
    constexpr int kSamples = 40;
    int count = 0;
    for (int i = 1; i < kSamples; ++i) {
        const QPointF at = path.pointAtPercent(static_cast<double>(i) / kSamples);
        for (const QPointF& centre : others)
            if (std::abs(at.x() - centre.x()) < kNodeWidth / 2 + 4 && std::abs(at.y() - centre.y()) < kNodeHeight / 2 + 4) ++count;
    }
    return count;
}

}  // namespace

CallItem::CallItem(const DiagramEdge& edge) : edge_(edge), rate_(kNotKnown) {
    setAcceptHoverEvents(true);
    setZValue(1);
    setEdge(edge);
}

void CallItem::setEdge(const DiagramEdge& edge) {
    edge_ = edge;
    setFlag(ItemIsSelectable, edge_.only.isEmpty());
    describe();
    update();
}

void CallItem::describe() {
    QString text = edge_.from + QStringLiteral(" → ") + edge_.to;
    if (!edge_.operations.isEmpty()) text += QStringLiteral(": ") + edge_.operations.join(QStringLiteral(", "));
    if (!std::isnan(rate_)) text += QStringLiteral("\n≈ ") + valueText(rate_, model::Unit::perSecond);
    setToolTip(text);
}

void CallItem::setEnds(const QPointF& from, const QPointF& to, const QList<QPointF>& others) {
    const End start = endOf(from, to), end = endOf(to, from);
    const QPointF tip = end.point + end.direction * 2;
    const QPointF base = tip + end.direction * kArrow;
    QPainterPath best = curve(start, {base, end.direction}, 0);
    int fewest = hits(best, others);
    for (const double bend : kBends) {
        if (fewest == 0) break;
        const QPainterPath path = curve(start, {base, end.direction}, bend);
        const int own = hits(path, others);
        if (own >= fewest) continue;
        fewest = own;
        best = path;
    }
    setPath(best);
    const QPointF across(-end.direction.y(), end.direction.x());
    arrow_ = QPolygonF({tip, base + across * kArrow * 0.55, base - across * kArrow * 0.55});
}

void CallItem::setRate(double rate, double highest) {
    prepareGeometryChange();
    rate_ = rate;
    const double share = std::isnan(rate) || highest <= 0 ? 0 : std::sqrt(rate / highest);
    width_ = kThin + (kWide - kThin) * std::clamp(share, 0.0, 1.0);
    describe();
    update();
}

QString CallItem::label() const {
    QStringList parts;
    if (!std::isnan(rate_)) parts << valueText(rate_, model::Unit::perSecond);
    const bool told = hovered_ || isSelected();
    if (told && !edge_.operations.isEmpty()) parts << edge_.operations.join(QStringLiteral(", "));
    return parts.join(QStringLiteral(" · "));
}

QRectF CallItem::boundingRect() const { return path().boundingRect().adjusted(-90, -24, 90, 24); }

QPainterPath CallItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(width_ + 10);
    return stroker.createStroke(path());
}

void CallItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const Colours& c = colours();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor colour = isSelected() || hovered_ ? c.accent : c.quiet;
    if (!edge_.only.isEmpty()) colour = c.accent;  // as the frame of what is rolled out
    if (!isSelected() && !hovered_) colour.setAlpha(150);
    const bool dashed = edge_.kind == DiagramEdge::Kind::control || edge_.kind == DiagramEdge::Kind::send;
    painter->setPen(QPen(colour, width_, dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path());
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(arrow_);
    const QString text = label();
    if (text.isEmpty()) return;
    QFont font = QApplication::font();
    font.setPointSizeF(8);
    painter->setFont(font);
    const bool told = hovered_ || isSelected();
    if (!told && path().length() < QFontMetricsF(font).horizontalAdvance(text) + 6) return;
    const QPointF middle = path().pointAtPercent(0.5);
    QRectF box = QFontMetricsF(font).boundingRect(text).adjusted(-4, -1, 4, 1);
    box.moveCenter(middle - QPointF(0, width_ / 2 + 10));
    QColor ground = c.window;
    ground.setAlpha(215);
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(isSelected() || hovered_ ? c.text : c.quiet);
    painter->drawText(box, Qt::AlignCenter, text);
}

void CallItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    hovered_ = true;
    setZValue(1.5);
    update();
}

void CallItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    hovered_ = false;
    setZValue(1);
    update();
}

}  // namespace headroom::desktop
