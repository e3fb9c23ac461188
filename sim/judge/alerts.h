// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"
#include "sim/result.h"

#include <span>
#include <vector>

/// Which alerts a run would have raised, and when.
namespace headroom::sim {

/// Every alert of the scenario in the order of the file, evaluated in each replication after each
/// sample interval over its trailing window (sim/judge/alert_timeline.h). Means and shares are of
/// all that happened in the window; a count (cold starts) is that of the window; quantiles are
/// those of the window's visits. `fired` is what the first replication shows, as one real day
/// would.
std::vector<AlertResult> evaluateAlerts(const model::Scenario& scenario,
                                        std::span<const ReplicationResult> replications);

/// Completes the verdicts on objectives with an error budget: those whose verdict has one.
/// Precondition: `verdicts` are those of judgeObjectives for this scenario.
void addErrorBudgets(const model::Scenario& scenario,
                     std::span<const ReplicationResult> replications,
                     std::vector<SloVerdict>& verdicts);

}  // namespace headroom::sim
