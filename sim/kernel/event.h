// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "sim/kernel/sim_time.h"

namespace headroom::sim {

/// Something that happens at a time. What it is, the owner of the queue knows from the payload.
struct Event {
    SimTime time;
    std::uint32_t sequence;  ///< order of insertion among events of equal time
    std::uint32_t payload;
};
static_assert(sizeof(Event) == 16);

inline bool isBefore(const Event& a, const Event& b) {
    // Without branches: which of two pending events is first cannot be predicted.
    return static_cast<int>(a.time < b.time) |
           (static_cast<int>(a.time == b.time) & static_cast<int>(a.sequence < b.sequence));
}

}  // namespace headroom::sim
