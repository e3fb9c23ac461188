// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom capacity FILE`: the largest load that keeps every objective, what breaks there and
/// next, and where it hangs.
class CapacityCommand {
public:
    /// `arguments` are all of the program's, for the report.
    CapacityCommand(CLI::App& app, std::vector<std::string> arguments);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    std::vector<std::string> arguments_;
    int mostRuns_ = 8;
    bool theoryOnly_ = false;
};

}  // namespace headroom::cli
