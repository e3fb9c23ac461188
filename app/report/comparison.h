// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"
#include "app/report/table.h"
#include "sim/study/comparison.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// Variants held against the first of them, for people and for programs.
namespace headroom::report {

struct ComparedRuns {
    std::vector<RunRecord> runs;                            ///< at least one; the reference first
    std::vector<std::vector<sim::Difference>> differences;  ///< of each run but the first
    std::vector<std::string> notes;                         ///< on the differences
    std::size_t asked = 0;  ///< how many runs were asked for; an interrupted comparison has fewer
};

/// How each run is told from the others: `cached`, `base`; with its load where the loads differ.
std::vector<std::string> labelsOf(const ComparedRuns& compared);

/// `−12.3 ms ± 1.2`: the sign always, the unit that fits the larger of both numbers, two digits of
/// the half-width. Differences of shares are percentage points, `pp`. `–` if unknown.
std::string differenceText(const sim::Estimate& difference, model::Unit unit);

/// Run number `run` (from 1) against the reference: the figures that objectives name, what users
/// see, the cost, and whatever differs of the components' utilisation, hit ratios and instances.
/// Where one side is the better one, the last column says which way it went.
Table differencesTable(const ComparedRuns& compared, std::size_t run);

/// `{"variants": [run…], "differences": {"PATH": {"value": …, "half_width": …}}}`, and the notes.
/// PATH is the metric as objectives write it; of several runs against the reference with ` @ ` and
/// the run's label behind it.
nlohmann::ordered_json comparisonJson(const ComparedRuns& compared);

}  // namespace headroom::report
