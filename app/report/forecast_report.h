// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/report/table.h"
#include "sim/study/forecast.h"

/// A forecast for people and for programs.
namespace headroom::report {

/// What days are counted from.
struct ForecastOrigin {
    double day = 0;  ///< since 1970-01-01

    /// `2027-05-03`; `not within 10 years` where it is unknown.
    std::string text(const std::optional<double>& days) const;
};

/// `{"load", "load_at_horizon": {"value", "low", "high"}, "growth_per_month": {…}, "limit": {…},
/// "falls": [{"objective", "limit", "date", "earliest", "latest", "missed_now"}], "recommendations":
/// [{"change", …}], "size": {…} as of `size`, …}`; dates are ISO 8601, null where they are not within
/// ten years.
nlohmann::ordered_json forecastJson(const sim::Forecast& forecast, const sim::LoadTrend& trend,
                                    const ForecastOrigin& origin);

/// When the limit is reached.
std::string forecastSentence(const sim::Forecast& forecast, const ForecastOrigin& origin);
/// How the load goes on.
std::string growthSentence(const sim::Forecast& forecast, const sim::LoadTrend& trend,
                           const ForecastOrigin& origin, double horizonMonths);
Table fallsTable(const sim::Forecast& forecast, const ForecastOrigin& origin);
/// What to change, in this order, in plain words.
std::vector<std::string> recommendationTexts(const sim::Forecast& forecast, const ForecastOrigin& origin);

}  // namespace headroom::report
