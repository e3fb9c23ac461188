// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/event_chunks.h"
#include "sim/kernel/prefetch.h"

#include <bit>
#include <cassert>
#include <cstdint>
#include <vector>

namespace headroom::sim {

/// A ring of 2^n buckets, numbered on and on: it holds any window of so many consecutive numbers. A
/// bitmap in two levels finds the next bucket that is not empty.
class EventWheel {
public:
    explicit EventWheel(int bucketsLog2)
        : buckets_(std::size_t{1} << bucketsLog2, EventChunks::kEmpty),
          occupied_((buckets_.size() + 63) / 64),
          occupiedWords_((occupied_.size() + 63) / 64) {}

    std::uint64_t size() const { return buckets_.size(); }
    bool empty() const { return events_ == 0; }

    void insert(EventChunks& chunks, std::uint64_t number, PendingEvent event) {
        const std::size_t i = indexOf(number);
        chunks.append(buckets_[i], event);
        occupied_[i / 64] |= bit(i);
        occupiedWords_[i / 4096] |= bit(i / 64);
        ++events_;
    }
    /// Begins to fetch what insert() will touch: first the bucket, then its last event.
    void prefetchBucket(std::uint64_t number) const { sim::prefetch(&buckets_[indexOf(number)]); }
    void prefetchPlace(EventChunks& chunks, std::uint64_t number) const {
        chunks.prefetchEnd(buckets_[indexOf(number)]);
    }
    /// Hands the events of a bucket to `sink` and empties it.
    template <typename Sink>
    void drain(EventChunks& chunks, std::uint64_t number, Sink&& sink) {
        const std::size_t i = indexOf(number);
        chunks.drain(buckets_[i], [&](PendingEvent event) {
            --events_;
            sink(event);
        });
        occupied_[i / 64] &= ~bit(i);
        if (occupied_[i / 64] == 0) occupiedWords_[i / 4096] &= ~bit(i / 64);
    }
    /// The number of the first bucket at or after `from` that is not empty. Precondition: the wheel
    /// is not empty and its window begins at `from` or before.
    std::uint64_t firstOccupied(std::uint64_t from) const {
        assert(!empty());
        const std::size_t start = indexOf(from);
        return from + ((nextOccupied(start) - start) & (size() - 1));
    }
    template <typename Sink>
    void drainAll(EventChunks& chunks, Sink&& sink) {
        for (std::uint64_t number = 0; !empty();) {
            number = firstOccupied(number);
            drain(chunks, number, sink);
        }
    }

private:
    static std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << (i % 64); }
    /// The bits at i and above.
    static std::uint64_t from(std::size_t i) { return ~std::uint64_t{0} << (i % 64); }
    std::size_t indexOf(std::uint64_t number) const { return number & (size() - 1); }

    std::size_t nextOccupied(std::size_t start) const {
        const std::uint64_t here = occupied_[start / 64] & from(start);
        if (here != 0) return start / 64 * 64 + countZeros(here);
        const std::size_t word = nextOccupiedWord(start / 64 + 1);
        return word * 64 + countZeros(occupied_[word]);
    }
    std::size_t nextOccupiedWord(std::size_t start) const {
        std::size_t group = start / 64;
        std::uint64_t words =
            group < occupiedWords_.size() ? occupiedWords_[group] & from(start) : 0;
        while (words == 0) {
            group = group + 1 < occupiedWords_.size() ? group + 1 : 0;
            words = occupiedWords_[group];
        }
        return group * 64 + countZeros(words);
    }
    static std::size_t countZeros(std::uint64_t x) {
        return static_cast<std::size_t>(std::countr_zero(x));
    }

    std::vector<EventChunks::Bucket> buckets_;
    std::vector<std::uint64_t> occupied_;       ///< a bit for each bucket
    std::vector<std::uint64_t> occupiedWords_;  ///< a bit for each word of these
    std::uint64_t events_ = 0;
};

}  // namespace headroom::sim
