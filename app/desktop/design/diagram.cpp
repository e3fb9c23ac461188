// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/diagram.h"

#include "app/desktop/base/text.h"
#include "app/report/graph_layout.h"
#include "model/architecture.h"

#include <algorithm>

namespace headroom::desktop {

namespace {

using model::YamlNode;
using Kind = DiagramEdge::Kind;

QString textAt(const YamlNode& node, std::string_view key) {
    const YamlNode* child = node.find(key);
    return child && child->isScalar() ? toQt(child->text) : QString();
}

/// Keys of a component that name another one.
constexpr std::pair<std::string_view, Kind> kLinks[] = {
    {"to", Kind::forward}, {"origin", Kind::forward}, {"scales", Kind::control}};

QStringList zonesOf(const YamlNode& component) {
    QStringList zones;
    if (const QString zone = textAt(component, "zone"); !zone.isEmpty()) zones << zone;
    if (const YamlNode* list = component.find("zones"))
        for (const YamlNode& child : list->children) zones << toQt(child.text);
    return zones;
}

class Builder {
public:
    explicit Builder(Diagram& diagram) : diagram_(diagram) {}

    void addComponent(const YamlNode& component) {
        from_ = toQt(component.key);
        DiagramNode node{from_, textAt(component, "type"), textAt(component, "about"), zonesOf(component), {}, {}};
        if (const YamlNode* operations = component.find("operations"))
            for (const YamlNode& operation : operations->children) node.operations << toQt(operation.key);
        diagram_.nodes << node;
    }

    void addEdges(const YamlNode& component) {
        from_ = toQt(component.key);
        const QString path = QStringLiteral("components.") + from_;
        for (const auto& [key, kind] : kLinks)
            if (const QString to = textAt(component, key); !to.isEmpty()) add(to, {}, path + u'.' + toQt(key), kind);
        if (const YamlNode* operations = component.find("operations"))
            for (const YamlNode& operation : operations->children)
                search(operation, path + QStringLiteral(".operations.") + toQt(operation.key));
    }

private:
    /// Calls in the steps, however deep. Steps of an operation written as a mapping are addressed without `.steps`.
    void search(const YamlNode& node, const QString& path) {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const YamlNode& child = node.children[i];
            const QString key = toQt(child.key);
            const bool list = node.isSequence();
            const QString deeper = list ? path + QStringLiteral("[%1]").arg(i) : key == u"steps" ? path : path + u'.' + key;
            if (child.isMapping() && (key == u"call" || key == u"send"))
                add(textAt(child, "to"), textAt(child, "operation"), deeper, key == u"call" ? Kind::call : Kind::send);
            search(child, deeper);
        }
    }

    void add(const QString& to, const QString& operation, const QString& path, Kind kind) {
        if (diagram_.node(to) == nullptr) return;
        auto found = std::ranges::find_if(diagram_.edges,
                                          [&](const DiagramEdge& edge) { return edge.from == from_ && edge.to == to; });
        if (found == diagram_.edges.end()) {
            diagram_.edges << DiagramEdge{from_, to, {}, {}, kind};
            found = diagram_.edges.end() - 1;
        }
        if (!operation.isEmpty() && !found->operations.contains(operation)) found->operations << operation;
        found->paths << path;
    }

    Diagram& diagram_;
    QString from_;
};

void readLayout(const YamlNode& root, Diagram& diagram) {
    const YamlNode* layout = root.find("layout");
    for (DiagramNode& node : diagram.nodes) {
        const YamlNode* place = layout ? layout->find(fromQt(node.name)) : nullptr;
        if (place == nullptr || place->children.size() != 2) continue;
        node.position = QPointF(toQt(place->children[0].text).toDouble(), toQt(place->children[1].text).toDouble());
    }
}

void readEntries(const YamlNode& root, Diagram& diagram) {
    const YamlNode* workload = root.find("workload");
    if (workload == nullptr) return;
    diagram.entries << textAt(*workload, "entry");
    if (const YamlNode* profiles = workload->find("profiles"))
        for (const YamlNode& profile : profiles->children) diagram.entries << textAt(profile, "entry");
    diagram.entries.removeAll(QString());
    diagram.entries.removeDuplicates();
}

/// Left to right is top to bottom with the axes exchanged.
report::GraphMeasures measures() {
    return {.nodeWidth = kNodeHeight, .nodeHeight = kNodeWidth, .gapAcross = 34, .gapDown = 56, .passing = 22};
}

}  // namespace

const DiagramNode* Diagram::node(const QString& name) const {
    const auto found = std::ranges::find(nodes, name, &DiagramNode::name);
    return found == nodes.end() ? nullptr : &*found;
}

const DiagramEdge* Diagram::edge(const QString& from, const QString& to) const {
    const auto found = std::ranges::find_if(edges, [&](const DiagramEdge& e) { return e.from == from && e.to == to; });
    return found == edges.end() ? nullptr : &*found;
}

void addOnly(Diagram& diagram, const Diagram& rolledOut, const QString& variant) {
    QStringList added;
    for (DiagramNode node : rolledOut.nodes) {
        if (diagram.node(node.name) != nullptr) continue;
        added << node.name;
        node.only = variant;
        diagram.nodes << node;
    }
    for (DiagramEdge edge : rolledOut.edges) {
        if (!added.contains(edge.from) && !added.contains(edge.to)) continue;
        edge.only = variant;
        diagram.edges << edge;
    }
}

Diagram diagramOf(const YamlNode& root) {
    Diagram diagram;
    const YamlNode* components = root.find("components");
    if (components == nullptr || !components->isMapping()) return diagram;
    Builder builder(diagram);
    for (const YamlNode& component : components->children) builder.addComponent(component);
    for (const YamlNode& component : components->children) builder.addEdges(component);
    readLayout(root, diagram);
    readEntries(root, diagram);
    return diagram;
}

QHash<QString, QPointF> laidOut(const Diagram& diagram) {
    model::Architecture architecture;
    for (const DiagramNode& node : diagram.nodes) architecture.nodes.push_back(fromQt(node.name));
    std::vector<report::GraphEdge> edges;
    const auto indexOf = [&](const QString& name) {
        return static_cast<int>(std::ranges::find(diagram.nodes, name, &DiagramNode::name) - diagram.nodes.begin());
    };
    for (const DiagramEdge& edge : diagram.edges) {
        architecture.edges.push_back({fromQt(edge.from), fromQt(edge.to), {}});
        edges.push_back({indexOf(edge.from), indexOf(edge.to)});
    }
    std::vector<std::string> entries;
    for (const QString& entry : diagram.entries)
        if (diagram.node(entry)) entries.push_back(fromQt(entry));
    const auto layout = report::layOut(model::layersOf(architecture, entries), edges, measures());
    QHash<QString, QPointF> places;
    for (qsizetype i = 0; i < diagram.nodes.size(); ++i) {
        const report::Point& centre = layout.centres[static_cast<std::size_t>(i)];
        places[diagram.nodes[i].name] = QPointF(std::round(centre.y), std::round(centre.x));
    }
    return places;
}

QHash<QString, QPointF> placed(const Diagram& diagram) {
    const bool all = std::ranges::all_of(diagram.nodes, [](const DiagramNode& n) { return n.position.has_value(); });
    QHash<QString, QPointF> places = all ? QHash<QString, QPointF>() : laidOut(diagram);
    for (const DiagramNode& node : diagram.nodes)
        if (node.position) places[node.name] = *node.position;
    return places;
}

}  // namespace headroom::desktop
