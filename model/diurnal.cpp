// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/diurnal.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace headroom::model {
namespace {

double peakToMean(double kappa) { return std::exp(kappa) / std::cyl_bessel_i(0.0, kappa); }

/// The ratio grows with κ, as √(2πκ) in the end.
double kappaOf(double ratio) {
    double low = 0, high = 2 * kMostPeakToMean * kMostPeakToMean;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        (peakToMean(middle) < ratio ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

Schedule scheduleOf(const Diurnal& diurnal, Duration horizon) {
    constexpr int kPointsOfDay = 96;
    assert(diurnal.mean > 0 && diurnal.peak >= diurnal.mean);
    const double kappa = kappaOf(diurnal.peak / diurnal.mean);
    const double scale = diurnal.mean / std::cyl_bessel_i(0.0, kappa);
    // The hours of the clock are those of a day of 24 h, however long this day lasts.
    const double ahead = toSeconds(diurnal.start - diurnal.peakAt) / 86400;
    Schedule schedule;
    for (int i = 0; i == 0 || schedule.points.back().at < horizon; ++i) {
        const double part = static_cast<double>(i) / kPointsOfDay;
        const double angle = 2 * std::numbers::pi * (part + ahead);
        schedule.points.push_back({fromSeconds(toSeconds(diurnal.day) * part),
                                   scale * std::exp(kappa * std::cos(angle))});
    }
    return schedule;
}

Schedule scheduleOf(const Spike& spike) {
    const Duration top = spike.at + spike.rise, end = top + spike.hold;
    Schedule schedule;
    if (spike.at.count() > 0) schedule.points.push_back({Duration{}, spike.from});
    schedule.points.push_back({spike.at, spike.from});
    schedule.points.push_back({top, spike.to});
    schedule.points.push_back({end, spike.to});
    schedule.points.push_back({end + spike.fall, spike.from});
    return schedule;
}

}  // namespace headroom::model
