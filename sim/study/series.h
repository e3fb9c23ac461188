// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/result.h"
#include "sim/study/steady_state.h"

#include <vector>

namespace headroom::sim {

/// The course of the run, warm-up included, one value for each sample interval: the mean over those
/// replications in which there was something to measure, NaN if there was nothing in any. Of the
/// workload: users, throughput, error ratio, response time (mean, p50, p95, p99). Of each component
/// what has a meaning there of: throughput, utilisation, occupancy, queue length, number in system,
/// p95 of the response time, error ratio, hit ratio, instances, connections.
std::vector<Series> seriesOf(Replications replications);

}  // namespace headroom::sim
