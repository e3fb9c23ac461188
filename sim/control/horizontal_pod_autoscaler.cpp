// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/horizontal_pod_autoscaler.h"

#include <algorithm>

namespace headroom::sim {

std::optional<int> HorizontalPodAutoscaler::largest(int current, const Proposals& proposals) {
    std::optional<int> most;
    bool failed = false;
    for (const std::optional<int>& proposal : proposals) {
        failed |= !proposal;
        if (proposal && (!most || *proposal > *most)) most = proposal;
    }
    if (failed && most && *most < current) return std::nullopt;
    return most;
}

int HorizontalPodAutoscaler::desired(SimTime now, int current, const Proposals& proposals) {
    if (current == 0 && limits_.min != 0) return current;
    if (current > limits_.max) return limits_.max;
    if (current < limits_.min) return limits_.min;
    const std::optional<int> proposed = largest(current, proposals);
    if (!proposed) return current;
    const int stable = history_.stabilised(now, current, *proposed, behaviours_);
    history_.recommend(now, *proposed);
    return history_.limited(now, current, stable, limits_.min, limits_.max, behaviours_);
}

int HorizontalPodAutoscaler::reconcile(SimTime now, int current, const Proposals& proposals) {
    if (!started_) history_.recommend(now, current);
    started_ = true;
    history_.forget(now, behaviours_);
    const int replicas = desired(now, current, proposals);
    history_.scaled(now, current, replicas);
    return replicas;
}

}  // namespace headroom::sim
