// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/trend.h"
#include "sim/study/steady_state.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr std::size_t kBatches = 10;
constexpr std::size_t kFewestIntervals = 4 * kBatches;
constexpr double kLeastShareOfLevel = 0.25;
constexpr double kLeastShareOfBegun = 0.01;
constexpr double kTimesRandomWalk = 4;

using Area = double IntervalCounts::*;
/// One of the targets of a replication.
using Pick = const TargetLog& (*)(const ReplicationResult&, std::size_t);

const TargetLog& pickWorkload(const ReplicationResult& r, std::size_t) { return r.workload; }
const TargetLog& pickComponent(const ReplicationResult& r, std::size_t c) {
    return r.components[c];
}

struct SecondHalf {
    Replications replications;
    Pick pick;
    std::size_t index;
    std::size_t first, perBatch;

    SecondHalf(Replications all, Pick p, std::size_t i) : replications(all), pick(p), index(i) {
        const std::size_t n = commonIntervals(all);
        perBatch = n / 2 / kBatches;
        first = n - perBatch * kBatches;
    }
    double sampleSeconds() const { return seconds(replications.front().sample); }

    template <typename T>
    double mean(T IntervalCounts::*member, std::size_t from, std::size_t to) const {
        double sum = 0;
        for (const ReplicationResult& r : replications)
            for (std::size_t i = from; i < to; ++i)
                sum += static_cast<double>(pick(r, index).intervals[i].*member);
        return sum / static_cast<double>(replications.size());
    }

    std::vector<double> batchLevels(Area area) const {
        std::vector<double> levels;
        const double time = static_cast<double>(perBatch) * sampleSeconds();
        for (std::size_t b = 0; b < kBatches; ++b) {
            const std::size_t from = first + b * perBatch;
            levels.push_back(mean(area, from, from + perBatch) / time);
        }
        return levels;
    }
};

/// Visits per second; 0 if it does not grow.
double growth(const SecondHalf& half, Area area) {
    const Trend line = trendOf(half.batchLevels(area));
    const double grown = line.slope * static_cast<double>(kBatches);
    const double begun =
        half.mean(&IntervalCounts::begun, half.first, half.first + half.perBatch * kBatches);
    const bool rises =
        line.t() > kTrendThatIsNoChance && grown >= kLeastShareOfLevel * (line.mean + grown / 2) &&
        grown >= kLeastShareOfBegun * begun && grown >= kTimesRandomWalk * std::sqrt(2 * begun);
    return rises ? line.slope / (static_cast<double>(half.perBatch) * half.sampleSeconds()) : 0;
}

GrowingWork fastest(Replications replications, Area area, bool waiting) {
    GrowingWork found;
    found.waiting = waiting;
    const std::vector<TargetLog>& components = replications.front().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
        if (waiting && !components[c].hasLine) continue;
        const double rate = growth({replications, pickComponent, c}, area);
        if (rate > found.perSecond) {
            found.component = components[c].name;
            found.perSecond = rate;
        }
    }
    return found;
}

}  // namespace

std::optional<GrowingWork> findGrowingWork(Replications replications) {
    if (replications.empty() || commonIntervals(replications) < kFewestIntervals)
        return std::nullopt;
    if (GrowingWork line = fastest(replications, &IntervalCounts::waitingArea, true);
        line.perSecond > 0)
        return line;
    if (!(growth({replications, pickWorkload, 0}, &IntervalCounts::inSystemArea) > 0))
        return std::nullopt;
    GrowingWork visits = fastest(replications, &IntervalCounts::inSystemArea, false);
    return visits.perSecond > 0 ? std::optional(visits) : std::nullopt;
}

}  // namespace headroom::sim
