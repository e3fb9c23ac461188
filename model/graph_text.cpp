// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph_text.h"

#include "model/architecture.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>

#include <algorithm>
#include <map>
#include <sstream>

namespace headroom::model {
namespace {

struct Node {
    std::string name, type;
};
struct Arc {
    std::string operations, kind;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Arc>;

/// On one line; XML and Graphviz know no other control characters.
std::string oneLine(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return out;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + oneLine(name);
    return text;
}

Graph graphOf(const Scenario& scenario) {
    const Architecture architecture = architectureOf(scenario);
    Graph graph;
    std::map<std::string, std::size_t> numbers;
    for (const Component& component : scenario.components)
        numbers[component.name] = boost::add_vertex(
            Node{oneLine(component.name), std::string(typeName(component.spec))}, graph);
    for (const Edge& edge : architecture.edges)
        boost::add_edge(numbers.at(edge.from), numbers.at(edge.to),
                        Arc{listed(edge.operations), "call"}, graph);
    for (const Component& component : scenario.components) {
        const auto* scaler = std::get_if<AutoscalerSpec>(&component.spec);
        if (!scaler || !numbers.contains(scaler->scales)) continue;
        boost::add_edge(numbers.at(component.name), numbers.at(scaler->scales), Arc{"", "scales"},
                        graph);
    }
    return graph;
}

/// Between double quotes: a quote would end it, and a backslash begins an escape.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string wordsOf(std::string type) {
    std::ranges::replace(type, '_', ' ');
    return type;
}

}  // namespace

std::string dotText(const Scenario& scenario) {
    const Graph graph = graphOf(scenario);
    std::ostringstream out;
    const auto node = [&graph](std::ostream& stream, Graph::vertex_descriptor vertex) {
        const std::string name = quoted(graph[vertex].name);
        // The line break is an escape of DOT, which comes after the name's own backslashes are
        // doubled.
        stream << "[label=" << name.substr(0, name.size() - 1) << "\\n"
               << wordsOf(graph[vertex].type) << "\"]";
    };
    const auto edge = [&graph](std::ostream& stream, const Graph::edge_descriptor& arc) {
        if (graph[arc].kind == "scales")
            stream << "[style=dashed, label=\"scales\"]";
        else if (!graph[arc].operations.empty())
            stream << "[label=" << quoted(graph[arc].operations) << "]";
    };
    const auto whole = [&scenario](std::ostream& stream) {
        stream << "label=" << quoted(oneLine(scenario.name)) << ";\n"
               << "node [shape=box, style=rounded];\n";
    };
    boost::write_graphviz(out, graph, node, edge, whole);
    return out.str();
}

std::string graphMlText(const Scenario& scenario) {
    Graph graph = graphOf(scenario);
    boost::dynamic_properties properties;
    properties.property("name", boost::get(&Node::name, graph));
    properties.property("type", boost::get(&Node::type, graph));
    properties.property("operations", boost::get(&Arc::operations, graph));
    properties.property("kind", boost::get(&Arc::kind, graph));
    std::ostringstream out;
    boost::write_graphml(out, graph, properties, true);
    return out.str();
}

}  // namespace headroom::model
