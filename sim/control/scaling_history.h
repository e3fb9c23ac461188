// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/autoscaler.h"
#include "sim/kernel/sim_time.h"

#include <vector>

namespace headroom::sim {

/// Both directions of `behavior` in the Kubernetes API autoscaling/v2.
struct ScalingBehaviours {
    model::ScalingBehaviour up, down;
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
    void forget(SimTime now, const ScalingBehaviours& behaviours);

    /// Of what was recommended in the windows, the replicas nearest to the current ones: upwards
    /// the lowest, downwards the highest (stabilizeRecommendationWithBehaviors in horizontal.go).
    int stabilised(SimTime now, int current, int desired,
                   const ScalingBehaviours& behaviours) const;
    /// How far the policies let the number go from what it was at the beginning of each one's
    /// period (calculateScaleUpLimitWithScalingRules, calculateScaleDownLimitWithBehaviors).
    int upLimit(SimTime now, int current, const model::ScalingBehaviour& rules) const;
    int downLimit(SimTime now, int current, const model::ScalingBehaviour& rules) const;
    /// `desired` within the policies' limits and within min … max
    /// (convertDesiredReplicasWithBehaviorRate).
    int limited(SimTime now, int current, int desired, int min, int max,
                const ScalingBehaviours& behaviours) const;

private:
    int atStartOf(SimTime now, SimTime period, int current) const;
    static int changeSince(SimTime cutoff, const std::vector<Entry>& events);

    std::vector<Entry> recommendations_, added_, removed_;
};

}  // namespace headroom::sim
