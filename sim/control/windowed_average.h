// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <vector>

namespace headroom::sim {

/// The mean of the newest buckets of a metric recorded bucket by bucket, as Knative's autoscaler
/// keeps it (knative/serving pkg/autoscaler/aggregation/bucketing.go): a bucket to which nothing
/// was added counts as 0, and while the record is younger than the window only the buckets since
/// its beginning count. Rounded to six digits after the point. Memory is that of the longest
/// window; recording and asking allocate nothing.
class WindowedAverage {
public:
    WindowedAverage(SimTime longestWindow, SimTime bucket);

    /// Adds to the bucket of `now`. Times only go forward.
    void record(SimTime now, double value);
    /// Over the window of whole buckets that ends with that of `now`; 0 if it holds no record.
    /// Precondition: window is not longer than the longest.
    double average(SimTime now, SimTime window) const;

private:
    SimTime bucketOf(SimTime t) const { return t / bucket_; }
    std::size_t slotOf(SimTime bucket) const {
        return static_cast<std::size_t>(bucket) % values_.size();
    }

    SimTime bucket_;
    std::vector<double> values_;
    SimTime first_ = kNever;  ///< bucket of the first record
    SimTime last_ = -1;       ///< bucket of the newest
};

/// The largest value recorded in a window that ends now, bucket by bucket
/// (knative/serving pkg/autoscaler/aggregation/max/window.go).
class WindowedMaximum {
public:
    WindowedMaximum(SimTime window, SimTime bucket);
    void record(SimTime now, int value);
    int maximum() const;

private:
    struct Entry {
        SimTime bucket = -1;
        int value = 0;
    };
    SimTime bucket_;
    std::vector<Entry> entries_;  ///< by bucket, modulo their number
    SimTime last_ = -1;
};

}  // namespace headroom::sim
