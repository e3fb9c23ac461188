// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/result.h"
#include "sim/study/steady_state.h"

#include <vector>

namespace headroom::sim {

/// How the users' actions got over each fault of the scenario, in each replication by itself.
///
/// Before the first fault (over the last two minutes, or as long as there is) every sample interval
/// shows what is usual: its worst error ratio and its longest mean response time are the measure.
/// An interval is bad if its error ratio is more than 1 % above that, its mean response time more
/// than a quarter longer, or if nothing is answered although actions are under way. The system has
/// recovered from where on there is no bad interval until the fault is over and for a further
/// minute (at least three intervals). Without anything bad that is the moment at which the fault
/// began.
std::vector<Recovery> findRecoveries(const model::Scenario& scenario, Replications replications);

}  // namespace headroom::sim
