// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>
#include <set>

namespace headroom::model {
namespace {

void readTargets(MapReader& map, LoadBalancerSpec& spec) {
    Reading& reading = map.reading();
    const auto entry = map.require("to");
    if (!entry || !entry->node->isSequence()) return map.component("to", spec.to);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < entry->node->children.size(); ++i) {
        const Item item = elementOf(*entry, i);
        std::string name;
        if (!readText(reading, item, name)) continue;
        reading.expectName(item, name, said("Model", "the name of a component"),
                           reading.names().components);
        if (!seen.insert(name).second)
            reading.error(item, said("Model", "%1 for the second time", {quoted(name)}),
                          said("Model", "each target once"));
        spec.targets.push_back({name, 1});
    }
    if (entry->node->children.size() < 2)
        return reading.wrongKind(*entry,
                                 said("Model", "the name of a component, or a list of several"));
    if (!spec.targets.empty()) spec.to = spec.targets.front().component;
}

std::vector<std::string> targetNames(const LoadBalancerSpec& spec) {
    std::vector<std::string> names;
    for (const BalancerTarget& target : spec.targets) names.push_back(target.component);
    return names;
}

void readWeights(MapReader& map, LoadBalancerSpec& spec) {
    Reading& reading = map.reading();
    const auto entry = map.get("weights");
    if (!entry) return;
    if (spec.policy != BalancingPolicy::weighted)
        return reading.errorAtKey(*entry, said("Model", "`weights` without `policy: weighted`"),
                                  "`policy: weighted`");
    const std::size_t before = reading.errorCount();
    double sum = 0;
    for (const Item& item :
         namedEntries(reading, *entry, HEADROOM_SAID("Model", "weights of targets"), 1000)) {
        const auto target =
            std::ranges::find(spec.targets, item.node->key, &BalancerTarget::component);
        if (target == spec.targets.end())
            reading.errorAtKey(item, quoted(item.node->key),
                               said("Model", "one of the targets in `to`"),
                               nearestName(item.node->key, targetNames(spec)));
        else if (readWeight(reading, item, target->weight))
            sum += target->weight;
    }
    if (reading.errorCount() == before && !(sum > 0))
        reading.errorAtKey(*entry, said("Model", "weights of 0 only"),
                           said("Model", "a weight above 0"));
}

void readHealth(MapReader& owner, std::optional<HealthCheck>& out) {
    const auto entry = owner.get("health");
    if (!entry) return;
    HealthCheck health;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a health check"));
    map.duration("every", health.every, Zero::forbidden);
    map.duration("timeout", health.timeout, Zero::forbidden);
    map.whole("fall", health.fall, {.least = 1, .most = 1000});
    map.whole("rise", health.rise, {.least = 1, .most = 1000});
    out = health;
}

void readEjection(MapReader& owner, std::optional<OutlierEjection>& out) {
    const auto entry = owner.get("ejection");
    if (!entry) return;
    OutlierEjection ejection;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "an ejection of outliers"));
    map.whole("errors", ejection.errors, {.least = 1, .most = 1'000'000});
    map.duration("for", ejection.base, Zero::forbidden);
    map.duration("longest", ejection.longest, Zero::forbidden);
    map.share("at_most", ejection.atMost);
    const auto longest = map.get("longest");
    if (longest && ejection.longest < ejection.base)
        owner.reading().error(
            *longest, said("Model", "%1, less than `for`", {quoted(toText(ejection.longest))}),
            said("Model", "%1 or more", {quoted(toText(ejection.base))}));
    out = ejection;
}

}  // namespace

void readLoadBalancer(MapReader& map, Component& component) {
    LoadBalancerSpec spec;
    readTargets(map, spec);
    map.choice<BalancingPolicy>("policy", spec.policy,
                                {{"round_robin", BalancingPolicy::roundRobin},
                                 {"least_requests", BalancingPolicy::leastRequests},
                                 {"power_of_two", BalancingPolicy::powerOfTwo},
                                 {"weighted", BalancingPolicy::weighted},
                                 {"sticky", BalancingPolicy::sticky},
                                 {"hash", BalancingPolicy::hash},
                                 {"nearest", BalancingPolicy::nearest}});
    const auto policy = map.get("policy");
    if (policy && spec.policy == BalancingPolicy::weighted && spec.targets.empty())
        map.reading().error(
            *policy, said("Model", "`weighted` with one target"),
            said("Model", "several components in `to`; instances of one are all alike"));
    readWeights(map, spec);
    readHealth(map, spec.health);
    readEjection(map, spec.ejection);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
