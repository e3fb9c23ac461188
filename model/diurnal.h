// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload.h"

/// Loads with a shape of their own, as schedules.
namespace headroom::model {

/// A load that rises and falls once a day: mean · exp(κ cos φ) / I₀(κ), φ the angle of the day's
/// clock from the peak's hour (von Mises' density). For small peaks that is a sine; it never falls
/// below 0, and any ratio of peak to mean up to `kMostPeakToMean` has its κ.
struct Diurnal {
    double mean = 0;
    double peak = 0;                           ///< at least the mean
    Duration peakAt = std::chrono::hours(20);  ///< time of day
    Duration start{};                          ///< time of day at which the run begins
    Duration day = std::chrono::hours(24);     ///< a shorter one goes through the same in less time
};
constexpr double kMostPeakToMean = 10;

/// Linear between 96 points a day, for so long at least. Precondition: 0 < mean ≤ peak ≤
/// kMostPeakToMean · mean.
Schedule scheduleOf(const Diurnal& diurnal, Duration horizon);

/// A flash crowd: `from` until `at`, a straight rise to `to`, held, a straight fall back (Ari et
/// al., "Managing Flash Crowds on the Internet", MASCOTS 2003).
struct Spike {
    double from = 0, to = 0;
    Duration at{}, rise{}, hold{}, fall{};
};
Schedule scheduleOf(const Spike& spike);

}  // namespace headroom::model
