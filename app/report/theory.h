// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/report/run_record.h"
#include "app/report/table.h"
#include "sim/analytic/solve.h"

/// What queueing theory says of a scenario, by itself and beside a simulation.
namespace headroom::report {

/// An estimate as a record that tables and verdicts take.
RunRecord recordOf(const model::Scenario& scenario, const sim::Solution& solution);

/// As that of a run, without intervals and without what only a simulation has; with
/// `approximations` and `saturated`.
nlohmann::ordered_json solveJson(const RunRecord& estimate, const sim::Solution& solution);

/// One figure that theory and simulation both have.
struct TheoryGap {
    std::string metric;  ///< `p95(workload.response_time)`
    model::Unit unit = model::Unit::count;
    double theory = 0;
    double simulated = 0;
    /// (theory − simulated) / simulated; unknown for a simulated 0.
    std::optional<double> relative() const;
};
/// Throughput, response time (mean, p95) and error ratio of the workload, and the utilisation of
/// the busiest component.
std::vector<TheoryGap> gapsOf(const RunRecord& run, const sim::Solution& solution);

/// The gaps for people. Empty if there are none.
Table theoryTable(const RunRecord& run, const sim::Solution& solution);
/// `{"approximations": […], "differences": {METRIC: {"solve": …, "run": …, "relative": …}}}`
nlohmann::ordered_json theoryJson(const RunRecord& run, const sim::Solution& solution);

}  // namespace headroom::report
