// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"

#include "model/call_graph.h"
#include "model/call_site.h"
#include "model/operation_check.h"
#include "model/roll_out.h"
#include "model/said.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace headroom::model {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using GraphEdge = boost::graph_traits<Graph>::edge_descriptor;

class EdgeCollector {
public:
    explicit EdgeCollector(const Scenario& scenario)
        : scenario_(scenario), components_(scenario), sides_(scenario) {}

    Architecture collect() {
        const auto sites = callSites(scenario_);
        auto site = sites.begin();
        for (const Component& component : scenario_.components) {
            architecture_.nodes.push_back(component.name);
            for (const std::string_view to : component.destinations())
                for (const std::string& met : metFrom(component.name, to))
                    edge(component.name, met);
            for (; site != sites.end() && site->component == &component; ++site)
                for (const std::string& met : metFrom(component.name, site->to))
                    if (Edge* called = edge(component.name, met))
                        addOperation(*called, site->asked);
        }
        for (const ProfileAction& action : profileActions(scenario_.workload))
            for (const std::string& met : metFrom("", action.entry)) handOn(met, action.operation);
        for (const CallSite& call : sites)
            for (const std::string& met : metFrom(call.component->name, call.to))
                handOn(met, call.asked);
        return std::move(architecture_);
    }

private:
    /// What is asked where the file says `to`: that and, by what exists once, its twin.
    std::vector<std::string> metFrom(std::string_view caller, std::string_view to) const {
        std::vector<std::string> met{std::string(to)};
        if (sides_.hasTwin(to) && !sides_.hasTwin(caller)) met.push_back(sides_.met(to, true));
        return met;
    }

    /// The edge, made if there is none yet; null if it leads to nothing.
    Edge* edge(const std::string& from, std::string_view to) {
        if (!components_.find(to)) return nullptr;
        const auto [found, isNew] =
            places_.try_emplace({from, std::string(to)}, architecture_.edges.size());
        if (isNew) architecture_.edges.push_back({from, std::string(to), {}});
        return &architecture_.edges[found->second];
    }

    static void addOperation(Edge& edge, const std::string& operation) {
        if (std::ranges::find(edge.operations, operation) == edge.operations.end())
            edge.operations.push_back(operation);
    }

    /// Adds an operation to the edges of all pass-throughs from `to` on.
    void handOn(const std::string& to, const std::string& operation) {
        if (!handedOn_.emplace(to, operation).second) return;
        const Component* component = components_.find(to);
        if (!component) return;
        for (const Component* next : components_.behind(*component, operation))
            for (const std::string& met : metFrom(component->name, next->name)) {
                addOperation(*edge(component->name, met), operation);
                handOn(met, operation);
            }
    }

    const Scenario& scenario_;
    ComponentIndex components_;
    Sides sides_;
    Architecture architecture_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;
    std::set<std::pair<std::string, std::string>> handedOn_;
};

using Numbers = std::map<std::string, Vertex>;

Numbers numbersOf(const Architecture& architecture) {
    Numbers numbers;
    for (std::size_t i = 0; i < architecture.nodes.size(); ++i)
        numbers.emplace(architecture.nodes[i], i);
    return numbers;
}

Graph graphOf(const Architecture& architecture, const Numbers& numbers) {
    Graph graph(architecture.nodes.size());
    for (const Edge& edge : architecture.edges)
        boost::add_edge(numbers.at(edge.from), numbers.at(edge.to), graph);
    return graph;
}

std::vector<Vertex> rootsOf(const Numbers& numbers, const std::vector<std::string>& entries) {
    std::vector<Vertex> roots;
    for (const std::string& entry : entries) {
        if (const auto found = numbers.find(entry); found != numbers.end())
            roots.push_back(found->second);
    }
    return roots;
}

/// Records in what order a depth-first search leaves the nodes, and which edges close a cycle.
struct SearchRecord : boost::default_dfs_visitor {
    explicit SearchRecord(std::vector<Vertex>& left, std::set<std::pair<Vertex, Vertex>>& closing)
        : left_(&left), closing_(&closing) {}
    void back_edge(GraphEdge edge, const Graph& graph) const {
        closing_->emplace(boost::source(edge, graph), boost::target(edge, graph));
    }
    void finish_vertex(Vertex vertex, const Graph&) const { left_->push_back(vertex); }

    std::vector<Vertex>* left_;
    std::set<std::pair<Vertex, Vertex>>* closing_;
};

using Colors = std::vector<boost::default_color_type>;

/// Searches from each of the roots that has not been seen yet.
void search(const Graph& graph, const std::vector<Vertex>& roots, const SearchRecord& record,
            Colors& colors) {
    const auto map =
        boost::make_iterator_property_map(colors.begin(), boost::get(boost::vertex_index, graph));
    for (const Vertex root : roots) {
        if (colors[root] == boost::white_color) boost::depth_first_visit(graph, root, record, map);
    }
}

std::vector<std::string> entriesOf(const Workload& workload) {
    std::vector<std::string> entries;
    for (const Profile& profile : workload.profiles) {
        entries.push_back(profile.entry.empty() ? workload.entry : profile.entry);
    }
    return entries;
}

std::vector<GraphFault> checkReach(const Scenario& scenario) {
    const Architecture architecture = architectureOf(scenario);
    const Numbers numbers = numbersOf(architecture);
    const Graph graph = graphOf(architecture, numbers);
    std::vector<Vertex> left;
    std::set<std::pair<Vertex, Vertex>> closing;
    Colors colors(architecture.nodes.size(), boost::white_color);
    search(graph, rootsOf(numbers, entriesOf(scenario.workload)), SearchRecord(left, closing),
           colors);
    std::vector<GraphFault> faults;
    for (std::size_t i = 0; i < architecture.nodes.size(); ++i) {
        if (colors[i] != boost::white_color) continue;
        if (std::holds_alternative<AutoscalerSpec>(scenario.components[i].spec)) continue;
        faults.push_back({"components." + architecture.nodes[i],
                          said("Model", "`%1`, which no traffic reaches", {architecture.nodes[i]}),
                          said("Model", "a call to it, or it as an `entry`")});
    }
    return faults;
}

std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t kMost = 12;
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool isLeftOut =
            names.size() > kMost && i >= kMost / 2 && i + kMost / 2 < names.size();
        if (isLeftOut && i > kMost / 2) continue;
        text += (i > 0 ? " -> " : "") + (isLeftOut ? "…" : names[i]);
    }
    return text;
}

std::vector<GraphFault> checkRings(const Scenario& scenario) {
    std::vector<GraphFault> faults;
    const ComponentIndex components(scenario);
    for (const auto& ring : components.rings()) {
        std::vector<std::string> names;
        for (const Component* component : ring) names.push_back(component->name);
        names.push_back(names.front());
        faults.push_back({passPath(*ring.front()),
                          said("Model", "`%1`, which hands on in a ring", {joined(names)}),
                          said("Model", "an end: a component that does the operations itself")});
    }
    return faults;
}

using Edges = std::vector<CallGraph::Edge>;

/// The edges between nodes that lead to each other, group by group.
std::vector<Edges> cyclicParts(const Edges& edges, int nodeCount) {
    Graph graph(static_cast<std::size_t>(nodeCount));
    for (const CallGraph::Edge& edge : edges) boost::add_edge(edge.from, edge.to, graph);
    std::vector<int> groups(static_cast<std::size_t>(nodeCount));
    boost::strong_components(graph, boost::make_iterator_property_map(
                                        groups.begin(), boost::get(boost::vertex_index, graph)));
    std::map<int, Edges> parts;
    for (const CallGraph::Edge& edge : edges) {
        if (groups[edge.from] == groups[edge.to]) parts[groups[edge.from]].push_back(edge);
    }
    std::vector<Edges> result;
    for (auto& [group, part] : parts) result.push_back(std::move(part));
    return result;
}

int firstNode(const Edges& edges) {
    return std::ranges::min_element(edges, {}, &CallGraph::Edge::from)->from;
}

std::string nameOf(const CallGraph::Node& node) { return node.component + "." + node.operation; }

/// The pass-throughs from `asked` on that lead to the receiver.
std::vector<std::string> wayTo(const ComponentIndex& components, const Component& asked,
                               const CallGraph::Node& receiver) {
    if (asked.name == receiver.component) return {};
    for (const Component* next : components.behind(asked, receiver.operation)) {
        const auto ends = components.receivers(*next, receiver.operation);
        const auto leads = std::ranges::any_of(
            ends, [&](const Receiver& end) { return end.component->name == receiver.component; });
        if (!leads) continue;
        auto way = wayTo(components, *next, receiver);
        way.insert(way.begin(), asked.name);
        return way;
    }
    return {};
}

GraphFault endless(const CallGraph& graph, const ComponentIndex& components, const Edges& part) {
    Edges certain;
    std::ranges::copy_if(part, std::back_inserter(certain),
                         [](const CallGraph::Edge& e) { return e.expected >= 1; });
    // The cycle that is named should be one that really does not end, where a single one does not.
    const auto worst = cyclicParts(certain, graph.nodeCount());
    const Edges& shown = worst.empty() ? part : worst.front();
    const Edges cycle = shortestCycle(shown, firstNode(shown));
    std::vector<std::string> names{nameOf(graph.nodes[cycle.front().from])};
    for (const CallGraph::Edge& edge : cycle) {
        const CallGraph::Node& receiver = graph.nodes[edge.to];
        for (const std::string& passed : wayTo(components, *edge.asked, receiver))
            names.push_back(passed + "." + receiver.operation);
        names.push_back(nameOf(receiver));
    }
    return {
        cycle.front().path, said("Model", "calls that do not end: `%1`", {joined(names)}),
        said("Model", "a chain of calls that ends, or a `probability` small enough that it does")};
}

std::vector<GraphFault> checkCycles(const Scenario& scenario) {
    const CallGraph graph = callGraphOf(scenario);
    const ComponentIndex components(scenario);
    auto parts = cyclicParts(graph.edges, graph.nodeCount());
    std::ranges::sort(parts, {}, firstNode);
    std::vector<GraphFault> faults;
    for (const Edges& part : parts) {
        if (!diesOut(part)) faults.push_back(endless(graph, components, part));
    }
    return faults;
}

}  // namespace

Architecture architectureOf(const Scenario& scenario) { return EdgeCollector(scenario).collect(); }

std::vector<int> layersOf(const Architecture& architecture,
                          const std::vector<std::string>& entries) {
    const Numbers numbers = numbersOf(architecture);
    const Graph graph = graphOf(architecture, numbers);
    std::vector<Vertex> left, all = rootsOf(numbers, entries);
    for (Vertex i = 0; i < architecture.nodes.size(); ++i) all.push_back(i);
    std::set<std::pair<Vertex, Vertex>> closing;
    Colors colors(architecture.nodes.size(), boost::white_color);
    search(graph, all, SearchRecord(left, closing), colors);
    std::vector<int> layers(architecture.nodes.size(), 0);
    // The reverse of the order of leaving is topological, but for the closing edges.
    for (auto from = left.rbegin(); from != left.rend(); ++from) {
        for (const GraphEdge edge : boost::make_iterator_range(boost::out_edges(*from, graph))) {
            const Vertex to = boost::target(edge, graph);
            if (!closing.contains({*from, to}))
                layers[to] = std::max(layers[to], layers[*from] + 1);
        }
    }
    return layers;
}

std::vector<GraphFault> checkGraph(const Scenario& scenario) {
    std::vector<GraphFault> faults = checkOperations(scenario);
    for (const auto check : {checkRings, checkCycles, checkReach}) {
        auto more = check(scenario);
        faults.insert(faults.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    }
    return faults;
}

}  // namespace headroom::model
