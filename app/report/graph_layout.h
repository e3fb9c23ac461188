// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

/// Where the nodes and edges of a layered graph go: layers from top to bottom, few crossings, straight edges.
///
/// After Sugiyama, Tagawa & Toda (1981): edges that pass a layer get a place of their own in it; the order within a
/// layer is improved by barycentres, downwards and upwards; positions then minimise the squared distance to the
/// neighbours under the order and the gaps, which is an isotonic regression for each layer.
namespace headroom::report {

struct Point {
    double x = 0, y = 0;
};

struct GraphEdge {
    int from = 0, to = 0;  ///< nodes
};

struct GraphMeasures {
    double nodeWidth = 176, nodeHeight = 72;
    double gapAcross = 30;   ///< least distance between nodes of a layer
    double gapDown = 66;     ///< between layers
    double passing = 20;     ///< width kept free for an edge that passes a layer
};

/// The way of an edge, from the upper node's bottom to the lower node's top; a pair of points for each layer passed.
/// Between nodes of one layer: from bottom to bottom.
struct EdgeRoute {
    std::vector<Point> points;
    bool upwards = false;  ///< the edge goes from the lower node to the upper
};

struct GraphLayout {
    std::vector<Point> centres;     ///< of the nodes
    std::vector<EdgeRoute> routes;  ///< of the edges, in their order
    double width = 0, height = 0;
};

/// Precondition: `layers` has one entry ≥ 0 for each node; edges name nodes.
GraphLayout layOut(const std::vector<int>& layers, const std::vector<GraphEdge>& edges, const GraphMeasures& measures);

/// Positions nearest to `wanted` (least squares) that ascend by at least `gaps[i]` from i to i + 1.
std::vector<double> spaced(const std::vector<double>& wanted, const std::vector<double>& gaps);

}  // namespace headroom::report
