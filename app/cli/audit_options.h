// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// What was said behind `headroom audit`, as written.
struct AuditOptions {
    std::vector<std::string> files;
    bool all = false;  ///< the scenarios that come with the program
    bool noSearch = false;  ///< claims about the capacity are left unjudged
    RunOptions run;    ///< those that a run has too; `file` is not used
};

void addAuditOptions(CLI::App& command, AuditOptions& options);

}  // namespace headroom::cli
