// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <array>
#include <cstddef>

namespace headroom::sim {

/// Sums over the last `length` of time, which forget a tenth of it at a time. `Sum` needs += and a
/// zero as its default value. Times only go forward; nothing is allocated.
template <class Sum>
class SlicedWindow {
public:
    explicit SlicedWindow(SimTime length) : slice_(length / kSlices > 0 ? length / kSlices : 1) {}

    void add(SimTime now, const Sum& what) {
        moveTo(now);
        slices_[slotOf(newest_)] += what;
    }
    Sum total(SimTime now) {
        moveTo(now);
        Sum sum{};
        for (const Sum& slice : slices_) sum += slice;
        return sum;
    }
    void clear() { slices_ = {}; }

private:
    static constexpr SimTime kSlices = 10;
    static std::size_t slotOf(SimTime slice) { return static_cast<std::size_t>(slice % kSlices); }
    void moveTo(SimTime now) {
        const SimTime slice = now / slice_;
        if (slice - newest_ >= kSlices)
            clear();
        else
            for (SimTime s = newest_ + 1; s <= slice; ++s) slices_[slotOf(s)] = Sum{};
        newest_ = slice;
    }

    std::array<Sum, kSlices> slices_{};
    SimTime slice_;
    SimTime newest_ = 0;
};

}  // namespace headroom::sim
