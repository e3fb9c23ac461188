// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// When must we act, and what should be done before?
namespace headroom::sim {

struct ForecastOptions {
    double growth = 0.05;        ///< of the load a month, above 0: load · (1 + growth)^months
    double horizon = 24;         ///< months to prepare for
    int threads = 1;
    std::stop_token stop;
    std::function<void(double, const std::string&)> progress = {};
    bool simulate = true;        ///< each recommendation is checked by a run
};

/// An objective, and the time at which it is missed.
struct Fall {
    std::string objective;
    bool missedNow = false;
    std::optional<double> limit;   ///< load; unknown if it holds for ten years and longer
    std::optional<double> months;  ///< from now
};

/// One change after the ones before it.
struct Recommendation {
    std::string what;              ///< "servers of db: 16 → 64"
    std::string component;
    double limitBefore = 0, limitAfter = 0;  ///< loads that keep every objective, by theory
    std::optional<double> monthsAfter;       ///< until that limit is reached
    std::optional<double> costBefore, costAfter;  ///< USD a month at the present load
    /// A run of the changed scenario, at the load of the horizon or a little below the new limit,
    /// kept every objective; unknown if none was made.
    std::optional<bool> confirmed;
    double checkedAt = 0;          ///< that load
};

struct Forecast {
    bool perSecond = false;
    double load = 0;               ///< now
    double loadAtHorizon = 0;
    std::vector<Fall> falls;       ///< the soonest first
    std::vector<Recommendation> recommendations;
    bool interrupted = false;
};

/// Falls are by theory (sim/analytic). Precondition: as of runExperiment; growth above 0.
Forecast forecast(const model::Scenario& scenario, const ForecastOptions& options);

}  // namespace headroom::sim
