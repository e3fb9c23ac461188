// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"
#include "sim/result.h"
#include "sim/study/calibration/measured.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// Measured traffic drives the model, and what comes out is held against what was measured.
namespace headroom::sim {

/// The scenario with the measured load: `workload.users` where the scenario's users are closed and that was measured;
/// else the rate of each action (`workload.throughput` by operation, or in all with the scenario's own mix), as an open
/// stream of what begins: answered ones over 1 − `workload.error_ratio` where that was measured. One sample interval of
/// the run is one of the measurement, none is cut. Errors: no such series, an action that the entry does not know.
model::Parsed<model::Scenario> replayed(const model::Scenario& scenario, const Measured& measured);

/// How well a series of the model follows the measured one, over the intervals in which both have a value.
struct Agreement {
    std::string name, operation;
    std::size_t intervals = 0;
    double measuredMean = 0, simulatedMean = 0;
    std::optional<double> mape;         ///< mean of |simulated − measured| / |measured|, where measured is not 0
    double bias = 0;                    ///< mean of simulated − measured
    std::optional<double> correlation;  ///< Pearson's; unknown where one of them does not move
    /// Share of the measured values inside the interval in which one more replication would lie with the run's
    /// confidence: m ± t(n−1) · s · √(1 + 1/n); unknown of a single replication.
    std::optional<double> coverage;
};

struct ReplayOptions {
    int threads = 1;
    std::stop_token stop;
    std::function<void(double)> progress = {};
};

struct ReplayResult {
    RunResult run;
    std::vector<Agreement> agreements;  ///< in the order of the measured series that the model has as well
    std::vector<std::string> notInModel;
};

/// Precondition: the scenario came from `replayed`.
ReplayResult replay(const model::Scenario& scenario, const Measured& measured, const ReplayOptions& options);

/// `replications` has the series of each; NaN where there was nothing.
Agreement agreement(const MeasuredSeries& measured, const std::vector<std::vector<double>>& replications, double confidence);

}  // namespace headroom::sim
