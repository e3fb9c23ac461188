// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"
#include "sim/study/steady_state.h"

#include <vector>

/// From what replications measured to what a run found out.
namespace headroom::sim {

/// The figures alone, costs included, with the notes on the part of the run that they are from.
/// Every replication has at least one interval, or there are no replications, then every figure is
/// unknown.
RunResult measure(const model::Scenario& scenario, Replications replications);

/// The figures of each replication alone, from that part of the run which `measure` takes them
/// from.
std::vector<RunResult> measureEach(const model::Scenario& scenario, Replications replications);

/// The whole result: figures, series, verdicts, bottlenecks and notes.
RunResult resultOf(const model::Scenario& scenario, Replications replications, bool interrupted);

}  // namespace headroom::sim
