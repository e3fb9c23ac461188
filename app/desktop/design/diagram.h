// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/yaml_node.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <optional>

/// The architecture as the text has it, also where the text has errors: what the canvas and the outline draw.
namespace headroom::desktop {

struct DiagramNode {
    QString name, type, about;
    QStringList zones;
    QStringList operations;
    std::optional<QPointF> position;  ///< of its centre, as the file says
    QString only = {};                ///< the variant being rolled out, where only that has it
};

struct DiagramEdge {
    QString from, to;
    QStringList operations;           ///< of `to` that are asked for
    QStringList paths;                ///< of the calls: `components.api.operations.feed[0].call`; of a pass-through, its key
    enum class Kind { call, forward, send, control } kind = Kind::call;
    QString only = {};                ///< as of a node
};

struct Diagram {
    QList<DiagramNode> nodes;         ///< in the order of the file
    QList<DiagramEdge> edges;         ///< each pair once
    QStringList entries;

    const DiagramNode* node(const QString& name) const;
    const DiagramEdge* edge(const QString& from, const QString& to) const;
};

Diagram diagramOf(const model::YamlNode& root);

/// Adds what `rolledOut` has and `diagram` has not: components, and the calls that they take part in.
void addOnly(Diagram& diagram, const Diagram& rolledOut, const QString& variant);

/// Centres for all nodes: those of the file, and layers from left to right for the rest.
QHash<QString, QPointF> placed(const Diagram& diagram);
/// Layers for all nodes, whatever the file says.
QHash<QString, QPointF> laidOut(const Diagram& diagram);

constexpr double kNodeWidth = 156;
constexpr double kNodeHeight = 74;

}  // namespace headroom::desktop
