// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"

#include <cstddef>
#include <vector>

namespace headroom::sim {

/// The visits that can go on at this instant; the last one to come goes first. Every step of every
/// visit passes here: pushing is a store and a comparison, and only growing is a call.
class ReadyStack {
public:
    bool empty() const { return size_ == 0; }
    [[gnu::always_inline]] void push_back(VisitId id) {
        if (size_ == room_) [[unlikely]]
            grow();
        visits_[size_++] = id;
    }
    /// Precondition: not empty.
    VisitId pop() { return visits_[--size_]; }

private:
    [[gnu::noinline]] void grow() { visits_.resize(room_ *= 2); }

    std::size_t size_ = 0, room_ = 1024;
    std::vector<VisitId> visits_ = std::vector<VisitId>(room_);
};

}  // namespace headroom::sim
