// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/event.h"

#include <cstddef>
#include <vector>

namespace headroom::sim {

/// A 4-ary heap of events, the first in order on top: half as deep as a binary one, and the four
/// children lie in one cache line (LaMarca & Ladner 1996).
class EventHeap {
public:
    bool empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }
    const PendingEvent& top() const { return events_.front(); }

    void push(PendingEvent event) {
        std::size_t hole = events_.size();
        events_.push_back(event);
        while (hole > 0 && isBefore(event, events_[(hole - 1) / 4])) {
            events_[hole] = events_[(hole - 1) / 4];
            hole = (hole - 1) / 4;
        }
        events_[hole] = event;
    }
    PendingEvent pop() {
        const PendingEvent first = events_.front();
        const PendingEvent last = events_.back();
        events_.pop_back();
        if (!events_.empty()) putOnTop(last);
        return first;
    }
    /// Hands all events to `sink`, in no particular order.
    template <typename Sink>
    void drain(Sink&& sink) {
        for (const PendingEvent& event : events_) sink(event);
        events_.clear();
    }

private:
    /// Puts the event in where the top was, and lets it sink.
    void putOnTop(PendingEvent event) {
        const std::size_t size = events_.size();
        std::size_t hole = 0;
        for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
            const std::size_t least = child + 4 <= size ? leastOfFour(child) : leastOf(child, size);
            if (!isBefore(events_[least], event)) break;
            events_[hole] = events_[least];
            hole = least;
        }
        events_[hole] = event;
    }
    std::size_t leastOfFour(std::size_t i) const {
        const std::size_t a = i + static_cast<std::size_t>(isBefore(events_[i + 1], events_[i]));
        const std::size_t b =
            i + 2 + static_cast<std::size_t>(isBefore(events_[i + 3], events_[i + 2]));
        return isBefore(events_[b], events_[a]) ? b : a;
    }
    std::size_t leastOf(std::size_t i, std::size_t end) const {
        std::size_t least = i;
        while (++i < end)
            if (isBefore(events_[i], events_[least])) least = i;
        return least;
    }

    std::vector<PendingEvent> events_;
};

}  // namespace headroom::sim
