// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/cache.h"

#include "sim/engine/engine.h"
#include "sim/kernel/spread.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {
/// Millions of keys may be put into a cache that begins warm.
constexpr std::int64_t kKeysBetweenLooks = 4096;
constexpr std::uint32_t kGroupsBetweenLooks = 32'768;  // 2 MiB

std::vector<EntryClass> classesOf(const model::CacheSpec& spec, const Program& program) {
    std::vector<EntryClass> classes;
    for (const model::KeyClass& keys : program.scenario.keys) {
        const auto lifetime = spec.lifetimeOf(keys.name);
        classes.push_back(
            {static_cast<std::uint32_t>(std::min<std::int64_t>(keys.size.count, UINT32_MAX)),
             lifetime ? lifetime->count() : kNever, keys.priority});
    }
    return classes;
}

// A CDN is a cache that is shared by all, with a store for each edge.
model::CacheSpec specOf(const model::Component& component) {
    if (const auto* cache = std::get_if<model::CacheSpec>(&component.spec)) return *cache;
    model::CacheSpec spec;
    static_cast<model::CacheTier&>(spec) = std::get<model::CdnSpec>(component.spec);
    return spec;
}

CacheStore storeOf(const model::CacheSpec& spec, const Program& program, RandomStream& random) {
    const std::uint64_t entries =
        spec.capacity ? static_cast<std::uint64_t>(*spec.capacity) : UINT64_MAX;
    const std::uint64_t bytes =
        spec.capacityBytes ? static_cast<std::uint64_t>(spec.capacityBytes->count) : UINT64_MAX;
    return {entries, bytes, spec.eviction, classesOf(spec, program), random};
}
}  // namespace

Cache::Cache(const Program& program, ComponentIndex component, Coin hitCoin, RandomStream& random,
             const Visitors& visitors)
    : component_(component),
      program_(&program),
      visitors_(&visitors),
      spec_(specOf(*program.components[component].spec)),
      hitCoin_(hitCoin),
      store_(storeOf(spec_, program, random)) {
    const auto* cdn = std::get_if<model::CdnSpec>(&program.components[component].spec->spec);
    if (cdn) edges_ = static_cast<std::uint32_t>(cdn->edges);
}

bool Cache::isShield(const Visit& visit) const {
    return edges_ > 0 && program_->entries[visit.entry].inner;
}

// Any one, or one of those where the request has come to: edges stand in their zones in turn.
std::uint32_t Cache::edgeOf(const Visit& visit) const {
    const auto hash = static_cast<std::uint32_t>(scrambled(visit.user + 1) >> 32);
    const ZoneMap& zones = program_->zones;
    if (zones.isEmpty() || zones.ofEdges[component_].empty()) return hash % edges_;
    const auto& all = zones.ofEdges[component_];
    const std::uint8_t zone = visits_->details(visits_->idOf(visit)).zone;
    const auto place = static_cast<std::uint32_t>(std::ranges::find(all, zone) - all.begin());
    const auto count = static_cast<std::uint32_t>(all.size());
    if (place >= std::min(count, edges_)) return hash % edges_;
    return place + count * (hash % ((edges_ - place + count - 1) / count));
}

std::uint32_t Cache::groupOf(const Visit& visit) const {
    if (edges_ > 0) return isShield(visit) ? edges_ : edgeOf(visit);
    switch (spec_.scope) {
        case model::Scope::shared: return 0;
        case model::Scope::user: return visit.user;
        case model::Scope::instance: return visit.instance;
    }
    return 0;
}

std::uint32_t Cache::storeGroupOf(const Visit& visit) const {
    const std::uint32_t group = groupOf(visit);
    const bool isVisitors =
        spec_.scope == model::Scope::user && edges_ == 0 && group >= program_->userCount;
    return isVisitors ? visitors_->placeOf(group) : group;
}

Cache::Found Cache::lookUp(Engine& engine, VisitId id) {
    const Visit& v = engine.visits[id];
    Meter& meter = engine.meter(component_);
    if (!isShield(v)) ++meter.lookUps;  // a request is looked up once, wherever it is found
    const std::uint32_t group = storeGroupOf(v);
    const bool hit = spec_.hitRatio ? engine.stream(hitCoin_.stream).uniform() < *spec_.hitRatio
                                    : group != kNone && store_.find(group, keyOf(v), engine.now());
    if (!spec_.group.empty()) countForGroup(engine, v, hit);
    if (hit) {
        ++meter.hits;
        if (!spec_.promote) engine.visits[id].unpromoted = true;
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

// A look-up that another tier of the group has passed on is none of the group's.
void Cache::countForGroup(Engine& engine, const Visit& visit, bool hit) const {
    const std::uint32_t group = engine.program.components[component_].cacheGroup;
    Meter& meter = engine.groupMeter(group);
    bool isFirst = true;
    for (VisitId v = visit.parent; v != kNone && isFirst; v = engine.visits[v].parent) {
        const EntryIndex entry = engine.visits[v].entry;
        const ComponentIndex component = engine.program.entries[entry].component;
        isFirst = engine.program.components[component].cacheGroup != group;
        if (!engine.program.components[component].handsOn) break;
    }
    if (isFirst) ++meter.lookUps;
    if (hit) ++meter.hits;
}

void Cache::fill(Engine& engine, const Visit& visit) {
    // What the shield had is kept from those in front of the edges, not from the edges.
    const bool isKeptBack = visit.unpromoted && (edges_ == 0 || spec_.promote);
    if (keeps(visit) && !isKeptBack)
        store_.insert(storeGroupOf(visit), keyOf(visit), engine.now());
}

void Cache::invalidate(Engine&, const Visit& visit) {
    if (!keeps(visit)) return;
    if (edges_ > 0) return eraseEverywhere(visit, keyOf(visit));
    store_.erase(storeGroupOf(visit), keyOf(visit));
}

void Cache::eraseEverywhere(const Visit& visit, std::uint64_t key) {
    if (spec_.scope == model::Scope::shared && edges_ == 0) return store_.erase(0, key);
    if (spec_.scope == model::Scope::user) {
        if (const std::uint32_t group = storeGroupOf(visit); group != kNone)
            store_.erase(group, key);
        return;
    }
    for (std::uint32_t group = 0; group < store_.groupCount(); ++group) store_.erase(group, key);
}

void Cache::drop(const Visit& visit, const Invalidation& invalidation, std::int64_t count) {
    if (spec_.hitRatio) return;
    const std::uint8_t keyClass = invalidation.keyClass;
    if (visit.keyClass != kNoKey && (keyClass == kNoKey || keyClass == visit.keyClass))
        return eraseEverywhere(visit, keyOf(visit));
    if (keyClass == kNoKey) return;
    if (invalidation.isOwn)
        return eraseEverywhere(visit, CacheStore::classKey(keyClass, visit.user));
    for (std::int64_t key = 0; key < count; ++key)
        eraseEverywhere(visit, CacheStore::classKey(keyClass, static_cast<std::uint32_t>(key)));
}

std::uint32_t Cache::waitingOf(Engine& engine, std::uint32_t group, const WriteBack& write) {
    const std::uint64_t place = CacheStore::join(group, write.number);
    if (const std::uint32_t found = writesOf_.find(place); found != KeyTable::kAbsent) return found;
    if (freeWrites_.empty()) {
        freeWrites_.push_back(static_cast<std::uint32_t>(writes_.size()));
        writes_.emplace_back();
        writes_.back().event =
            engine.policyPlace(engine.program.components[component_].index, freeWrites_.back());
    }
    const std::uint32_t number = freeWrites_.back();
    freeWrites_.pop_back();
    writes_[number].write = &write;
    writes_[number].group = group;
    writesOf_.insert(place, number);
    return number;
}

void Cache::writeBehind(Engine& engine, VisitId id, const WriteBack& write) {
    const Visit& visit = engine.visits[id];
    if (edges_ > 0) invalidate(engine, visit);
    fill(engine, visit);
    const std::uint32_t number = waitingOf(engine, groupOf(visit), write);
    WaitingWrites& waiting = writes_[number];
    if (visit.keyClass != kNoKey) {
        const std::uint64_t key = CacheStore::join(number, keyOf(visit));
        if (written_.find(key) != KeyTable::kAbsent) return;
        written_.insert(key, 0);
        waiting.keys.push_back(key);
    }
    if (waiting.count++ == 0) {
        waiting.since = engine.now();
        waiting.first = visit;
        waiting.zone = engine.visits.details(id).zone;
        ++waiting.eventsPending;
        engine.schedule(engine.now() + spec_.writeBehind.every.count(), EventKind::policy,
                        PolicyEvent::join(PolicyEvent::Kind::writeBack, waiting.event));
    }
    if (waiting.count >= static_cast<std::uint64_t>(spec_.writeBehind.size))
        writeBack(engine, number);
}

// A batch that was full before its time has left one of these events behind.
void Cache::onWriteBackDue(Engine& engine, std::uint32_t number) {
    WaitingWrites& waiting = writes_[number];
    --waiting.eventsPending;
    if (waiting.count > 0 && waiting.since + spec_.writeBehind.every.count() <= engine.now())
        writeBack(engine, number);
    if (waiting.count == 0 && waiting.eventsPending == 0) freeWrites(number);
}

// Whoever comes once writes behind once: others take the place.
void Cache::freeWrites(std::uint32_t number) {
    const WaitingWrites& waiting = writes_[number];
    if (spec_.scope != model::Scope::user || waiting.group < program_->userCount) return;
    writesOf_.erase(CacheStore::join(waiting.group, waiting.write->number));
    freeWrites_.push_back(number);
}

void Cache::writeBack(Engine& engine, std::uint32_t number) {
    WaitingWrites& waiting = writes_[number];
    const std::uint64_t count = waiting.count;
    forget(waiting);
    engine.startDetached(waiting.first, waiting.zone, waiting.write->address, count);
}

void Cache::forget(WaitingWrites& waiting) {
    for (const std::uint64_t key : waiting.keys) written_.erase(key);
    waiting.keys.clear();
    waiting.count = 0;
}

void Cache::evictShare(std::uint32_t group, double share) {
    const auto entries = static_cast<double>(store_.entriesInGroup(group));
    store_.evict(group, static_cast<std::uint64_t>(std::ceil(entries * share - 1e-9)));
}

void Cache::flush() {
    store_.clear();
    for (WaitingWrites& waiting : writes_) forget(waiting);
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
    const bool unpromoted = engine.visits[id].unpromoted;
    while (!line.empty()) {
        engine.visits[line.front()].unpromoted = unpromoted;
        engine.endJoined(line.popFront(engine.visits), outcome);
    }
}

void Cache::abandon(Engine& engine, VisitId id) {
    const Visit& v = engine.visits[id];
    waiters_[flights_.find(CacheStore::join(groupOf(v), keyOf(v)))].remove(engine.visits, id);
}

void Cache::start(Engine& engine) {
    visits_ = &engine.visits;
    if (isOfUsers()) makeRoom(engine);
    if (!spec_.startWarm || spec_.scope != model::Scope::shared) return;
    for (std::uint32_t group = 0; group <= edges_; ++group) warm(engine, group);
}

// For all users from the beginning, a part at a time: memory that the machine has to find first may
// take as long as a user waits for a run to stop.
void Cache::makeRoom(Engine& engine) {
    store_.reserveGroups(program_->userCount);
    for (std::uint32_t groups = 0; groups < program_->userCount && !engine.isAskedToStop();) {
        groups = std::min(groups + kGroupsBetweenLooks, program_->userCount);
        store_.coverGroups(groups);
    }
}

void Cache::openInstance(Engine& engine, std::uint32_t instance) {
    if (spec_.scope != model::Scope::instance || spec_.hitRatio) return;
    store_.clearGroup(instance);
    for (WaitingWrites& waiting : writes_)
        if (waiting.group == instance) forget(waiting);
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
            if (k % kKeysBetweenLooks == 0 && engine.isAskedToStop()) return;
            const std::uint64_t key = CacheStore::classKey(keyClass, static_cast<std::uint32_t>(k));
            const SimTime life = store_.lifetimeOf(key);
            const SimTime left =
                life == kNever ? kNever
                               : static_cast<SimTime>(static_cast<double>(life) * stream.uniform());
            store_.insertUntil(group, key, left == kNever ? kNever : engine.now() + left);
        }
    }
}

}  // namespace headroom::sim
