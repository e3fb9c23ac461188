// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/key_table.h"

#include <cassert>
#include <cstdint>
#include <vector>

namespace headroom::sim {

/// Users who come, act once and are gone. Each has a number of its own, and while there a place
/// that later ones get again, so that what is kept for those who are there does not grow with all
/// who ever came.
class Visitors {
public:
    /// Numbers from `first` to `last`, used again from the beginning when they run out; places from
    /// `first` on.
    Visitors(std::uint32_t first, std::uint32_t last)
        : first_(first), last_(last), latest_(first), nextPlace_(first) {}

    /// A number for one who needs no place.
    std::uint32_t pass() {
        latest_ = latest_ == last_ ? first_ : latest_ + 1;
        return latest_;
    }
    /// One who stays until leave().
    std::uint32_t come() {
        std::uint32_t number = pass();
        while (isHere(number)) number = pass();
        if (free_.empty()) free_.push_back(nextPlace_++);
        places_.insert(number, free_.back());
        free_.pop_back();
        return number;
    }
    /// Precondition: isHere(number).
    void leave(std::uint32_t number) {
        free_.push_back(places_.find(number));
        places_.erase(number);
    }
    bool isHere(std::uint32_t number) const { return placeOf(number) != KeyTable::kAbsent; }
    /// KeyTable::kAbsent: gone, though something that was begun may still go on.
    std::uint32_t placeOf(std::uint32_t number) const { return places_.find(number); }

private:
    std::uint32_t first_, last_, latest_, nextPlace_;
    KeyTable places_;
    std::vector<std::uint32_t> free_;
};

}  // namespace headroom::sim
