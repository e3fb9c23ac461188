// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/call_graph.h"

#include "model/call_site.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>
#include <utility>

namespace headroom::model {
namespace {

class CallGraphBuilder {
public:
    explicit CallGraphBuilder(const Scenario& scenario) : components_(scenario) {
        for (const Component& component : scenario.components) {
            for (const Operation& operation : component.operations) {
                numbers_.emplace(&operation, graph_.nodeCount());
                graph_.nodes.push_back({component.name, operation.name});
            }
        }
    }

    CallGraph build(const std::vector<CallSite>& sites) {
        for (const CallSite& site : sites) {
            if (site.expected > 0) add(site);
        }
        return std::move(graph_);
    }

private:
    void add(const CallSite& site) {
        const Component* asked = components_.find(site.to);
        if (!asked) return;
        for (const Receiver& receiver : components_.receivers(*asked, site.asked)) {
            const Operation* operation = receiver.component->operation(site.asked);
            if (!operation || !(receiver.share > 0)) continue;
            graph_.edges.push_back({numbers_.at(site.operation), numbers_.at(operation),
                                    site.expected * receiver.share, site.path, asked});
        }
    }

    ComponentIndex components_;
    CallGraph graph_;
    std::map<const Operation*, int> numbers_;
};

/// The same edges between nodes that are numbered from 0 without gaps.
std::vector<CallGraph::Edge> renumbered(std::vector<CallGraph::Edge> edges) {
    std::unordered_map<int, int> numbers;
    const auto number = [&](int node) {
        return numbers.try_emplace(node, static_cast<int>(numbers.size())).first->second;
    };
    for (CallGraph::Edge& edge : edges) {
        edge.from = number(edge.from);
        edge.to = number(edge.to);
    }
    return edges;
}

}  // namespace

CallGraph callGraphOf(const Scenario& scenario) {
    return CallGraphBuilder(scenario).build(callSites(scenario));
}

bool diesOut(const std::vector<CallGraph::Edge>& edges) {
    constexpr int kGenerations = 1000;
    constexpr double kNothing = 1e-3, kExplosion = 1e9;
    const auto local = renumbered(edges);
    std::vector<double> requests(2 * local.size(), 1.0), next(requests.size());
    for (int i = 0; i < kGenerations; ++i) {
        std::ranges::fill(next, 0.0);
        for (const CallGraph::Edge& edge : local)
            next[edge.to] += requests[edge.from] * edge.expected;
        requests.swap(next);
        const double most = *std::ranges::max_element(requests);
        if (most < kNothing) return true;
        if (most > kExplosion) return false;
    }
    return false;
}

std::vector<CallGraph::Edge> shortestCycle(const std::vector<CallGraph::Edge>& edges, int start) {
    std::unordered_map<int, const CallGraph::Edge*> arrivedBy;
    std::multimap<int, const CallGraph::Edge*> leaving;
    for (const CallGraph::Edge& edge : edges) leaving.emplace(edge.from, &edge);
    std::deque<int> open{start};
    while (!open.empty() && !arrivedBy.contains(start)) {
        const auto [begin, end] = leaving.equal_range(open.front());
        open.pop_front();
        for (auto edge = begin; edge != end; ++edge) {
            if (arrivedBy.try_emplace(edge->second->to, edge->second).second)
                open.push_back(edge->second->to);
        }
    }
    std::vector<CallGraph::Edge> cycle;
    for (int at = start; arrivedBy.contains(at) && (cycle.empty() || at != start);
         at = cycle.back().from) {
        cycle.push_back(*arrivedBy[at]);
    }
    std::ranges::reverse(cycle);
    return cycle;
}

}  // namespace headroom::model
