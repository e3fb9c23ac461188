// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/big_vector.h"
#include "sim/kernel/prefetch.h"

#include <cstdint>
#include <vector>

/// A hash table from 64-bit keys to 32-bit values: open addressing with linear probing and
/// backward-shift deletion, so that a table that neither grows nor shrinks allocates nothing and
/// keeps no tombstones.
namespace headroom::sim {

class KeyTable {
public:
    static constexpr std::uint32_t kAbsent = UINT32_MAX;

    KeyTable() : slots_(16) {}
    std::uint32_t find(std::uint64_t key) const {
        for (std::size_t i = home(key);; i = next(i)) {
            if (slots_[i].value == kAbsent || slots_[i].key == key) return slots_[i].value;
        }
    }
    /// Begins to fetch the place of a key into the processor's caches.
    void prefetch(std::uint64_t key) const { sim::prefetch(&slots_[home(key)]); }
    /// Precondition: the key is not there; value is not kAbsent.
    void insert(std::uint64_t key, std::uint32_t value);
    /// Precondition: the key is there.
    void assign(std::uint64_t key, std::uint32_t value);
    /// Precondition: the key is there.
    void erase(std::uint64_t key);
    std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = kAbsent;
    };
    std::size_t home(std::uint64_t key) const {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 20) &
               (slots_.size() - 1);  // Fibonacci hashing
    }
    std::size_t next(std::size_t i) const { return (i + 1) & (slots_.size() - 1); }
    std::size_t slotOf(std::uint64_t key) const;
    void grow();

    BigVector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace headroom::sim
