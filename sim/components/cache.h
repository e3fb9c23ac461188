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
class Cache {
public:
    Cache(const Program& program, ComponentIndex component, Coin hitCoin);

    enum class Found : std::uint8_t { hit, miss, joined };
    Found lookUp(Engine& engine, VisitId visit);
    void fill(Engine& engine, const Visit& visit);
    void invalidate(Engine& engine, const Visit& visit);
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
    /// Forgets everything.
    void flush() { store_.clear(); }

private:
    std::uint32_t groupOf(const Visit& visit) const;
    /// Of a CDN: the store that all edges miss into.
    bool isShield(const Visit& visit) const;
    static std::uint64_t keyOf(const Visit& visit) {
        return CacheStore::classKey(visit.keyClass, visit.key);
    }
    void warm(Engine& engine, std::uint32_t group);

    ComponentIndex component_;
    const Program* program_;
    model::CacheSpec spec_;
    std::uint32_t edges_ = 0;  ///< of a CDN; 0: this is none
    Coin hitCoin_;
    CacheStore store_;
    KeyTable flights_;  ///< key → index into waiters_
    std::vector<WaitingLine> waiters_;
    std::vector<std::uint32_t> freeWaiters_;
};

}  // namespace headroom::sim
