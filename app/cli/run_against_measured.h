// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "model/quantity/parsed.h"
#include "sim/study/calibration/replay.h"

#include <cstdint>
#include <string>

/// A filed run held against what production measured.
namespace headroom::cli {

struct MeasuredMoment {
    std::int64_t import = 0;  ///< 0: the latest
    std::string from;         ///< when the run begins; empty: at the first point
};

/// How well the series of the run follow those of the import, from the moment on for as long as both last, as `replay`
/// says it (sim/study/calibration/replay.h). A filed run has the series of one replication, so that nothing can be said
/// of how many measured values lie inside its spread. `run` of the result is empty. Errors: those of measuredFrom, a run
/// without series.
model::Parsed<sim::ReplayResult> runAgainstMeasured(archive::Archive& archive, const archive::Run& run,
                                                    const MeasuredMoment& moment);

}  // namespace headroom::cli
