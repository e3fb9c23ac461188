// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"

#include <QGraphicsScene>
#include <QHash>

class QGraphicsLineItem;
class QGraphicsRectItem;

namespace headroom::desktop {

class CallItem;
class ComponentItem;
class DesignCommands;
class Workspace;

/// The architecture of the chosen variant as items, kept in step with the file, the figures and the selection. What is
/// dragged becomes an edit when it is let go.
class ArchitectureScene : public QGraphicsScene {
    Q_OBJECT

public:
    ArchitectureScene(Workspace& workspace, DesignCommands& commands, QObject* parent = nullptr);
    ~ArchitectureScene() override;

    ComponentItem* component(const QString& name) const { return components_.value(name); }
    QList<ComponentItem*> components() const { return components_.values(); }
    CallItem* call(const QString& from, const QString& to) const { return calls_.value(from + u'>' + to); }
    QStringList selectedComponents() const;
    /// Only what matches stays bright; empty: all.
    void setFilter(const QString& text);
    void beginCall(ComponentItem* from, const QPointF& at);
    bool isCalling() const { return calling_ != nullptr; }
    void cancelCall();

Q_SIGNALS:
    /// A call was dragged from one to the other; where to ask for details.
    void callDragged(const QString& from, const QString& to, const QPoint& screen);
    void edited();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void dragMoveEvent(QGraphicsSceneDragDropEvent* event) override;
    void dragEnterEvent(QGraphicsSceneDragDropEvent* event) override;
    void dropEvent(QGraphicsSceneDragDropEvent* event) override;

private:
    void rebuild();
    void updateComponents();
    void updateCalls();
    QList<QPointF> othersThan(const DiagramEdge& edge) const;
    void updateZones();
    void updateProblems();
    void updateFigures();
    void followSelection();
    void takeSelection();
    void routeCallsOf(const QString& component);
    void finishMove();

    Workspace& workspace_;
    DesignCommands& commands_;
    Diagram diagram_;
    QHash<QString, QPointF> places_;
    QHash<QString, ComponentItem*> components_;
    QHash<QString, CallItem*> calls_;
    QList<QGraphicsItem*> zones_;
    ComponentItem* calling_ = nullptr;
    QGraphicsLineItem* line_ = nullptr;
    bool following_ = false;
};

}  // namespace headroom::desktop
