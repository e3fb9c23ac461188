// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/report/forecast_report.h"
#include "model/scenario.h"
#include "sim/study/forecast.h"
#include "sim/study/sizing.h"

#include <string>

/// What `size` and `forecast` say on the terminal, within outputColumns().
namespace headroom::cli {

/// The setting first, then what else could be chosen.
std::string sizeSummary(const model::Scenario& scenario, const sim::Sizing& sizing, double seconds, const Style& style);

/// When the limit is reached first, then each objective, then what to change.
std::string forecastSummary(const model::Scenario& scenario, const sim::Forecast& forecast,
                            const sim::LoadTrend& trend, const report::ForecastOrigin& origin,
                            double horizonMonths, const Style& style);

}  // namespace headroom::cli
