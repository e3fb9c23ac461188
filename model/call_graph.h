// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <string>
#include <vector>

/// What leads to what: operations of components as nodes, calls of one by another as edges.
namespace headroom::model {

struct CallGraph {
    struct Node {
        std::string component;
        std::string operation;
    };
    struct Edge {
        int from, to;
        double expected;         ///< runs of `to` for one of `from`
        std::string path;        ///< of the call
        const Component* asked;  ///< by the call; may pass on to the component of `to`
    };
    std::vector<Node> nodes;  ///< in the order of the file
    std::vector<Edge> edges;

    int nodeCount() const { return static_cast<int>(nodes.size()); }
};
/// Without calls that nobody answers or that nobody makes.
CallGraph callGraphOf(const Scenario& scenario);

/// Whether requests that go round and round along `edges` die out: fewer than one in a thousand is
/// left after a thousand calls into each other. (In exact terms the matrix of expected calls has a
/// spectral radius below 1; a request that holds a thousand slots on its way there is none that
/// ends in practice.)
bool diesOut(const std::vector<CallGraph::Edge>& edges);

/// The shortest way along `edges` from `start` back to it, as edges; empty if there is none.
std::vector<CallGraph::Edge> shortestCycle(const std::vector<CallGraph::Edge>& edges, int start);

}  // namespace headroom::model
