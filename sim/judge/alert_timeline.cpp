// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/alert_timeline.h"

namespace headroom::sim {

AlertState AlertTimeline::evaluate(SimTime now, bool condition) {
    if (condition) {
        falseSince_ = -1;
        if (state_ == AlertState::inactive) {
            state_ = AlertState::pending;
            activeSince_ = now;
        }
        if (now - activeSince_ >= hold_) state_ = AlertState::firing;
        return state_;
    }
    if (state_ == AlertState::firing) {
        if (falseSince_ < 0) falseSince_ = now;
        if (now - falseSince_ < keepFiring_) return state_;
    }
    falseSince_ = -1;
    return state_ = AlertState::inactive;
}

std::vector<FiringSpan> firingSpans(const std::vector<bool>& condition, SimTime step, SimTime hold,
                                    SimTime keepFiring) {
    AlertTimeline timeline(hold, keepFiring);
    std::vector<FiringSpan> spans;
    bool wasFiring = false;
    SimTime now = 0;
    for (const bool holds : condition) {
        now += step;
        const bool fires = timeline.evaluate(now, holds) == AlertState::firing;
        if (fires && !wasFiring) spans.push_back({now, now});
        if (wasFiring) spans.back().to = now;
        wasFiring = fires;
    }
    return spans;
}

}  // namespace headroom::sim
