// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/affinity.h"

#include <algorithm>

namespace headroom::sim {

namespace {

bool isScaled(const model::Scenario& scenario, std::string_view component) {
    return std::ranges::any_of(scenario.components, [&](const model::Component& other) {
        const auto* scaler = std::get_if<model::AutoscalerSpec>(&other.spec);
        return scaler && scaler->scales == component;
    });
}

bool hasArrivals(const model::Workload& workload) {
    return workload.arrivals || std::ranges::any_of(workload.profiles, [](const auto& profile) {
               return profile.arrivals.has_value();
           });
}

}  // namespace

model::BalancingPolicy policyInFrontOf(const model::Component& component,
                                       const model::Scenario& scenario) {
    for (const model::Component& other : scenario.components)
        if (const auto* balancer = std::get_if<model::LoadBalancerSpec>(&other.spec))
            if (balancer->to == component.name) return balancer->policy;
    return model::BalancingPolicy::roundRobin;
}

double instancesWithUsers(const model::Scenario& asWritten, std::string_view component,
                          double instances) {
    const model::Component* written = asWritten.component(component);
    const auto* service = written ? std::get_if<model::ServiceSpec>(&written->spec) : nullptr;
    const bool staysWithFirst =
        service && instances > service->instances &&
        policyInFrontOf(*written, asWritten) == model::BalancingPolicy::sticky &&
        isScaled(asWritten, component) && !hasArrivals(asWritten.workload);
    return staysWithFirst ? service->instances : instances;
}

}  // namespace headroom::sim
