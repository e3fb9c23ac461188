// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/schedule_walk.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace headroom::sim {

namespace {

/// A stretch of time on which the level is linear; the last one has no end.
struct Piece {
    SimTime begin, end;
    double level, slope;  ///< at begin; per nanosecond
};

/// Calls visit(piece) for the pieces from `from` on until it returns a time.
template <typename Visitor>
SimTime walk(const model::Schedule& schedule, SimTime from, Visitor visit) {
    const auto& points = schedule.points;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        const SimTime begin = i == 0 ? 0 : points[i - 1].at.count();
        const SimTime end = i == points.size() ? kNever : points[i].at.count();
        if (end <= from || begin == end) continue;
        const bool flat = i == 0 || i == points.size();
        const double level = points[i == 0 ? 0 : i - 1].level;
        const double slope =
            flat ? 0 : (points[i].level - level) / static_cast<double>(end - begin);
        const SimTime start = std::max(begin, from);
        const Piece piece{start, end, level + slope * static_cast<double>(start - begin), slope};
        if (const std::optional<SimTime> time = visit(piece)) return *time;
    }
    return kNever;
}

std::int64_t rounded(double level) { return static_cast<std::int64_t>(std::floor(level + 0.5)); }

}  // namespace

SimTime timeOfArea(const model::Schedule& schedule, SimTime from, double amount) {
    double missing = amount * kNanosecondsPerSecond;
    return walk(schedule, from, [&](const Piece& p) -> std::optional<SimTime> {
        const auto length = static_cast<double>(p.end - p.begin);
        const double area = p.end == kNever ? (p.level > 0 ? missing : 0)
                                            : (p.level + p.slope * length / 2) * length;
        if (area < missing || p.level + p.slope * length < 0) {
            missing -= area;
            return std::nullopt;
        }
        // slope/2·x² + level·x = missing, in the form that does not cancel for small slopes.
        const double root = std::sqrt(std::max(0.0, p.level * p.level + 2 * p.slope * missing));
        const double x = 2 * missing / (p.level + root);
        if (!(x < 9e18)) return kNever;
        return p.begin + static_cast<SimTime>(std::ceil(x));
    });
}

SimTime timeOfChange(const model::Schedule& schedule, SimTime from, std::int64_t level) {
    return walk(schedule, from, [&](const Piece& p) -> std::optional<SimTime> {
        if (rounded(p.level) != level) return p.begin;
        if (p.slope == 0) return std::nullopt;
        const double edge = static_cast<double>(level) + (p.slope > 0 ? 0.5 : -0.5);
        const double x = std::max(1.0, std::ceil((edge - p.level) / p.slope));
        // On the way down the edge itself still rounds to the old level.
        const SimTime time = p.begin + static_cast<SimTime>(x) + (p.slope < 0 ? 1 : 0);
        return time < p.end ? std::optional(time) : std::nullopt;
    });
}

std::int64_t wholeLevel(const model::Schedule& schedule, SimTime time) {
    return rounded(schedule.at(model::Duration(time)));
}

}  // namespace headroom::sim
