// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "model/quantity/parsed.h"
#include "sim/study/calibration/measured.h"

#include <cstdint>
#include <string>
#include <vector>

/// What was imported, on the grid of a run, as replay and calibration take it.
namespace headroom::import {

/// Which import, and which part of it. Empty texts: all, as measured.
struct MeasuredSelection {
    std::int64_t import = 0;          ///< 0: the latest
    std::string sample, from, until;  ///< `1 min`, `2026-11-21 14:00:00`
};

struct MeasuredPart {
    sim::Measured measured;
    std::int64_t startMs = 0;  ///< where its first interval begins, since 1970
};

/// The series of an import that are metrics of the model, on one grid from `from` (or the first point) to `until` (or the
/// last). Several points of an interval count by their mean. Errors: a text that is no time, nothing in it.
model::Parsed<MeasuredPart> measuredFrom(archive::Archive& archive, const MeasuredSelection& selection);
/// The same of series at hand.
model::Parsed<MeasuredPart> measuredFrom(std::vector<archive::Series> series, const MeasuredSelection& selection);

}  // namespace headroom::import
