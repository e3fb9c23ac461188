// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/load_point.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// What was said behind `headroom run`, as written.
struct RunOptions {
    std::string file;
    std::string variant;
    std::string users, peak;
    std::vector<std::string> at;
    std::vector<std::string> set;
    std::string seed, replications, duration;
    int threads = 0;  ///< 0: all cores
    std::string json, report, junit, csv, openmetrics;
    std::string archive;
    bool gate = false, quiet = false, noColor = false, noArchive = false;

    bool printsJson() const { return json == "-"; }
};

void addRunOptions(CLI::App& command, RunOptions& options);

// What other commands have in common with it.
CLI::Option* addUsersOption(CLI::App& command, RunOptions& options);
void addSetOption(CLI::App& command, RunOptions& options);
/// Seed, replications, duration, threads.
void addSettingOptions(CLI::App& command, RunOptions& options);
void addJsonOption(CLI::App& command, RunOptions& options);
void addQuietOptions(CLI::App& command, RunOptions& options);

/// The runs asked for.
struct RunPlan {
    std::vector<LoadPoint> points;                         ///< at least one
    std::vector<std::pair<std::string, std::string>> set;  ///< path and value, for every point
    std::optional<double> peak;
};
/// Errors are those that the parser of options cannot see; `found` begins with the option: "--users: found `x`".
model::Parsed<RunPlan> planOf(const RunOptions& options);

/// Which option stands behind a setting that `planOf` made of it: `--seed` for `run.seed`; else `--set`.
std::string optionOfSetting(const RunOptions& options, const std::string& path);

/// As many as asked for, or one for each core.
int threadsOf(const RunOptions& options);

}  // namespace headroom::cli
