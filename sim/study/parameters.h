// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <functional>
#include <string>
#include <vector>

/// The numbers of a scenario that its limit may hang on.
namespace headroom::sim {

struct Parameter {
    std::string path;  ///< `api.instances`; `db.operations.read (work)` for all work of an operation
    /// Multiplies it in a scenario, whole numbers by one step at least; returns the factor it
    /// really was.
    std::function<double(model::Scenario&, double factor)> scale;
};
/// Sizes (servers, instances, slots, CPUs, connections), caches (capacity, time to live), times
/// (work, latency, thinking). Of components that are not there or have no bound, none.
std::vector<Parameter> parametersOf(const model::Scenario& scenario);

/// What makes a component carry more: its servers, instances or connections. Empty where it has
/// none. `what` is in words: "servers of db".
struct Enlargement {
    std::string what;
    std::function<double(model::Scenario&, double factor)> scale;  ///< the new number
};
Enlargement enlargementOf(const model::Scenario& scenario, const std::string& component);

model::Distribution scaled(const model::Distribution& distribution, double factor);

}  // namespace headroom::sim
