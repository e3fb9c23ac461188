// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/cache_store.h"
#include "sim/engine/visit.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// A cache in front of an origin. Look-ups are by real keys, so that hits emerge from popularity,
/// capacity and time to live; or by a fixed hit ratio, where only a figure is known. Entries enter
/// when the origin answers. With single flight, look-ups of a key that is already being fetched
/// wait for that answer and share its outcome.
///
/// Where writes are written behind, the entry is replaced and the writer answered at once; what was
/// written waits, a second write to a key in the place of the first, and goes to the origin in one
/// request a while after the first, or when there is enough. Instances and users have each their
/// own writes that wait. What waits is lost with its cache.
///
/// Events elsewhere drop entries: the key that the event's request carries if it is of the class,
/// else the most popular ones. They reach the shared cache or that of every instance; of caches of
/// users, that of the user whose request it was.
class Cache {
public:
    Cache(const Program& program, ComponentIndex component, Coin hitCoin, RandomStream& random);

    enum class Found : std::uint8_t { hit, miss, joined };
    Found lookUp(Engine& engine, VisitId visit);
    void fill(Engine& engine, VisitId visit);
    void invalidate(Engine& engine, VisitId visit);
    void writeBehind(Engine& engine, VisitId visit, const WriteBack& write);
    void onWriteBackDue(Engine& engine, std::uint32_t waiting);
    /// `count` entries at most, because of what the visit has done elsewhere.
    void drop(const Visit& visit, const Invalidation& invalidation, std::int64_t count);
    /// The visit that fetched for others has ended: they share its outcome.
    void endFlight(Engine& engine, VisitId visit, Outcome outcome);
    /// A visit that waits for another's flight goes away.
    void abandon(Engine& engine, VisitId visit);
    /// A new instance begins with an empty cache (or a warm one).
    void openInstance(Engine& engine, std::uint32_t instance);
    void start(Engine& engine);
    bool isOfUsers() const { return spec_.scope == model::Scope::user && !spec_.hitRatio; }
    /// Begins to fetch what a user's cache holds into the processor's caches.
    void prefetch(std::uint32_t user) const { store_.prefetch(user); }
    std::uint64_t bytesOf(std::uint32_t group) const { return store_.bytesInGroup(group); }
    /// Evicts this share of a group's entries, rounded up.
    void evictShare(std::uint32_t group, double share);
    /// Forgets everything.
    void flush();

private:
    std::uint32_t groupOf(Engine& engine, VisitId visit) const;
    std::uint32_t edgeOf(Engine& engine, VisitId visit) const;
    /// Of a CDN: the store that all edges miss into.
    bool isShield(const Visit& visit) const;
    static std::uint64_t keyOf(const Visit& visit) {
        return CacheStore::classKey(visit.keyClass, visit.key);
    }
    void warm(Engine& engine, std::uint32_t group);
    void countForGroup(Engine& engine, const Visit& visit, bool hit) const;
    void eraseEverywhere(const Visit& visit, std::uint64_t key);

    /// What was written by one operation into one group and is not at the origin yet.
    struct WaitingWrites {
        const WriteBack* write;
        std::uint32_t group;
        std::uint32_t event;
        SimTime since = 0;
        Visit first;  ///< whose instance and user the origin is asked for
        std::uint8_t zone = 0;
        std::uint64_t count = 0;
        std::vector<std::uint64_t> keys;
    };
    std::uint32_t waitingOf(Engine& engine, std::uint32_t group, const WriteBack& write);
    void writeBack(Engine& engine, std::uint32_t waiting);
    void forget(WaitingWrites& waiting);

    ComponentIndex component_;
    const Program* program_;
    model::CacheSpec spec_;
    std::uint32_t edges_ = 0;  ///< of a CDN; 0: this is none
    Coin hitCoin_;
    CacheStore store_;
    KeyTable flights_;  ///< key → index into waiters_
    std::vector<WaitingLine> waiters_;
    std::vector<std::uint32_t> freeWaiters_;
    std::vector<WaitingWrites> writes_;
    KeyTable writesOf_;  ///< group and operation → index into writes_
    KeyTable written_;   ///< index into writes_ and key: it waits
};

}  // namespace headroom::sim
