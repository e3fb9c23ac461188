// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/checks.h"
#include "model/file/component_readers.h"
#include "model/said.h"

#include <algorithm>
#include <map>

namespace headroom::model {
namespace {

/// An entry of a component's mapping; the component itself where there is no such key.
Item entryOfComponent(const YamlNode& root, const Component& component, std::string_view key) {
    const YamlNode* components = root.find("components");
    const Item item = entryOf({components, "components"}, *components->find(component.name));
    const YamlNode* entry = item.node->find(key);
    return entry ? entryOf(item, *entry) : item;
}

class AutoscalerCheck {
public:
    AutoscalerCheck(Reading& reading, const YamlNode& root, const Scenario& scenario)
        : reading_(reading), root_(root), scenario_(scenario) {}

    void check(const Component& component, const AutoscalerSpec& spec) {
        const Component* scaled = scenario_.component(spec.scales);
        if (!scaled) return;
        const Item item = entryOfComponent(root_, component, "scales");
        if (!canBeScaled(*scaled))
            reading_.error(
                item, quoted(scaled->name) + ", " + said("Model", typeWords(scaled->spec).c_str()),
                std::holds_alternative<FunctionSpec>(scaled->spec)
                    ? said("Model", "a service, gateway or queue; a function scales by itself")
                    : said("Model", "a service, gateway or queue"));
        const auto [other, isFirst] = scaledBy_.try_emplace(spec.scales, component.name);
        if (!isFirst)
            reading_.error(item,
                           said("Model", "%1, which %2 scales already",
                                {quoted(spec.scales), quoted(other->second)}),
                           said("Model", "one autoscaler with several `metrics`"));
        checkMetrics(component, spec, *scaled);
    }

private:
    static bool canBeScaled(const Component& component) {
        return std::holds_alternative<ServiceSpec>(component.spec) ||
               std::holds_alternative<GatewaySpec>(component.spec) ||
               std::holds_alternative<QueueSpec>(component.spec);
    }

    void checkMetrics(const Component& component, const AutoscalerSpec& spec,
                      const Component& scaled) {
        const Item list = entryOfComponent(root_, component, "metrics");
        for (std::size_t i = 0; i < spec.metrics.size(); ++i) {
            const Item item = list.node->isSequence() ? elementOf(list, i) : list;
            checkMetric(item, spec.metrics[i], scaled);
        }
    }

    void checkMetric(const Item& item, const ScalingMetric& metric, const Component& scaled) {
        using Kind = ScalingMetric::Kind;
        if (metric.kind == Kind::metric) {
            const YamlNode* entry = item.node->find("metric");
            if (entry) checkMetricRef(reading_, entryOf(item, *entry), metric.metric, scenario_);
        } else if (std::holds_alternative<QueueSpec>(scaled.spec)) {
            reading_.error(
                item,
                said("Model", "a metric of instances for the queue %1", {quoted(scaled.name)}),
                "`{metric: " + scaled.name + ".queue_length, each: 100}`");
        } else if (metric.kind == Kind::memory && !memoryLimit(scaled)) {
            reading_.error(
                item, said("Model", "`memory` of %1, which has no limit", {quoted(scaled.name)}),
                said("Model", "`memory: {limit: …}` of %1", {quoted(scaled.name)}));
        }
    }

    static bool memoryLimit(const Component& component) {
        const auto* service = std::get_if<ServiceSpec>(&component.spec);
        const auto* gateway = std::get_if<GatewaySpec>(&component.spec);
        return (service && service->memory && service->memory->limit) ||
               (gateway && gateway->memory && gateway->memory->limit);
    }

    Reading& reading_;
    const YamlNode& root_;
    const Scenario& scenario_;
    std::map<std::string, std::string> scaledBy_;
};

void checkEvent(Reading& reading, const Item& item, const Invalidation::Event& event,
                const Scenario& scenario) {
    const Component* component = scenario.component(event.component);
    if (!component || component->operation(event.operation)) return;
    std::vector<std::string> names;
    for (const Operation& operation : component->operations) names.push_back(operation.name);
    if (names.empty())
        return reading.error(
            item, said("Model", "%1, which has no operations", {quoted(event.component)}),
            said("Model", "a component that does the operation itself"));
    reading.expectName(item, event.operation,
                       said("Model", "the name of an operation of %1", {quoted(event.component)}),
                       names);
}

}  // namespace

void checkAutoscalers(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    AutoscalerCheck check(reading, root, scenario);
    for (const Component& component : scenario.components) {
        if (const auto* spec = std::get_if<AutoscalerSpec>(&component.spec))
            check.check(component, *spec);
    }
}

void checkInvalidations(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    for (const Component& component : scenario.components) {
        const CacheTier* tier = cacheTierOf(component.spec);
        if (!tier || tier->invalidations.empty()) continue;
        const Item entry = entryOfComponent(root, component, "invalidate");
        for (std::size_t i = 0; i < tier->invalidations.size(); ++i) {
            const Item one = entry.node->isSequence() ? elementOf(entry, i) : entry;
            const YamlNode* on = one.node->find("on");
            for (std::size_t e = 0; on && e < tier->invalidations[i].on.size(); ++e)
                checkEvent(reading, elementOf(entryOf(one, *on), e), tier->invalidations[i].on[e],
                           scenario);
        }
    }
}

}  // namespace headroom::model
