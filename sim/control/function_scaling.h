// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/control/windowed_average.h"

namespace headroom::sim {

/// How many instances a function platform keeps for the load it measures, after Cloud Run ("About
/// instance autoscaling in Cloud Run services"): for each driver the load averaged over one minute
/// against 60 % of what one instance takes,
///
///     ceil((CPUs in use / CPUs of an instance) / cpuTarget)
///     ceil(requests in flight / (concurrency of an instance · concurrencyTarget)),
///
/// and of these the larger, within min … max. Instances that an arriving request starts because
/// none has a free slot come on top; that is the function's own affair.
class FunctionScaling {
public:
    struct Settings {
        int cpus = 1;
        double concurrency = 1;  ///< slots of an instance; infinite: not a driver
        double cpuTarget = 0.6;
        double concurrencyTarget = 0.6;
        SimTime window = 60'000'000'000;
        SimTime every = 5'000'000'000;  ///< between decisions, each with a sample before it
        int min = 0;
        int max = 1;
    };

    explicit FunctionScaling(const Settings& settings);

    /// The means since the sample before, over all instances.
    void sample(SimTime now, double cpusInUse, double requestsInFlight);
    int instances(SimTime now) const;
    /// The same law for given averages.
    int instancesFor(double cpusInUse, double requestsInFlight) const;

private:
    Settings settings_;
    WindowedAverage cpu_, requests_;
};

}  // namespace headroom::sim
