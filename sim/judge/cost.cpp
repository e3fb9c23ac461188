// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/cost.h"

#include "sim/judge/uncertain.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using model::Metric;

constexpr double kSecondsPerMonth = kHoursPerMonth * 3600;

int serversOf(const model::DatabaseSpec& database) {
    int servers = database.servers;
    for (const model::Replica& replica : database.replicas)
        servers += replica.servers.value_or(database.servers);
    return servers;
}

Estimate instancesOf(const model::ComponentSpec& spec, const Figures& figures) {
    if (const auto* station = std::get_if<model::StationSpec>(&spec))
        return exactly(station->servers);
    if (const auto* database = std::get_if<model::DatabaseSpec>(&spec))
        return exactly(serversOf(*database));
    const bool varies = std::holds_alternative<model::GatewaySpec>(spec) ||
                        std::holds_alternative<model::ServiceSpec>(spec) ||
                        std::holds_alternative<model::FunctionSpec>(spec);
    return varies ? figures.at(Metric::instances) : exactly(1);
}

Estimate costOf(const model::Component& component, const Figures& figures) {
    Estimate cost = exactly(0);
    if (const auto& price = component.price->instanceHour)
        cost = cost + instancesOf(component.spec, figures) * exactly(kHoursPerMonth * price->usd);
    if (const auto& price = component.price->perMillion)
        cost =
            cost + figures.at(Metric::arrivalRate) * exactly(kSecondsPerMonth * price->usd / 1e6);
    return cost;
}

}  // namespace

void addCosts(const model::Scenario& scenario, RunResult& result) {
    result.costByComponent.clear();
    result.costPerMonth = {};
    for (const model::Component& component : scenario.components) {
        const auto found =
            std::ranges::find(result.components, component.name, &TargetResult::name);
        if (!component.price || found == result.components.end()) continue;
        const Estimate cost = costOf(component, found->figures);
        found->figures.at(Metric::cost) = cost;
        result.costPerMonth = result.costByComponent.empty() ? cost : result.costPerMonth + cost;
        result.costByComponent.push_back({component.name, cost});
    }
    result.workload.figures.at(Metric::cost) = result.costPerMonth;
}

}  // namespace headroom::sim
