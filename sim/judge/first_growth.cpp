// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/first_growth.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using Replications = std::span<const ReplicationResult>;

constexpr double kLeastPeak = 10;
constexpr double kOnsetShare = 0.1;

/// Mean over the replications of value(replication, interval), as far as all have intervals.
template <typename Value>
std::vector<double> averaged(Replications replications, Value value) {
    std::size_t length = SIZE_MAX;
    for (const ReplicationResult& r : replications)
        length = std::min(length, r.workload.intervals.size());
    std::vector<double> means(length, 0);
    for (const ReplicationResult& r : replications)
        for (std::size_t i = 0; i < length; ++i)
            means[i] += value(r, i) / static_cast<double>(replications.size());
    return means;
}

struct Onset {
    std::size_t interval = 0;
    double peak = 0;
};

std::optional<Onset> onsetOf(const std::vector<double>& line) {
    const auto peak = std::ranges::max_element(line);
    if (peak == line.end() || *peak < kLeastPeak) return std::nullopt;
    const auto isSmall = [&](double level) { return level <= kOnsetShare * *peak; };
    const auto begin = std::find_if(std::make_reverse_iterator(peak), line.rend(), isSmall).base();
    return Onset{static_cast<std::size_t>(begin - line.begin()), *peak};
}

bool isEarlier(const Onset& a, const Onset& b) {
    return a.interval != b.interval ? a.interval < b.interval : a.peak > b.peak;
}

std::optional<double> usersAt(Replications replications, std::size_t interval) {
    double sum = 0;
    for (const ReplicationResult& r : replications) {
        if (interval >= r.users.size()) return std::nullopt;
        sum += r.users[interval];
    }
    return sum / static_cast<double>(replications.size());
}

}  // namespace

std::optional<FirstGrowth> findFirstGrowth(Replications replications) {
    if (replications.empty()) return std::nullopt;
    std::optional<Onset> first;
    std::size_t component = 0;
    for (std::size_t c = 0; c < replications.front().components.size(); ++c) {
        if (!replications.front().components[c].hasLine) continue;
        const auto onset = onsetOf(averaged(replications, [c](const auto& r, std::size_t i) {
            return r.components[c].intervals[i].waitingArea / seconds(r.sample);
        }));
        if (!onset || (first && !isEarlier(*onset, *first))) continue;
        first = onset;
        component = c;
    }
    if (!first) return std::nullopt;
    const double from = static_cast<double>(first->interval) * seconds(replications.front().sample);
    return FirstGrowth{replications.front().components[component].name, from, first->peak,
                       usersAt(replications, first->interval)};
}

}  // namespace headroom::sim
