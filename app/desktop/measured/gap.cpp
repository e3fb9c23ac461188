// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/measured/gap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace headroom::desktop {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastShare = 0.01;
constexpr std::size_t kMostPoints = 2000;  // looked at; a gap that is older is as old as these

struct Pair {
    std::int64_t ms;
    double measured, simulated;
};

/// The shortest distance of two points.
double stepOf(const std::vector<archive::Point>& points) {
    std::int64_t step = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].ms > points[i - 1].ms) step = std::min(step, points[i].ms - points[i - 1].ms);
    return step == std::numeric_limits<std::int64_t>::max() ? 0 : static_cast<double>(step) / 1000;
}

std::vector<Pair> pairsOf(const archive::Series& measured, const Course& course, const sim::Series& simulated, std::int64_t zeroMs) {
    std::vector<Pair> pairs;
    const double step = stepOf(measured.points);
    const std::size_t first = measured.points.size() > kMostPoints ? measured.points.size() - kMostPoints : 0;
    for (std::size_t i = first; i < measured.points.size(); ++i) {
        const archive::Point& point = measured.points[i];
        const double x = static_cast<double>(point.ms - zeroMs) / 1000;
        if (x - step < course.warmUpSeconds - 1e-9 || x > course.endSeconds + 1e-9 || !std::isfinite(point.value)) continue;
        const double value = simulatedOver(course, simulated, x - step, x);
        if (std::isfinite(value)) pairs.push_back({point.ms, point.value, value});
    }
    return pairs;
}

/// Simulated less measured; infinite where nothing was measured but something is simulated.
double relativeTo(double measured, double simulated, model::Unit unit) {
    const double base = std::max(std::abs(measured), unit == model::Unit::share ? kLeastShare : 0.0);
    if (base > 0) return (simulated - measured) / base;
    return simulated == 0 ? 0 : std::numeric_limits<double>::infinity();
}

}  // namespace

double simulatedOver(const Course& course, const sim::Series& series, double from, double to) {
    if (course.sampleSeconds <= 0 || to < 0) return kUnknown;
    const double begin = std::floor(std::max(0.0, from) / course.sampleSeconds + 1e-6);
    const double end = std::max(begin + 1, std::ceil(to / course.sampleSeconds - 1e-6));
    double sum = 0;
    int known = 0;
    for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end) && i < series.values.size(); ++i)
        if (std::isfinite(series.values[i])) sum += series.values[i], ++known;
    return known > 0 ? sum / known : kUnknown;
}

Gap gapOf(const archive::Series& measured, const Course& course, std::int64_t zeroMs, const GapRule& rule) {
    Gap gap{measured.key, kUnknown, kUnknown, {}, false, 0};
    const sim::Series* simulated = course.find(measured.key.name);
    if (simulated == nullptr || rule.points == 0) return gap;
    const std::vector<Pair> pairs = pairsOf(measured, course, *simulated, zeroMs);
    double ofMeasured = 0, ofSimulated = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ofMeasured += pairs[i].measured;
        ofSimulated += pairs[i].simulated;
        if (i >= rule.points) {
            ofMeasured -= pairs[i - rule.points].measured;
            ofSimulated -= pairs[i - rule.points].simulated;
        }
        const auto count = static_cast<double>(std::min(i + 1, rule.points));
        gap.measured = ofMeasured / count;
        gap.simulated = ofSimulated / count;
        const double relative = relativeTo(gap.measured, gap.simulated, measured.key.unit);
        gap.relative = std::isfinite(relative) ? std::optional(relative) : std::nullopt;
        const bool parted = i + 1 >= rule.points && std::abs(relative) > rule.threshold;
        if (parted && !gap.parted) gap.sinceMs = pairs[i].ms;
        gap.parted = parted;
    }
    return gap;
}

}  // namespace headroom::desktop
