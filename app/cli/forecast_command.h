// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>
#include <string>

namespace headroom::cli {

/// What was said behind `headroom forecast`, as written.
struct ForecastArguments {
    std::string growth = "5 %";
    std::string history, timeColumn, loadColumn, present = "100 %";
    std::string from;
    double months = 24;
    bool theoryOnly = false;
};

/// `headroom forecast FILE`: the date on which each objective falls, and what to change before.
class ForecastCommand {
public:
    explicit ForecastCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    ForecastArguments arguments_;
};

}  // namespace headroom::cli
