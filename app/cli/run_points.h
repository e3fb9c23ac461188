// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_bar.h"
#include "app/report/run_record.h"

#include <stop_token>
#include <vector>

namespace headroom::cli {

/// Runs the scenarios one after another. After `stop`, those in which nothing was measured are left out.
std::vector<report::RunRecord> runPoints(std::vector<model::Scenario> scenarios, int threads, std::stop_token stop,
                                         ProgressBar& bar);

}  // namespace headroom::cli
