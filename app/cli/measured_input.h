// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/measured_import.h"

#include <CLI/CLI.hpp>
#include <string>

/// What was imported, as `replay` and `calibrate` are told.
namespace headroom::cli {

struct MeasuredOptions {
    import::MeasuredSelection selection;
    std::string archive;
};
void addMeasuredOptions(CLI::App& command, MeasuredOptions& options);

}  // namespace headroom::cli
