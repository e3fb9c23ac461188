// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/zones.h"

#include "sim/judge/affinity.h"

#include <algorithm>
#include <limits>

namespace headroom::sim {

Zones::Zones(const model::Scenario& scenario) : scenario_(scenario) {
    for (std::string& name : scenario.zones()) names_.push_back(std::move(name));
}

int Zones::index(std::string_view name) const {
    const auto found = std::ranges::find(names_, name);
    return found == names_.end() ? 0 : static_cast<int>(found - names_.begin());
}

TimeLaw Zones::trip(int from, int to) const {
    if (from == 0 || to == 0) return {};
    const model::Distribution* trip = scenario_.network.roundTrip(
        names_[static_cast<std::size_t>(from)], names_[static_cast<std::size_t>(to)]);
    return trip && !trip->isZero() ? TimeLaw::of(*trip) : TimeLaw();
}

double Zones::distance(int from, int to) const {
    if (from == 0 || to == 0) return 0;
    const model::Distribution* trip = scenario_.network.roundTrip(
        names_[static_cast<std::size_t>(from)], names_[static_cast<std::size_t>(to)]);
    return trip ? trip->mean() : 0;
}

std::vector<ZoneShare> Zones::merged(const std::vector<ZoneShare>& all, int from,
                                     bool onlyNearest) const {
    double least = std::numeric_limits<double>::infinity();
    for (const ZoneShare& one : all) least = std::min(least, distance(from, one.zone));
    std::vector<ZoneShare> zones;
    double sum = 0;
    for (ZoneShare one : all) {
        if (!(one.share > 0) || (onlyNearest && distance(from, one.zone) > least)) continue;
        if (one.zone == 0) one.zone = from;
        sum += one.share;
        const auto known = std::ranges::find(zones, one.zone, &ZoneShare::zone);
        if (known == zones.end())
            zones.push_back(one);
        else
            known->share += one.share;
    }
    if (zones.empty()) return {{from, 1}};
    for (ZoneShare& zone : zones) zone.share /= sum;
    return zones;
}

// Instances stand in their zones in turn.
std::vector<ZoneShare> Zones::instancesOf(const model::Component& service, int from) const {
    const int instances = std::get<model::ServiceSpec>(service.spec).instances;
    std::vector<ZoneShare> all;
    for (int i = 0; i < instances; ++i)
        all.push_back(
            {index(service.zones[static_cast<std::size_t>(i) % service.zones.size()]), 1});
    return merged(all, from,
                  policyInFrontOf(service, scenario_) == model::BalancingPolicy::nearest);
}

// Writes go to the primary, reads to the copies that serve them; see model/database.h.
std::vector<ZoneShare> Zones::copiesOf(const model::Component& component,
                                       const model::DatabaseSpec& database,
                                       std::string_view operation, int from) const {
    const auto has = [&](const std::vector<std::string>& names) {
        return std::ranges::find(names, operation) != names.end();
    };
    const int primary = index(component.zone);
    if (has(database.writes)) return merged({{primary, 1}}, from, false);
    std::vector<ZoneShare> all{{primary, database.nearest ? std::max(1.0, database.primaryWeight)
                                                          : database.primaryWeight}};
    for (const model::Replica& replica : database.replicas)
        if (replica.operations.empty() || has(replica.operations))
            all.push_back({replica.zone.empty() ? primary : index(replica.zone), replica.weight});
    if (std::ranges::all_of(all, [](const ZoneShare& one) { return !(one.share > 0); }))
        all = {{primary, 1}};
    return merged(all, from, database.nearest);
}

std::vector<ZoneShare> Zones::of(const model::Component& component, std::string_view operation,
                                 int from) const {
    if (names_.size() == 1) return {{0, 1}};
    const bool several = component.zones.size() > 1;
    if (several && std::holds_alternative<model::ServiceSpec>(component.spec))
        return instancesOf(component, from);
    if (several && model::cacheTierOf(component.spec)) {
        std::vector<ZoneShare> edges;
        for (const std::string& zone : component.zones) edges.push_back({index(zone), 1});
        const std::vector<ZoneShare> nearest = merged(edges, from, true);
        return {{nearest.front().zone, 1}};
    }
    const auto* database = std::get_if<model::DatabaseSpec>(&component.spec);
    if (database && !database->replicas.empty())
        return copiesOf(component, *database, operation, from);
    const int zone = index(component.zones.size() == 1 ? component.zones.front() : component.zone);
    return {{zone == 0 ? from : zone, 1}};
}

std::vector<std::pair<std::string_view, double>> Zones::targetsOf(
    const model::LoadBalancerSpec& balancer, int from) const {
    const auto distanceTo = [&](const model::BalancerTarget& target) {
        double least = std::numeric_limits<double>::infinity();
        for (const ZoneShare& one : of(*scenario_.component(target.component), "", from))
            least = std::min(least, distance(from, one.zone));
        return least;
    };
    double least = std::numeric_limits<double>::infinity(), sum = 0;
    for (const model::BalancerTarget& target : balancer.targets)
        least = std::min(least, distanceTo(target));
    std::vector<std::pair<std::string_view, double>> targets;
    for (const model::BalancerTarget& target : balancer.targets) {
        if (balancer.policy == model::BalancingPolicy::nearest && distanceTo(target) > least)
            continue;
        const bool weighted = balancer.policy == model::BalancingPolicy::weighted;
        targets.emplace_back(target.component, weighted ? target.weight : 1);
        sum += targets.back().second;
    }
    for (auto& [target, share] : targets) share /= sum;
    return targets;
}

}  // namespace headroom::sim
