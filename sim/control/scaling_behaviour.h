// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <vector>

namespace headroom::sim {

/// At most so many, or so large a share, of the replicas may be added (or removed) in a period.
struct ScalingPolicy {
    enum class Kind : std::uint8_t { pods, percent };
    Kind kind = Kind::percent;
    int value = 100;
    SimTime period = 0;
};

/// One direction of `behavior` in the Kubernetes API autoscaling/v2.
struct ScalingRules {
    enum class Select : std::uint8_t { max, min, disabled };
    SimTime stabilisation = 0;
    Select select = Select::max;
    std::vector<ScalingPolicy> policies;
};

struct ScalingBehaviour {
    ScalingRules up, down;
    /// Up: the larger of 4 pods and 100 % in 15 s, at once. Down: 100 % in 15 s, after 5 min
    /// (pkg/apis/autoscaling/v2/defaults.go).
    static ScalingBehaviour byDefault();
};

/// What has been done and thought in the recent past, on which the behaviour of a Horizontal Pod
/// Autoscaler depends. Times only go forward.
class ScalingHistory {
public:
    struct Entry {
        SimTime at = 0;
        int replicas = 0;  ///< a recommendation, or by how many the number changed
    };

    void recommend(SimTime now, int replicas) { recommendations_.push_back({now, replicas}); }
    /// The number of replicas was changed.
    void scaled(SimTime now, int from, int to);
    /// Forgets what is older than every window and period of the behaviour.
    void forget(SimTime now, const ScalingBehaviour& behaviour);

    /// Of what was recommended in the windows, the replicas nearest to the current ones: upwards
    /// the lowest, downwards the highest (stabilizeRecommendationWithBehaviors in horizontal.go).
    int stabilised(SimTime now, int current, int desired, const ScalingBehaviour& behaviour) const;
    /// How far the policies let the number go from what it was at the beginning of each one's
    /// period (calculateScaleUpLimitWithScalingRules, calculateScaleDownLimitWithBehaviors).
    int upLimit(SimTime now, int current, const ScalingRules& rules) const;
    int downLimit(SimTime now, int current, const ScalingRules& rules) const;
    /// `desired` within the policies' limits and within min … max
    /// (convertDesiredReplicasWithBehaviorRate).
    int limited(SimTime now, int current, int desired, int min, int max,
                const ScalingBehaviour& behaviour) const;

private:
    int atStartOf(SimTime now, SimTime period, int current) const;
    static int changeSince(SimTime cutoff, const std::vector<Entry>& events);

    std::vector<Entry> recommendations_, added_, removed_;
};

}  // namespace headroom::sim
