// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"
#include "app/report/run_record.h"

/// Where the results of `headroom run` go. What goes wrong is said on standard error.
namespace headroom::cli {

/// To be asked before a run, which may take long.
bool canWriteOutputs(const RunOptions& options);
bool writeOutputs(const RunOptions& options, const report::Document& document);

/// To standard output: JSON, a summary, or nothing.
bool printResults(const RunOptions& options, const report::Document& document);

}  // namespace headroom::cli
