// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>

namespace headroom::cli {

/// `headroom solve FILE`: the answer of queueing theory, in milliseconds.
class SolveCommand {
public:
    explicit SolveCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
};

}  // namespace headroom::cli
