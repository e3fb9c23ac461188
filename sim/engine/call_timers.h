// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"

#include <cassert>
#include <cstdint>
#include <vector>

namespace headroom::sim {

/// The calls from one site that may time out, oldest first. As they all have the same timeout they
/// lose patience in the order in which they began, so that one pending event is enough for all of
/// them. Most end in time: such a call only leaves a gap, which closes when the calls before it
/// have gone; no other visit's record is touched.
class CallTimers {
public:
    bool armed = false;  ///< an event for the oldest is under way

    /// Returns the call's place, to be given to remove().
    std::uint32_t add(VisitPool& visits, VisitId id) {
        if (calls_.size() - first_ > 4 * (live_ + 256)) compact(visits);
        calls_.push_back(id);
        ++live_;
        return base_ + static_cast<std::uint32_t>(calls_.size() - 1);
    }
    void remove(std::uint32_t place) {
        calls_[place - base_] = kNone;
        --live_;
    }
    /// The oldest call that is still under way; kNone if there is none.
    VisitId oldest() {
        if (live_ == 0) {
            base_ += static_cast<std::uint32_t>(calls_.size());
            calls_.clear();
            first_ = 0;
            return kNone;
        }
        while (calls_[first_] == kNone) ++first_;
        return calls_[first_];
    }

private:
    void compact(VisitPool& visits) {
        std::size_t kept = 0;
        for (std::size_t i = first_; i < calls_.size(); ++i) {
            if (calls_[i] == kNone) continue;
            visits[calls_[i]].timer = static_cast<std::uint32_t>(kept);
            calls_[kept++] = calls_[i];
        }
        calls_.resize(kept);
        base_ = 0;
        first_ = 0;
    }

    std::vector<VisitId> calls_;  ///< kNone: ended in time
    std::size_t first_ = 0;       ///< all before are gaps
    std::size_t live_ = 0;
    std::uint32_t base_ = 0;  ///< place of calls_[0]
};

}  // namespace headroom::sim
