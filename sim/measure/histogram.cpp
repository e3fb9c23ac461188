// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/histogram.h"

#include <cmath>
#include <utility>

namespace headroom::sim {

double Histogram::middleOf(std::size_t bin) {
    const std::size_t octave = bin >> kBinsLog2;
    if (octave < 2) return static_cast<double>(bin);
    const int shift = static_cast<int>(octave) - 1;
    const std::size_t mantissa = bin - (static_cast<std::size_t>(shift) << kBinsLog2);
    return std::ldexp(static_cast<double>(mantissa) + 0.5, shift) - 0.5;
}

void Histogram::growTo(std::size_t bin) {
    const std::size_t octaveStart = bin & ~(kBinsPerOctave - 1);
    cover(octaveStart, octaveStart + kBinsPerOctave);
}

void Histogram::cover(std::size_t first, std::size_t end) {
    if (bins_.empty()) {
        firstBin_ = first;
        bins_.resize(end - first);
        return;
    }
    if (first < firstBin_) {
        bins_.insert(bins_.begin(), firstBin_ - first, 0);
        firstBin_ = first;
    }
    if (end > firstBin_ + bins_.size()) bins_.resize(end - firstBin_);
}

void Histogram::merge(const Histogram& other) {
    if (other.empty()) return;
    cover(other.firstBin_, other.firstBin_ + other.bins_.size());
    const std::size_t offset = other.firstBin_ - firstBin_;
    for (std::size_t i = 0; i < other.bins_.size(); ++i) bins_[offset + i] += other.bins_[i];
    count_ += other.count_;
    max_ = std::max(max_, other.max_);
}

void Histogram::take(IntervalHistogram& interval) {
    if (interval.size_ == 0) return;
    cover(interval.firstBin_, interval.firstBin_ + interval.size_);
    std::uint64_t* const into = bins_.data() + (interval.firstBin_ - firstBin_);
    for (std::uint32_t i = 0; i < interval.size_; ++i) {
        into[i] += interval.bins_[i];
        count_ += std::exchange(interval.bins_[i], 0);
    }
    max_ = std::max(max_, std::exchange(interval.max_, 0));
}

// Room is made for the whole powers of two from the least to the greatest value so far.
void IntervalHistogram::recordOutside(SimTime value, std::size_t bin, Histogram& overflow) {
    const auto octave = static_cast<std::uint32_t>(bin & ~(Histogram::kBinsPerOctave - 1));
    const std::uint32_t first = size_ == 0 ? octave : std::min(firstBin_, octave);
    const std::uint32_t end =
        std::max(firstBin_ + size_, octave + static_cast<std::uint32_t>(Histogram::kBinsPerOctave));
    auto bins = std::make_unique<std::uint32_t[]>(end - first);
    std::copy_n(bins_.get(), size_, bins.get() + (size_ == 0 ? 0 : firstBin_ - first));
    bins_ = std::move(bins);
    firstBin_ = first;
    size_ = end - first;
    record(value, bin, overflow);
}

void Histogram::clear() {
    if (empty()) return;
    std::fill(bins_.begin(), bins_.end(), 0);
    count_ = 0;
    max_ = 0;
}

double Histogram::quantile(double q) const {
    assert(!empty() && q >= 0 && q <= 1);
    // The tolerance keeps products like 0.07 · 100, which round upwards, from moving on to the next
    // value.
    const double rank = std::ceil(q * static_cast<double>(count_) * (1 - 1e-14));
    const auto wanted = std::max(static_cast<std::uint64_t>(rank), std::uint64_t{1});
    if (wanted >= count_) return seconds(max_);
    std::size_t i = 0;
    for (std::uint64_t below = bins_[0]; below < wanted; below += bins_[i]) ++i;
    return std::min(middleOf(firstBin_ + i), static_cast<double>(max_)) / kNanosecondsPerSecond;
}

}  // namespace headroom::sim
