// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/event.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

namespace headroom::sim {

/// The events that are next, the very next one at the end. There is always room for a few, so that
/// inserting one is no more than moving up those before it; only push_back() may have to make room.
class EventStack {
public:
    /// There is always room for so many.
    explicit EventStack(std::size_t room) : events_(room) {}

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    PendingEvent* begin() { return events_.data(); }
    PendingEvent* end() { return events_.data() + size_; }
    const PendingEvent* end() const { return events_.data() + size_; }
    const PendingEvent& operator[](std::size_t i) const { return events_[i]; }
    const PendingEvent& back() const { return events_[size_ - 1]; }
    PendingEvent pop() { return events_[--size_]; }
    /// Before those of its time and earlier. Precondition: the events are in descending order, and
    /// fewer than there is always room for.
    void insert(PendingEvent event) {
        assert(size_ < events_.size());
        PendingEvent* place = end();
        ++size_;
        for (; place != events_.data() && place[-1].time <= event.time; --place)
            place[0] = place[-1];
        *place = event;
    }
    void push_back(PendingEvent event) {
        if (size_ == events_.size()) events_.resize(2 * size_);
        events_[size_++] = event;
    }
    void dropBefore(const PendingEvent* kept) {
        size_ = static_cast<std::size_t>(
            std::copy(kept, static_cast<const PendingEvent*>(end()), begin()) - begin());
    }
    void clear() { size_ = 0; }

private:
    std::vector<PendingEvent> events_;
    std::size_t size_ = 0;
};

}  // namespace headroom::sim
