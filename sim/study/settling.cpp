// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/settling.h"

#include "sim/measure/trend.h"
#include "sim/measure/warm_up.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace headroom::sim {

namespace {

constexpr std::size_t kBatches = 10;

/// Up to the next block, since times can only be cut in whole blocks.
std::size_t roundedUp(std::size_t intervals, const ReplicationResult& replication) {
    const auto block = static_cast<std::size_t>(replication.intervalsPerBlock);
    return (intervals + block - 1) / block * block;
}

/// The mean of all sequences but number `left`, as far as the shortest goes.
std::vector<double> meanWithout(const std::vector<std::vector<double>>& sequences,
                                std::size_t left) {
    const auto shortest = std::ranges::min_element(sequences, {}, &std::vector<double>::size);
    std::vector<double> means;
    for (std::size_t i = 0; i < shortest->size(); ++i) {
        double sum = 0;
        int known = 0;
        for (std::size_t r = 0; r < sequences.size(); ++r) {
            if (r == left || std::isnan(sequences[r][i])) continue;
            sum += sequences[r][i];
            ++known;
        }
        means.push_back(known > 0 ? sum / known : std::numeric_limits<double>::quiet_NaN());
    }
    return means;
}

/// Ten of equal length that end with the last interval; empty if there are too few.
std::vector<double> batchesFrom(Replications replications, const Indicator& indicator,
                                std::size_t first) {
    const std::size_t n = commonIntervals(replications);
    const std::size_t length = n > first ? (n - first) / kBatches : 0;
    std::vector<double> batches;
    for (std::size_t b = kBatches; b > 0 && length > 0; --b)
        batches.push_back(indicator.between(replications, n - b * length, n - (b - 1) * length));
    return batches;
}

}  // namespace

std::size_t commonIntervals(Replications replications) {
    std::size_t fewest = replications.empty() ? 0 : SIZE_MAX;
    for (const ReplicationResult& r : replications)
        fewest = std::min(fewest, r.workload.intervals.size());
    return fewest;
}

Indicator Indicator::responseTime() {
    return {intervalMetric(model::Metric::responseTime), std::nullopt};
}

std::vector<Indicator> Indicator::hitRatios(Replications replications) {
    std::vector<Indicator> all;
    const std::size_t n = commonIntervals(replications);
    const std::vector<TargetLog>& components = replications.front().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
        if (!components[c].isCache) continue;
        const Indicator ratio(intervalMetric(model::Metric::hitRatio), c);
        if (!std::isnan(ratio.between(replications, 0, n))) all.push_back(ratio);
    }
    return all;
}

const TargetLog& Indicator::log(const ReplicationResult& replication) const {
    return component_ ? replication.components[*component_] : replication.workload;
}

const std::string& Indicator::target(Replications replications) const {
    return log(replications.front()).name;
}

std::vector<double> Indicator::sequence(const ReplicationResult& replication) const {
    std::vector<double> values;
    for (const IntervalCounts& counts : log(replication).intervals)
        values.push_back(metric_->value(counts, seconds(replication.sample))
                             .value_or(std::numeric_limits<double>::quiet_NaN()));
    return values;
}

double Indicator::between(Replications replications, std::size_t from, std::size_t to) const {
    IntervalCounts sum;
    for (const ReplicationResult& r : replications) sum += sumOf(log(r), from, to);
    const double time = static_cast<double>((to - from) * replications.size()) *
                        seconds(replications.front().sample);
    return metric_->value(sum, time).value_or(std::numeric_limits<double>::quiet_NaN());
}

WarmUpEnds warmUpEnds(Replications replications, const Indicator& indicator) {
    WarmUpEnds ends;
    std::vector<std::vector<double>> sequences;
    for (const ReplicationResult& r : replications) {
        sequences.push_back(indicator.sequence(r));
        const std::optional<WarmUpEnd> end = mser5(sequences.back());
        ends.own.push_back(roundedUp(end ? end->cut : 0, r));
        ends.late += !end || end->late ? 1 : 0;
    }
    if (replications.size() == 1) ends.others = ends.own;
    while (ends.others.size() < replications.size()) {
        const std::size_t r = ends.others.size();
        const std::optional<WarmUpEnd> common = mser5(meanWithout(sequences, r));
        std::size_t latest = roundedUp(common ? common->cut : 0, replications[r]);
        for (std::size_t other = 0; other < ends.own.size(); ++other)
            if (other != r) latest = std::max(latest, ends.own[other]);
        ends.others.push_back(latest);
    }
    return ends;
}

double headDistance(Replications replications, const Indicator& indicator, std::size_t intervals) {
    const std::vector<double> batches = batchesFrom(replications, indicator, intervals);
    if (intervals == 0 || batches.empty()) return 0;
    const auto n = static_cast<double>(kBatches);
    const double mean = std::accumulate(batches.begin(), batches.end(), 0.0) / n;
    double squares = 0;
    for (const double batch : batches) squares += (batch - mean) * (batch - mean);
    const std::size_t length = (commonIntervals(replications) - intervals) / kBatches;
    const double share = static_cast<double>(length) / static_cast<double>(intervals);
    const double error = std::sqrt(squares / (n - 1) * (1 / n + share));
    const double difference = std::abs(indicator.between(replications, 0, intervals) - mean);
    return difference == 0 ? 0 : difference / error;
}

std::optional<Drift> findDrift(Replications replications, const Indicator& indicator,
                               std::size_t first) {
    const std::vector<double> batches = batchesFrom(replications, indicator, first);
    if (batches.empty()) return std::nullopt;
    const Trend trend = trendOf(batches);
    if (!(std::abs(trend.t()) > kTrendThatIsNoChance)) return std::nullopt;
    return Drift{trend.begin, trend.end};
}

}  // namespace headroom::sim
