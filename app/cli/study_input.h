// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"
#include "model/file/scenario_file.h"
#include "model/scenario.h"
#include "sim/study/sizing.h"

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What commands that study one scenario have in common: solve, capacity, sweep, size, forecast.
namespace headroom::cli {

/// FILE, --variant, --users, --set.
void addScenarioOptions(CLI::App& command, RunOptions& options);

/// A scenario file with what was said about it.
struct StudyInput {
    model::ScenarioFile file;
    RunPlan plan;
    std::vector<model::Scenario> scenarios;  ///< one for each point of the plan
};
/// Nothing where something is wrong, which is then on standard error under `headroom COMMAND`.
std::optional<StudyInput> readStudyInput(const std::string& command, const RunOptions& options);

/// Whether the file marks anything with `tune`, and values of it make a scenario; why not is on standard error.
bool canBeSized(const std::string& command, const StudyInput& input);
/// The scenario that was asked for with other values of what it marks with `tune`, under `users` if given. Refers to
/// `input`.
sim::ScenarioAt settingsOf(const StudyInput& input, std::optional<double> users);

/// Writes `json` where it is asked for and prints either it or `summary`; false if that failed.
bool handOver(const RunOptions& options, const std::string& json, const std::string& summary);
/// Whether `--json OUT` can be written; why not is on standard error.
bool canHandOver(const RunOptions& options);

}  // namespace headroom::cli
