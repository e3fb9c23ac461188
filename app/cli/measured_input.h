// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "model/quantity/parsed.h"
#include "sim/study/calibration/measured.h"

#include <CLI/CLI.hpp>
#include <string>

/// What was imported, as `replay` and `calibrate` take it.
namespace headroom::cli {

struct MeasuredOptions {
    std::int64_t import = 0;
    std::string archive, sample, from, until;
};
void addMeasuredOptions(CLI::App& command, MeasuredOptions& options);

/// The series of an import that are metrics of the model, on one grid from `from` (or the first point) to `until` (or the
/// last). Several points of an interval count by their mean. Errors: an option that is none, nothing in it.
model::Parsed<sim::Measured> measuredFrom(archive::Archive& archive, const MeasuredOptions& options);

}  // namespace headroom::cli
