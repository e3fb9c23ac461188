// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"

#include <cmath>
#include <limits>

namespace headroom::test {

sim::IntervalCounts answers(std::uint64_t count, double response) {
    sim::IntervalCounts counts;
    counts.begun = counts.answered = count;
    counts.responseSum = static_cast<double>(count) * response;
    counts.inSystemArea = counts.responseSum;
    return counts;
}

sim::TargetLog logOf(const std::string& name, const std::string& type,
                     const std::vector<sim::IntervalCounts>& intervals, int intervalsPerBlock) {
    sim::TargetLog log;
    log.name = name;
    log.type = type;
    log.responseTimes = log.waits = log.ownTimes = log.cpuWaits = sim::TimesLog(intervalsPerBlock);
    for (const sim::IntervalCounts& counts : intervals) {
        const double mean = counts.answered > 0
                                ? counts.responseSum / static_cast<double>(counts.answered)
                                : std::numeric_limits<double>::quiet_NaN();
        for (std::uint64_t i = 0; i < counts.answered; ++i)
            log.responseTimes.record(std::llround(mean * sim::kNanosecondsPerSecond));
        log.responseTimes.closeInterval();
        log.waits.closeInterval();
        log.ownTimes.closeInterval();
        log.cpuWaits.closeInterval();
        log.intervals.push_back(counts);
        const auto all = static_cast<float>(mean);
        log.quantiles.push_back({all, all, all});
    }
    return log;
}

sim::ReplicationResult replicationOf(const std::vector<sim::IntervalCounts>& workload,
                                     int intervalsPerBlock) {
    sim::ReplicationResult replication;
    replication.sample = 1'000'000'000;
    replication.intervalsPerBlock = intervalsPerBlock;
    replication.workload = logOf("workload", "", workload, intervalsPerBlock);
    return replication;
}

model::Scenario scenarioOf(double users) {
    model::Scenario scenario;
    scenario.name = "Measured by hand";
    scenario.run.sample = std::chrono::seconds(1);
    scenario.run.warmUp.kind = model::WarmUp::Kind::none;
    model::Component api;
    api.name = "api";
    api.spec = model::StationSpec{};
    scenario.components.push_back(api);
    scenario.workload.entry = "api";
    scenario.workload.users = model::Schedule::constant(users);
    scenario.workload.profiles.emplace_back();
    return scenario;
}

model::MetricRef metricRef(const std::string& target, model::Metric metric,
                           model::Statistic statistic) {
    model::MetricRef ref;
    ref.target = target;
    ref.metric = metric;
    ref.statistic = statistic;
    return ref;
}

model::Objective objectiveOf(const model::MetricRef& metric, bool below,
                             model::Quantity threshold) {
    model::Objective objective;
    objective.metric = metric;
    objective.below = below;
    objective.threshold = threshold;
    objective.text = "as written";
    return objective;
}

}  // namespace headroom::test
