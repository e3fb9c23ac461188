// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/big_vector.h"
#include "sim/kernel/event.h"
#include "sim/kernel/prefetch.h"

#include <array>
#include <cstdint>
#include <vector>

namespace headroom::sim {

/// Storage shared by all buckets of a calendar. A bucket is a chain of chunks of two cache lines
/// each: the first slot is the link to the chunk before, seven hold events. A bucket itself is
/// nothing but the index of its last slot in use, so that appending touches four bytes of the
/// bucket and one slot. Chunks given back are used again at once; memory follows the number of
/// pending events, not the fullest moment of each bucket.
class EventChunks {
public:
    using Bucket = std::uint32_t;
    static constexpr Bucket kEmpty =
        7;  ///< reads as full, so that appending asks one question only

    void append(Bucket& bucket, PendingEvent event) {
        if ((bucket & kLastSlot) == kLastSlot) bucket = linkChunk(bucket);
        slot(++bucket) = event;
    }
    /// Begins to fetch the slot that append() would take.
    void prefetchEnd(Bucket bucket) {
        sim::prefetch(&slot((bucket & kLastSlot) == kLastSlot ? free_ : bucket + 1));
    }
    /// Hands all events of the bucket to `sink`, in no particular order, and empties it.
    template <typename Sink>
    void drain(Bucket& bucket, Sink&& sink) {
        Bucket last = bucket;
        bucket = kEmpty;
        while (last != kEmpty) {
            const Bucket link = last & ~kLastSlot;
            const Bucket before = static_cast<Bucket>(slot(link).rank);
            for (; last != link; --last) {
                const PendingEvent event =
                    slot(last);  // a copy, as the sink may append to other buckets
                sink(event);
            }
            release(link);
            last = before;
        }
    }

private:
    static constexpr Bucket kSlots = 8;
    static constexpr Bucket kLastSlot = kSlots - 1;
    struct alignas(64) Chunk {
        std::array<PendingEvent, kSlots> slots;
    };

    PendingEvent& slot(Bucket index) { return chunks_[index / kSlots].slots[index % kSlots]; }
    Bucket linkChunk(Bucket before) {
        if (free_ == 0) addChunk();
        const Bucket link = free_;
        free_ = static_cast<Bucket>(slot(link).rank);
        slot(link).rank = before;
        return link;
    }
    void addChunk() {
        free_ = static_cast<Bucket>(chunks_.size()) * kSlots;
        chunks_.emplace_back().slots[0].rank = 0;
    }
    void release(Bucket link) {
        slot(link).rank = free_;
        free_ = link;
    }

    BigVector<Chunk> chunks_ =
        BigVector<Chunk>(1);  ///< the first is never used: its slots mean "none"
    Bucket free_ = 0;
};

}  // namespace headroom::sim
