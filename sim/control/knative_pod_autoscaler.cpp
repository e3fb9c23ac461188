// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/knative_pod_autoscaler.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

KnativePodAutoscaler::KnativePodAutoscaler(const Settings& settings, SimTime now, int ready)
    : settings_(settings), mostInPanic_(ready) {
    if (ready > 1) panicSince_ = now;
    if (settings_.scaleDownDelay > 0) delay_.emplace(settings_.scaleDownDelay, settings_.tick);
}

int KnativePodAutoscaler::wanted(double average, int ready) const {
    const double pods = std::max(1, ready);
    const double most = std::ceil(settings_.maxUpRate * pods);
    const double least = settings_.reachable ? std::floor(pods / settings_.maxDownRate) : 0;
    const double asked = std::ceil(average / settings_.target);
    const int bounded = static_cast<int>(std::min(std::max(asked, least), most));
    const bool activate = settings_.activationScale > 1 && asked > 0;
    return activate ? std::max(bounded, settings_.activationScale) : bounded;
}

void KnativePodAutoscaler::updatePanic(SimTime now, bool isOver) {
    if (isOver) {
        panicSince_ = now;
    } else if (panicSince_ && *panicSince_ + settings_.stableWindow < now) {
        panicSince_.reset();
        mostInPanic_ = 0;
    }
}

int KnativePodAutoscaler::excessBurst(double panic, int ready) const {
    if (settings_.burstCapacity == 0) return 0;
    if (settings_.burstCapacity < 0) return -1;
    return static_cast<int>(
        std::floor(ready * settings_.capacity - settings_.burstCapacity - panic));
}

KnativePodAutoscaler::Decision KnativePodAutoscaler::decide(SimTime now, double stable,
                                                            double panic, int ready) {
    int pods = wanted(stable, ready);
    const int inPanic = wanted(panic, ready);
    const double asked = std::ceil(panic / settings_.target);
    updatePanic(now, asked / std::max(1, ready) >= settings_.panicThreshold);
    if (panicSince_) pods = mostInPanic_ = std::max({pods, inPanic, mostInPanic_});
    if (delay_) {
        delay_->record(now, pods);
        pods = delay_->maximum();
    }
    return {pods, excessBurst(panic, ready)};
}

int KnativePodAutoscaler::scale(SimTime now, double stable, double panic, int ready) {
    int pods = std::max(decide(now, stable, panic, ready).pods, settings_.min);
    if (settings_.max > 0) pods = std::min(pods, settings_.max);
    if (pods > 0) {
        idleSince_.reset();
        return pods;
    }
    if (!idleSince_) idleSince_ = now;
    return ready > 0 && now - *idleSince_ < settings_.scaleToZeroGrace ? 1 : 0;
}

}  // namespace headroom::sim
