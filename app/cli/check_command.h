// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom check FILE…`: reads and validates.
class CheckCommand {
public:
    explicit CheckCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    std::vector<std::string> files_;
};

}  // namespace headroom::cli
