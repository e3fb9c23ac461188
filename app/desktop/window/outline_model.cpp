// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/outline_model.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/design/roll_out_twin.h"
#include "app/desktop/window/workspace.h"

#include <cmath>

namespace headroom::desktop {

namespace {
/// Components have 0 as id, calls the number of their component + 1.
constexpr quintptr kComponent = 0;
}  // namespace

OutlineTreeModel::OutlineTreeModel(Workspace& workspace, QObject* parent) : QAbstractItemModel(parent), workspace_(workspace) {
    connect(&workspace_, &Workspace::scenarioChanged, this, &OutlineTreeModel::readDiagram);
    connect(&workspace_, &Workspace::figuresChanged, this, [this] {
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, 1), {Qt::DisplayRole});
    });
    readDiagram();
}

void OutlineTreeModel::readDiagram() {
    beginResetModel();
    diagram_ = diagramOf(workspace_.tree());
    calls_.clear();
    for (const DiagramNode& node : diagram_.nodes) calls_ << callsOf(node.name);
    endResetModel();
}

QList<DiagramEdge> OutlineTreeModel::callsOf(const QString& component) const {
    QList<DiagramEdge> found;
    for (const DiagramEdge& edge : diagram_.edges)
        if (edge.from == component) found << edge;
    return found;
}

QModelIndex OutlineTreeModel::indexOf(const QString& component) const {
    for (int row = 0; row < rowCount(); ++row)
        if (diagram_.nodes[row].name == component) return index(row, 0);
    return {};
}

QString OutlineTreeModel::componentAt(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const qsizetype row = index.internalId() == kComponent ? index.row() : static_cast<qsizetype>(index.internalId()) - 1;
    return diagram_.nodes[row].name;
}

QString OutlineTreeModel::calleeAt(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kComponent) return {};
    return calls_[static_cast<qsizetype>(index.internalId()) - 1][index.row()].to;
}

QModelIndex OutlineTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kComponent);
}

QModelIndex OutlineTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kComponent) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kComponent);
}

int OutlineTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(diagram_.nodes.size());
    const bool component = parent.internalId() == kComponent && parent.column() == 0;
    return component ? static_cast<int>(calls_[parent.row()].size()) : 0;
}

int OutlineTreeModel::columnCount(const QModelIndex&) const { return 2; }

QString OutlineTreeModel::rollOutText(const QString& component) const {
    const RollOutTwin twin = twinOf(workspace_, component);
    return twin.exists() ? tr(", rolled out as in %1").arg(twin.text()) : QString();
}

QString OutlineTreeModel::figureText(const QModelIndex& index) const {
    const SystemFigures& figures = workspace_.figures();
    if (const QString callee = calleeAt(index); !callee.isEmpty()) {
        const double rate = figures.callRate(componentAt(index), callee);
        return std::isnan(rate) ? QString() : valueText(rate, model::Unit::perSecond);
    }
    const double load = figures.components.value(componentAt(index)).load();
    return std::isnan(load) ? QString() : valueText(load, model::Unit::share);
}

QVariant OutlineTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QString callee = calleeAt(index);
    const DiagramNode* node = diagram_.node(callee.isEmpty() ? componentAt(index) : callee);
    if (role == Qt::DecorationRole && index.column() == 0 && node) return componentIcon(node->type);
    if (role == Qt::DisplayRole) {
        if (index.column() == 1) {
            const QString twin = callee.isEmpty() && node != nullptr ? twinOf(workspace_, node->name).text() : QString();
            return twin.isEmpty() ? figureText(index) : figureText(index) + QStringLiteral(" · ") + twin;
        }
        return callee.isEmpty() ? node->name : tr("calls %1").arg(callee);
    }
    if (role == Qt::AccessibleTextRole && index.column() == 0 && node)
        return callee.isEmpty() ? tr("%1, %2 %3").arg(node->name, kindName(node->type), figureText(index)) + rollOutText(node->name) : tr("calls %1").arg(callee);
    if (role == Qt::ToolTipRole && node) return kindName(node->type) + (node->about.isEmpty() ? QString() : QStringLiteral("\n") + node->about);
    if (role == Qt::TextAlignmentRole && index.column() == 1) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant OutlineTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Component") : tr("Busy, or calls");
}

}  // namespace headroom::desktop
