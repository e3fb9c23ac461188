// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/measure/replication_result.h"
#include "sim/result.h"
#include "sim/study/interval_metric.h"
#include "sim/study/steady_state.h"

#include <span>
#include <string>
#include <vector>

/// The course of a run, one value for each sample interval.
namespace headroom::sim {

/// One replication's logs: the workload, then the components in the order of the file.
using TargetLogs = std::span<const TargetLog* const>;

/// Where the values of one series come from.
struct SeriesSource {
    std::string name;  ///< `p95(api.response_time)`
    model::Unit unit = model::Unit::count;
    std::size_t target = 0;                        ///< index into the logs
    const IntervalMetric* metric = nullptr;        ///< null: a quantile of the response time
    float IntervalQuantiles::*quantile = nullptr;  ///< null as well: the number of users

    /// NaN where there was nothing to measure, or the replication has not come so far.
    double value(TargetLogs logs, const std::vector<double>& users, std::size_t interval,
                 double sampleSeconds) const;
};

/// What a run has series of. Of the workload: users, throughput, error ratio, response time (mean,
/// p50, p95, p99). Of each component what has a meaning there of: throughput, utilisation,
/// occupancy, queue length, number in system, p95 of the response time, error ratio, hit ratio,
/// instances, connections. The same for all replications of a scenario, from the first interval on.
std::vector<SeriesSource> seriesSources(TargetLogs logs, const std::vector<double>& users);

/// The series of a run, warm-up included: the mean over those replications in which there was
/// something to measure, NaN if there was nothing in any.
std::vector<Series> seriesOf(Replications replications);

}  // namespace headroom::sim
