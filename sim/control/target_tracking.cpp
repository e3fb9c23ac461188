// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/target_tracking.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

TargetTracking::TargetTracking(Settings settings)
    : settings_(std::move(settings)), alarms_(settings_.targets.size()) {}

void TargetTracking::count(Alarm& alarm, std::optional<double> metric, double target) const {
    const bool isHigh = metric && *metric > target;
    const bool isLow = metric && *metric < target * (1 - settings_.lowMargin);
    alarm.high = isHigh ? alarm.high + 1 : 0;
    alarm.low = isLow ? alarm.low + 1 : 0;
}

int TargetTracking::proportional(int capacity, double metric, double target) const {
    const double wanted = std::ceil(capacity * (metric / target) - 1e-9);
    return static_cast<int>(
        std::clamp(wanted, static_cast<double>(settings_.min), static_cast<double>(settings_.max)));
}

// During the cooldown the metric still shows the capacity before: what it asks for is reckoned from
// there, and what has been added is taken off.
int TargetTracking::scaleOut(SimTime now, int capacity, const Metrics& metrics) {
    const bool cools = outUntil_ && now < *outUntil_;
    const int base = cools ? beforeOut_ : capacity;
    int most = capacity;
    for (std::size_t i = 0; i < metrics.size(); ++i)
        if (alarms_[i].high >= settings_.highPoints)
            most = std::max(most, proportional(base, *metrics[i], settings_.targets[i]));
    if (most == capacity) return capacity;
    if (!cools) beforeOut_ = capacity;
    outUntil_ = now + settings_.scaleOutCooldown;
    inUntil_.reset();
    return most;
}

int TargetTracking::scaleIn(SimTime now, int capacity, const Metrics& metrics) {
    if (!settings_.scaleIn || (inUntil_ && now < *inUntil_) || metrics.empty()) return capacity;
    int most = settings_.min;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (alarms_[i].low < settings_.lowPoints) return capacity;
        most = std::max(most, proportional(capacity, *metrics[i], settings_.targets[i]));
    }
    if (most >= capacity) return capacity;
    inUntil_ = now + settings_.scaleInCooldown;
    return most;
}

int TargetTracking::decide(SimTime now, int capacity, const Metrics& metrics) {
    for (std::size_t i = 0; i < metrics.size(); ++i)
        count(alarms_[i], metrics[i], settings_.targets[i]);
    if (capacity < settings_.min) return settings_.min;
    if (capacity > settings_.max) return settings_.max;
    const int out = scaleOut(now, capacity, metrics);
    return out != capacity ? out : scaleIn(now, capacity, metrics);
}

}  // namespace headroom::sim
