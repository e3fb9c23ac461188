// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace headroom::sim {

/// What happens rarely, to the system rather than to a request.
enum class ControlKind : std::uint8_t {
    instanceStarted,  ///< instance a
    drainOver,        ///< of instance a
    consumerStarted,    ///< of queue a
    autoscaler,       ///< a looks at its metrics
    faultBegins,      ///< fault a
    faultEnds,
    token,        ///< of bucket b of rate limit a
    pauseBegins,  ///< of clock a in its life b
    pauseEnds,
    outOfMemory,      ///< instance a
    functionScaling,  ///< function a looks at its load
    functionStarts,   ///< function a may start an instance again
};

struct ControlEvent {
    ControlKind kind;
    std::uint32_t a = 0, b = 0;
};

/// What the numbers of control events in the calendar stand for. Places are used again, so that
/// periodic events allocate nothing.
class ControlEvents {
public:
    std::uint32_t add(const ControlEvent& event) {
        if (free_.empty()) {
            events_.push_back(event);
            return static_cast<std::uint32_t>(events_.size() - 1);
        }
        const std::uint32_t place = free_.back();
        free_.pop_back();
        events_[place] = event;
        return place;
    }
    ControlEvent take(std::uint32_t place) {
        free_.push_back(place);
        return events_[place];
    }

private:
    std::vector<ControlEvent> events_;
    std::vector<std::uint32_t> free_;
};

}  // namespace headroom::sim
