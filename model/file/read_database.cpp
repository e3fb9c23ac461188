// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

constexpr std::int64_t kMostReplicas = 1000;

Replica readReplica(Reading& reading, const Item& item) {
    Replica replica;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a replica"));
    int servers = 0;
    map.whole("servers", servers, {.least = 1, .most = kMostServers});
    if (servers > 0) replica.servers = servers;
    map.weight("weight", replica.weight);
    map.distribution("lag", replica.lag);
    map.texts("operations", replica.operations, HEADROOM_SAID("Model", "operations"));
    map.text("zone", replica.zone);
    return replica;
}

/// A number of equal ones, or a list.
void readReplicas(MapReader& map, DatabaseSpec& spec) {
    Reading& reading = map.reading();
    const auto entry = map.get("replicas");
    if (!entry) return;
    if (entry->node->isSequence()) {
        for (std::size_t i = 0; i < entry->node->children.size(); ++i)
            spec.replicas.push_back(readReplica(reading, elementOf(*entry, i)));
        return;
    }
    std::int64_t count = 0;
    if (!entry->node->isScalar())
        reading.wrongKind(*entry, said("Model", "a number of replicas, or a list of them"));
    else if (readWhole(reading, *entry, count, {.least = 1, .most = kMostReplicas}))
        spec.replicas.resize(static_cast<std::size_t>(count));
}

void readPrimary(MapReader& owner, DatabaseSpec& spec) {
    const auto entry = owner.get("primary");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a primary"));
    map.require("weight");
    map.weight("weight", spec.primaryWeight);
}

void readHotKeys(MapReader& owner, std::optional<HotKeys>& out) {
    const auto entry = owner.get("hot_keys");
    if (!entry) return;
    HotKeys hot;
    MapReader map(owner.reading(), *entry, "`hot_keys`");
    map.require("writes");
    map.rate("writes", hot.writes, Zero::forbidden);
    map.count("burst", hot.burst, Zero::forbidden);
    map.limit("queue", hot.queue, 0);
    out = hot;
}

/// What only a database with replicas has.
void refuseWithoutReplicas(MapReader& map) {
    if (map.has("replicas")) return;
    for (const std::string_view key : {"primary", "apply", "reads"}) {
        if (const auto entry = map.get(key))
            map.reading().errorAtKey(*entry, said("Model", "%1 without `replicas`", {quoted(key)}),
                                     said("Model", "`replicas` too"));
    }
}

std::vector<std::string> operationNames(const Component& component) {
    std::vector<std::string> names;
    for (const Operation& operation : component.operations) names.push_back(operation.name);
    return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

bool isServed(const DatabaseSpec& spec, const std::string& operation) {
    if (contains(spec.writes, operation) || spec.primaryWeight > 0) return true;
    return std::ranges::any_of(spec.replicas, [&](const Replica& replica) {
        return (spec.nearest || replica.weight > 0) &&
               (replica.operations.empty() || contains(replica.operations, operation));
    });
}

void checkReplica(Reading& reading, const Item& item, const DatabaseSpec& spec,
                  const Component& component) {
    const YamlNode* list = item.node->find("operations");
    for (std::size_t i = 0; list && i < list->children.size(); ++i) {
        const Item name = elementOf(entryOf(item, *list), i);
        reading.expectName(name, name.node->text,
                           said("Model", "the name of an operation of the database"),
                           operationNames(component));
        if (contains(spec.writes, name.node->text))
            reading.error(name, said("Model", "%1, which writes", {quoted(name.node->text)}),
                          said("Model", "an operation that only reads; writes are the primary's"));
    }
}

/// Every operation needs somebody who serves it, and every name must be one.
void checkServed(MapReader& map, const DatabaseSpec& spec, const Component& component) {
    const auto entry = map.get("replicas");
    if (!entry || spec.replicas.empty()) return;
    for (std::size_t i = 0; entry->node->isSequence() && i < spec.replicas.size(); ++i)
        checkReplica(map.reading(), elementOf(*entry, i), spec, component);
    for (const Operation& operation : component.operations) {
        if (isServed(spec, operation.name)) continue;
        const std::string name = quoted(operation.name);
        map.reading().errorAtKey(
            *entry, said("Model", "no replica that serves %1", {name}),
            said("Model", "one that does, a `primary` with a weight, or %1 among the `writes`",
                 {name}));
    }
}

}  // namespace

void readDatabase(MapReader& map, Component& component) {
    DatabaseSpec spec;
    map.whole("servers", spec.servers, {.least = 1, .most = kMostServers});
    map.limit("queue", spec.queue, 0);
    map.texts("writes", spec.writes, HEADROOM_SAID("Model", "operations"));
    readReplicas(map, spec);
    readPrimary(map, spec);
    map.distribution("apply", spec.apply);
    map.choice<bool>("reads", spec.nearest, {{"weighted", false}, {"nearest", true}});
    readHotKeys(map, spec.hotKeys);
    map.flag("locks", spec.locks);
    requireOperations(map, component);
    refuseWithoutReplicas(map);
    checkServed(map, spec, component);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
