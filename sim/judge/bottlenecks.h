// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

#include <string>
#include <vector>

/// Which component holds the system back, told apart from those that are full because of it.
///
/// Every moment of every visit is charged to the component that causes it (sim/judge/charging.h). A
/// saturated component (sim/judge/pressure.h) points at the one that most of the waiting for it is
/// charged to: itself, if it is the bottleneck, or the one further down of which it is a victim.
/// Those pointed at are the bottlenecks, by charged time; of more than one, those with at least 5 %
/// of it or that turn visits away. If nothing is saturated, the one component that most time is
/// charged to is given, and `why` says so.
///
/// Where only some of the instances get requests (sim/judge/affinity.h), those count.
///
/// shareOfResponse is the charged time over the time of all actions: the workload's mean response
/// time and, where callers give up, the time that abandoned work goes on.
namespace headroom::sim {

constexpr std::size_t kMostBottlenecks = 3;

/// What a run, or a stretch of it, looked like on average. Only figures and calls are used.
struct SystemState {
    const TargetResult& workload;
    const std::vector<TargetResult>& components;
    std::string when = {};  ///< begins each sentence where it is not the whole run: "from 5 min
                            ///< to 6 min"; may be empty
    /// With the instances that autoscalers began with, where the scenario has later ones; may be
    /// null.
    const model::Scenario* asWritten = nullptr;
};

/// In the order of importance, at most kMostBottlenecks; none if nothing happened.
std::vector<Bottleneck> findBottlenecks(const model::Scenario& scenario, const SystemState& state);

}  // namespace headroom::sim
