// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

/// What the run would cost in a month, from the list prices in the scenario.
namespace headroom::sim {

/// The month of all cloud price lists: 365 · 24 / 12 h.
constexpr double kHoursPerMonth = 730;

/// Sets costPerMonth, costByComponent and the metric `cost` of the workload and of the components
/// with a price: instances · 730 h · price of an instance-hour + visits/s · 730 h · 3600 s/h ·
/// price of a million / 10⁶. Instances: the measured mean (service, function), the servers
/// (station, database), one for any other type. Visits are all that were begun, answered or not, as
/// a provider counts them. A component without a price costs nothing that is known and is left out;
/// the total is unknown if nothing has a price or if a priced part is unknown. Half-widths are
/// added as those of independent figures.
void addCosts(const model::Scenario& scenario, RunResult& result);

}  // namespace headroom::sim
