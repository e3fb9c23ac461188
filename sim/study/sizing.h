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
/// Theory (sim/analytic) looks at every combination where there are few. Where there are many, it
/// climbs from the largest setting to one that holds, lowers one parameter after the other from
/// there, in every cyclic order, and exchanges one for another as long as that is cheaper. The
/// cheapest are then simulated. Each simulation says by how much theory is off near there, and the
/// next to be simulated is the cheapest that holds when theory is taken to be off by as much.
namespace headroom::sim {

/// The scenario with this setting; nothing where that makes no scenario.
using ScenarioAt = std::function<std::optional<model::Scenario>(const SweepPoint&)>;

struct SizingOptions {
    int threads = 1;
    std::stop_token stop;
    /// Share of the work done, 0 … 1, and what is being done; may be empty.
    std::function<void(double, const std::string&)> progress = {};
    int mostRuns = 6;                     ///< simulations; 0: theory alone
    std::size_t mostCombinations = 2000;  ///< that are all looked at
};

struct SizedPoint {
    SweepPoint setting;
    Estimate cost;              ///< USD a month; unknown if nothing has a price
    double order = 0;           ///< what is least in the cheapest: the cost by theory, or, without
                                ///< prices, the sum of the parameters
    std::optional<double> p95;  ///< of the workload's response time, in seconds
    bool heldByTheory = false;
    double room = 0;  ///< of the worst objective by theory (objective_margin.h)
    std::optional<RunResult> run = std::nullopt;

    /// By the simulation, with its confidence: no objective's interval reaches over its threshold.
    /// By theory where there is none.
    bool held() const;
};

struct Sizing {
    std::optional<SizedPoint> best;
    bool confirmed = false;  ///< by a simulation
    /// What no other setting that holds beats in both cost and P95, the cheapest first; what was
    /// not simulated holds by theory, taken to be off as the simulations say.
    std::vector<SizedPoint> front;
    std::vector<SizedPoint> simulated;  ///< in the order in which they were
    /// Where nothing holds: what stands in the way at the setting that comes nearest.
    std::string objective, component, why;
    std::optional<SizedPoint> nearest;
    bool priced = true;
    bool exhaustive = true;  ///< theory looked at every combination
    int solved = 0, runs = 0;
    bool interrupted = false;
};

/// The values a parameter may take, as a scenario file would have them.
std::vector<std::string> valuesOf(const model::Tunable& tunable);

/// The least room that the simulated objectives have at the far end of their intervals, as
/// Margin::room.
double confidentRoom(const std::vector<SloVerdict>& slos);

/// Precondition: `tune` is not empty.
Sizing findSize(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
                const SizingOptions& options);

}  // namespace headroom::sim
