// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/exit_code.h"
#include "app/cli/run_options.h"
#include "app/report/run_record.h"

#include <functional>
#include <string>

/// The archive as the commands use it.
namespace headroom::cli {

/// `--archive FILE`.
void addArchiveOption(CLI::App& command, std::string& archive);

/// Milliseconds since 1970, UTC.
std::int64_t nowMs();
/// `2026-11-21 14:05`, in the time zone of the machine.
std::string timeText(std::int64_t ms);

/// Files the runs of a document, unless told not to. What prevented it is said on standard error. False only where
/// `--archive` asked for it: a run is worth having also where its archive cannot be written.
bool fileRuns(const RunOptions& options, const report::Document& document);

/// Opens the archive and hands it over; what goes wrong is said on standard error under `headroom COMMAND`.
ExitCode withArchive(const std::string& command, const std::string& given, archive::Archive::Open open,
                     const std::function<ExitCode(archive::Archive&)>& use);

}  // namespace headroom::cli
