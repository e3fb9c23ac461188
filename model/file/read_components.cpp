// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/policy_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

void readStation(MapReader& map, Component& component) {
    StationSpec spec;
    map.whole("servers", spec.servers, {.least = 1, .most = kMostServers});
    map.choice<Discipline>("discipline", spec.discipline,
                           {{"fifo", Discipline::fifo},
                            {"lifo", Discipline::lifo},
                            {"ps", Discipline::ps},
                            {"priority", Discipline::priority}});
    map.limit("capacity", spec.capacity, 1);
    if (spec.capacity < spec.servers) {
        map.reading().error(
            *map.get("capacity"),
            said("Model", "a capacity of %1", {std::to_string(spec.capacity)}),
            said("Model", "at least the %1 in service (`capacity` = waiting + in service)",
                 {std::to_string(spec.servers)}));
    }
    requireOperations(map, component);
    component.spec = spec;
}

void readPoolSize(MapReader& owner, PoolSpec& spec) {
    const auto entry = owner.get("size");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "the `size` of a pool"));
    map.whole("min", spec.min, {.least = 0, .most = kMostServers});
    map.whole("max", spec.max, {.least = 1, .most = kMostServers});
    checkOrder(map, "min", spec.min, spec.max);
}

void readPool(MapReader& map, Component& component) {
    PoolSpec spec;
    map.requireComponent("to", spec.to);
    map.choice<Scope>("scope", spec.scope,
                      {{"shared", Scope::shared}, {"instance", Scope::instance}});
    readPoolSize(map, spec);
    map.duration("acquire_timeout", spec.acquireTimeout, Zero::forbidden);
    map.duration("idle_timeout", spec.idleTimeout, Zero::forbidden);
    map.distribution("connect", spec.connect);
    component.spec = spec;
}

void readExternal(MapReader& map, Component& component) {
    ExternalSpec spec;
    if (const auto latency = map.require("latency"))
        readDistribution(map.reading(), *latency, spec.latency);
    map.share("errors", spec.errors);
    component.spec = spec;
}

struct TypeReader {
    std::string_view type;
    const char* what;
    void (*read)(MapReader&, Component&);
};
constexpr std::array kTypes = {
    TypeReader{"station", HEADROOM_SAID("Model", "a station"), readStation},
    TypeReader{"client", HEADROOM_SAID("Model", "a client"), readClient},
    TypeReader{"load_balancer", HEADROOM_SAID("Model", "a load balancer"), readLoadBalancer},
    TypeReader{"service", HEADROOM_SAID("Model", "a service"), readService},
    TypeReader{"function", HEADROOM_SAID("Model", "a function"), readFunction},
    TypeReader{"cache", HEADROOM_SAID("Model", "a cache"), readCache},
    TypeReader{"pool", HEADROOM_SAID("Model", "a pool"), readPool},
    TypeReader{"database", HEADROOM_SAID("Model", "a database"), readDatabase},
    TypeReader{"external", HEADROOM_SAID("Model", "an external service"), readExternal},
    TypeReader{"cdn", HEADROOM_SAID("Model", "a CDN"), readCdn},
    TypeReader{"queue", HEADROOM_SAID("Model", "a queue"), readQueue},
    TypeReader{"gateway", HEADROOM_SAID("Model", "a gateway"), readGateway},
    TypeReader{"autoscaler", HEADROOM_SAID("Model", "an autoscaler"), readAutoscaler},
};

std::vector<std::string> typeNames() {
    std::vector<std::string> names(kTypes.size());
    std::ranges::transform(kTypes, names.begin(),
                           [](const TypeReader& type) { return std::string(type.type); });
    return names;
}

const TypeReader* readType(Reading& reading, const Item& item) {
    const YamlNode* type = item.node->find("type");
    if (!item.node->isMapping() || !type) {
        if (!item.node->isMapping())
            reading.wrongKind(item, said("Model", "a component as a mapping"));
        else
            reading.errorAtKey(item, said("Model", "a component without `type`"),
                               "`type`: " + oneOf(typeNames()));
        return nullptr;
    }
    const auto chosen = readWord(reading, entryOf(item, *type), typeNames());
    return chosen ? &kTypes[*chosen] : nullptr;
}

std::optional<Price> readPrice(MapReader& owner) {
    const auto entry = owner.get("price");
    if (!entry) return {};
    Price price;
    MapReader map(owner.reading(), *entry, "`price`");
    map.money("instance_hour", price.instanceHour);
    map.whole("servers_per_instance", price.serversPerInstance, {.least = 1, .most = kMostServers});
    map.money("per_million", price.perMillion);
    map.money("per_million_items", price.perMillionItems);
    map.money("sent_gb", price.sentGb);
    map.money("stored_gb", price.storedGb);
    map.bytes("stored", price.stored);
    map.money("month", price.month);
    map.text("product", price.product);
    return price;
}

bool hasInstances(const Component& component) {
    return std::holds_alternative<ServiceSpec>(component.spec) ||
           std::holds_alternative<FunctionSpec>(component.spec) ||
           std::holds_alternative<GatewaySpec>(component.spec) ||
           std::holds_alternative<CdnSpec>(component.spec);
}

void readZones(MapReader& map, Component& component) {
    Reading& reading = map.reading();
    const auto zone = map.get("zone");
    if (zone && readText(reading, *zone, component.zone))
        checkNameText(reading, *zone, component.zone, HEADROOM_SAID("Model", "a zone"));
    if (!hasInstances(component)) return;
    const auto zones = map.get("zones");
    map.texts("zones", component.zones, HEADROOM_SAID("Model", "zones"));
    for (std::size_t i = 0; zones && i < component.zones.size(); ++i)
        checkNameText(reading, elementOf(*zones, i), component.zones[i],
                      HEADROOM_SAID("Model", "a zone"));
    if (zone && zones)
        reading.errorAtKey(*zones, said("Model", "`zones` beside `zone`"),
                           said("Model", "one of them"));
}

/// Pauses stop CPUs and servers.
bool canPause(const Component& component) {
    return std::holds_alternative<StationSpec>(component.spec) ||
           std::holds_alternative<DatabaseSpec>(component.spec) ||
           std::holds_alternative<ServiceSpec>(component.spec) ||
           std::holds_alternative<FunctionSpec>(component.spec) ||
           std::holds_alternative<GatewaySpec>(component.spec);
}

/// A bucket for each instance needs instances, and operations that are there.
void checkLimit(MapReader& map, const Component& component) {
    const auto entry = map.get("limit");
    if (!entry || !component.limit || component.operations.empty() || component.isPassThrough())
        return;
    std::vector<std::string> names;
    for (const Operation& operation : component.operations) names.push_back(operation.name);
    const YamlNode* list = entry->node->find("operations");
    for (std::size_t i = 0; list && i < list->children.size(); ++i) {
        const Item name = elementOf(entryOf(*entry, *list), i);
        map.reading().expectName(name, name.node->text,
                                 said("Model", "the name of an operation of the component"), names);
    }
}

/// What components of every type have that take requests.
void readCommon(MapReader& map, Component& component) {
    if (std::holds_alternative<AutoscalerSpec>(component.spec)) return;
    component.price = readPrice(map);
    readZones(map, component);
    readLimit(map, component.limit);
    checkLimit(map, component);
    if (canPause(component)) readPauses(map, component.pauses);
}

Component readComponent(Reading& reading, const Item& item) {
    Component component;
    component.name = item.node->key;
    checkName(reading, item, HEADROOM_SAID("Model", "a component"));
    if (component.name == "workload") {
        reading.errorAtKey(item, said("Model", "`workload` as the name of a component"),
                           said("Model", "another name; `workload` means the traffic"));
    }
    const TypeReader* type = readType(reading, item);
    if (!type) return component;
    MapReader map(reading, item, type->what);
    map.isAlso(HEADROOM_SAID("Model", "a component"));
    map.get("type");
    map.text("about", component.about);
    type->read(map, component);
    readCommon(map, component);
    return component;
}

}  // namespace

std::string typeWords(const ComponentSpec& spec) {
    return std::ranges::find(kTypes, typeName(spec), &TypeReader::type)->what;
}

void requireOperations(MapReader& map, Component& component) {
    if (const auto entry = map.require("operations")) {
        component.operations = readOperations(map.reading(), *entry);
    }
}

void readOwnOperations(MapReader& map, Component& component) {
    if (map.has("operations")) requireOperations(map, component);
}

void checkOrder(MapReader& map, std::string_view key, std::int64_t least, std::int64_t most) {
    if (least <= most) return;
    const auto entry = map.get(key);
    map.reading().error(
        entry ? *entry : map.item(),
        said("Model", "`min` %1 above `max` %2", {std::to_string(least), std::to_string(most)}),
        said("Model", "`min` of at most `max`"));
}

std::vector<Component> readComponents(Reading& reading, const Item& mapping) {
    std::vector<Component> components;
    for (const Item& entry :
         namedEntries(reading, mapping, HEADROOM_SAID("Model", "components"), kMostComponents)) {
        components.push_back(readComponent(reading, entry));
    }
    return components;
}

}  // namespace headroom::model
