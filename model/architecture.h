// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <string>
#include <vector>

/// The scenario as a directed graph: components are nodes, calls and pass-throughs are edges. The
/// only place that knows Boost.Graph (in its source file).
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

/// Layers from the entries downwards for drawing: result[i] = column of node i (longest path,
/// cycles broken).
std::vector<int> layersOf(const Architecture& architecture,
                          const std::vector<std::string>& entries);

/// A fault of the graph, at the path of the file's part that has it
/// (`components.api.operations.feed[1].call`). Steps go by their name where they have one
/// (`….feed.count.call`), else by their index; operations are lists of steps in paths, also where
/// the file has a mapping with `steps`.
struct GraphFault {
    std::string path;
    std::string found;
    std::string expected;
    std::string suggestion = {};  ///< the nearest right name, bare; may be empty

    bool operator==(const GraphFault&) const = default;
};
/// In this order:
/// - operations asked for, by calls or profiles, that nobody defines, followed through
/// pass-throughs; an external
///   component takes any operation;
/// - pass-throughs that hand on in a ring, and cycles of calls that do not end: an operation that
/// leads back to itself
///   must do so, on average, less than once (`probability` × `times` × shares of `choose`). The
///   steps of `on_error` count as always run: when everything fails, they are. Retries are not
///   counted;
/// - components that cannot be reached from any entry over any call.
/// References to components that do not exist are passed over; they are faults of the file.
std::vector<GraphFault> checkGraph(const Scenario& scenario);

}  // namespace headroom::model
