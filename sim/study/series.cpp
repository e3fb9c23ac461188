// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

constexpr std::array kWorkloadMetrics{Metric::throughput, Metric::errorRatio, Metric::responseTime};
constexpr std::array kComponentMetrics{
    Metric::throughput,  Metric::utilisation, Metric::occupancy,    Metric::queueLength,
    Metric::inSystem,    Metric::errorRatio,  Metric::hitRatio,     Metric::instances,
    Metric::connections, Metric::lag,         Metric::deliveryTime, Metric::egress,
    Metric::staleRatio,  Metric::memory};

std::string nameOf(const std::string& target, Metric metric, Statistic statistic) {
    const std::string plain = target + "." + std::string(model::metricName(metric));
    return model::isTime(metric) ? std::string(model::statisticName(statistic)) + "(" + plain + ")"
                                 : plain;
}

class Sources {
public:
    explicit Sources(TargetLogs logs) : logs_(logs) {}

    void addUsers(const std::vector<double>& users) {
        if (!users.empty()) all_.push_back({"workload.users", model::Unit::count});
    }
    void addMean(std::size_t target, Metric metric) {
        const IntervalMetric& definition = intervalMetric(metric);
        if (definition.appliesTo(*logs_[target]))
            add(target, metric, Statistic::mean).metric = &definition;
    }
    void addQuantile(std::size_t target, Statistic statistic, float IntervalQuantiles::*quantile) {
        if (!logs_[target]->quantiles.empty())
            add(target, Metric::responseTime, statistic).quantile = quantile;
    }
    std::vector<SeriesSource> take() { return std::move(all_); }

private:
    SeriesSource& add(std::size_t target, Metric metric, Statistic statistic) {
        all_.push_back(
            {nameOf(logs_[target]->name, metric, statistic), model::unitOf(metric), target});
        return all_.back();
    }

    TargetLogs logs_;
    std::vector<SeriesSource> all_;
};

std::vector<const TargetLog*> logsOf(const ReplicationResult& replication) {
    std::vector<const TargetLog*> logs{&replication.workload};
    for (const TargetLog& component : replication.components) logs.push_back(&component);
    return logs;
}

Series averaged(const SeriesSource& source, Replications replications,
                const std::vector<std::vector<const TargetLog*>>& logs) {
    std::size_t length = 0;
    for (const ReplicationResult& r : replications)
        length = std::max(length, r.workload.intervals.size());
    const double sample = seconds(replications.front().sample);
    Series series{source.name, source.unit, std::vector<double>(length, kNothing)};
    for (std::size_t i = 0; i < length; ++i) {
        double sum = 0;
        int known = 0;
        for (std::size_t r = 0; r < replications.size(); ++r) {
            const double value = source.value(logs[r], replications[r].users, i, sample);
            if (std::isnan(value)) continue;
            sum += value;
            ++known;
        }
        if (known > 0) series.values[i] = sum / known;
    }
    return series;
}

}  // namespace

double SeriesSource::value(TargetLogs logs, const std::vector<double>& users, std::size_t interval,
                           double sampleSeconds) const {
    const TargetLog& log = *logs[target];
    if (interval >= log.intervals.size()) return kNothing;
    if (metric) return metric->value(log.intervals[interval], sampleSeconds).value_or(kNothing);
    return quantile ? static_cast<double>(log.quantiles[interval].*quantile) : users[interval];
}

std::vector<SeriesSource> seriesSources(TargetLogs logs, const std::vector<double>& users) {
    Sources sources(logs);
    sources.addUsers(users);
    for (const Metric metric : kWorkloadMetrics) sources.addMean(0, metric);
    sources.addQuantile(0, Statistic::p50, &IntervalQuantiles::p50);
    sources.addQuantile(0, Statistic::p95, &IntervalQuantiles::p95);
    sources.addQuantile(0, Statistic::p99, &IntervalQuantiles::p99);
    for (std::size_t target = 1; target < logs.size(); ++target) {
        for (const Metric metric : kComponentMetrics) sources.addMean(target, metric);
        sources.addQuantile(target, Statistic::p95, &IntervalQuantiles::p95);
    }
    return sources.take();
}

std::vector<Series> seriesOf(Replications replications) {
    std::vector<Series> all;
    if (replications.empty()) return all;
    std::vector<std::vector<const TargetLog*>> logs;
    for (const ReplicationResult& r : replications) logs.push_back(logsOf(r));
    for (const SeriesSource& source : seriesSources(logs.front(), replications.front().users))
        all.push_back(averaged(source, replications, logs));
    return all;
}

}  // namespace headroom::sim
