// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/console.h"
#include "app/report/table.h"

#include <string>
#include <vector>

/// What `headroom runs` prints, and the window shows.
namespace headroom::cli {

/// One row for each run, in their order.
report::Table runsTable(const std::vector<archive::Run>& runs);
/// One row for each figure of the first, with the others' and their differences from it; at least two. `all`: every figure
/// that is known, else the main ones.
report::Table comparisonTable(const std::vector<archive::Run>& runs, bool all);

std::string runsText(const std::vector<archive::Run>& runs, const Style& style);
std::string runText(const archive::Run& run, const Style& style);
/// Of comparisonTable().
std::string comparisonText(const std::vector<archive::Run>& runs, bool all, const Style& style);

}  // namespace headroom::cli
