// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/measured.h"

#include <algorithm>
#include <cassert>

namespace headroom::sim {

const MeasuredSeries* Measured::find(std::string_view name, std::string_view operation) const {
    const auto found = std::ranges::find_if(series, [&](const MeasuredSeries& one) {
        return one.name == name && one.operation == operation;
    });
    return found == series.end() ? nullptr : &*found;
}

Measured Measured::part(std::size_t from, std::size_t until) const {
    Measured out{sampleSeconds, until - from, {}};
    for (const MeasuredSeries& one : series)
        out.series.push_back({one.name, one.operation,
                              {one.values.begin() + static_cast<std::ptrdiff_t>(from),
                               one.values.begin() + static_cast<std::ptrdiff_t>(until)}});
    return out;
}

Measured Measured::compressed(double factor) const {
    assert(factor >= 1);
    Measured out = *this;
    out.sampleSeconds /= factor;
    return out;
}

}  // namespace headroom::sim
