// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/watch/course_charts.h"

namespace headroom::desktop {

class Measurements;

/// Puts what was measured of the users' actions over the simulated lines of a chart of a run: the same colour, but
/// diamonds, and a name of its own.
void addMeasured(ChartData& data, CourseChart chart, const Measurements& measurements, const Course& course);

/// The measured series that no chart of a run shows: those of components, and other quantiles.
std::vector<std::string> measuredBeside(const Measurements& measurements);
/// One of them with its simulated twin.
ChartData measuredChart(const std::string& name, const Measurements& measurements, const Course& course);

}  // namespace headroom::desktop
