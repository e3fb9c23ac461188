// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/precision.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {
model::MetricRef ofWorkload(model::Metric metric, model::Statistic statistic) {
    model::MetricRef ref;
    ref.target = "workload";
    ref.metric = metric;
    ref.statistic = statistic;
    return ref;
}
}  // namespace

double relativeHalfWidth(const Estimate& estimate) {
    if (!estimate.value || !estimate.halfWidth) return std::numeric_limits<double>::infinity();
    return *estimate.halfWidth == 0 ? 0 : *estimate.halfWidth / std::abs(*estimate.value);
}

std::vector<model::MetricRef> decidingMetrics(const model::Scenario& scenario) {
    std::vector<model::MetricRef> metrics;
    for (const model::Slo& slo : scenario.slos)
        if (slo.objective.metric.statistic != model::Statistic::max)
            metrics.push_back(slo.objective.metric);
    if (!metrics.empty()) return metrics;
    using model::Metric;
    using model::Statistic;
    return {ofWorkload(Metric::responseTime, Statistic::mean),
            ofWorkload(Metric::responseTime, Statistic::p95),
            ofWorkload(Metric::throughput, Statistic::mean)};
}

Precision leastPrecise(const model::Scenario& scenario, const RunResult& result) {
    Precision least;
    for (const model::MetricRef& metric : decidingMetrics(scenario)) {
        const double relative = relativeHalfWidth(result.figure(metric));
        if (least.metric.target.empty() || relative > least.relative) least = {metric, relative};
    }
    return least;
}

int fewestReplications(int atMost) { return std::clamp(atMost / 5, 3, 10); }

double stoppingMargin(int replications) { return 1 + 2.0 / (replications - 1); }

int replicationsNeeded(int done, double reached, double wanted, int atMost) {
    const auto isEnough = [&](int n) {
        const double expected = reached * std::sqrt(static_cast<double>(done) / n);
        return n >= fewestReplications(atMost) && expected * stoppingMargin(n) <= wanted;
    };
    int needed = done;
    while (needed < atMost && !isEnough(needed)) ++needed;
    return needed;
}

}  // namespace headroom::sim
