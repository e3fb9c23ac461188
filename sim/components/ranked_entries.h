// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cache.h"
#include "sim/components/key_table.h"
#include "sim/kernel/random_stream.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <vector>

namespace headroom::sim {

/// Entries of caches in an order of their own, where that is not simply the order in which they
/// were used or entered: those looked up least often go first (lfu), those of the lowest priority,
/// those that would expire first (ttl), or any (random). Of equal ones the longest unused goes, of
/// those that would expire together the first that entered.
///
/// Each group of entries is a binary heap, and for `random` an unordered list. O(log n) an
/// operation.
class RankedEntries {
public:
    /// `random` is drawn from under Eviction::random only.
    RankedEntries(model::Eviction eviction, RandomStream& random)
        : eviction_(eviction), random_(&random) {}

    /// Whether the key is there and alive; counts as a use.
    bool find(std::uint32_t group, std::uint64_t key, SimTime now);
    /// Precondition: the key is not there. `priority` matters under Eviction::priority only.
    void insert(std::uint32_t group, std::uint64_t key, std::uint32_t bytes, SimTime expiry,
                int priority);
    void erase(std::uint32_t group, std::uint64_t key);
    /// Removes what goes first. Precondition: the group is not empty.
    void evict(std::uint32_t group);
    void clearGroup(std::uint32_t group);

    std::uint64_t size(std::uint32_t group) const { return groups_[group].items.size(); }
    std::uint64_t bytes(std::uint32_t group) const { return groups_[group].bytes; }
    bool covers(std::uint32_t group) const { return group < groups_.size(); }
    void cover(std::uint32_t group) {
        if (group >= groups_.size()) groups_.resize(std::size_t{group} + 1);
    }

private:
    struct Item {
        std::uint64_t key;
        SimTime expiry;
        std::int64_t rank;   ///< the lowest goes first …
        std::uint64_t turn;  ///< … and of equal ones the earliest
        std::uint32_t bytes;
        std::uint32_t place;  ///< in its group
    };
    struct Group {
        std::vector<std::uint32_t> items;
        std::uint64_t bytes = 0;
    };
    bool goesBefore(std::uint32_t a, std::uint32_t b) const;
    void put(Group& group, std::size_t place, std::uint32_t item);
    void moveUp(Group& group, std::size_t place);
    void moveDown(Group& group, std::size_t place);
    void remove(Group& group, std::size_t place);
    bool isOrdered() const { return eviction_ != model::Eviction::random; }

    model::Eviction eviction_;
    RandomStream* random_;
    std::vector<Group> groups_;
    std::vector<Item> items_;
    std::vector<std::uint32_t> free_;
    KeyTable table_;  ///< key, joined with its group → item
    std::uint64_t turn_ = 0;
};

}  // namespace headroom::sim
