// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"
#include "sim/study/sweep.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// The cheapest setting of the parameters marked `tune` that keeps every objective.
///
/// Theory looks at every combination where there are few, and else lowers one parameter after the
/// other from the largest setting, in every cyclic order, as long as the objectives hold. The
/// cheapest are then simulated, in order of cost, until one holds.
namespace headroom::sim {

/// The scenario with this setting; nothing where that makes no scenario.
using ScenarioAt = std::function<std::optional<model::Scenario>(const SweepPoint&)>;

struct SizingOptions {
    int threads = 1;
    std::stop_token stop;
    std::function<void(double, const std::string&)> progress = {};
    int mostRuns = 6;             ///< simulations; 0: theory alone
    std::size_t mostCombinations = 3000;  ///< that are all looked at
};

struct SizedPoint {
    SweepPoint setting;
    double cost = 0;              ///< USD a month; without prices the sum of the parameters
    std::optional<double> p95;    ///< of the workload's response time
    bool heldByTheory = false;
    double room = 0;              ///< of the worst objective by theory (objective_margin.h)
    std::optional<RunResult> run;
    /// By the simulation, with its confidence (no interval reaches over its threshold); by theory
    /// where there is none.
    bool held() const;
};

struct Sizing {
    std::optional<SizedPoint> best;
    bool confirmed = false;       ///< by a simulation
    /// What no other held setting beats in both cost and P95, the cheapest first.
    std::vector<SizedPoint> front;
    /// Where nothing holds: what stands in the way at the setting that comes nearest.
    std::string objective, component, why;
    std::optional<SizedPoint> nearest;
    bool priced = true;
    bool exhaustive = true;
    int solved = 0, runs = 0;
    bool interrupted = false;
};

/// The values a parameter may take, as a scenario file would have them.
std::vector<std::string> valuesOf(const model::Tunable& tunable);

/// Precondition: `tune` is not empty.
Sizing findSize(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
                const SizingOptions& options);

}  // namespace headroom::sim
