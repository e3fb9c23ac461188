// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/error_budget.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

std::optional<double> timeToExhaustion(double burnRate, double periodSeconds) {
    if (!(burnRate > 0)) return std::nullopt;
    return periodSeconds / burnRate;
}

std::vector<double> trailingErrorRatios(const std::vector<EventCounts>& intervals, SimTime step,
                                        double windowSeconds) {
    const auto length =
        static_cast<std::size_t>(std::max(1.0, std::round(windowSeconds / seconds(step))));
    std::vector<EventCounts> sums{{0, 0}};
    for (const EventCounts& counts : intervals)
        sums.push_back({sums.back().bad + counts.bad, sums.back().all + counts.all});
    std::vector<double> ratios;
    for (std::size_t end = 1; end < sums.size(); ++end) {
        const EventCounts& from = sums[end - std::min(end, length)];
        const double all = sums[end].all - from.all;
        ratios.push_back(all > 0 ? (sums[end].bad - from.bad) / all
                                 : std::numeric_limits<double>::quiet_NaN());
    }
    return ratios;
}

std::vector<bool> burnCondition(const std::vector<EventCounts>& intervals, SimTime step,
                                double allowed, double periodSeconds, BurnSeverity severity) {
    std::vector<bool> told(intervals.size(), false);
    for (const BurnWindow& window : kBurnWindows) {
        if (window.severity != severity) continue;
        const double most =
            allowed * burnRateThreshold(window.budgetShare, periodSeconds, window.longSeconds);
        const auto longOnes = trailingErrorRatios(intervals, step, window.longSeconds);
        const auto shortOnes = trailingErrorRatios(intervals, step, window.shortSeconds);
        for (std::size_t i = 0; i < told.size(); ++i)
            told[i] = told[i] || (longOnes[i] > most && shortOnes[i] > most);
    }
    return told;
}

}  // namespace headroom::sim
