// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/cache_store.h"
#include "sim/engine/visit.h"
#include "sim/traffic/visitors.h"

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
    Cache(const Program& program, ComponentIndex component, Coin hitCoin, RandomStream& random,
          const Visitors& visitors);

    enum class Found : std::uint8_t { hit, miss, joined };
    Found lookUp(Engine& engine, VisitId visit);
    void fill(Engine& engine, const Visit& visit);
    void invalidate(Engine& engine, const Visit& visit);
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
    /// A user who came once is about to go, and takes what his cache holds with him.
    void forgetVisitor(std::uint32_t user) { store_.clearGroup(visitors_->placeOf(user)); }
    /// Begins to fetch what a user's cache holds into the processor's caches. Precondition: he is
    /// of a closed population.
    void prefetch(std::uint32_t user) const { store_.prefetch(user); }
    /// Begins to fetch the place where the visit's entry would be found.
    void prefetchEntry(const Visit& visit) const {
        if (visit.keyClass != kNoKey && spec_.scope != model::Scope::user)
            store_.prefetchEntry(groupOf(visit), keyOf(visit));
    }
    std::uint64_t bytesOf(std::uint32_t group) const { return store_.bytesInGroup(group); }
    /// Evicts this share of a group's entries, rounded up.
    void evictShare(std::uint32_t group, double share);
    /// Forgets everything.
    void flush();

private:
    void makeRoom(Engine& engine);
    /// Whose requests share flights and writes that wait.
    std::uint32_t groupOf(const Visit& visit) const;
    std::uint32_t edgeOf(const Visit& visit) const;
    /// Where the entries are; kNone: with a visitor who has gone.
    std::uint32_t storeGroupOf(const Visit& visit) const;
    bool keeps(const Visit& visit) const {
        return !spec_.hitRatio && visit.keyClass != kNoKey && storeGroupOf(visit) != kNone;
    }
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
        std::uint32_t eventsPending = 0;
        std::vector<std::uint64_t> keys;
    };
    std::uint32_t waitingOf(Engine& engine, std::uint32_t group, const WriteBack& write);
    void writeBack(Engine& engine, std::uint32_t waiting);
    void forget(WaitingWrites& waiting);
    void freeWrites(std::uint32_t number);

    ComponentIndex component_;
    const Program* program_;
    const Visitors* visitors_;
    model::CacheSpec spec_;
    const VisitPool* visits_ = nullptr;
    std::uint32_t edges_ = 0;  ///< of a CDN; 0: this is none
    Coin hitCoin_;
    CacheStore store_;
    KeyTable flights_;  ///< key → index into waiters_
    std::vector<WaitingLine> waiters_;
    std::vector<std::uint32_t> freeWaiters_;
    std::vector<WaitingWrites> writes_;
    std::vector<std::uint32_t> freeWrites_;  ///< of visitors that have gone to the origin
    KeyTable writesOf_;                      ///< group and operation → index into writes_
    KeyTable written_;                       ///< index into writes_ and key: it waits
};

}  // namespace headroom::sim
