// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/series.h"

#include "sim/study/interval_metric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

constexpr std::array kComponentMetrics{
    Metric::throughput,  Metric::utilisation, Metric::occupancy,
    Metric::queueLength, Metric::inSystem,    Metric::errorRatio,
    Metric::hitRatio,    Metric::instances,   Metric::connections};

/// valueIn(replication, interval) is asked for intervals that the replication has.
template <typename ValueIn>
std::vector<double> averaged(Replications replications, ValueIn valueIn) {
    std::size_t length = 0;
    for (const ReplicationResult& r : replications)
        length = std::max(length, r.workload.intervals.size());
    std::vector<double> values(length, kNothing);
    for (std::size_t i = 0; i < length; ++i) {
        double sum = 0;
        int known = 0;
        for (const ReplicationResult& r : replications) {
            const double value = i < r.workload.intervals.size() ? valueIn(r, i) : kNothing;
            if (std::isnan(value)) continue;
            sum += value;
            ++known;
        }
        if (known > 0) values[i] = sum / known;
    }
    return values;
}

std::string nameOf(const std::string& target, Metric metric, Statistic statistic) {
    const std::string plain = target + "." + std::string(model::metricName(metric));
    return model::isTime(metric) ? std::string(model::statisticName(statistic)) + "(" + plain + ")"
                                 : plain;
}

/// The series of one target; pick(replication) is its log.
template <typename Pick>
class SeriesOfTarget {
public:
    SeriesOfTarget(Replications replications, Pick pick, std::vector<Series>& out)
        : replications_(replications), pick_(pick), log_(pick(replications.front())), out_(out) {}

    void addMean(Metric metric) {
        const IntervalMetric& definition = intervalMetric(metric);
        if (!definition.appliesTo(log_)) return;
        const double sample = seconds(replications_.front().sample);
        add(metric, Statistic::mean, [&](const ReplicationResult& r, std::size_t i) {
            return definition.value(pick_(r).intervals[i], sample).value_or(kNothing);
        });
    }

    void addQuantile(Statistic statistic, float IntervalQuantiles::*quantile) {
        if (log_.quantiles.empty()) return;
        add(Metric::responseTime, statistic, [&](const ReplicationResult& r, std::size_t i) {
            return static_cast<double>(pick_(r).quantiles[i].*quantile);
        });
    }

private:
    template <typename ValueIn>
    void add(Metric metric, Statistic statistic, ValueIn valueIn) {
        out_.push_back({nameOf(log_.name, metric, statistic), model::unitOf(metric),
                        averaged(replications_, valueIn)});
    }

    Replications replications_;
    Pick pick_;
    const TargetLog& log_;
    std::vector<Series>& out_;
};

void addWorkload(Replications replications, std::vector<Series>& out) {
    if (!replications.front().users.empty())
        out.push_back({"workload.users", model::Unit::count,
                       averaged(replications, [](const ReplicationResult& r, std::size_t i) {
                           return r.users[i];
                       })});
    const auto workload = [](const ReplicationResult& r) -> const TargetLog& { return r.workload; };
    SeriesOfTarget series(replications, workload, out);
    for (const Metric metric : {Metric::throughput, Metric::errorRatio, Metric::responseTime})
        series.addMean(metric);
    series.addQuantile(Statistic::p50, &IntervalQuantiles::p50);
    series.addQuantile(Statistic::p95, &IntervalQuantiles::p95);
    series.addQuantile(Statistic::p99, &IntervalQuantiles::p99);
}

}  // namespace

std::vector<Series> seriesOf(Replications replications) {
    std::vector<Series> all;
    if (replications.empty()) return all;
    addWorkload(replications, all);
    for (std::size_t c = 0; c < replications.front().components.size(); ++c) {
        const auto component = [c](const ReplicationResult& r) -> const TargetLog& {
            return r.components[c];
        };
        SeriesOfTarget series(replications, component, all);
        for (const Metric metric : kComponentMetrics) series.addMean(metric);
        series.addQuantile(Statistic::p95, &IntervalQuantiles::p95);
    }
    return all;
}

}  // namespace headroom::sim
