// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/study/calibration/measured.h"
#include "sim/study/calibration/parameter_fits.h"
#include "sim/study/calibration/replay.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

/// A scenario's parameters from production's metrics.
///
/// 1. Popularity (`zipf`) from `CACHE.hit_ratio`, by the theory of LRU caches.
/// 2. Latency of an `external` from its p50 and p95: a lognormal law.
/// 3. Service demands by nonnegative least squares on the utilisation law U = Σ X·D, with the rate of each action and
///    `COMPONENT.utilisation` of each interval; what an action asks of a component is taken from the model.
/// 4. How variable work is, by matching the measured quantiles of `COMPONENT.response_time` in simulations of the
///    busiest stretch, or those of the workload where no component has any.
/// 5. Universal scalability of users and throughput: reported, where contention shows.
///
/// The last part of the measurement is held out, and the calibrated model replayed on it.
namespace headroom::sim {

struct CalibratedParameter {
    std::string path;  ///< `db.operations.read[0].work`
    std::string was, is;
    std::optional<double> relativeHalfWidth;  ///< of its mean, at the scenario's confidence
    std::string from;                         ///< what it was read from
};

struct Calibration {
    std::vector<CalibratedParameter> parameters;
    std::vector<std::string> cannotTell;  ///< in words: which parameter, and why
    std::vector<std::string> notes;
    std::optional<Scalability> scalability;
    model::Scenario scenario;  ///< the calibrated one
    std::size_t fitted = 0;    ///< intervals that were fitted to; the others were held out
    std::optional<ReplayResult> after;  ///< on what was held out
};

struct CalibrationOptions {
    double holdOut = 0.3;  ///< share of the intervals, at the end; 0: none
    int threads = 1;
    std::stop_token stop;
    std::function<void(double)> progress = {};
};

/// Error: no traffic in what was measured. Precondition: as of simulate.
model::Parsed<Calibration> calibrate(const model::Scenario& scenario, const Measured& measured,
                                     const CalibrationOptions& options);

}  // namespace headroom::sim
