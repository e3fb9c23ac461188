// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"

#include <string>
#include <vector>

/// What replications measured, written down by hand, for tests of what is made of it.
namespace headroom::test {

/// One interval of one second in which `count` visits came and were answered, each after `response`
/// seconds.
sim::IntervalCounts answers(std::uint64_t count, double response);

/// A log of these intervals; the histogram of response times has each interval's mean for each of
/// its answers.
sim::TargetLog logOf(const std::string& name, const std::string& type,
                     const std::vector<sim::IntervalCounts>& intervals, int intervalsPerBlock = 1);

/// A replication whose workload has these intervals, of one second each.
sim::ReplicationResult replicationOf(const std::vector<sim::IntervalCounts>& workload,
                                     int intervalsPerBlock = 1);

/// `users` closed users of a station `api`; an interval is a second; no warm-up is cut.
model::Scenario scenarioOf(double users);

model::MetricRef metricRef(const std::string& target, model::Metric metric,
                           model::Statistic statistic = model::Statistic::mean);
model::Objective objectiveOf(const model::MetricRef& metric, bool below, model::Quantity threshold);

}  // namespace headroom::test
