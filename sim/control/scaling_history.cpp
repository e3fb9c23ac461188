// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/scaling_history.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace headroom::sim {

namespace {

using Select = model::ScalingBehaviour::Select;

SimTime longestPeriod(const model::ScalingBehaviour& rules) {
    SimTime longest = 0;
    for (const model::ScalingPolicy& policy : rules.policies)
        longest = std::max(longest, policy.period.count());
    return longest;
}

void forgetBefore(SimTime cutoff, std::vector<ScalingHistory::Entry>& entries) {
    std::erase_if(entries, [&](const ScalingHistory::Entry& e) { return e.at <= cutoff; });
}

constexpr int kAnyNumber = std::numeric_limits<int>::max();

/// The one of the limits that the rules select; nothing if there are no policies.
template <class Limit>
std::optional<int> selected(const model::ScalingBehaviour& rules, bool larger,
                            const Limit& limitOf) {
    std::optional<int> best;
    for (const model::ScalingPolicy& policy : rules.policies) {
        const int limit = limitOf(policy);
        if (!best || (larger ? limit > *best : limit < *best)) best = limit;
    }
    return best;
}

}  // namespace

void ScalingHistory::scaled(SimTime now, int from, int to) {
    if (to > from) added_.push_back({now, to - from});
    if (to < from) removed_.push_back({now, from - to});
}

void ScalingHistory::forget(SimTime now, const ScalingBehaviours& behaviours) {
    const auto& [up, down] = behaviours;
    forgetBefore(now - std::max(up.stabilisation.count(), down.stabilisation.count()),
                 recommendations_);
    const SimTime period = std::max(longestPeriod(up), longestPeriod(down));
    forgetBefore(now - period, added_);
    forgetBefore(now - period, removed_);
}

int ScalingHistory::stabilised(SimTime now, int current, int desired,
                               const ScalingBehaviours& behaviours) const {
    int lowest = desired, highest = desired;
    for (const Entry& entry : recommendations_) {
        if (entry.at > now - behaviours.up.stabilisation.count())
            lowest = std::min(lowest, entry.replicas);
        if (entry.at > now - behaviours.down.stabilisation.count())
            highest = std::max(highest, entry.replicas);
    }
    return std::min(std::max(current, lowest), highest);
}

int ScalingHistory::changeSince(SimTime cutoff, const std::vector<Entry>& events) {
    int change = 0;
    for (const Entry& event : events)
        if (event.at > cutoff) change += event.replicas;
    return change;
}

int ScalingHistory::atStartOf(SimTime now, SimTime period, int current) const {
    return current - changeSince(now - period, added_) + changeSince(now - period, removed_);
}

int ScalingHistory::upLimit(SimTime now, int current, const model::ScalingBehaviour& rules) const {
    if (rules.select == Select::disabled) return current;
    const auto limitOf = [&](const model::ScalingPolicy& policy) {
        const int start = atStartOf(now, policy.period.count(), current);
        if (policy.kind == model::ScalingPolicy::Kind::instances)
            return start + static_cast<int>(policy.value);
        return static_cast<int>(std::ceil(start * (1 + policy.value)));
    };
    return selected(rules, rules.select == Select::most, limitOf).value_or(kAnyNumber);
}

int ScalingHistory::downLimit(SimTime now, int current,
                              const model::ScalingBehaviour& rules) const {
    if (rules.select == Select::disabled) return current;
    const auto limitOf = [&](const model::ScalingPolicy& policy) {
        const int start = atStartOf(now, policy.period.count(), current);
        if (policy.kind == model::ScalingPolicy::Kind::instances)
            return start - static_cast<int>(policy.value);
        return static_cast<int>(start * (1 - policy.value));
    };
    return selected(rules, rules.select == Select::least, limitOf).value_or(0);
}

int ScalingHistory::limited(SimTime now, int current, int desired, int min, int max,
                            const ScalingBehaviours& behaviours) const {
    if (desired > current) {
        const int limit = std::max(current, upLimit(now, current, behaviours.up));
        return std::min({desired, limit, max});
    }
    if (desired < current) {
        const int limit = std::min(current, downLimit(now, current, behaviours.down));
        return std::max({desired, limit, min});
    }
    return desired;
}

}  // namespace headroom::sim
