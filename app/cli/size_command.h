// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>

namespace headroom::cli {

/// `headroom size FILE`: the cheapest setting of the parameters marked `tune`.
class SizeCommand {
public:
    explicit SizeCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    int mostRuns_ = 6;
    bool theoryOnly_ = false;
};

}  // namespace headroom::cli
