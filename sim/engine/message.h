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
    std::uint32_t items = 1;  ///< that it is about
    // In a queue:
    std::uint32_t partition = 0;
    std::uint32_t reader = 0;  ///< consumers that have taken it
    std::uint32_t batch = 1;   ///< of the first message of a batch: how many messages
    VisitId follower = kNone;  ///< the first of those that are on their way with it
};

/// The messages of visits, by the visit's number; grown with the pool of visits.
class Messages {
public:
    Message& operator[](VisitId id) {
        if (id >= messages_.size()) messages_.resize(std::size_t{id} + 1 + messages_.size() / 2);
        return messages_[id];
    }
    const Message& operator[](VisitId id) const { return messages_[id]; }
    void copy(VisitId from, VisitId to) {
        const Message message = (*this)[from];
        (*this)[to] = message;
    }

private:
    std::vector<Message> messages_;
};

}  // namespace headroom::sim
