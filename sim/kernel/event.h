// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <cstdint>

namespace headroom::sim {

/// Something that happens at a time. What it is, the owner of the queue knows from the payload.
struct Event {
    SimTime time;
    std::uint32_t sequence;  ///< order of insertion among events of equal time
    std::uint32_t payload;
};

/// An event as the calendar keeps it, and hands it from place to place by value: in two registers
/// and two whole words of memory, because a load wider than the stores before it makes the
/// processor wait for these.
struct PendingEvent {
    SimTime time;
    std::uint64_t rank;  ///< sequence · 2^32 + payload

    std::uint32_t sequence() const { return static_cast<std::uint32_t>(rank >> 32); }
    std::uint32_t payload() const { return static_cast<std::uint32_t>(rank); }
};
static_assert(sizeof(PendingEvent) == 16);

/// Without branches: which of two pending events is first cannot be predicted.
inline bool isBefore(const PendingEvent& a, const PendingEvent& b) {
    return static_cast<int>(a.time < b.time) |
           (static_cast<int>(a.time == b.time) & static_cast<int>(a.rank < b.rank));
}

}  // namespace headroom::sim
