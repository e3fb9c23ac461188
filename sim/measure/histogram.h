// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "sim/kernel/sim_time.h"

/// A histogram of non-negative times with a bounded relative error: values below 64 ns are exact, above that each
/// power of two is cut into 64 equal bins (the layout of HdrHistogram), so that a bin's middle is within 0.8 % of
/// every value in it. Merging adds counts and loses nothing.
namespace headroom::sim {

class Histogram {
public:
    void record(SimTime value) { recordMany(value, 1); }
    void recordMany(SimTime value, std::uint64_t times);
    void merge(const Histogram& other);
    void clear();

    std::uint64_t count() const;
    bool empty() const { return count() == 0; }
    /// The value with the share q of all values at or below it, as the middle of its bin; q in 0 … 1. The largest
    /// recorded value is exact. Precondition: not empty.
    double quantile(double q) const;  ///< seconds
    SimTime max() const;
};

}  // namespace headroom::sim
