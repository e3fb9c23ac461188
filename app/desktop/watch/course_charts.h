// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"
#include "app/desktop/charts/heat_map.h"
#include "app/desktop/run/course.h"
#include "model/scenario.h"

#include <string>
#include <vector>

/// Which charts the course of a run has, and what is in them.
namespace headroom::desktop {

enum class CourseChart { users, throughput, responseTime, errors, waiting, hitRatio, instances, costRate };
constexpr CourseChart kCourseCharts[] = {CourseChart::responseTime, CourseChart::throughput, CourseChart::errors, CourseChart::users,
                                         CourseChart::waiting, CourseChart::instances, CourseChart::hitRatio, CourseChart::costRate};

/// Without lines where the course has nothing of the kind. `result` of a finished run knows what its meters cost.
ChartData chartOf(CourseChart chart, const Course& course, const model::Scenario& scenario, const sim::RunResult* result = nullptr);
std::vector<HeatMapRow> heatRowsOf(const Course& course, const std::string& bottleneck);
/// US dollars an hour of all parts with a price, for each interval; empty if nothing has one.
std::vector<double> costRates(const Course& course, const model::Scenario& scenario);
/// The same of a finished run, whatever its meters count: each part's cost, spread over time as its visits are.
std::vector<double> meteredRates(const Course& course, const sim::RunResult& result);

}  // namespace headroom::desktop
