// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/design_commands.h"

#include "app/desktop/base/text.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/document/rename.h"
#include "app/desktop/document/variant_path.h"
#include "app/desktop/window/workspace.h"
#include "model/file/scenario_writer.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

using Change = ScenarioDocument::Change;
constexpr double kBeside = 36;
constexpr int kGrid = 10;

Change setting(const QString& path, const QString& value) {
    return [p = fromQt(path), v = fromQt(value)](const std::string& text) { return model::withValue(text, p, v); };
}

Change appending(const QString& path, const QString& item) {
    return [p = fromQt(path), v = fromQt(item)](const std::string& text) { return model::withItem(text, p, v); };
}

Change removing(const QString& path) {
    return [p = fromQt(path)](const std::string& text) { return model::withoutEntry(text, p); };
}

/// Does nothing where there is nothing.
Change removingIfThere(const QString& path) {
    return [p = fromQt(path)](const std::string& text) {
        auto result = model::withoutEntry(text, p);
        return result ? result : model::Parsed<std::string>(text);
    };
}

QPointF onGrid(const QPointF& point) {
    return {std::round(point.x() / kGrid) * kGrid, std::round(point.y() / kGrid) * kGrid};
}

/// The step that holds a call: `…feed[1]` of `…feed[1].call`.
QString stepOf(const QString& callPath) { return callPath.section(u'.', 0, -2); }

/// Steps later in a list first, so that the earlier ones keep their indices.
void sortLastFirst(QStringList& paths) {
    static const QRegularExpression number(QStringLiteral(R"(\[(\d+)\])"));
    const auto key = [](QString path) {
        qsizetype at = 0;
        for (auto match = number.match(path); match.hasMatch(); match = number.match(path, at)) {
            const QString padded = QStringLiteral("[%1]").arg(match.captured(1).toInt(), 6, 10, QLatin1Char('0'));
            path.replace(match.capturedStart(), match.capturedLength(), padded);
            at = match.capturedStart() + padded.size();
        }
        return path;
    };
    std::ranges::sort(paths, std::ranges::greater{}, key);
}

const model::YamlNode* componentNode(const Workspace& workspace, const QString& name) {
    const model::YamlNode* components = workspace.tree().find("components");
    return components ? components->find(fromQt(name)) : nullptr;
}

}  // namespace

DesignCommands::DesignCommands(Workspace& workspace, QObject* parent) : QObject(parent), workspace_(workspace) {}

QString DesignCommands::freeName(const QString& base) const {
    const Diagram diagram = diagramOf(workspace_.tree());
    const Diagram ofBase = diagramOf(workspace_.document().tree({}));
    QString name = base;
    for (int i = 2; diagram.node(name) || ofBase.node(name); ++i) name = base + QString::number(i);
    return name;
}

QString DesignCommands::place(const QPointF& point) const {
    const QPointF p = onGrid(point);
    return QStringLiteral("[%1, %2]").arg(std::max(0, qRound(p.x()))).arg(std::max(0, qRound(p.y())));
}

std::vector<ScenarioDocument::Change> DesignCommands::placesKept() const {
    const Diagram diagram = diagramOf(workspace_.tree());
    const auto places = placed(diagram);
    std::vector<Change> changes;
    for (const DiagramNode& node : diagram.nodes)
        if (!node.position) changes.push_back(setting(QStringLiteral("layout.") + node.name, place(places.value(node.name))));
    return changes;
}

QString DesignCommands::add(const QString& type, const QPointF& centre) {
    const ComponentKind* kind = componentKind(type);
    if (kind == nullptr) return {};
    const QString name = freeName(type);
    const QString variant = workspace_.variant();
    const QString parent = variant.isEmpty() ? QStringLiteral("components.") : QStringLiteral("variants.%1.add.components.").arg(variant);
    std::vector<Change> changes = placesKept();
    changes.push_back(setting(parent + name, QString::fromLatin1(kind->starter)));
    changes.push_back(setting(QStringLiteral("layout.") + name, place(centre)));
    return workspace_.edit(tr("Add %1").arg(kindName(type)), changes) ? QString() : name;
}

void DesignCommands::remove(const QStringList& components) {
    if (components.isEmpty()) return;
    const Diagram diagram = diagramOf(workspace_.tree());
    QStringList steps;
    for (const DiagramEdge& edge : diagram.edges)
        if (components.contains(edge.to) && !components.contains(edge.from) && edge.kind != DiagramEdge::Kind::forward)
            for (const QString& path : edge.paths) steps << stepOf(path);
    sortLastFirst(steps);
    std::vector<Change> changes;
    const auto drop = [&](const QString& path) {
        const QString written = writePath(workspace_.document(), workspace_.variant(), path);
        if (written.contains(u".set."))
            changes.push_back(appending(QStringLiteral("variants.%1.remove").arg(workspace_.variant()), u'"' + path + u'"'));
        else
            changes.push_back(removing(written));
    };
    for (const QString& step : steps) drop(step);
    for (const QString& name : components) drop(QStringLiteral("components.") + name);
    if (workspace_.variant().isEmpty())
        for (const QString& name : components) changes.push_back(removingIfThere(QStringLiteral("layout.") + name));
    const QString label = components.size() == 1 ? tr("Delete %1").arg(components.front())
                                                 : tr("Delete %n components", nullptr, static_cast<int>(components.size()));
    workspace_.edit(label, changes);
}

void DesignCommands::removeCall(const QString& from, const QString& to) {
    const Diagram diagram = diagramOf(workspace_.tree());
    const DiagramEdge* edge = diagram.edge(from, to);
    if (edge == nullptr) return;
    QStringList paths;
    for (const QString& path : edge->paths) paths << (path.endsWith(u".call") || path.endsWith(u".send") ? stepOf(path) : path);
    sortLastFirst(paths);
    std::vector<Change> changes;
    for (const QString& path : paths) {
        const QString written = writePath(workspace_.document(), workspace_.variant(), path);
        changes.push_back(written.contains(u".set.")
                              ? appending(QStringLiteral("variants.%1.remove").arg(workspace_.variant()), u'"' + path + u'"')
                              : removing(written));
    }
    workspace_.edit(tr("Delete the call from %1 to %2").arg(from, to), changes);
}

QStringList DesignCommands::duplicate(const QStringList& components) { return paste(copied(components)); }

/// A mapping of components with their places, which other editors can read too.
QString DesignCommands::copied(const QStringList& components) const {
    const auto places = placed(diagramOf(workspace_.tree()));
    QString text = QStringLiteral("components:\n");
    QString layout = QStringLiteral("layout:\n");
    for (const QString& name : components) {
        const model::YamlNode* node = componentNode(workspace_, name);
        if (node == nullptr) continue;
        text += QStringLiteral("  %1: %2\n").arg(name, flowText(*node));
        layout += QStringLiteral("  %1: %2\n").arg(name, place(places.value(name)));
    }
    return components.isEmpty() ? QString() : text + layout;
}

QStringList DesignCommands::paste(const QString& text, const std::optional<QPointF>& centre) {
    model::YamlText yaml = model::parseYaml(fromQt(text), {});
    const Diagram pasted = yaml.complete ? diagramOf(yaml.root) : Diagram();
    if (pasted.nodes.isEmpty()) return {};
    const auto places = placed(pasted);
    QPointF shift(kBeside, kBeside);
    if (centre) shift = *centre - places.value(pasted.nodes.front().name);
    const QString variant = workspace_.variant();
    const QString parent = variant.isEmpty() ? QStringLiteral("components.") : QStringLiteral("variants.%1.add.components.").arg(variant);
    QHash<QString, QString> names;
    for (const DiagramNode& node : pasted.nodes) names[node.name] = freeName(node.name);
    std::vector<Change> changes = placesKept();
    QStringList added;
    for (const DiagramNode& node : pasted.nodes) {
        model::YamlNode component = *yaml.root.find("components")->find(fromQt(node.name));
        redirect(component, names);
        changes.push_back(setting(parent + names[node.name], flowText(component)));
        changes.push_back(setting(QStringLiteral("layout.") + names[node.name], place(places.value(node.name) + shift)));
        added << names[node.name];
    }
    return workspace_.edit(tr("Paste"), changes) ? QStringList() : added;
}

void DesignCommands::move(const QHash<QString, QPointF>& centres, const QString& mergeKey) {
    std::vector<Change> changes;
    QStringList names = centres.keys();
    names.sort();
    for (const QString& name : names) changes.push_back(setting(QStringLiteral("layout.") + name, place(centres[name])));
    workspace_.edit(tr("Move"), changes, mergeKey);
}

void DesignCommands::align(const QStringList& components, Edge edge) {
    if (components.size() < 2) return;
    const auto places = placed(diagramOf(workspace_.tree()));
    double low = 1e18, high = -1e18;
    const bool across = edge == Edge::left || edge == Edge::right || edge == Edge::centreAcross;
    for (const QString& name : components) {
        const double value = across ? places.value(name).x() : places.value(name).y();
        low = std::min(low, value);
        high = std::max(high, value);
    }
    const bool first = edge == Edge::left || edge == Edge::top;
    const bool last = edge == Edge::right || edge == Edge::bottom;
    const double to = first ? low : last ? high : (low + high) / 2;
    QHash<QString, QPointF> centres;
    for (const QString& name : components)
        centres[name] = across ? QPointF(to, places.value(name).y()) : QPointF(places.value(name).x(), to);
    move(centres);
}

void DesignCommands::layOut() {
    const auto places = laidOut(diagramOf(workspace_.tree()));
    if (!places.isEmpty()) move(places);
}

bool DesignCommands::rename(const QString& component, const QString& name) {
    if (name == component) return true;
    static const QRegularExpression valid(QStringLiteral("^[\\w-]+$"), QRegularExpression::UseUnicodePropertiesOption);
    if (!valid.match(name).hasMatch() || freeName(name) != name) return false;
    workspace_.edit(tr("Rename %1").arg(component), {[=](const std::string& text) {
                        return renamed(text, fromQt(component), fromQt(name));
                    }});
    if (workspace_.selection().contains(component)) workspace_.setSelection({name});
    return true;
}

bool DesignCommands::canConnect(const QString& from, const QString& to) const {
    if (from == to) return false;
    const Diagram diagram = diagramOf(workspace_.tree());
    const DiagramNode* source = diagram.node(from);
    const DiagramNode* target = diagram.node(to);
    if (source == nullptr || target == nullptr || target->type == u"client") return false;
    const ComponentKind* kind = componentKind(source->type);
    const bool forwards = kind && *kind->link != '\0';
    return forwards || !source->operations.isEmpty();
}

QStringList DesignCommands::operationsBehind(const QString& component) const {
    const Diagram diagram = diagramOf(workspace_.tree());
    QString name = component;
    for (qsizetype i = 0; i <= diagram.nodes.size(); ++i) {
        const DiagramNode* node = diagram.node(name);
        if (node == nullptr) return {};
        if (!node->operations.isEmpty()) return node->operations;
        const auto next = std::ranges::find_if(diagram.edges, [&](const DiagramEdge& edge) {
            return edge.from == name && edge.kind == DiagramEdge::Kind::forward;
        });
        if (next == diagram.edges.end()) return {};
        name = next->to;
    }
    return {};
}

void DesignCommands::connectComponents(const QString& from, const QString& to, const QString& fromOperation, const QString& operation) {
    if (!canConnect(from, to)) return;
    const Diagram diagram = diagramOf(workspace_.tree());
    const DiagramNode* source = diagram.node(from);
    const ComponentKind* kind = componentKind(source->type);
    const QString label = tr("Connect %1 to %2").arg(from, to);
    const QString path = QStringLiteral("components.") + from;
    if (kind && *kind->link != '\0') {
        workspace_.setValue(path + u'.' + QLatin1String(kind->link), to, label);
        return;
    }
    const QString within = fromOperation.isEmpty() ? source->operations.value(0) : fromOperation;
    const QStringList offered = operationsBehind(to);
    const QString asked = operation.isEmpty() ? offered.value(0, QStringLiteral("call")) : operation;
    workspace_.appendItem(path + QStringLiteral(".operations.") + within,
                          QStringLiteral("{call: {to: %1, operation: %2}}").arg(to, asked), label);
}

}  // namespace headroom::desktop
