// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/scaling_behaviour.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace headroom::sim {

namespace {

constexpr SimTime kSecond = 1'000'000'000;

SimTime longestPeriod(const ScalingRules& rules) {
    SimTime longest = 0;
    for (const ScalingPolicy& policy : rules.policies) longest = std::max(longest, policy.period);
    return longest;
}

void forgetBefore(SimTime cutoff, std::vector<ScalingHistory::Entry>& entries) {
    std::erase_if(entries, [&](const ScalingHistory::Entry& e) { return e.at <= cutoff; });
}

/// The one of the limits that the rules select; nothing if there are no policies.
template <class Limit>
std::optional<int> selected(const ScalingRules& rules, bool larger, const Limit& limitOf) {
    std::optional<int> best;
    for (const ScalingPolicy& policy : rules.policies) {
        const int limit = limitOf(policy);
        if (!best || (larger ? limit > *best : limit < *best)) best = limit;
    }
    return best;
}

}  // namespace

ScalingBehaviour ScalingBehaviour::byDefault() {
    using Kind = ScalingPolicy::Kind;
    ScalingBehaviour behaviour;
    behaviour.up.policies = {{Kind::pods, 4, 15 * kSecond}, {Kind::percent, 100, 15 * kSecond}};
    behaviour.down.stabilisation = 300 * kSecond;
    behaviour.down.policies = {{Kind::percent, 100, 15 * kSecond}};
    return behaviour;
}

void ScalingHistory::scaled(SimTime now, int from, int to) {
    if (to > from) added_.push_back({now, to - from});
    if (to < from) removed_.push_back({now, from - to});
}

void ScalingHistory::forget(SimTime now, const ScalingBehaviour& behaviour) {
    const auto& [up, down] = behaviour;
    forgetBefore(now - std::max(up.stabilisation, down.stabilisation), recommendations_);
    const SimTime period = std::max(longestPeriod(up), longestPeriod(down));
    forgetBefore(now - period, added_);
    forgetBefore(now - period, removed_);
}

int ScalingHistory::stabilised(SimTime now, int current, int desired,
                               const ScalingBehaviour& behaviour) const {
    int lowest = desired, highest = desired;
    for (const Entry& entry : recommendations_) {
        if (entry.at > now - behaviour.up.stabilisation) lowest = std::min(lowest, entry.replicas);
        if (entry.at > now - behaviour.down.stabilisation)
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

int ScalingHistory::upLimit(SimTime now, int current, const ScalingRules& rules) const {
    if (rules.select == ScalingRules::Select::disabled) return current;
    const auto limitOf = [&](const ScalingPolicy& policy) {
        const int start = atStartOf(now, policy.period, current);
        if (policy.kind == ScalingPolicy::Kind::pods) return start + policy.value;
        return static_cast<int>(std::ceil(start * (1 + policy.value / 100.0)));
    };
    return selected(rules, rules.select == ScalingRules::Select::max, limitOf).value_or(current);
}

int ScalingHistory::downLimit(SimTime now, int current, const ScalingRules& rules) const {
    if (rules.select == ScalingRules::Select::disabled) return current;
    const auto limitOf = [&](const ScalingPolicy& policy) {
        const int start = atStartOf(now, policy.period, current);
        if (policy.kind == ScalingPolicy::Kind::pods) return start - policy.value;
        return static_cast<int>(start * (1 - policy.value / 100.0));
    };
    return selected(rules, rules.select == ScalingRules::Select::min, limitOf).value_or(current);
}

int ScalingHistory::limited(SimTime now, int current, int desired, int min, int max,
                            const ScalingBehaviour& behaviour) const {
    if (desired > current) {
        const int limit = std::max(current, upLimit(now, current, behaviour.up));
        return std::min({desired, limit, max});
    }
    if (desired < current) {
        const int limit = std::min(current, downLimit(now, current, behaviour.down));
        return std::max({desired, limit, min});
    }
    return desired;
}

}  // namespace headroom::sim
