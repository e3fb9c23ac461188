// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"
#include "model/file/checks.h"
#include "model/file/component_readers.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

using Kind = Fault::Kind;

std::string_view keyOf(Kind kind) {
    constexpr std::string_view kKeys[] = {"kill", "lose", "slow", "fail", "flush", "cut"};
    return kKeys[static_cast<std::size_t>(kind)];
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

template <typename... Specs>
bool isOneOf(const Component& component) {
    return (std::holds_alternative<Specs>(component.spec) || ...);
}

class FaultCheck {
public:
    FaultCheck(Reading& reading, const Scenario& scenario)
        : reading_(reading), scenario_(scenario), zones_(scenario.zones()) {
        for (const Region& region : scenario.network.regions) zones_.push_back(region.name);
    }

    void check(const Fault& fault, const Item& item) {
        item_ = item;
        switch (fault.kind) {
            case Kind::lose: expectZone(fault.target); break;
            case Kind::cut: checkCut(fault); break;
            default: checkComponent(fault); break;
        }
        if (fault.at >= scenario_.run.duration)
            reading_.warning(
                item, said("Model", "a fault at %1 is after the end of the run, %2",
                           {quoted(toText(fault.at)), quoted(toText(scenario_.run.duration))}));
    }

private:
    void expectZone(const std::string& name) {
        reading_.expectName(item_, name, said("Model", "the name of a zone or region"), zones_);
    }

    const Component* find(const std::string& name) {
        const Component* component = scenario_.component(name);
        if (!component)
            reading_.expectName(item_, name, said("Model", "the name of a component"),
                                reading_.names().components);
        return component;
    }

    void checkComponent(const Fault& fault) {
        const Component* component = find(fault.target);
        if (!component) return;
        switch (fault.kind) {
            case Kind::kill: checkKill(fault, *component); break;
            case Kind::flush: checkFlush(*component); break;
            default: checkOperation(fault, *component); break;
        }
    }

    void wrongType(const Component& component, std::string expected) {
        reading_.error(
            item_, quoted(component.name) + ", " + said("Model", typeWords(component.spec).c_str()),
            std::move(expected));
    }

    void checkKill(const Fault& fault, const Component& component) {
        if (!isOneOf<ServiceSpec, FunctionSpec, GatewaySpec, StationSpec, DatabaseSpec>(component))
            return wrongType(component, said("Model", "a component with instances or servers"));
        if (!fault.operation.empty()) expectPart(component, fault.operation);
    }

    /// `db.replica_1`
    void expectPart(const Component& component, const std::string& part) {
        reading_.expectName(item_, part, said("Model", "a part of %1", {quoted(component.name)}),
                            component.parts());
    }

    void checkFlush(const Component& component) {
        const CacheTier* tier = cacheTierOf(component.spec);
        if (!tier) return wrongType(component, said("Model", "a cache or a CDN"));
        if (tier->hitRatio)
            reading_.error(
                item_, said("Model", "%1, a cache with a `hit_ratio`", {quoted(component.name)}),
                said("Model", "a cache with a `capacity`, which has something to forget"));
    }

    void checkOperation(const Fault& fault, const Component& component) {
        if (isOneOf<AutoscalerSpec>(component))
            return wrongType(component, said("Model", "a component that takes requests"));
        if (fault.kind == Kind::slow && isOneOf<LoadBalancerSpec, PoolSpec, QueueSpec>(component))
            return wrongType(component, said("Model", "a component that takes time of its own"));
        if (fault.operation.empty() || component.operations.empty()) return;
        std::vector<std::string> names;
        for (const Operation& operation : component.operations) names.push_back(operation.name);
        reading_.expectName(
            item_, fault.operation,
            said("Model", "the name of an operation of %1", {quoted(component.name)}), names);
    }

    void checkCut(const Fault& fault) {
        if (contains(zones_, fault.target) && contains(zones_, fault.other)) return;
        if (contains(zones_, fault.target) && !scenario_.component(fault.other))
            return expectZone(fault.other);
        const Component* from = find(fault.target);
        const Component* to = from ? find(fault.other) : nullptr;
        if (!to) return;
        const Architecture architecture = architectureOf(scenario_);
        const bool isLinked = std::ranges::any_of(architecture.edges, [&](const Edge& edge) {
            return edge.from == fault.target && edge.to == fault.other;
        });
        if (!isLinked)
            reading_.error(item_,
                           said("Model", "%1, which asks %2 for nothing",
                                {quoted(fault.target), quoted(fault.other)}),
                           said("Model", "two components of which the first calls the second"));
    }

    Reading& reading_;
    const Scenario& scenario_;
    std::vector<std::string> zones_;
    Item item_;
};

}  // namespace

void checkFaults(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    const YamlNode* list = root.find("faults");
    if (!list) return;
    FaultCheck check(reading, scenario);
    for (std::size_t i = 0; i < scenario.faults.size() && i < list->children.size(); ++i) {
        const Item item = elementOf({list, "faults"}, i);
        const Fault& fault = scenario.faults[i];
        const YamlNode* entry = item.node->find(keyOf(fault.kind));
        if (entry && !fault.target.empty()) check.check(fault, entryOf(item, *entry));
    }
}

}  // namespace headroom::model
