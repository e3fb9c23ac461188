// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"
#include "app/desktop/document/scenario_document.h"

#include <QHash>
#include <QObject>
#include <QPointF>

#include <optional>

namespace headroom::desktop {

class Workspace;

/// What people do to the architecture, each as one undoable step in the file.
class DesignCommands : public QObject {
    Q_OBJECT

public:
    enum class Edge { left, right, top, bottom, centreAcross, centreDown };

    explicit DesignCommands(Workspace& workspace, QObject* parent = nullptr);

    /// Returns the new component's name; empty if it could not be added.
    QString add(const QString& type, const QPointF& centre);
    void remove(const QStringList& components);
    void removeCall(const QString& from, const QString& to);
    /// Copies beside the originals; calls among them stay among the copies.
    QStringList duplicate(const QStringList& components);
    QString copied(const QStringList& components) const;
    QStringList paste(const QString& text, const std::optional<QPointF>& centre = {});
    void move(const QHash<QString, QPointF>& centres, const QString& mergeKey = {});
    void align(const QStringList& components, Edge edge);
    void layOut();
    bool rename(const QString& component, const QString& name);

    /// Whether a call (or what is behind a pass-through) may lead from one to the other.
    bool canConnect(const QString& from, const QString& to) const;
    /// `fromOperation` and `operation` are empty for pass-throughs; else the first of each.
    void connectComponents(const QString& from, const QString& to, const QString& fromOperation = {}, const QString& operation = {});
    /// What `component` can be asked for, through pass-throughs.
    QStringList operationsBehind(const QString& component) const;

private:
    QString freeName(const QString& base) const;
    QString place(const QPointF& point) const;
    /// What stands where the layout has put it stays there when something comes beside it.
    std::vector<ScenarioDocument::Change> placesKept() const;

    Workspace& workspace_;
};

/// A node of the tree as YAML on one line.
QString flowText(const model::YamlNode& node);

}  // namespace headroom::desktop
