// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

/// A histogram of non-negative times with a bounded relative error: values below 64 ns are exact,
/// above that each power of two is cut into 64 equal bins (the layout of HdrHistogram), so that a
/// bin's middle is within 0.8 % of every value in it. Merging adds counts and loses nothing.
///
/// Storage covers the powers of two that were ever touched, 512 bytes each; clear() keeps it, so
/// that recording allocates nothing once the range is known.
namespace headroom::sim {

class IntervalHistogram;

class Histogram {
public:
    [[gnu::always_inline]] void record(SimTime value) {
        const std::size_t place = binOf(value) - firstBin_;
        if (place >= bins_.size()) [[unlikely]]
            return recordMany(value, 1);
        ++bins_[place];
        ++count_;
        max_ = std::max(max_, value);
    }
    [[gnu::noinline]] void recordMany(SimTime value, std::uint64_t times) {
        const std::size_t bin = binOf(value);
        // An index below the first one wraps around and is out of range as well.
        if (bin - firstBin_ >= bins_.size()) growTo(bin);
        bins_[bin - firstBin_] += times;
        count_ += times;
        max_ = std::max(max_, value);
    }
    void merge(const Histogram& other);
    /// Takes over what was recorded there, which is then empty.
    void take(IntervalHistogram& interval);
    void clear();

    std::uint64_t count() const { return count_; }
    bool empty() const { return count() == 0; }
    /// The value with the share q of all values at or below it, as the middle of its bin; q in 0
    /// … 1. The largest recorded value is exact. Precondition: not empty.
    double quantile(double q) const;  ///< seconds
    /// 0 if empty.
    SimTime max() const { return max_; }

    static constexpr int kBinsLog2 = 6;
    static constexpr std::size_t kBinsPerOctave = std::size_t{1} << kBinsLog2;
    /// Bins 0 … 127 are one nanosecond wide; each 64 after them are twice as wide as the 64 before.
    static std::size_t binOf(SimTime value) {
        assert(value >= 0);
        const auto v = static_cast<std::uint64_t>(value);
        const int shift = 63 - kBinsLog2 - std::countl_zero(v | kBinsPerOctave);
        return (static_cast<std::size_t>(shift) << kBinsLog2) + (v >> shift);
    }

private:
    static double middleOf(std::size_t bin);
    void growTo(std::size_t bin);
    void cover(std::size_t first, std::size_t end);

    std::vector<std::uint64_t> bins_;
    std::size_t firstBin_ = 0;
    std::uint64_t count_ = 0;
    SimTime max_ = 0;
};

/// The times of one sample interval, until a Histogram takes them over: the same bins, but of 32
/// bits and behind a head of 24 bytes, as a simulated request records into a dozen of these and the
/// processor's first cache is small.
class IntervalHistogram {
public:
    /// `bin`: of the value; whoever records it in several places finds it once. What a bin cannot
    /// hold goes to `overflow`.
    [[gnu::always_inline]] void record(SimTime value, std::size_t bin, Histogram& overflow) {
        const std::uint32_t place = static_cast<std::uint32_t>(bin) - firstBin_;
        if (place >= size_) [[unlikely]]
            return recordOutside(value, bin, overflow);
        if (++bins_[place] == 0) [[unlikely]]
            overflow.recordMany(value, std::uint64_t{1} << 32);
        if (value > max_) [[unlikely]]
            max_ = value;
    }

private:
    friend class Histogram;
    [[gnu::noinline]] void recordOutside(SimTime value, std::size_t bin, Histogram& overflow);

    std::unique_ptr<std::uint32_t[]> bins_;
    std::uint32_t firstBin_ = 0, size_ = 0;
    SimTime max_ = 0;
};

}  // namespace headroom::sim
