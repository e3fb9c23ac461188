// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <string>

/// The architecture for programs that draw and analyse graphs: components with name and type, calls
/// with the operations that are asked for, and a dashed edge from each autoscaler to what it
/// scales.
namespace headroom::model {

/// The DOT language of Graphviz (graphviz.org/doc/info/lang.html).
std::string dotText(const Scenario& scenario);

/// GraphML (graphml.graphdrawing.org) with the keys `name`, `type` of nodes and `operations`,
/// `kind` (`call` or `scales`) of edges.
std::string graphMlText(const Scenario& scenario);

}  // namespace headroom::model
