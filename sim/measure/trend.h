// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace headroom::sim {

/// The straight line of least squares through (0, y₀), (1, y₁), …
struct Trend {
    double slope = 0;
    double standardError = 0;  ///< of the slope, if the values scatter independently about the line
    double mean = 0;
    double begin = 0, end = 0;  ///< of the line, at the first and at the last value

    /// Student's t of the slope; infinite where the line fits exactly and is not level, 0 where it
    /// is.
    double t() const;
};

/// Precondition: at least three values.
Trend trendOf(const std::vector<double>& values);

}  // namespace headroom::sim
