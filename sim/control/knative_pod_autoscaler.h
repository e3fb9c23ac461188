// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/control/windowed_average.h"

#include <optional>

namespace headroom::sim {

/// The Knative Pod Autoscaler (knative/serving pkg/autoscaler/scaling/autoscaler.go, defaults from
/// config/core/configmaps/autoscaler.yaml). It scales on the average of a metric (requests in
/// flight, or requests a second) over a stable window, and over a short panic window in
/// emergencies:
///
///     wanted = ceil(average / target), from ready / maxDownRate to ready · maxUpRate
///
/// It panics when the panic window asks for panicThreshold times the pods that are ready; as long
/// as it panics it takes the larger of both and never goes below the most it has asked for. It
/// calms down when the threshold has not been passed for a whole stable window. With more than one
/// pod ready at the beginning it starts in panic, so that it does not scale in before it knows
/// anything.
class KnativePodAutoscaler {
public:
    struct Settings {
        double target = 70;         ///< per pod; above 0
        double capacity = 100;      ///< of a pod: the target before its share of 70 %
        double panicThreshold = 2;  ///< times the ready pods
        double maxUpRate = 1000;    ///< times the ready pods, at each decision
        double maxDownRate = 2;     ///< likewise, downwards
        SimTime stableWindow = 60'000'000'000;
        SimTime scaleDownDelay = 0;    ///< a lower number must have been wanted for as long
        SimTime tick = 2'000'000'000;  ///< between decisions
        double burstCapacity = 211;    ///< < 0: unlimited
        int activationScale = 1;       ///< least number when there is any traffic
        int min = 0;
        int max = 0;                                ///< 0: no limit
        SimTime scaleToZeroGrace = 30'000'000'000;  ///< the last pod stays for so long
        bool reachable = true;
    };
    struct Decision {
        int pods = 0;
        int excessBurst = 0;  ///< < 0: requests go through the activator, which holds them
    };

    KnativePodAutoscaler(const Settings& settings, SimTime now, int ready);

    /// From the averages over both windows. Times only go forward.
    Decision decide(SimTime now, double stable, double panic, int ready);
    /// The same within min … max, and with the last pod kept for the grace period.
    int scale(SimTime now, double stable, double panic, int ready);
    bool panics() const { return panicSince_.has_value(); }

private:
    void updatePanic(SimTime now, bool isOver);
    int wanted(double average, int ready) const;
    int excessBurst(double panic, int ready) const;

    Settings settings_;
    std::optional<SimTime> panicSince_;
    int mostInPanic_ = 0;
    std::optional<WindowedMaximum> delay_;
    std::optional<SimTime> idleSince_;  ///< when the last pod was first not wanted
};

}  // namespace headroom::sim
