// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/function_scaling.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

FunctionScaling::FunctionScaling(const Settings& settings)
    : settings_(settings),
      cpu_(settings.window, settings.every),
      requests_(settings.window, settings.every) {}

void FunctionScaling::sample(SimTime now, double cpusInUse, double requestsInFlight) {
    cpu_.record(now, cpusInUse);
    requests_.record(now, requestsInFlight);
}

int FunctionScaling::instances(SimTime now) const {
    return instancesFor(cpu_.average(now, settings_.window),
                        requests_.average(now, settings_.window));
}

int FunctionScaling::instancesFor(double cpusInUse, double requestsInFlight) const {
    const double byCpu = cpusInUse / settings_.cpus / settings_.cpuTarget;
    const double byConcurrency =
        requestsInFlight / (settings_.concurrency * settings_.concurrencyTarget);
    // A millionth of an instance is rounding, not load.
    const double wanted = std::ceil(std::max(byCpu, byConcurrency) - 1e-6);
    return static_cast<int>(
        std::clamp(wanted, static_cast<double>(settings_.min), static_cast<double>(settings_.max)));
}

}  // namespace headroom::sim
