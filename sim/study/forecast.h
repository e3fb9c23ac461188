// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"
#include "sim/study/load_trend.h"
#include "sim/study/sizing.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// When must we act, and what should be done before?
namespace headroom::sim {

struct ForecastOptions {
    double horizon = 24;  ///< months to prepare for
    int threads = 1;
    std::stop_token stop;
    /// Share of the work done, 0 … 1, and what is being done; may be empty.
    std::function<void(double, const std::string&)> progress = {};
    bool simulate = true;  ///< the limit, and each recommendation, is checked by runs
    /// Settings of what the scenario marks with `tune`, under the load given; empty: not sized.
    std::function<ScenarioAt(double load)> settings = {};
};

/// When a load is reached, in days from the trend's day 0. Unknown: not within ten years.
struct Arrival {
    std::optional<double> day, earliest, latest;
};
Arrival arrivalAt(const LoadTrend& trend, double load);

/// An objective, and the time at which it is missed, by theory.
struct Fall {
    std::string objective;
    bool missedNow = false;
    std::optional<double> limit;  ///< load; unknown if it holds as far as is looked ahead
    Arrival when;
};

/// One change after the ones before it.
struct Recommendation {
    std::string what;  ///< "servers of db: 16 → 64"
    std::string component;
    double limitBefore = 0, limitAfter = 0;       ///< loads that keep every objective, by theory
    Arrival dueBy;                                ///< when the limit before it is reached
    Arrival lastsUntil;                           ///< when the limit after it is
    std::optional<double> costBefore, costAfter;  ///< USD a month at the present load
    /// A run of the changed scenario, at the load to prepare for or a little below the new limit,
    /// kept every objective; unknown if none was made.
    std::optional<bool> confirmed;
    double checkedAt = 0;  ///< that load
};

struct Forecast {
    bool perSecond = false;
    DailyPeak now;
    /// Highest until the horizon. What is to be prepared for is the upper end of its interval.
    DailyPeak atHorizon;
    std::vector<Fall> falls;  ///< the soonest first
    /// Of all objectives that hold now, by simulation; unknown if none was made.
    Estimate limit;
    Arrival limitReached;
    std::vector<Recommendation> recommendations;
    std::optional<Sizing> size;           ///< for the load to prepare for
    std::optional<double> costNow;        ///< USD a month, of what there is, at the present load
    double theoryLimit = 0;               ///< load that keeps what holds now
    std::optional<double> limitWithSize;  ///< the same with the setting of `size`, by theory
    std::vector<std::string> notes;
    bool interrupted = false;
};

/// Precondition: as of runExperiment; the trend's loads are counted as `--users` counts them.
Forecast forecast(const model::Scenario& scenario, const LoadTrend& trend,
                  const ForecastOptions& options);

/// The load that the scenario's file states: the peak of its users, else of its arrivals.
double loadOf(const model::Workload& workload);

}  // namespace headroom::sim
