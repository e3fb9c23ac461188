// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload.h"

#include <algorithm>
#include <cassert>

namespace headroom::model {

bool Schedule::isConstant() const {
    return std::ranges::all_of(points,
                               [&](const Point& p) { return p.level == points.front().level; });
}

double Schedule::at(Duration time) const {
    assert(!points.empty());
    const auto next = std::ranges::upper_bound(points, time, {}, &Point::at);
    if (next == points.begin()) return points.front().level;
    const auto previous = std::prev(next);
    if (next == points.end()) return previous->level;
    const double passed = toSeconds(time - previous->at) / toSeconds(next->at - previous->at);
    return previous->level + passed * (next->level - previous->level);
}

double Schedule::peak() const {
    assert(!points.empty());
    return std::ranges::max_element(points, {}, &Point::level)->level;
}

Schedule Schedule::scaled(double factor) const {
    Schedule result = *this;
    for (Point& point : result.points) point.level *= factor;
    return result;
}

}  // namespace headroom::model
