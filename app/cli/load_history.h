// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"
#include "sim/study/load_trend.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom::cli {

struct HistoryColumns {
    std::string time;    ///< empty: `time`, `timestamp`, `date`, `day` or `month`, else the first
    std::string load;    ///< empty: `users`, or the only other column
    double factor = 1;   ///< what the column counts times this is the load
};

/// Samples of a CSV table with a first line of names; empty cells are gaps. Times as model::parseTimestamp reads
/// them, or `2026-11` for a month. The error says which row.
model::Parsed<std::vector<sim::LoadSample>> loadHistoryOf(std::string_view csv, const HistoryColumns& columns);

}  // namespace headroom::cli
