// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"
#include "app/desktop/run/system_figures.h"

#include <QAbstractItemModel>

namespace headroom::desktop {

class Workspace;

/// The canvas as a tree, for keyboards and screen readers: components with their type and state, and below each what it
/// calls.
class OutlineTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit OutlineTreeModel(Workspace& workspace, QObject* parent = nullptr);

    QModelIndex indexOf(const QString& component) const;
    /// The component of a row; of a call, who calls.
    QString componentAt(const QModelIndex& index) const;
    /// The callee of a call's row; empty for a component.
    QString calleeAt(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void readDiagram();
    QList<DiagramEdge> callsOf(const QString& component) const;
    QString figureText(const QModelIndex& index) const;
    QString rollOutText(const QString& component) const;

    Workspace& workspace_;
    Diagram diagram_;
    QList<QList<DiagramEdge>> calls_;  ///< by component
};

}  // namespace headroom::desktop
