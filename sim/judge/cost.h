// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

/// What the run would cost in a month, by list prices.
namespace headroom::sim {

/// Sets costPerMonth, costByComponent with its lines, costPerThousandUsers and the metric `cost` of
/// the workload and of the components with a price.
///
/// Each line is one meter of one component (sim/judge/metering.h): its units in a month of what was
/// simulated, 730 h over the simulated time, by the price of the scenario (`price:`) or of the
/// price book's product that it names; an amount in the scenario stands in the place of the
/// product's row. Tiers, and free units where the scenario takes them off, are those of all
/// components together that use the product, and are shared by their units. A meter that cannot be
/// read (no size of answers, no memory) is left out, and a note says so. A component without a
/// price costs nothing that is known and is left out; the total is unknown if nothing has a price
/// or if a priced part is unknown. Half-widths are added as those of independent figures.
void addCosts(const model::Scenario& scenario, RunResult& result);

}  // namespace headroom::sim
