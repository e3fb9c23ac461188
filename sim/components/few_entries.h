// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace headroom::sim {

/// What a cache holds while it holds little: up to four entries in one cache line, the most
/// recently used first. A phone seldom keeps more, and half a million phones are fetched from
/// memory one line each.
class alignas(64) FewEntries {
public:
    struct Entry {
        std::uint64_t key = kNothing;
        SimTime expiry = 0;
    };
    static constexpr std::size_t kMost = 4;

    std::size_t size() const { return find(kNothing); }
    /// The place of a key; kMost if it is not there.
    std::size_t find(std::uint64_t key) const {
        std::size_t i = 0;
        while (i < kMost && entries_[i].key != key) ++i;
        return i;
    }
    const Entry& operator[](std::size_t i) const { return entries_[i]; }
    void moveToFront(std::size_t i) {
        std::rotate(entries_.begin(), entries_.begin() + i, entries_.begin() + i + 1);
    }
    void erase(std::size_t i) {
        std::move(entries_.begin() + i + 1, entries_.end(), entries_.begin() + i);
        entries_.back() = {};
    }
    /// Precondition: there are fewer than kMost.
    void pushFront(Entry entry) {
        assert(size() < kMost);
        std::move_backward(entries_.begin(), entries_.end() - 1, entries_.end());
        entries_.front() = entry;
    }

    /// The entries have become too many and are kept in a list elsewhere.
    bool areElsewhere() const { return entries_.front().key == kElsewhere; }
    std::uint32_t list() const { return static_cast<std::uint32_t>(entries_.front().expiry); }
    void moveElsewhere(std::uint32_t list) { *this = FewEntries{{kElsewhere, list}}; }

    FewEntries() = default;

private:
    static constexpr std::uint64_t kNothing = ~std::uint64_t{0};
    static constexpr std::uint64_t kElsewhere = kNothing - 1;

    explicit FewEntries(Entry first) { entries_.front() = first; }

    std::array<Entry, kMost> entries_;
};
static_assert(sizeof(FewEntries) == 64);

}  // namespace headroom::sim
