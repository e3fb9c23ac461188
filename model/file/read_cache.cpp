// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"

namespace headroom::model {
namespace {

constexpr std::string_view kCapacityText =
    "a capacity such as `1000 items`, `100 MiB` or `unlimited`";
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

bool readItems(Reading& reading, const Item& item, const std::string& number, CacheSpec& spec) {
    const Parsed<Count> count = parseCount(number);
    if (!count || count->value < 1 || count->value > kMostItems) {
        reading.error(item, item.node->describe(), "a whole number of items, 1 or more");
        return false;
    }
    spec.capacity = static_cast<std::int64_t>(count->value);
    return true;
}

void readCapacity(Reading& reading, const Item& item, CacheSpec& spec) {
    if (!item.node->isScalar()) {
        reading.wrongKind(item, std::string(kCapacityText));
    } else if (item.node->text == "unlimited") {
        spec.capacity = kUnlimited;
    } else if (const auto number = itemsText(item.node->text)) {
        readItems(reading, item, *number, spec);
    } else if (const Parsed<Bytes> bytes = parseBytes(item.node->text); bytes && bytes->count > 0) {
        spec.capacityBytes = *bytes;
    } else {
        reading.error(item, item.node->describe(), std::string(kCapacityText));
    }
}

void readWrites(Reading& reading, const Item& item, std::vector<std::string>& writes) {
    if (!item.node->isSequence()) {
        reading.wrongKind(item, "a list of operations");
        return;
    }
    writes.clear();
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        std::string name;
        if (readText(reading, elementOf(item, i), name)) writes.push_back(name);
    }
}

/// Exactly one of `capacity` and `hit_ratio` says how often the cache hits.
void readSize(MapReader& map, CacheSpec& spec) {
    Reading& reading = map.reading();
    const auto capacity = map.get("capacity");
    const auto hitRatio = map.get("hit_ratio");
    if (capacity) readCapacity(reading, *capacity, spec);
    if (double share = 0; hitRatio && readShare(reading, *hitRatio, share)) spec.hitRatio = share;
    if (capacity && hitRatio) {
        reading.errorAtKey(*hitRatio, "`hit_ratio` beside `capacity`", "one of them");
    } else if (!capacity && !hitRatio) {
        reading.errorAtKey(map.item(), "a cache without `capacity` and `hit_ratio`", "one of them");
    }
}

/// What only a cache of real keys has.
void warnOfIdleKeys(MapReader& map) {
    if (!map.has("hit_ratio")) return;
    for (const std::string_view key : {"ttl", "start", "single_flight", "eviction"}) {
        if (const auto entry = map.get(key)) {
            map.reading().warning(*entry, quoted(key) + " has no effect beside `hit_ratio`");
        }
    }
}

}  // namespace

void readCache(MapReader& map, Component& component) {
    CacheSpec spec;
    map.requireComponent("origin", spec.origin);
    map.choice<Scope>(
        "scope", spec.scope,
        {{"shared", Scope::shared}, {"instance", Scope::instance}, {"user", Scope::user}});
    readSize(map, spec);
    map.choice<Eviction>(
        "eviction", spec.eviction, {{"lru", Eviction::lru}},
        {"lfu", "fifo", "random", "arc", "clock", "slru", "2q", "tinylfu", "priority", "sieve"});
    map.duration("ttl", spec.ttl);
    map.distribution("access", spec.access);
    map.flag("single_flight", spec.singleFlight);
    map.choice<bool>("start", spec.startWarm, {{"cold", false}, {"warm", true}});
    if (spec.startWarm && spec.scope == Scope::user) {
        map.reading().errorAtKey(
            *map.get("start"), "`start: warm` beside `scope: user`",
            "`start: cold`; this version of Headroom cannot warm the caches of users");
    }
    if (const auto writes = map.get("writes")) readWrites(map.reading(), *writes, spec.writes);
    warnOfIdleKeys(map);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
