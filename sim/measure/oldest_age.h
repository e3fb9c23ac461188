// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

namespace headroom::sim {

/// The integral over time of the age of what has waited longest; 0 while nothing waits.
class OldestAge {
public:
    /// From `now` on the oldest is what came at `since`; kNever: nothing waits.
    void set(SimTime now, SimTime since) {
        if (since == since_) return;
        area_ = areaUpTo(now);
        updated_ = now;
        since_ = since;
    }
    /// Age · time from 0 to `now`, in seconds · seconds.
    double areaUpTo(SimTime now) const {
        if (since_ == kNever) return area_;
        const double ages = seconds(now - since_) + seconds(updated_ - since_);
        return area_ + ages / 2 * seconds(now - updated_);
    }

private:
    SimTime since_ = kNever;
    SimTime updated_ = 0;
    double area_ = 0;
};

}  // namespace headroom::sim
