// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"

#include <QGraphicsPathItem>

namespace headroom::desktop {

/// A call from one component to another: an arrow, as wide as its rate. Dashed where something is controlled instead.
class CallItem : public QGraphicsPathItem {
public:
    enum { Type = UserType + 2 };

    explicit CallItem(const DiagramEdge& edge);

    int type() const override { return Type; }
    const DiagramEdge& edge() const { return edge_; }
    void setEdge(const DiagramEdge& edge);
    /// Centres of both ends, and of what stands in the way: the arrow bends around that.
    void setEnds(const QPointF& from, const QPointF& to, const QList<QPointF>& others = {});
    /// Calls per second, and the highest of the diagram; NaN: not known.
    void setRate(double rate, double highest);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    QString label() const;
    void describe();

    DiagramEdge edge_;
    QPolygonF arrow_;
    double rate_;
    double width_ = 1.4;
    bool hovered_ = false;
};

}  // namespace headroom::desktop
