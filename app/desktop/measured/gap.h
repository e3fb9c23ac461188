// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/series.h"
#include "app/desktop/run/course.h"

#include <cstdint>
#include <optional>

/// How far a measured series and the simulated one of the same name are apart.
namespace headroom::desktop {

struct GapRule {
    double threshold = 0.2;  ///< they part where the simulated one is off by a larger share of the measured one
    std::size_t points = 5;  ///< means of so many measured points are held against each other, so that noise alone says nothing
};

struct Gap {
    archive::SeriesKey key;
    double measured = 0, simulated = 0;  ///< means of the newest points that both have; NaN: none
    std::optional<double> relative;      ///< simulated less measured, as a share of measured; of shares below 1 %, of 1 %
    bool parted = false;
    std::int64_t sinceMs = 0;            ///< where parted: since when without a break, since 1970
};

/// `zeroMs` is the time of the measurement at which the run begins. A measured point stands for the time since the one
/// before it. The warm-up is left out.
Gap gapOf(const archive::Series& measured, const Course& course, std::int64_t zeroMs, const GapRule& rule);

/// The mean of a series of a run over a stretch of its time, in seconds; NaN where there is nothing.
double simulatedOver(const Course& course, const sim::Series& series, double from, double to);

}  // namespace headroom::desktop
