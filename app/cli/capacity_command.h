// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>

namespace headroom::cli {

/// `headroom capacity FILE`: the largest load that keeps every objective, what breaks there and
/// next, and where it hangs.
class CapacityCommand {
public:
    explicit CapacityCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    int mostRuns_ = 8;
    bool theoryOnly_ = false;
};

}  // namespace headroom::cli
