// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/measure/replication_result.h"
#include "sim/result.h"

#include <cstddef>
#include <vector>

/// From the logs of several replications to the figures of a target.
///
/// Means and shares: the mean of the replications' values with Student's t interval. Quantiles: of
/// the pooled histogram, with the half-width that the replications' own quantiles give, but at
/// least half a bin. The maximum has no interval. One replication: batch means. A figure R = ΣN/ΣD
/// is the ratio of two sums over intervals, so its half-width is that of the mean of the residuals
/// (N − R·D)/mean(D), the classical ratio estimator (Law, Simulation Modeling and Analysis,
/// §9.5.3); quantiles of one replication have no half-width.
namespace headroom::sim {

/// Half a bin: quantiles that fall into one bin in all replications are not known any better.
constexpr double kHistogramError = 1.0 / 128;

struct SummarySettings {
    /// Of each log: intervals before it are not counted; a multiple of intervalsPerBlock.
    std::vector<std::size_t> firsts;
    double sampleSeconds = 1;  ///< length of an interval
    double confidence = 0.95;
    /// Only then has one replication an interval: batches need the same law throughout.
    bool stationary = false;
};

/// The figures of one target. `logs` holds that target's log in each replication, in order; all of
/// the same target.
TargetResult summarise(const std::vector<const TargetLog*>& logs, const SummarySettings& settings);

/// Means over intervals first … last−1 alone, without intervals of confidence or quantiles: what
/// was the state of the target in that stretch? Precondition: first < last ≤ intervals of every
/// log.
TargetResult stateBetween(const std::vector<const TargetLog*>& logs, std::size_t first,
                          std::size_t last, double sampleSeconds);

}  // namespace headroom::sim
