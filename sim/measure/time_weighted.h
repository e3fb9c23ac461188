// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <cstdint>

namespace headroom::sim {

/// The integral over time of a whole-numbered level that moves in steps. A step costs two
/// additions: with area(T) = level(T)·T − Σ step·time, products are only formed when the area is
/// asked for. Arithmetic wraps, which cancels in differences: areas between two readings are right
/// as long as they fit 63 bits (292 years · level 1).
class TimeWeighted {
public:
    void add(SimTime now, std::int64_t step) {
        level_ += step;
        stepTimes_ += static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(now);
    }
    std::int64_t level() const { return level_; }
    /// Level · nanoseconds from 0 to `now`, modulo 2^64.
    std::uint64_t areaUpTo(SimTime now) const {
        return static_cast<std::uint64_t>(level_) * static_cast<std::uint64_t>(now) - stepTimes_;
    }

private:
    std::int64_t level_ = 0;
    std::uint64_t stepTimes_ = 0;
};

/// The same for levels so large that their area does not fit: bytes of many instances.
class TimeWeightedBytes {
public:
    void add(SimTime now, std::int64_t step) {
        area_ = areaUpTo(now);
        since_ = now;
        level_ += step;
    }
    std::int64_t level() const { return level_; }
    /// Bytes · seconds from 0 to `now`.
    double areaUpTo(SimTime now) const {
        return area_ + static_cast<double>(level_) * seconds(now - since_);
    }

private:
    std::int64_t level_ = 0;
    SimTime since_ = 0;
    double area_ = 0;
};

}  // namespace headroom::sim
