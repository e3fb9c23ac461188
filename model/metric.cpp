// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

struct MetricInfo {
    std::string_view name;
    Unit unit;
};
/// In the order of `Metric`.
constexpr std::array<MetricInfo, kMetricCount> kMetrics = {{
    {"response_time", Unit::seconds},
    {"own_time", Unit::seconds},
    {"wait", Unit::seconds},
    {"cpu_wait", Unit::seconds},
    {"delivery_time", Unit::seconds},
    {"first_paint", Unit::seconds},
    {"largest_paint", Unit::seconds},
    {"throughput", Unit::perSecond},
    {"arrival_rate", Unit::perSecond},
    {"error_ratio", Unit::share},
    {"availability", Unit::share},
    {"utilisation", Unit::share},
    {"occupancy", Unit::share},
    {"queue_length", Unit::count},
    {"in_system", Unit::count},
    {"hit_ratio", Unit::share},
    {"instances", Unit::count},
    {"cold_starts", Unit::count},
    {"memory", Unit::bytes},
    {"connections", Unit::count},
    {"cost", Unit::usd},
    {"lag", Unit::seconds},
    {"egress", Unit::bytesPerSecond},
    {"stale_ratio", Unit::share},
    {"late_frames", Unit::share},
    {"frame_rate", Unit::perSecond},
}};
constexpr std::array<std::string_view, kStatisticCount> kStatistics = {"mean", "p50",  "p90", "p95",
                                                                       "p99",  "p999", "max"};

const MetricInfo& infoOf(Metric metric) { return kMetrics[static_cast<std::size_t>(metric)]; }

}  // namespace

std::string_view metricName(Metric metric) { return infoOf(metric).name; }

std::string_view statisticName(Statistic statistic) {
    return kStatistics[static_cast<std::size_t>(statistic)];
}

Unit unitOf(Metric metric) { return infoOf(metric).unit; }

bool isTime(Metric metric) { return static_cast<int>(metric) < kTimeMetricCount; }

std::optional<Metric> metricFromName(std::string_view name) {
    const auto found = std::ranges::find(kMetrics, name, &MetricInfo::name);
    if (found == kMetrics.end()) return std::nullopt;
    return static_cast<Metric>(found - kMetrics.begin());
}

std::optional<Statistic> statisticFromName(std::string_view name) {
    const auto found = std::ranges::find(kStatistics, name);
    if (found == kStatistics.end()) return std::nullopt;
    return static_cast<Statistic>(found - kStatistics.begin());
}

std::vector<std::string_view> metricNames() {
    std::vector<std::string_view> names;
    for (const MetricInfo& metric : kMetrics) names.push_back(metric.name);
    return names;
}

std::string toText(const MetricRef& metric) {
    std::string text = metric.target + ".";
    if (!metric.operation.empty()) text += metric.operation + ".";
    text += metricName(metric.metric);
    if (isTime(metric.metric))
        text = std::string(statisticName(metric.statistic)) + "(" + text + ")";
    if (!metric.variant.empty()) text += " @ " + metric.variant;
    return text;
}

}  // namespace headroom::model
