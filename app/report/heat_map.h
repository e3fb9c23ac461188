// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/report/markup.h"

namespace headroom::report {

struct HeatRow {
    std::string name;
    std::vector<double> values;  ///< shares 0 … 1, one per sample interval; NaN: nothing known
    bool marked = false;         ///< the bottleneck
};

/// Shares by row and time, on one sequential ramp (light to dark; its order reads without colour).
struct HeatMap {
    std::string id;
    std::string title;
    std::string description;
    double seconds = 0;  ///< all intervals together
    std::vector<HeatRow> rows;
};

/// A `figure` over the page's whole width; intervals are averaged to at most 60 columns.
void writeHeatMap(Markup& page, const HeatMap& map);

}  // namespace headroom::report
