// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"
#include "app/report/article.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// `--report OUT.html|.md|.pdf` and `--junit OUT.xml`, which every study has.
namespace headroom::cli {

void addReportOptions(CLI::App& command, RunOptions& options);

/// What is wrong with the name of the report; `found` begins with the option.
std::optional<model::TextError> checkReport(const RunOptions& options);

/// To be asked before a study, which may take long. Why not is on standard error.
bool canWriteReports(const RunOptions& options);

/// Writes what is asked for, and makes nothing else. What goes wrong is said on standard error.
bool writeReports(const RunOptions& options, const std::function<report::Article()>& article,
                  const std::function<std::string()>& junit);

/// The command line as it could be typed into a shell.
std::string commandLineOf(std::vector<std::string> arguments);

}  // namespace headroom::cli
