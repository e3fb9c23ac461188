// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom sweep FILE --vary …`: every combination of values, resumable, on all cores and, started
/// by mpirun, on all ranks.
class SweepCommand {
public:
    explicit SweepCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    std::vector<std::string> vary_;
    std::string results_;
    bool theoryOnly_ = false;
};

}  // namespace headroom::cli
