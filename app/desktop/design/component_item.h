// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"
#include "app/desktop/design/roll_out_twin.h"
#include "app/desktop/run/system_figures.h"

#include <QGraphicsObject>

namespace headroom::desktop {

/// A component on the canvas: symbol, name, one live figure, and a bar that fills as it gets busy. Its place is that of its
/// centre. A drag from the port at its right edge begins a call.
class ComponentItem : public QGraphicsObject {
    Q_OBJECT

public:
    enum { Type = UserType + 1 };

    explicit ComponentItem(const DiagramNode& node);

    int type() const override { return Type; }
    const QString& name() const { return node_.name; }
    const DiagramNode& node() const { return node_; }
    void setNode(const DiagramNode& node);
    void setFigures(const ComponentFigures& figures, bool bottleneck);
    void setProblem(const QString& problem);
    void setTwin(const RollOutTwin& twin);
    const RollOutTwin& twin() const { return twin_; }
    /// Whether it lights up as a place to drop a call.
    void setTarget(bool target);
    void setFaded(bool faded);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    static QRectF box() { return {-kNodeWidth / 2, -kNodeHeight / 2, kNodeWidth, kNodeHeight}; }
    QPointF port() const { return {kNodeWidth / 2, 0}; }
    bool isOnPort(const QPointF& point) const;

Q_SIGNALS:
    void moved();

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void paintFrame(QPainter& painter) const;
    void paintText(QPainter& painter) const;
    void paintNameOnly(QPainter& painter) const;
    void paintBar(QPainter& painter) const;
    void paintBadge(QPainter& painter) const;
    void paintTwin(QPainter& painter) const;
    void paintTwinShare(QPainter& painter) const;
    void describe();
    static QString figureText(const ComponentFigures& figures);

    DiagramNode node_;
    ComponentFigures figures_;
    QString problem_;
    RollOutTwin twin_;
    bool bottleneck_ = false, target_ = false, faded_ = false, hovered_ = false;
};

}  // namespace headroom::desktop
