// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "sim/kernel/sim_time.h"

/// The calendar of pending events: a bucketed calendar in the manner of a hierarchical timing wheel
/// (Varghese & Lauck 1987; Brown's calendar queue 1988).
///
/// Time is cut into buckets of 2^widthLog2 ns. A bucket is a flat array, filled unordered and sorted when its time
/// comes; what falls into the current bucket goes to a small 4-ary heap; what lies beyond the horizon of the fine
/// wheel waits in a coarse one and is dealt out when its turn comes. Events of equal time leave in the order of
/// their insertion. push and pop cost O(1) amortised and allocate nothing in the steady state. Events cannot be
/// withdrawn: whoever pushes one makes sure that its payload still means something when it comes.
namespace headroom::sim {

class EventQueue {
public:
    struct Event {
        SimTime time;
        std::uint32_t sequence;
        std::uint32_t payload;
    };

    /// 2^20 ns (about 1 ms) suits hundreds of thousands of events per simulated second; any width is correct.
    explicit EventQueue(int widthLog2 = 20);

    /// Precondition: time is not before the last popped event.
    void push(SimTime time, std::uint32_t payload);
    bool empty() const;
    std::size_t size() const;
    /// The time of the next event; kNever if empty.
    SimTime nextTime();
    /// Removes and returns the next event. Precondition: not empty.
    Event pop();
};

}  // namespace headroom::sim
