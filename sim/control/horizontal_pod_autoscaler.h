// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/control/scaling_history.h"

#include <optional>
#include <vector>

namespace headroom::sim {

/// What a Kubernetes Horizontal Pod Autoscaler (autoscaling/v2) decides at each of its sync
/// periods, from what the ReplicaCalculator makes of each metric: the largest proposal, which a
/// metric that failed keeps from being fewer than now; then the stabilisation windows, then the
/// policies' rate limits and min … max (reconcileAutoscaler and
/// normalizeDesiredReplicasWithBehaviors in pkg/controller/podautoscaler/horizontal.go).
///
/// At 0 replicas with min above 0 it is switched off; outside min … max it goes to the nearer end
/// at once, without looking at a metric.
class HorizontalPodAutoscaler {
public:
    struct Limits {
        int min = 1;
        int max = 1;
    };
    using Proposals = std::vector<std::optional<int>>;  ///< one for each metric; nothing: it failed

    HorizontalPodAutoscaler(Limits limits, ScalingBehaviours behaviours)
        : limits_(limits), behaviours_(std::move(behaviours)) {}

    /// The number of replicas there shall be from now on. Times only go forward.
    int reconcile(SimTime now, int current, const Proposals& proposals);

private:
    int desired(SimTime now, int current, const Proposals& proposals);
    static std::optional<int> largest(int current, const Proposals& proposals);

    Limits limits_;
    ScalingBehaviours behaviours_;
    ScalingHistory history_;
    bool started_ = false;
};

}  // namespace headroom::sim
