// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/sections.h"

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
        reading.expectName(item, name, "the name of a component", reading.names().components);
        if (!seen.insert(name).second)
            reading.error(item, quoted(name) + " for the second time", "each target once");
        spec.targets.push_back({name, 1});
    }
    if (entry->node->children.size() < 2)
        return reading.wrongKind(*entry, "the name of a component, or a list of several");
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
        return reading.errorAtKey(*entry, "`weights` without `policy: weighted`",
                                  "`policy: weighted`");
    const std::size_t before = reading.errorCount();
    double sum = 0;
    for (const Item& item : namedEntries(reading, *entry, "weights of targets", 1000)) {
        const auto target =
            std::ranges::find(spec.targets, item.node->key, &BalancerTarget::component);
        if (target == spec.targets.end())
            reading.errorAtKey(item, quoted(item.node->key), "one of the targets in `to`",
                               nearestName(item.node->key, targetNames(spec)));
        else if (readWeight(reading, item, target->weight))
            sum += target->weight;
    }
    if (reading.errorCount() == before && !(sum > 0))
        reading.errorAtKey(*entry, "weights of 0 only", "a weight above 0");
}

void readHealth(MapReader& owner, std::optional<HealthCheck>& out) {
    const auto entry = owner.get("health");
    if (!entry) return;
    HealthCheck health;
    MapReader map(owner.reading(), *entry, "a health check");
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
    MapReader map(owner.reading(), *entry, "an ejection of outliers");
    map.whole("errors", ejection.errors, {.least = 1, .most = 1'000'000});
    map.duration("for", ejection.base, Zero::forbidden);
    map.duration("longest", ejection.longest, Zero::forbidden);
    map.share("at_most", ejection.atMost);
    const auto longest = map.get("longest");
    if (longest && ejection.longest < ejection.base)
        owner.reading().error(*longest, quoted(toText(ejection.longest)) + ", less than `for`",
                              quoted(toText(ejection.base)) + " or more");
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
        map.reading().error(*policy, "`weighted` with one target",
                            "several components in `to`; instances of one are all alike");
    readWeights(map, spec);
    readHealth(map, spec.health);
    readEjection(map, spec.ejection);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
