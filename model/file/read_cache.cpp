// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

constexpr const char* kCapacityText =
    HEADROOM_SAID("Model", "a capacity such as `1000 items`, `100 MiB` or `unlimited`");
constexpr double kMostItems = 1e12;

/// The number before ` items`, if the text ends so.
std::optional<std::string> itemsText(const std::string& text) {
    const std::size_t end = text.find("item");
    if (end == std::string::npos) return {};
    const std::string unit = text.substr(end);
    if (unit != "items" && unit != "item") return {};
    const std::size_t last = text.find_last_not_of(' ', end - (end > 0 ? 1 : 0));
    return end == 0 || last == std::string::npos ? std::string{} : text.substr(0, last + 1);
}

bool readItems(Reading& reading, const Item& item, const std::string& number, CacheTier& spec) {
    const Parsed<Count> count = parseCount(number);
    if (!count || count->value < 1 || count->value > kMostItems) {
        reading.error(item, item.node->describe(),
                      said("Model", "a whole number of items, 1 or more"));
        return false;
    }
    spec.capacity = static_cast<std::int64_t>(count->value);
    return true;
}

void readCapacity(Reading& reading, const Item& item, CacheTier& spec) {
    if (!item.node->isScalar()) {
        reading.wrongKind(item, said("Model", kCapacityText));
    } else if (item.node->text == "unlimited") {
        spec.capacity = kUnlimited;
    } else if (const auto number = itemsText(item.node->text)) {
        readItems(reading, item, *number, spec);
    } else if (const Parsed<Bytes> bytes = parseBytes(item.node->text); bytes && bytes->count > 0) {
        spec.capacityBytes = *bytes;
    } else {
        reading.error(item, item.node->describe(), said("Model", kCapacityText));
    }
}

/// Exactly one of `capacity` and `hit_ratio` says how often the cache hits.
void readSize(MapReader& map, CacheTier& spec) {
    Reading& reading = map.reading();
    const auto capacity = map.get("capacity");
    const auto hitRatio = map.get("hit_ratio");
    if (capacity) readCapacity(reading, *capacity, spec);
    if (double share = 0; hitRatio && readShare(reading, *hitRatio, share)) spec.hitRatio = share;
    if (capacity && hitRatio) {
        reading.errorAtKey(*hitRatio, said("Model", "`hit_ratio` beside `capacity`"),
                           said("Model", "one of them"));
    } else if (!capacity && !hitRatio) {
        reading.errorAtKey(map.item(),
                           said("Model", "%1 without `capacity` and `hit_ratio`",
                                {said("Model", map.what().c_str())}),
                           said("Model", "one of them"));
    }
}

/// What only a cache of real keys has.
void warnOfIdleKeys(MapReader& map) {
    if (!map.has("hit_ratio")) return;
    for (const std::string_view key : {"ttl", "start", "single_flight", "eviction", "promote",
                                       "write_policy", "write_behind", "invalidate"}) {
        if (const auto entry = map.get(key)) {
            map.reading().warning(
                *entry, said("Model", "%1 has no effect beside `hit_ratio`", {quoted(key)}));
        }
    }
}

constexpr std::string_view kOtherClasses = "others";

/// A lifetime for all, or one for each class of keys.
void readLifetimes(MapReader& map, CacheTier& spec) {
    Reading& reading = map.reading();
    const auto entry = map.get("ttl");
    if (!entry || !entry->node->isMapping()) return map.duration("ttl", spec.ttl);
    for (const Item& item :
         namedEntries(reading, *entry, HEADROOM_SAID("Model", "lifetimes"), kMostKeyClasses + 1)) {
        Duration ttl{};
        const bool others = item.node->key == kOtherClasses;
        const auto& known = reading.names().keys;
        if (!others && std::ranges::find(known, item.node->key) == known.end())
            reading.errorAtKey(item, quoted(item.node->key),
                               said("Model", "the name of a class of keys, or `others`"),
                               nearestName(item.node->key, known));
        if (!readDuration(reading, item, ttl, Zero::forbidden)) continue;
        if (others)
            spec.ttl = ttl;
        else
            spec.ttls.push_back({item.node->key, ttl});
    }
}

void readWriteBehind(MapReader& owner, CacheTier& spec) {
    const auto entry = owner.get("write_behind");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, "`write_behind`");
    map.duration("every", spec.writeBehind.every, Zero::forbidden);
    map.whole("size", spec.writeBehind.size, {.least = 1, .most = 1'000'000});
    if (spec.writePolicy != WritePolicy::writeBehind)
        owner.reading().errorAtKey(
            *entry, said("Model", "`write_behind` without `write_policy: write_behind`"),
            "`write_policy: write_behind`");
}

void readWrites(MapReader& map, CacheTier& spec) {
    map.texts("writes", spec.writes, HEADROOM_SAID("Model", "operations"));
    map.choice<WritePolicy>("write_policy", spec.writePolicy,
                            {{"invalidate", WritePolicy::invalidate},
                             {"write_through", WritePolicy::writeThrough},
                             {"write_around", WritePolicy::writeAround},
                             {"write_behind", WritePolicy::writeBehind}});
    readWriteBehind(map, spec);
}

/// `api.publish`
void readEvent(Reading& reading, const Item& item, std::vector<Invalidation::Event>& events) {
    const std::string& text = item.node->text;
    const std::size_t dot = text.find('.');
    if (!item.node->isScalar() || dot == std::string::npos || dot == 0 || dot + 1 == text.size())
        return reading.wrongKind(
            item, said("Model", "an operation of a component such as `api.publish`"));
    events.push_back({text.substr(0, dot), text.substr(dot + 1)});
    reading.expectName(item, events.back().component, said("Model", "the name of a component"),
                       reading.names().components);
}

void readInvalidation(Reading& reading, const Item& item, std::vector<Invalidation>& out) {
    Invalidation invalidation;
    MapReader map(reading, item, HEADROOM_SAID("Model", "an invalidation"));
    const auto on = map.require("on");
    if (on && (!on->node->isSequence() || on->node->children.empty()))
        reading.wrongKind(*on, said("Model", "a list of operations such as [api.publish]"));
    else if (on)
        for (std::size_t i = 0; i < on->node->children.size(); ++i)
            readEvent(reading, elementOf(*on, i), invalidation.on);
    map.reference("keys", invalidation.keys, said("Model", "the name of a class of keys"),
                  reading.names().keys);
    map.count("drops", invalidation.drops, Zero::forbidden);
    out.push_back(std::move(invalidation));
}

/// One, or a list of several.
void readInvalidations(MapReader& map, CacheTier& spec) {
    const auto entry = map.get("invalidate");
    if (!entry) return;
    if (!entry->node->isSequence())
        return readInvalidation(map.reading(), *entry, spec.invalidations);
    for (std::size_t i = 0; i < entry->node->children.size(); ++i)
        readInvalidation(map.reading(), elementOf(*entry, i), spec.invalidations);
}

void readEviction(MapReader& map, Eviction& eviction) {
    map.choice<Eviction>("eviction", eviction,
                         {{"lru", Eviction::lru},
                          {"lfu", Eviction::lfu},
                          {"fifo", Eviction::fifo},
                          {"random", Eviction::random},
                          {"priority", Eviction::priority},
                          {"ttl", Eviction::ttl}});
}

void readGroup(MapReader& map, std::string& group) {
    const auto entry = map.get("group");
    if (!entry || !readText(map.reading(), *entry, group)) return;
    checkNameText(map.reading(), *entry, group, HEADROOM_SAID("Model", "a group of caches"));
    const auto& components = map.reading().names().components;
    if (group == "workload" || std::ranges::find(components, group) != components.end())
        map.reading().error(
            *entry, said("Model", "%1, which is the name of something else", {quoted(group)}),
            said("Model", "a name of its own"));
}

void readTier(MapReader& map, CacheTier& spec) {
    map.requireComponent("origin", spec.origin);
    readSize(map, spec);
    readEviction(map, spec.eviction);
    readLifetimes(map, spec);
    map.distribution("access", spec.access);
    map.flag("single_flight", spec.singleFlight);
    map.choice<bool>("start", spec.startWarm, {{"cold", false}, {"warm", true}});
    map.flag("promote", spec.promote);
    readGroup(map, spec.group);
    readWrites(map, spec);
    readInvalidations(map, spec);
    warnOfIdleKeys(map);
}

}  // namespace

void readCache(MapReader& map, Component& component) {
    CacheSpec spec;
    map.choice<Scope>(
        "scope", spec.scope,
        {{"shared", Scope::shared}, {"instance", Scope::instance}, {"user", Scope::user}});
    readTier(map, spec);
    if (spec.startWarm && spec.scope == Scope::user) {
        map.reading().errorAtKey(
            *map.get("start"), said("Model", "`start: warm` beside `scope: user`"),
            said("Model",
                 "`start: cold`; this version of Headroom cannot warm the caches of users"));
    }
    component.spec = std::move(spec);
}

void readCdn(MapReader& map, Component& component) {
    CdnSpec spec;
    readTier(map, spec);
    map.whole("edges", spec.edges, {.least = 1, .most = 100'000});
    map.distribution("rtt", spec.rtt);
    map.bandwidth("bandwidth", spec.bandwidth);
    map.flag("shield", spec.shield);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
