// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"
#include "app/desktop/run/run_controller.h"
#include "sim/study/capacity_search.h"

#include <vector>

/// Figures against the load, from theory and simulation.
namespace headroom::desktop {

enum class CapacityChart { responseTime, errors, goodput, cost };
constexpr CapacityChart kCapacityCharts[] = {CapacityChart::responseTime, CapacityChart::errors, CapacityChart::goodput, CapacityChart::cost};

/// Both ascending in load.
struct LoadCurves {
    const std::vector<RunPtr>& simulated;
    const std::vector<RunPtr>& theory;
};

/// Without lines where nothing of the kind is known. `capacity`, if it is there, marks knee, limit and collapse.
ChartData chartOf(CapacityChart chart, const LoadCurves& curves, const sim::Capacity* capacity, const model::Scenario& scenario);

}  // namespace headroom::desktop
