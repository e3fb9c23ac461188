// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/audit_options.h"
#include "app/cli/exit_code.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom audit FILE…`: the figures that documents assert against those that the model gives.
class AuditCommand {
public:
    /// `arguments` are all of the program's, for the report.
    AuditCommand(CLI::App& app, std::vector<std::string> arguments);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    CLI::App* command_;
    AuditOptions options_;
    std::vector<std::string> arguments_;
};

}  // namespace headroom::cli
