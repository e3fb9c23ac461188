// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/windowed_average.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {
std::size_t bucketsIn(SimTime window, SimTime bucket) {
    return static_cast<std::size_t>(std::max<SimTime>(1, (window + bucket - 1) / bucket));
}
}  // namespace

WindowedAverage::WindowedAverage(SimTime longestWindow, SimTime bucket)
    : bucket_(bucket), values_(bucketsIn(longestWindow, bucket)) {}

void WindowedAverage::record(SimTime now, double value) {
    const SimTime bucket = bucketOf(now);
    if (first_ == kNever) {
        first_ = bucket;
        last_ = bucket - 1;
    }
    const auto size = static_cast<SimTime>(values_.size());
    for (SimTime b = std::max(last_ + 1, bucket - size + 1); b <= bucket; ++b)
        values_[slotOf(b)] = 0;
    last_ = std::max(last_, bucket);
    values_[slotOf(bucket)] += value;
}

double WindowedAverage::average(SimTime now, SimTime window) const {
    if (first_ == kNever) return 0;
    const SimTime newest = bucketOf(now);
    const auto buckets = static_cast<SimTime>(bucketsIn(window, bucket_));
    assert(buckets <= static_cast<SimTime>(values_.size()));
    const SimTime begin = std::max(first_, newest - buckets + 1);
    double sum = 0;
    for (SimTime b = begin; b <= std::min(last_, newest); ++b) sum += values_[slotOf(b)];
    return std::round(sum / static_cast<double>(newest - begin + 1) * 1e6) / 1e6;
}

WindowedMaximum::WindowedMaximum(SimTime window, SimTime bucket)
    : bucket_(bucket), entries_(bucketsIn(window, bucket)) {}

void WindowedMaximum::record(SimTime now, int value) {
    last_ = now / bucket_;
    Entry& entry = entries_[static_cast<std::size_t>(last_) % entries_.size()];
    entry = {last_, entry.bucket == last_ ? std::max(entry.value, value) : value};
}

int WindowedMaximum::maximum() const {
    int most = 0;
    for (const Entry& entry : entries_)
        if (entry.bucket > last_ - static_cast<SimTime>(entries_.size()))
            most = std::max(most, entry.value);
    return most;
}

}  // namespace headroom::sim
