// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/key_table.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <vector>

/// What caches hold. One store serves all the caches of a component: the shared one, or one for
/// each instance or user
/// (`group`), each with its own list in order of use and its own capacity.
///
/// Least recently used goes first (eviction); an entry older than the time to live is a miss and
/// goes when it is met.
namespace headroom::sim {

class CacheStore {
public:
    /// Capacity of each group in entries and in bytes; the smaller one counts. ttl: kNever for
    /// none.
    CacheStore(std::uint64_t maxEntries, std::uint64_t maxBytes, SimTime ttl)
        : maxEntries_(maxEntries), maxBytes_(maxBytes), ttl_(ttl) {}

    /// Whether the key is there and alive; if so it becomes the most recently used of its group.
    bool find(std::uint32_t group, std::uint64_t key, SimTime now);
    /// Puts the key in front, alive until now + ttl (or `expiry`), and evicts until the group fits.
    /// A key that alone exceeds the capacity is not kept.
    void insert(std::uint32_t group, std::uint64_t key, std::uint32_t bytes, SimTime now);
    void insertUntil(std::uint32_t group, std::uint64_t key, std::uint32_t bytes, SimTime expiry);
    void erase(std::uint32_t group, std::uint64_t key);
    void clearGroup(std::uint32_t group);
    std::size_t size() const { return table_.size(); }

    /// A key of a class, of a group, in one number: 28 bits of group, 6 of class, 30 of key.
    static std::uint64_t join(std::uint32_t group, std::uint64_t key) {
        return (static_cast<std::uint64_t>(group) << 36) | key;
    }
    static std::uint64_t classKey(std::uint8_t keyClass, std::uint32_t key) {
        return (static_cast<std::uint64_t>(keyClass) << 30) | key;
    }
    static constexpr std::uint32_t kMaxGroups = 1u << 28;
    static constexpr std::int64_t kMaxKeys = std::int64_t{1} << 30;
    static constexpr int kMaxClasses = 64;

private:
    struct Item {
        std::uint64_t key;
        SimTime expiry;
        std::uint32_t newer, older;
        std::uint32_t bytes;
    };
    struct Group {
        std::uint32_t newest = KeyTable::kAbsent, oldest = KeyTable::kAbsent;
        std::uint32_t entries = 0;
        std::uint64_t bytes = 0;
    };
    Group& group(std::uint32_t number);
    void link(Group& g, std::uint32_t item);
    void unlink(Group& g, std::uint32_t item);
    void remove(Group& g, std::uint32_t item);

    std::uint64_t maxEntries_, maxBytes_;
    SimTime ttl_;
    KeyTable table_;
    BigVector<Item> items_;
    std::uint32_t freeItem_ = KeyTable::kAbsent;
    BigVector<Group> groups_;
};

}  // namespace headroom::sim
