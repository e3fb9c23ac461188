// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/measure/replication_result.h"
#include "sim/study/interval_metric.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Whether what is seen of a system has settled, and from when on.
namespace headroom::sim {

using Replications = std::span<const ReplicationResult>;

/// Intervals that every replication has (one that was interrupted or given up has fewer than the
/// others).
std::size_t commonIntervals(Replications replications);

/// A figure whose course shows whether a system has settled: the mean response time of the users'
/// actions, or the hit ratio of a cache, which fills long before or after anybody waits for it.
class Indicator {
public:
    static Indicator responseTime();
    /// Those of caches that were looked up.
    static std::vector<Indicator> hitRatios(Replications replications);

    /// Of the component, or `workload`.
    const std::string& target(Replications replications) const;
    /// One value for each interval; NaN where there was nothing to measure.
    std::vector<double> sequence(const ReplicationResult& replication) const;
    /// Over intervals from … to−1 of all replications together; NaN likewise.
    double between(Replications replications, std::size_t from, std::size_t to) const;

private:
    Indicator(const IntervalMetric& metric, std::optional<std::size_t> component)
        : metric_(&metric), component_(component) {}
    const TargetLog& log(const ReplicationResult& replication) const;

    const IntervalMetric* metric_;
    std::optional<std::size_t> component_;
};

/// Where MSER-5 would end the warm-up of each replication, in whole blocks and at most in its
/// middle.
struct WarmUpEnds {
    std::vector<std::size_t> own;  ///< by its own sequence
    /// By what the other replications say: the latest of their own, and the end of the warm-up of
    /// their mean, in which chance is smaller and a common transient stands out. Its own if it is
    /// alone.
    std::vector<std::size_t> others;
    std::size_t late =
        0;  ///< replications whose own sequence would rather be cut beyond the middle
};
WarmUpEnds warmUpEnds(Replications replications, const Indicator& indicator);

/// By how many standard errors the first intervals differ from the rest; the error is that which
/// ten batches of the rest give. 0 where there are too few intervals.
double headDistance(Replications replications, const Indicator& indicator, std::size_t intervals);

/// Student's t (8 degrees of freedom) above which a straight line through ten batch means is no
/// chance: by chance in one of 500 independent sequences.
constexpr double kTrendThatIsNoChance = 4.5;

/// A figure that moves from one end of the measured part to the other.
struct Drift {
    double from = 0, to = 0;  ///< in the figure's unit
};

/// A straight line through ten batches of intervals first, first+1, … of all replications together
/// with a t beyond kTrendThatIsNoChance. Nothing where there are less than ten intervals, or a
/// batch in which there was nothing to measure.
std::optional<Drift> findDrift(Replications replications, const Indicator& indicator,
                               std::size_t first);

}  // namespace headroom::sim
