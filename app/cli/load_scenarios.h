// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"
#include "model/file/scenario_file.h"

#include <optional>
#include <vector>

namespace headroom::cli {

/// The scenarios of all points of a plan; `base` is the file without a variant. Nothing if one of them has an error.
/// What is wrong, or worth a warning, is then on standard error, in terms of the options.
std::optional<std::vector<model::Scenario>> loadScenarios(const model::ScenarioFile& file, const RunPlan& plan,
                                                          const RunOptions& options);

}  // namespace headroom::cli
