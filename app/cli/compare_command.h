// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom compare FILE V1 V2 …`: variants, loads or other files, held against the first on common
/// random numbers.
class CompareCommand {
public:
    /// `arguments` are all of the program's, for the report.
    CompareCommand(CLI::App& app, std::vector<std::string> arguments);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    std::vector<std::string> variants_;
    std::vector<std::string> arguments_;
};

/// A run to compare: of the command's own file where `file` is empty.
struct ComparedPoint {
    std::string file;
    LoadPoint point;

    bool operator==(const ComparedPoint&) const = default;
};
struct ComparisonPlan {
    RunPlan common;  ///< settings, for every run; its points do not count
    std::vector<ComparedPoint> points;
};

/// The runs that `variants` stand for: `cached`, `base`, `cached=10k,20k`, and of another file
/// `other.yaml`, `other.yaml:cached`, `other.yaml:cached=10k`. A first one of another file is held
/// against the base of the command's own. Errors: those of the options, fewer than two runs, one
/// that is there twice.
model::Parsed<ComparisonPlan> comparisonPlanOf(const RunOptions& options,
                                               const std::vector<std::string>& variants);

}  // namespace headroom::cli
