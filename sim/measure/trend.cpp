// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/trend.h"

#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace headroom::sim {

double Trend::t() const {
    if (slope == 0) return 0;
    if (standardError == 0) return std::copysign(std::numeric_limits<double>::infinity(), slope);
    return slope / standardError;
}

Trend trendOf(const std::vector<double>& values) {
    assert(values.size() >= 3);
    const auto n = static_cast<double>(values.size());
    const double middle = (n - 1) / 2;
    Trend trend;
    trend.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double xx = 0, xy = 0, rest = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = static_cast<double>(i) - middle;
        xx += x * x;
        xy += x * (values[i] - trend.mean);
    }
    trend.slope = xy / xx;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = static_cast<double>(i) - middle;
        rest += std::pow(values[i] - trend.mean - trend.slope * x, 2);
    }
    trend.standardError = std::sqrt(rest / (n - 2) / xx);
    trend.begin = trend.mean - trend.slope * middle;
    trend.end = trend.mean + trend.slope * middle;
    return trend;
}

}  // namespace headroom::sim
