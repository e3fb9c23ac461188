// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What production measured, on the grid of a run: value i is of the interval that ends at (i + 1) · sample.
namespace headroom::sim {

struct MeasuredSeries {
    std::string name;            ///< as of a run: `api.utilisation`, `p95(api.response_time)`
    std::string operation = {};  ///< the users' action that it is of; empty: all of them
    std::vector<double> values;  ///< not a number: nothing was measured
};

struct Measured {
    double sampleSeconds = 60;
    std::size_t intervals = 0;  ///< the length of every series
    std::vector<MeasuredSeries> series;

    const MeasuredSeries* find(std::string_view name, std::string_view operation = {}) const;
    /// Intervals `from` … `until` − 1.
    Measured part(std::size_t from, std::size_t until) const;
    /// The same levels in a `factor`th of the time: what depends on the level of the load alone comes out as before, in
    /// so much less work. Precondition: factor ≥ 1.
    Measured compressed(double factor) const;
};

}  // namespace headroom::sim
