// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom run FILE`: simulates one load or several, and says and writes what came out.
class RunCommand {
public:
    /// `arguments` are all of the program's, for the report.
    RunCommand(CLI::App& app, std::vector<std::string> arguments);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    std::vector<std::string> arguments_;
};

}  // namespace headroom::cli
