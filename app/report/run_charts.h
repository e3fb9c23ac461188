// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/report/heat_map.h"
#include "app/report/line_chart.h"
#include "app/report/run_record.h"

/// Which charts a run has, and several runs together. Ids begin with `id`.
namespace headroom::report {

/// Response time quantiles, throughput, users, errors, utilisation and waiting lines, over simulated time.
std::vector<LineChart> chartsOver(const RunRecord& run, const std::string& id);
HeatMap utilisationMap(const RunRecord& run, const std::string& id);

/// Against the load, a line for each variant: response time, errors, throughput.
std::vector<LineChart> chartsAgainstLoad(const std::vector<RunRecord>& runs, const std::string& id);

/// The series of that name; null if the run has none.
const sim::Series* seriesOf(const sim::RunResult& result, std::string_view name);

}  // namespace headroom::report
