// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>

#include <string>

namespace headroom::cli {

/// `headroom export FILE --as FORMAT`: the scenario in the formats of other tools.
class ExportCommand {
public:
    explicit ExportCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    RunOptions options_;
    std::string format_, output_;
};

}  // namespace headroom::cli
