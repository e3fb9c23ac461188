// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/scenario.h"

/// The scenario as a directed graph: components are nodes, calls and pass-throughs are edges. The only place that
/// knows Boost.Graph (in its source file).
namespace headroom::model {

struct Edge {
    std::string from, to;
    std::vector<std::string> operations;  ///< of `to` that are asked for over this edge
};

struct Architecture {
    std::vector<std::string> nodes;  ///< in the order of the file
    std::vector<Edge> edges;         ///< each pair once, in the order in which they are first met
};
Architecture architectureOf(const Scenario& scenario);

/// Layers from the entries downwards for drawing: result[i] = column of node i (longest path, cycles broken).
std::vector<int> layersOf(const Architecture& architecture, const std::vector<std::string>& entries);

/// A fault of the graph, at the path of the file's part that has it (`components.api.operations.feed[1].call`).
struct GraphFault {
    std::string path;
    std::string found;
    std::string expected;
};
/// Cycles of calls that cannot end, components that no traffic reaches, operations asked for that nobody defines
/// (followed through pass-throughs), profiles whose entry does not know their operations.
std::vector<GraphFault> checkGraph(const Scenario& scenario);

}  // namespace headroom::model
