// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/console.h"

#include <string>
#include <vector>

/// What `headroom runs` prints.
namespace headroom::cli {

std::string runsText(const std::vector<archive::Run>& runs, const Style& style);
std::string runText(const archive::Run& run, const Style& style);
/// Against the first; at least two. `all`: every figure that is known, else the main ones.
std::string comparisonText(const std::vector<archive::Run>& runs, bool all, const Style& style);

}  // namespace headroom::cli
