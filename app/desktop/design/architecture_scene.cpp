// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/architecture_scene.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/call_item.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/design/component_item.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/design/roll_out_twin.h"
#include "app/desktop/design/zone_item.h"
#include "app/desktop/window/problems_model.h"
#include "app/desktop/window/workspace.h"

#include <QGraphicsLineItem>
#include <QGraphicsSceneMouseEvent>
#include <QMimeData>
#include <QPen>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {
constexpr auto kTypeFormat = "application/x-headroom-component-type";

QString keyOf(const DiagramEdge& edge) { return edge.from + u'>' + edge.to; }
}  // namespace

ArchitectureScene::ArchitectureScene(Workspace& workspace, DesignCommands& commands, QObject* parent)
    : QGraphicsScene(parent), workspace_(workspace), commands_(commands) {
    connect(&workspace_, &Workspace::scenarioChanged, this, &ArchitectureScene::rebuild);
    connect(&workspace_, &Workspace::figuresChanged, this, &ArchitectureScene::updateFigures);
    connect(&workspace_, &Workspace::selectionChanged, this, &ArchitectureScene::followSelection);
    connect(this, &QGraphicsScene::selectionChanged, this, &ArchitectureScene::takeSelection);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (ComponentItem* item : components_) item->update();
        update();
    });
    rebuild();
}

ArchitectureScene::~ArchitectureScene() { disconnect(); }

void ArchitectureScene::rebuild() {
    const QScopedValueRollback guard(following_, true);
    diagram_ = diagramOf(workspace_.tree());
    if (const auto& scenario = workspace_.scenario(); scenario && scenario->rollOut) {
        const QString variant = toQt(scenario->rollOut->variant);
        addOnly(diagram_, diagramOf(workspace_.document().tree(variant)), variant);
    }
    places_ = placed(diagram_);
    updateComponents();
    updateCalls();
    updateZones();
    updateProblems();
    updateFigures();
    followSelection();
    const QRectF around = itemsBoundingRect();
    setSceneRect(around.adjusted(-600, -400, 600, 400));
    Q_EMIT edited();
}

void ArchitectureScene::updateComponents() {
    for (const QString& name : components_.keys())
        if (diagram_.node(name) == nullptr) delete components_.take(name);
    for (const DiagramNode& node : diagram_.nodes) {
        ComponentItem*& item = components_[node.name];
        if (item == nullptr) {
            item = new ComponentItem(node);
            addItem(item);
            connect(item, &ComponentItem::moved, this, [this, name = node.name] { routeCallsOf(name); });
        }
        item->setNode(node);
        item->setPos(places_.value(node.name));
    }
}

QList<QPointF> ArchitectureScene::othersThan(const DiagramEdge& edge) const {
    QList<QPointF> centres;
    for (const ComponentItem* item : components_)
        if (item->name() != edge.from && item->name() != edge.to) centres << item->pos();
    return centres;
}

void ArchitectureScene::updateCalls() {
    for (const QString& key : calls_.keys())
        if (diagram_.edge(key.section(u'>', 0, 0), key.section(u'>', 1)) == nullptr) delete calls_.take(key);
    for (const DiagramEdge& edge : diagram_.edges) {
        CallItem*& item = calls_[keyOf(edge)];
        if (item == nullptr) {
            item = new CallItem(edge);
            addItem(item);
        }
        item->setEdge(edge);
        item->setEnds(places_.value(edge.from), places_.value(edge.to), othersThan(edge));
    }
}

void ArchitectureScene::updateZones() {
    qDeleteAll(zones_);
    zones_.clear();
    QMap<QString, QRectF> frames;
    for (const DiagramNode& node : diagram_.nodes)
        for (const QString& zone : node.zones)
            frames[zone] |= ComponentItem::box().translated(places_.value(node.name)).adjusted(-18, -34, 18, 18);
    for (auto frame = frames.cbegin(); frame != frames.cend(); ++frame) {
        zones_ << new ZoneItem(frame.key(), frame.value());
        addItem(zones_.back());
    }
}

void ArchitectureScene::updateProblems() {
    QHash<QString, QStringList> problems;
    for (const model::Diagnostic& one : workspace_.document().diagnostics())
        if (one.severity == model::Diagnostic::Severity::error) problems[componentOf(toQt(one.path))] << sentenceOf(one);
    for (ComponentItem* item : components_) item->setProblem(problems.value(item->name()).join(u'\n'));
}

void ArchitectureScene::updateFigures() {
    const SystemFigures& figures = workspace_.figures();
    for (ComponentItem* item : components_) {
        item->setFigures(figures.components.value(item->name()), item->name() == figures.bottleneck);
        item->setTwin(twinOf(workspace_, item->name()));
    }
    double highest = 0;
    for (const double rate : figures.callRates)
        if (std::isfinite(rate)) highest = std::max(highest, rate);
    for (CallItem* item : calls_) item->setRate(figures.callRate(item->edge().from, item->edge().to), highest);
}

QStringList ArchitectureScene::selectedComponents() const {
    QStringList names;
    for (const DiagramNode& node : diagram_.nodes)
        if (const ComponentItem* item = components_.value(node.name); item && item->isSelected()) names << node.name;
    return names;
}

void ArchitectureScene::takeSelection() {
    if (following_) return;
    const QScopedValueRollback guard(following_, true);
    const QStringList names = selectedComponents();
    const QList<QGraphicsItem*> all = selectedItems();
    if (names.isEmpty() && all.size() == 1 && all.front()->type() == CallItem::Type) {
        const DiagramEdge& edge = static_cast<CallItem*>(all.front())->edge();
        workspace_.selectCall(edge.from, edge.to);
    } else {
        workspace_.setSelection(names);
    }
}

void ArchitectureScene::followSelection() {
    const QScopedValueRollback guard(following_, true);
    for (ComponentItem* item : components_) item->setSelected(workspace_.selection().contains(item->name()));
    for (CallItem* item : calls_)
        item->setSelected(workspace_.selectedCall() == qMakePair(item->edge().from, item->edge().to));
}

void ArchitectureScene::setFilter(const QString& text) {
    for (ComponentItem* item : components_) {
        const bool matches = text.isEmpty() || item->name().contains(text, Qt::CaseInsensitive) ||
                             item->node().type.contains(text, Qt::CaseInsensitive) ||
                             kindName(item->node().type).contains(text, Qt::CaseInsensitive);
        item->setFaded(!matches);
    }
}

void ArchitectureScene::routeCallsOf(const QString& component) {
    for (CallItem* item : calls_) {
        const DiagramEdge& edge = item->edge();
        if (edge.from != component && edge.to != component) continue;
        const ComponentItem* from = components_.value(edge.from);
        const ComponentItem* to = components_.value(edge.to);
        if (from && to) item->setEnds(from->pos(), to->pos(), othersThan(edge));
    }
}

void ArchitectureScene::beginCall(ComponentItem* from, const QPointF& at) {
    calling_ = from;
    line_ = addLine(QLineF(from->mapToScene(from->port()), at), QPen(colours().accent, 2, Qt::DashLine));
    line_->setZValue(5);
    for (ComponentItem* item : components_) item->setTarget(commands_.canConnect(from->name(), item->name()));
}

void ArchitectureScene::cancelCall() {
    calling_ = nullptr;
    delete line_;
    line_ = nullptr;
    for (ComponentItem* item : components_) item->setTarget(false);
}

void ArchitectureScene::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        for (QGraphicsItem* item : items(event->scenePos())) {
            if (item->type() != ComponentItem::Type) continue;
            auto* component = static_cast<ComponentItem*>(item);
            if (!component->node().only.isEmpty()) continue;
            if (component->isOnPort(component->mapFromScene(event->scenePos()))) return beginCall(component, event->scenePos());
        }
    QGraphicsScene::mousePressEvent(event);
}

void ArchitectureScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event) {
    if (line_ != nullptr) line_->setLine(QLineF(line_->line().p1(), event->scenePos()));
    else QGraphicsScene::mouseMoveEvent(event);
}

void ArchitectureScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (calling_ == nullptr) {
        QGraphicsScene::mouseReleaseEvent(event);
        return finishMove();
    }
    const QString from = calling_->name();
    cancelCall();
    for (QGraphicsItem* item : items(event->scenePos())) {
        if (item->type() != ComponentItem::Type) continue;
        const QString to = static_cast<ComponentItem*>(item)->name();
        if (commands_.canConnect(from, to)) return Q_EMIT callDragged(from, to, event->screenPos());
    }
}

void ArchitectureScene::finishMove() {
    QHash<QString, QPointF> moved;
    for (const ComponentItem* item : components_)
        if (item->pos() != places_.value(item->name())) moved[item->name()] = item->pos();
    if (!moved.isEmpty()) commands_.move(moved);
}

void ArchitectureScene::dragEnterEvent(QGraphicsSceneDragDropEvent* event) { dragMoveEvent(event); }

void ArchitectureScene::dragMoveEvent(QGraphicsSceneDragDropEvent* event) {
    event->setAccepted(event->mimeData()->hasFormat(kTypeFormat));
}

void ArchitectureScene::dropEvent(QGraphicsSceneDragDropEvent* event) {
    const QString type = QString::fromUtf8(event->mimeData()->data(kTypeFormat));
    const QString name = commands_.add(type, event->scenePos());
    if (!name.isEmpty()) workspace_.setSelection({name});
    event->acceptProposedAction();
}

}  // namespace headroom::desktop
