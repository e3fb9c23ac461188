// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"

#include <vector>

namespace headroom::sim {

/// What a visit carries as a message, in programs that have any (Program::carriesMessages).
struct Message {
    SimTime sent = 0;         ///< by its caller or sender
    SimTime origin = kNever;  ///< of the first `send` that led to it; kNever: there was none
    SimTime kept = 0;         ///< in a queue: since when it waits; or is on its way to the receiver
    // In a queue:
    std::uint32_t partition = 0;
    std::uint32_t reader = 0;  ///< consumers that have taken it
    std::uint32_t batch = 1;   ///< of the first message of a batch: how many messages
    VisitId follower = kNone;  ///< the first of those that are on their way with it
};

/// What some programs know of their visits, by the visit's number; grown with the pool of visits.
template <typename Value>
class ByVisit {
public:
    [[gnu::always_inline]] Value& operator[](VisitId id) {
        if (id >= values_.size()) [[unlikely]]
            growTo(id);
        return values_[id];
    }
    const Value& operator[](VisitId id) const { return values_[id]; }
    /// Begins to fetch what is known of a visit, and with it of its neighbours.
    void prefetch(VisitId id) const { sim::prefetch(values_.data() + id); }
    void copy(VisitId from, VisitId to) {
        const Value value = (*this)[from];
        (*this)[to] = value;
    }

private:
    [[gnu::noinline]] void growTo(VisitId id) {
        values_.resize(std::size_t{id} + 1 + values_.size() / 2);
    }

    BigVector<Value> values_;
};

}  // namespace headroom::sim
