// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "sim/measure/replication_result.h"

#include <cstddef>
#include <optional>
#include <span>

/// What each metric is in terms of the counts of sample intervals.
///
/// Every one of them is a ratio of two sums: time averages are areas over time, shares are counts
/// over counts, mean times are sums of times over visits. A figure over several intervals is the
/// ratio of the sums, never the mean of the intervals' ratios, so that a busy interval counts for
/// what happened in it.
namespace headroom::sim {

struct IntervalMetric {
    model::Metric metric;
    bool (*appliesTo)(const TargetLog&);
    double (*numerator)(const IntervalCounts&);
    double (*denominator)(const IntervalCounts&, double seconds);
    bool perRun = false;  ///< a count over the whole measured time instead of a rate: the ratio
                          ///< times the time

    /// Over counts gathered in `seconds`; nothing where there was nothing to measure.
    std::optional<double> value(const IntervalCounts& counts, double seconds) const;
};

/// All metrics that follow from counts, and so all but cost.
std::span<const IntervalMetric> intervalMetrics();
/// Null where the metric does not follow from counts.
const IntervalMetric* findIntervalMetric(model::Metric metric);
/// Precondition: the metric follows from counts.
const IntervalMetric& intervalMetric(model::Metric metric);

/// The counts of intervals first … last−1. Precondition: first ≤ last ≤ number of intervals.
IntervalCounts sumOf(const TargetLog& log, std::size_t first, std::size_t last);

}  // namespace headroom::sim
