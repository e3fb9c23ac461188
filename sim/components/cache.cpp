// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/cache.h"

#include "sim/engine/engine.h"
#include "sim/kernel/spread.h"

#include <algorithm>

namespace headroom::sim {

namespace {
std::vector<std::uint32_t> bytesByClass(const Program& program) {
    std::vector<std::uint32_t> bytes;
    for (const model::KeyClass& keys : program.scenario.keys)
        bytes.push_back(
            static_cast<std::uint32_t>(std::min<std::int64_t>(keys.size.count, UINT32_MAX)));
    return bytes;
}

// A CDN is a cache that is shared by all, with a store for each edge.
model::CacheSpec specOf(const model::Component& component) {
    if (const auto* cache = std::get_if<model::CacheSpec>(&component.spec)) return *cache;
    model::CacheSpec spec;
    static_cast<model::CacheTier&>(spec) = std::get<model::CdnSpec>(component.spec);
    return spec;
}

CacheStore storeOf(const model::CacheSpec& spec, const Program& program) {
    const std::uint64_t entries =
        spec.capacity ? static_cast<std::uint64_t>(*spec.capacity) : UINT64_MAX;
    const std::uint64_t bytes =
        spec.capacityBytes ? static_cast<std::uint64_t>(spec.capacityBytes->count) : UINT64_MAX;
    return {entries, bytes, spec.ttl ? spec.ttl->count() : kNever, bytesByClass(program)};
}
}  // namespace

Cache::Cache(const Program& program, ComponentIndex component, Coin hitCoin)
    : component_(component),
      program_(&program),
      spec_(specOf(*program.components[component].spec)),
      hitCoin_(hitCoin),
      store_(storeOf(spec_, program)) {
    const auto* cdn = std::get_if<model::CdnSpec>(&program.components[component].spec->spec);
    if (cdn) edges_ = static_cast<std::uint32_t>(cdn->edges);
}

bool Cache::isShield(const Visit& visit) const {
    return edges_ > 0 && program_->entries[visit.entry].inner;
}

std::uint32_t Cache::groupOf(const Visit& visit) const {
    if (edges_ > 0)
        return isShield(visit) ? edges_
                               : static_cast<std::uint32_t>(scrambled(visit.user + 1) % edges_);
    switch (spec_.scope) {
        case model::Scope::shared: return 0;
        case model::Scope::user: return visit.user;
        case model::Scope::instance: return visit.instance;
    }
    return 0;
}

Cache::Found Cache::lookUp(Engine& engine, VisitId id) {
    const Visit& v = engine.visits[id];
    Meter& meter = engine.meter(component_);
    if (!isShield(v)) ++meter.lookUps;  // a request is looked up once, wherever it is found
    const bool hit = spec_.hitRatio ? engine.stream(hitCoin_.stream).uniform() < *spec_.hitRatio
                                    : store_.find(groupOf(v), keyOf(v), engine.now());
    if (hit) {
        ++meter.hits;
        return Found::hit;
    }
    if (!spec_.singleFlight || v.keyClass == kNoKey) return Found::miss;
    const std::uint64_t key = CacheStore::join(groupOf(v), keyOf(v));
    if (const std::uint32_t flight = flights_.find(key); flight != KeyTable::kAbsent) {
        ++meter.coalesced;
        engine.visits[id].state = State::waitingForFlight;
        waiters_[flight].pushBack(engine.visits, id);
        return Found::joined;
    }
    if (freeWaiters_.empty()) {
        freeWaiters_.push_back(static_cast<std::uint32_t>(waiters_.size()));
        waiters_.emplace_back();
    }
    flights_.insert(key, freeWaiters_.back());
    freeWaiters_.pop_back();
    engine.visits[id].ownsFlight = true;
    return Found::miss;
}

void Cache::fill(Engine& engine, const Visit& visit) {
    if (spec_.hitRatio) return;
    store_.insert(groupOf(visit), keyOf(visit), engine.now());
}

void Cache::invalidate(Engine&, const Visit& visit) {
    if (!spec_.hitRatio && visit.keyClass != kNoKey) store_.erase(groupOf(visit), keyOf(visit));
}

void Cache::endFlight(Engine& engine, VisitId id, Outcome outcome) {
    const std::uint64_t key =
        CacheStore::join(groupOf(engine.visits[id]), keyOf(engine.visits[id]));
    const std::uint32_t flight = flights_.find(key);
    flights_.erase(key);
    // Waiters go one by one: ending one can make others join a new flight, never this one.
    WaitingLine line = waiters_[flight];
    waiters_[flight] = {};
    freeWaiters_.push_back(flight);
    while (!line.empty()) engine.endJoined(line.popFront(engine.visits), outcome);
}

void Cache::abandon(Engine& engine, VisitId id) {
    const Visit& v = engine.visits[id];
    waiters_[flights_.find(CacheStore::join(groupOf(v), keyOf(v)))].remove(engine.visits, id);
}

void Cache::start(Engine& engine) {
    if (!spec_.startWarm || spec_.scope != model::Scope::shared) return;
    for (std::uint32_t group = 0; group <= edges_; ++group) warm(engine, group);
}

void Cache::openInstance(Engine& engine, std::uint32_t instance) {
    if (spec_.scope != model::Scope::instance || spec_.hitRatio) return;
    store_.clearGroup(instance);
    if (spec_.startWarm) warm(engine, instance);
}

// The most popular keys of the classes that reach the cache, in equal parts, the most popular used
// last; each as old as a random moment of its life finds it, so that they do not all expire at
// once.
void Cache::warm(Engine& engine, std::uint32_t group) {
    const auto& classes = engine.program.keyClassesOf[component_];
    if (classes.empty() || spec_.hitRatio) return;
    RandomStream& stream = engine.stream(hitCoin_.stream);
    for (const std::uint8_t keyClass : classes) {
        const model::KeyClass& keys = engine.program.scenario.keys[keyClass];
        if (keys.popularity == model::KeyClass::Popularity::own) continue;
        std::int64_t room = keys.count;
        const auto parts = static_cast<std::int64_t>(classes.size());
        if (spec_.capacity) room = std::min(room, *spec_.capacity / parts);
        if (spec_.capacityBytes)
            room = std::min(room, spec_.capacityBytes->count /
                                      std::max<std::int64_t>(1, keys.size.count) / parts);
        for (std::int64_t k = room; k-- > 0;) {
            const SimTime expiry =
                spec_.ttl ? static_cast<SimTime>(static_cast<double>(spec_.ttl->count()) *
                                                 stream.uniform())
                          : kNever;
            store_.insertUntil(group, CacheStore::classKey(keyClass, static_cast<std::uint32_t>(k)),
                               expiry == kNever ? kNever : engine.now() + expiry);
        }
    }
}

}  // namespace headroom::sim
