// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/summary.h"

#include "sim/study/interval_metric.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;
using Logs = std::vector<const TargetLog*>;

struct Quantile {
    Statistic statistic;
    double share;
};
constexpr std::array<Quantile, 5> kQuantiles{{{Statistic::p50, 0.5},
                                              {Statistic::p90, 0.9},
                                              {Statistic::p95, 0.95},
                                              {Statistic::p99, 0.99},
                                              {Statistic::p999, 0.999}}};

/// The half-width of ΣN/ΣD by batch means over the intervals' residuals.
std::optional<double> batchHalfWidth(const TargetLog& log, const IntervalMetric& metric,
                                     double ratio, const SummarySettings& settings) {
    const std::size_t first = settings.firsts.front();
    std::vector<double> residuals;
    double denominators = 0;
    for (std::size_t i = first; i < log.intervals.size(); ++i) {
        const double below = metric.denominator(log.intervals[i], settings.sampleSeconds);
        residuals.push_back(metric.numerator(log.intervals[i]) - ratio * below);
        denominators += below;
    }
    const std::optional<double> halfWidth = batchMeans(residuals, settings.confidence).halfWidth;
    if (!halfWidth || !(denominators > 0)) return std::nullopt;
    return *halfWidth * static_cast<double>(residuals.size()) / denominators;
}

Estimate ofOneReplication(const TargetLog& log, const IntervalMetric& metric, double value,
                          double measuredSeconds, const SummarySettings& settings) {
    Estimate estimate{value, std::nullopt};
    if (!settings.stationary) return estimate;
    const double scale = metric.perRun ? measuredSeconds : 1;
    estimate.halfWidth = batchHalfWidth(log, metric, value / scale, settings);
    if (estimate.halfWidth) *estimate.halfWidth *= scale;
    return estimate;
}

/// The measured time of the log with this number.
double measuredSeconds(const Logs& logs, std::size_t number, const SummarySettings& settings) {
    return static_cast<double>(logs[number]->intervals.size() - settings.firsts[number]) *
           settings.sampleSeconds;
}

/// The counts of each replication over its measured time.
std::vector<IntervalCounts> sumsOf(const Logs& logs, const std::vector<std::size_t>& firsts) {
    std::vector<IntervalCounts> sums;
    for (std::size_t r = 0; r < logs.size(); ++r)
        sums.push_back(sumOf(*logs[r], firsts[r], logs[r]->intervals.size()));
    return sums;
}

Estimate estimateOf(const Logs& logs, const std::vector<IntervalCounts>& sums,
                    const IntervalMetric& metric, const SummarySettings& settings) {
    std::vector<double> values;
    for (std::size_t r = 0; r < logs.size(); ++r)
        if (const auto value = metric.value(sums[r], measuredSeconds(logs, r, settings)))
            values.push_back(*value);
    if (logs.size() == 1 && values.size() == 1)
        return ofOneReplication(*logs[0], metric, values[0], measuredSeconds(logs, 0, settings),
                                settings);
    return meanWithInterval(values, settings.confidence);
}

struct TimeMetric {
    Metric metric;
    TimesLog TargetLog::*times;
    bool (*isKept)(const TargetLog&);
};
constexpr std::array<TimeMetric, 7> kTimeMetrics{{
    {Metric::responseTime, &TargetLog::responseTimes, [](const TargetLog&) { return true; }},
    {Metric::ownTime, &TargetLog::ownTimes, [](const TargetLog& log) { return log.hasOwnTimes; }},
    {Metric::wait, &TargetLog::waits, [](const TargetLog& log) { return log.hasLine; }},
    {Metric::cpuWait, &TargetLog::cpuWaits, [](const TargetLog& log) { return log.hasCpuWaits; }},
    {Metric::deliveryTime, &TargetLog::deliveryTimes,
     [](const TargetLog& log) { return log.hasDeliveries; }},
    {Metric::firstPaint, &TargetLog::firstPaints,
     [](const TargetLog& log) { return log.hasPaints; }},
    {Metric::largestPaint, &TargetLog::largestPaints,
     [](const TargetLog& log) { return log.hasPaints; }},
}};

void setQuantiles(Figures& figures, const Logs& logs, const TimeMetric& time,
                  const SummarySettings& settings) {
    Histogram pooled;
    std::vector<Histogram> own;
    for (std::size_t r = 0; r < logs.size(); ++r) {
        Histogram times = (logs[r]->*time.times).since(settings.firsts[r]);
        if (times.empty()) continue;
        pooled.merge(times);
        own.push_back(std::move(times));
    }
    if (pooled.empty()) return;
    std::vector<double> values(own.size());
    for (const Quantile& q : kQuantiles) {
        std::ranges::transform(own, values.begin(),
                               [&](const Histogram& h) { return h.quantile(q.share); });
        Estimate& estimate = figures.at(time.metric, q.statistic);
        estimate.value = pooled.quantile(q.share);
        estimate.halfWidth = studentHalfWidth(values, settings.confidence);
        if (estimate.halfWidth)
            estimate.halfWidth = std::max(*estimate.halfWidth, kHistogramError * *estimate.value);
    }
    figures.at(time.metric, Statistic::max) = {seconds(pooled.max()), std::nullopt};
}

ErrorCounts meanErrors(const std::vector<IntervalCounts>& sums) {
    ErrorCounts errors;
    const auto n = static_cast<double>(sums.size());
    for (const IntervalCounts& sum : sums) {
        errors.refused += static_cast<double>(sum.refused) / n;
        errors.timeout += static_cast<double>(sum.timedOut) / n;
        errors.failed += static_cast<double>(sum.failed) / n;
    }
    return errors;
}

/// Averages over time that are no metrics of their own.
Estimate levelOf(const Logs& logs, const std::vector<IntervalCounts>& sums,
                 const SummarySettings& settings, double (*amount)(const IntervalCounts&)) {
    const IntervalMetric metric{Metric::inSystem, [](const TargetLog&) { return true; }, amount,
                                [](const IntervalCounts&, double seconds) { return seconds; }};
    return estimateOf(logs, sums, metric, settings);
}

Usage usageOf(const Logs& logs, const std::vector<IntervalCounts>& sums,
              const SummarySettings& settings) {
    using Counts = IntervalCounts;
    const auto level = [&](double (*amount)(const Counts&)) {
        return levelOf(logs, sums, settings, amount);
    };
    return {level([](const Counts& c) { return c.activeArea; }),
            level([](const Counts& c) { return static_cast<double>(c.activations); }),
            level([](const Counts& c) { return c.slotArea; }),
            level([](const Counts& c) { return c.busyArea; }),
            level([](const Counts& c) { return c.billedSum; })};
}

/// Visits standing in each call from each log's first interval to interval last−1 (the end of the
/// log where that is shorter).
std::vector<CallShare> meanCalls(const Logs& logs, const std::vector<std::size_t>& firsts,
                                 std::size_t last, double sampleSeconds) {
    std::vector<CallShare> shares;
    for (const CallLog& call : logs.front()->calls) shares.push_back({call.callee, 0});
    for (std::size_t r = 0; r < logs.size(); ++r) {
        assert(logs[r]->calls.size() == shares.size());
        const std::size_t first = firsts[r];
        for (std::size_t c = 0; c < shares.size(); ++c) {
            const std::vector<double>& areas = logs[r]->calls[c].standingArea;
            const std::size_t end = std::min(last, areas.size());
            if (end <= first) continue;
            const double area =
                std::accumulate(areas.begin() + static_cast<std::ptrdiff_t>(first),
                                areas.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
            shares[c].standing += area / (static_cast<double>(end - first) * sampleSeconds) /
                                  static_cast<double>(logs.size());
        }
    }
    return shares;
}

}  // namespace

TargetResult summarise(const Logs& logs, const SummarySettings& settings) {
    assert(!logs.empty() && logs.size() == settings.firsts.size());
    TargetResult result;
    result.name = logs.front()->name;
    result.type = logs.front()->type;
    const std::vector<IntervalCounts> sums = sumsOf(logs, settings.firsts);
    for (const IntervalMetric& metric : intervalMetrics())
        if (metric.appliesTo(*logs.front()))
            result.figures.at(metric.metric) = estimateOf(logs, sums, metric, settings);
    for (const TimeMetric& time : kTimeMetrics)
        if (time.isKept(*logs.front())) setQuantiles(result.figures, logs, time, settings);
    result.errors = meanErrors(sums);
    result.calls = meanCalls(logs, settings.firsts, SIZE_MAX, settings.sampleSeconds);
    if (!result.type.empty()) result.usage = usageOf(logs, sums, settings);
    return result;
}

TargetResult stateBetween(const Logs& logs, std::size_t first, std::size_t last,
                          double sampleSeconds) {
    assert(!logs.empty() && first < last);
    TargetResult result;
    result.name = logs.front()->name;
    result.type = logs.front()->type;
    std::vector<IntervalCounts> sums;
    IntervalCounts all;
    for (const TargetLog* log : logs) all += sums.emplace_back(sumOf(*log, first, last));
    const auto n = static_cast<double>(logs.size());
    const double time = static_cast<double>(last - first) * sampleSeconds * n;
    for (const IntervalMetric& metric : intervalMetrics()) {
        const auto value = metric.appliesTo(*logs.front()) ? metric.value(all, time) : std::nullopt;
        if (value) result.figures.at(metric.metric).value = metric.perRun ? *value / n : *value;
    }
    result.errors = meanErrors(sums);
    const std::vector<std::size_t> firsts(logs.size(), first);
    result.calls = meanCalls(logs, firsts, last, sampleSeconds);
    return result;
}

}  // namespace headroom::sim
