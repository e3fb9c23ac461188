// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/few_entries.h"
#include "sim/components/key_table.h"
#include "sim/components/ranked_entries.h"
#include "sim/kernel/prefetch.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <vector>

/// What caches hold. One store serves all the caches of a component: the shared one, or one for
/// each instance or user (`group`), each with its own order of use and its own capacity.
///
/// An entry older than the time to live of its class is a miss and goes when it is met. Where the
/// least recently used goes first (eviction), or the one that entered first, a group of up to four
/// entries is one cache line; a larger one is a list, whose items a table common to all groups
/// finds. Other orders are those of RankedEntries.
namespace headroom::sim {

/// Of a class of keys.
struct EntryClass {
    std::uint32_t bytes = 0;
    SimTime lifetime = kNever;
    int priority = 0;
};

class CacheStore {
public:
    /// Capacity of each group in entries and in bytes; the smaller one counts.
    CacheStore(std::uint64_t maxEntries, std::uint64_t maxBytes, model::Eviction eviction,
               std::vector<EntryClass> classes, RandomStream& random)
        : maxEntries_(maxEntries),
          maxBytes_(maxBytes),
          classes_(std::move(classes)),
          renews_(eviction == model::Eviction::lru),
          isRanked_(eviction != model::Eviction::lru && eviction != model::Eviction::fifo),
          ranked_(eviction, random) {}

    /// Whether the key is there and alive; if so this counts as a use of it.
    bool find(std::uint32_t group, std::uint64_t key, SimTime now);
    /// Puts the key in front, alive for its lifetime (or until `expiry`), and evicts until the
    /// group fits.
    /// A key that alone exceeds the capacity is not kept.
    void insert(std::uint32_t group, std::uint64_t key, SimTime now);
    void insertUntil(std::uint32_t group, std::uint64_t key, SimTime expiry);
    void erase(std::uint32_t group, std::uint64_t key);
    void clearGroup(std::uint32_t group);
    /// So that coverGroups() up to this number moves nothing.
    void reserveGroups(std::uint32_t groups) { groups_.reserve(groups); }
    /// Makes room for the first so many groups, which otherwise comes as they are used.
    void coverGroups(std::uint32_t groups) {
        if (groups > groups_.size()) groups_.resize(groups);
    }
    std::uint32_t groupCount() const { return static_cast<std::uint32_t>(groups_.size()); }
    std::uint32_t bytesOf(std::uint64_t key) const { return classOf(key).bytes; }
    SimTime lifetimeOf(std::uint64_t key) const { return classOf(key).lifetime; }
    /// Begins to fetch a group into the processor's caches.
    void prefetch(std::uint32_t group) const {
        if (group < groups_.size()) sim::prefetch(&groups_[group]);
    }
    /// Begins to fetch the place in the table where an entry of a large group would be found.
    void prefetchEntry(std::uint32_t group, std::uint64_t key) const {
        if (group < groups_.size() && groups_[group].areElsewhere())
            table_.prefetch(join(group, key));
    }
    void clear();
    std::uint64_t bytesInGroup(std::uint32_t group) const;
    std::uint64_t entriesInGroup(std::uint32_t group) const;
    /// Evicts so many, or all there are.
    void evict(std::uint32_t group, std::uint64_t entries);

    /// A key of a class, of a group, in one number: 28 bits of group, 6 of class, 30 of key.
    static std::uint64_t join(std::uint32_t group, std::uint64_t key) {
        return (static_cast<std::uint64_t>(group) << 36) | key;
    }
    static std::uint64_t classKey(std::uint8_t keyClass, std::uint32_t key) {
        return (static_cast<std::uint64_t>(keyClass) << kKeyBits) | key;
    }
    static constexpr int kKeyBits = 30;
    static constexpr std::uint32_t kMaxGroups = 1u << 28;
    static constexpr std::int64_t kMaxKeys = std::int64_t{1} << kKeyBits;
    static constexpr int kMaxClasses = 64;

private:
    struct Item {
        std::uint64_t key;
        SimTime expiry;
        std::uint32_t newer, older;
    };
    struct List {
        std::uint32_t newest = KeyTable::kAbsent, oldest = KeyTable::kAbsent;
        std::uint64_t entries = 0, bytes = 0;
    };
    const EntryClass& classOf(std::uint64_t key) const { return classes_[key >> kKeyBits]; }
    void insertRanked(std::uint32_t group, std::uint64_t key, std::uint32_t bytes, SimTime expiry);
    FewEntries& group(std::uint32_t number);
    std::uint64_t bytesOf(const FewEntries& few) const;
    bool findFew(FewEntries& few, std::uint64_t key, SimTime now);
    void insertFew(FewEntries& few, std::uint64_t key, SimTime expiry);
    void moveToList(std::uint32_t group, FewEntries& few);

    bool findListed(List& list, std::uint64_t joined, SimTime now);
    void insertListed(List& list, std::uint64_t joined, std::uint32_t bytes, SimTime expiry);
    void link(List& list, std::uint32_t item);
    void unlink(List& list, std::uint32_t item);
    void remove(List& list, std::uint32_t item);
    std::uint32_t bytesOfJoined(std::uint64_t joined) const {
        return bytesOf(joined & (join(1, 0) - 1));
    }

    std::uint64_t maxEntries_, maxBytes_;
    std::vector<EntryClass> classes_;
    bool renews_;    ///< a look-up puts its entry in front
    bool isRanked_;  ///< entries are in `ranked_`
    RankedEntries ranked_;
    BigVector<FewEntries> groups_;
    std::vector<List> lists_;
    std::vector<std::uint32_t> freeLists_;
    KeyTable table_;  ///< joined key → item, of all lists
    BigVector<Item> items_;
    std::uint32_t freeItem_ = KeyTable::kAbsent;
};

}  // namespace headroom::sim
