// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What remembers answers: a cache anywhere on the way, and the edge caches of a CDN.
namespace headroom::model {

/// What goes when an entry needs room:
/// lru: the one whose last look-up is longest ago. lfu: the one looked up least often since it
/// entered, the longest unused of several (perfect LFU; Redis's is an approximation of it). fifo:
/// the one that entered first. random: any. priority: of the lowest `priority` of its class of
/// keys, the least recently used. ttl: the one that would expire first (Redis's volatile-ttl).
enum class Eviction : std::uint8_t { lru, lfu, fifo, random, priority, ttl };

/// What a write (an operation of `writes`) does to its key's entry.
/// invalidate: passes, then the entry is dropped. writeThrough: passes, then the entry is replaced.
/// writeAround: passes, the entry stays and is stale until it expires. writeBehind: the entry is
/// replaced and the writer answered at once; what was written goes to the origin later, in batches.
enum class WritePolicy : std::uint8_t { invalidate, writeThrough, writeAround, writeBehind };

/// When what was written goes to the origin: `every` so often, or as soon as `size` writes wait. A
/// second write to a key that waits replaces the first. One request with `items` of them all.
struct WriteBehind {
    Duration every = std::chrono::seconds(1);
    std::int64_t size = 100;
};

/// Entries dropped because of something that happens elsewhere: when `component` has answered
/// `operation`, `drops` keys of the class, the most likely ones by popularity, or the key that the
/// request carries if it is of this class.
struct Invalidation {
    struct Event {
        std::string component;
        std::string operation;
    };
    std::vector<Event> on;
    std::string keys;  ///< class; empty: that of the request
    double drops = 1;  ///< how many; a fraction is the chance of one more
};

struct LifetimeOfClass {
    std::string keys;  ///< class of keys
    Duration ttl{};
};

/// What every cache has.
struct CacheTier {
    std::string origin;
    std::optional<std::int64_t> capacity;  ///< entries
    std::optional<Bytes> capacityBytes;  ///< instead of entries; sizes are those of the key classes
    Eviction eviction = Eviction::lru;
    std::optional<Duration> ttl;        ///< from when the origin answered; not renewed by reads
    std::vector<LifetimeOfClass> ttls;  ///< of single classes, before `ttl`
    std::optional<double> hitRatio;     ///< 0 … 1, instead of real keys
    Distribution access;                ///< paid by every look-up, hit or miss
    bool singleFlight = false;  ///< look-ups of a key already being fetched wait for that answer
    bool startWarm = false;     ///< begins filled with the most popular keys
    bool promote = true;        ///< false: what is found here is not entered in the tiers in front
    std::string group;          ///< tiers whose hits count together; empty: none
    std::vector<std::string> writes = {"write"};  ///< operations that pass through to the origin
    WritePolicy writePolicy = WritePolicy::invalidate;
    WriteBehind writeBehind;  ///< for WritePolicy::writeBehind
    std::vector<Invalidation> invalidations;

    /// Of an entry of a class; absent: for ever.
    std::optional<Duration> lifetimeOf(std::string_view keys) const;
};

struct CacheSpec : CacheTier {
    Scope scope = Scope::shared;
};

/// Edge caches in front of an origin. A request goes to one of the `edges`, each with a store of
/// its own (`capacity` is that of one), at random or, with `zones`, to those nearest to its user. A
/// miss pays `rtt` to the origin; with a shield, edges miss into one more store of the same
/// capacity first. Answers leave at `bandwidth`, shared equally by those on their way; the bytes of
/// answers (the operation's `answer`, else the key's `size`) are `egress`.
struct CdnSpec : CacheTier {
    int edges = 1;
    Distribution rtt;                    ///< between an edge and the origin
    std::optional<Bandwidth> bandwidth;  ///< of all edges together
    bool shield = false;
    CdnSpec() { singleFlight = true; }  ///< edges collapse requests, as CDNs do
};

}  // namespace headroom::model
