// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

constexpr int kMostServers = 1'000'000;

void requireOperations(MapReader& map, Component& component) {
    if (const auto entry = map.require("operations")) {
        component.operations = readOperations(map.reading(), *entry);
    }
}

void readCpuDiscipline(MapReader& map, CpuDiscipline& out) {
    map.choice<CpuDiscipline>("cpu", out,
                              {{"fifo", CpuDiscipline::fifo}, {"ps", CpuDiscipline::ps}});
}

/// `least` may not exceed `most`; said at the entry `key`.
void checkOrder(MapReader& map, std::string_view key, std::int64_t least, std::int64_t most) {
    if (least <= most) return;
    const auto entry = map.get(key);
    map.reading().error(entry ? *entry : map.item(),
                        "`min` " + std::to_string(least) + " above `max` " + std::to_string(most),
                        "`min` of at most `max`");
}

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
        map.reading().error(*map.get("capacity"), "a capacity of " + std::to_string(spec.capacity),
                            "at least the " + std::to_string(spec.servers) +
                                " in service (`capacity` = waiting + in service)");
    }
    requireOperations(map, component);
    component.spec = spec;
}

std::optional<ClientNetwork> readNetwork(MapReader& owner) {
    const auto entry = owner.get("network");
    if (!entry) return {};
    ClientNetwork network;
    MapReader map(owner.reading(), *entry, "`network`");
    map.distribution("rtt", network.roundTrip);
    map.bandwidth("down", network.down);
    map.bandwidth("up", network.up);
    return network;
}

void readClient(MapReader& map, Component& component) {
    ClientSpec spec;
    map.requireComponent("to", spec.to);
    spec.network = readNetwork(map);
    map.duration("timeout", spec.timeout);
    map.flag("cancel", spec.cancel);
    readRetry(map, spec.retry);
    map.unsupported({"breaker", "hedge"});
    component.spec = spec;
}

void readLoadBalancer(MapReader& map, Component& component) {
    LoadBalancerSpec spec;
    map.requireComponent("to", spec.to);
    map.choice<BalancingPolicy>("policy", spec.policy,
                                {{"round_robin", BalancingPolicy::roundRobin},
                                 {"least_requests", BalancingPolicy::leastRequests},
                                 {"power_of_two", BalancingPolicy::powerOfTwo}},
                                {"weighted", "sticky", "hash", "nearest"});
    map.unsupported({"health", "weights"});
    component.spec = spec;
}

void readService(MapReader& map, Component& component) {
    ServiceSpec spec;
    map.whole("instances", spec.instances, {.least = 1, .most = kMostServers});
    map.limit("concurrency", spec.concurrency, 1);
    map.whole("cpus", spec.cpus, {.least = 1, .most = kMostServers});
    readCpuDiscipline(map, spec.cpuDiscipline);
    map.limit("queue", spec.queue, 0);
    map.choice<bool>("line", spec.sharedLine, {{"instance", false}, {"shared", true}});
    map.unsupported({"memory", "start_up", "drain"});
    requireOperations(map, component);
    component.spec = spec;
}

void readFunctionInstances(MapReader& owner, FunctionSpec& spec) {
    const auto entry = owner.get("instances");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, "the `instances` of a function");
    map.whole("min", spec.minInstances, {.least = 0, .most = kMostServers});
    map.whole("max", spec.maxInstances, {.least = 1, .most = kMostServers});
    map.duration("keep_alive", spec.keepAlive);
    checkOrder(map, "min", spec.minInstances, spec.maxInstances);
}

void readFunction(MapReader& map, Component& component) {
    FunctionSpec spec;
    map.limit("concurrency", spec.concurrency, 1);
    map.whole("cpus", spec.cpus, {.least = 1, .most = kMostServers});
    readCpuDiscipline(map, spec.cpuDiscipline);
    readFunctionInstances(map, spec);
    map.distribution("cold_start", spec.coldStart);
    map.duration("pending", spec.pending);
    map.limit("queue", spec.queue, 0);
    std::optional<Bytes> memory;
    map.bytes("memory", memory);
    if (memory) spec.memory = Memory{.base = {}, .perRequest = {}, .limit = memory};
    requireOperations(map, component);
    component.spec = spec;
}

void readPoolSize(MapReader& owner, PoolSpec& spec) {
    const auto entry = owner.get("size");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, "the `size` of a pool");
    map.whole("min", spec.min, {.least = 0, .most = kMostServers});
    map.whole("max", spec.max, {.least = 1, .most = kMostServers});
    checkOrder(map, "min", spec.min, spec.max);
}

void readPool(MapReader& map, Component& component) {
    PoolSpec spec;
    map.requireComponent("to", spec.to);
    map.choice<Scope>("scope", spec.scope,
                      {{"shared", Scope::shared}, {"instance", Scope::instance}}, {"user"});
    readPoolSize(map, spec);
    map.duration("acquire_timeout", spec.acquireTimeout, Zero::forbidden);
    map.duration("idle_timeout", spec.idleTimeout, Zero::forbidden);
    map.distribution("connect", spec.connect);
    component.spec = spec;
}

void readDatabase(MapReader& map, Component& component) {
    DatabaseSpec spec;
    map.whole("servers", spec.servers, {.least = 1, .most = kMostServers});
    map.limit("queue", spec.queue, 0);
    map.unsupported({"replicas", "contention", "lag"});
    requireOperations(map, component);
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
    std::string_view what;
    void (*read)(MapReader&, Component&);
};
constexpr std::array kTypes = {
    TypeReader{"station", "a station", readStation},
    TypeReader{"client", "a client", readClient},
    TypeReader{"load_balancer", "a load balancer", readLoadBalancer},
    TypeReader{"service", "a service", readService},
    TypeReader{"function", "a function", readFunction},
    TypeReader{"cache", "a cache", readCache},
    TypeReader{"pool", "a pool", readPool},
    TypeReader{"database", "a database", readDatabase},
    TypeReader{"external", "an external service", readExternal},
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
            reading.wrongKind(item, "a component as a mapping");
        else
            reading.errorAtKey(item, "a component without `type`", "`type`: " + oneOf(typeNames()));
        return nullptr;
    }
    const auto chosen = readWord(reading, entryOf(item, *type), typeNames(),
                                 {"queue", "gateway", "cdn", "autoscaler"});
    return chosen ? &kTypes[*chosen] : nullptr;
}

std::optional<Price> readPrice(MapReader& owner) {
    const auto entry = owner.get("price");
    if (!entry) return {};
    Price price;
    MapReader map(owner.reading(), *entry, "`price`");
    map.money("instance_hour", price.instanceHour);
    map.money("per_million", price.perMillion);
    return price;
}

Component readComponent(Reading& reading, const Item& item) {
    Component component;
    component.name = item.node->key;
    checkName(reading, item, "a component");
    if (component.name == "workload") {
        reading.errorAtKey(item, "`workload` as the name of a component",
                           "another name; `workload` means the traffic");
    }
    const TypeReader* type = readType(reading, item);
    if (!type) return component;
    MapReader map(reading, item, std::string(type->what));
    map.get("type");
    map.text("about", component.about);
    type->read(map, component);
    component.price = readPrice(map);
    map.unsupported({"limit", "pauses", "zone", "zones"});
    return component;
}

}  // namespace

std::vector<Component> readComponents(Reading& reading, const Item& mapping) {
    std::vector<Component> components;
    for (const Item& entry : namedEntries(reading, mapping, "components", kMostComponents)) {
        components.push_back(readComponent(reading, entry));
    }
    return components;
}

}  // namespace headroom::model
