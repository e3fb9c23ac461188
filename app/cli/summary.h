// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/report/comparison.h"
#include "app/report/audit.h"
#include "app/report/run_record.h"
#include "sim/analytic/solve.h"
#include "sim/study/capacity_search.h"

#include <string>
#include <vector>

/// What a run says on the terminal, within outputColumns(); the same words with and without colour.
namespace headroom::cli {

/// The verdict first, then the figures it rests on.
std::string runSummary(const report::RunRecord& run, const Style& style);

/// The same for an estimate, which says that it is one and where it is weak.
std::string solveSummary(const report::RunRecord& estimate, const sim::Solution& solution, const Style& style);

/// The limit and what gives way there first, then the curve and what would move the limit.
std::string capacitySummary(const model::Scenario& scenario, const sim::Capacity& capacity, double seconds,
                            const Style& style);

/// What the runs have in common, then one table with a row for each. Precondition: `runs` is not empty.
std::string pointsSummary(const std::vector<report::RunRecord>& runs, const Style& style);

/// The same for runs that are held against the first of them, then a table of differences for each other.
std::string comparisonSummary(const report::ComparedRuns& compared, const Style& style);
/// The claims of a scenario with their verdicts.
std::string auditSummary(const report::Audit& audit, const Style& style);
/// A table with a row for each scenario.
std::string auditOverviewSummary(const std::vector<report::Audit>& audits, const Style& style);

}  // namespace headroom::cli
