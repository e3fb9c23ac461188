// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/spread.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace headroom::sim {

/// Consistent hashing (Karger et al., STOC 1997): every host has points on a circle, and a request
/// goes to the host of the next point. A host that is gone moves only the requests that were its
/// own, to all the others in equal parts. 160 points a host, as nginx and ketama have.
class HashRing {
public:
    explicit HashRing(std::uint32_t hosts) {
        points_.reserve(std::size_t{hosts} * kPoints);
        for (std::uint32_t host = 0; host < hosts; ++host)
            for (std::uint32_t i = 0; i < kPoints; ++i)
                points_.push_back({scrambled((std::uint64_t{host} << 32 | i) + kSalt), host});
        std::sort(points_.begin(), points_.end(),
                  [](const Point& a, const Point& b) { return a.at < b.at; });
    }

    /// The first host from there on of which `isIn` is true; `none` if there is not any.
    template <class Predicate>
    std::uint32_t find(std::uint64_t hash, const Predicate& isIn, std::uint32_t none) const {
        const auto first = std::lower_bound(
            points_.begin(), points_.end(), hash,
            [](const Point& point, std::uint64_t value) { return point.at < value; });
        for (auto point = first; point != points_.end(); ++point)
            if (isIn(point->host)) return point->host;
        for (auto point = points_.begin(); point != first; ++point)
            if (isIn(point->host)) return point->host;
        return none;
    }

private:
    struct Point {
        std::uint64_t at;
        std::uint32_t host;
    };
    static constexpr std::uint32_t kPoints = 160;
    static constexpr std::uint64_t kSalt = 0x9e3779b97f4a7c15u;

    std::vector<Point> points_;
};

}  // namespace headroom::sim
