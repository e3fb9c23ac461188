// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <optional>
#include <vector>

namespace headroom::sim {

/// A target tracking scaling policy as AWS publishes it ("Target tracking scaling policies for
/// Application Auto Scaling", and for Amazon EC2 Auto Scaling and Amazon ECS): capacity out in
/// proportion to the metric as fast as it can, back in more gradually.
///
/// A metric breaches upwards when `highPoints` data points in a row are above its
/// target, downwards when `lowPoints` in a row are below target · (1 − lowMargin): 3 and
/// 15 points of a minute and 10 % are what the alarms show that these policies create; AWS does not
/// promise them. The new capacity is ceil(capacity · metric / target), rounded so that never too
/// little is added or too much removed. What a scale-out has added counts as there during its
/// cooldown: only more than that is added. A scale-in blocks further scale-in for its cooldown,
/// never scale-out, which ends it. With several metrics the largest capacity counts, and capacity
/// is removed only if all want that. Without data nothing is done.
class TargetTracking {
public:
    struct Settings {
        std::vector<double> targets;  ///< one for each metric, above 0
        int highPoints = 3;
        int lowPoints = 15;
        double lowMargin = 0.1;
        SimTime scaleOutCooldown = 300'000'000'000;
        SimTime scaleInCooldown = 300'000'000'000;
        bool scaleIn = true;
        int min = 1;
        int max = 1;
    };
    using Metrics = std::vector<std::optional<double>>;  ///< one data point for each metric

    explicit TargetTracking(Settings settings);

    /// To be called once for each data point (a minute). `capacity` is what was asked for last,
    /// whether it has arrived or not; the metrics are averages over what serves.
    int decide(SimTime now, int capacity, const Metrics& metrics);

private:
    struct Alarm {
        int high = 0, low = 0;  ///< data points in a row beyond the threshold
    };
    void count(Alarm& alarm, std::optional<double> metric, double target) const;
    int proportional(int capacity, double metric, double target) const;
    int scaleOut(SimTime now, int capacity, const Metrics& metrics);
    int scaleIn(SimTime now, int capacity, const Metrics& metrics);

    Settings settings_;
    std::vector<Alarm> alarms_;
    std::optional<SimTime> outUntil_, inUntil_;  ///< ends of the cooldowns
    int beforeOut_ = 0;                          ///< capacity before the scale-out that cools down
};

}  // namespace headroom::sim
