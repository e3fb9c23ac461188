// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom compare FILE V1 V2 …`: variants, or loads, held against the first on common random
/// numbers.
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

/// The runs that `variants` stand for: `cached`, `base`, `cached=10k,20k`. Errors: those of the
/// options, fewer than two runs, one that is there twice.
model::Parsed<RunPlan> comparisonPlanOf(const RunOptions& options,
                                        const std::vector<std::string>& variants);

}  // namespace headroom::cli
