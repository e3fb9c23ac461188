// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <vector>

/// When an alert fires: Prometheus' rules for `for` and `keep_firing_for` (rules/alerting.go of
/// v2.42.0, AlertingRule.Eval).
namespace headroom::sim {

enum class AlertState : std::uint8_t { inactive, pending, firing };

/// Where it stands after each evaluation. From inactive it becomes pending as soon as its condition
/// is true, and firing once it has been true for `hold`, at once if that is 0. A pending alert
/// whose condition turns false is inactive, and begins anew. A firing one goes on for `keepFiring`
/// after its condition turned false.
class AlertTimeline {
public:
    AlertTimeline(SimTime hold, SimTime keepFiring) : hold_(hold), keepFiring_(keepFiring) {}

    /// Times ascend from call to call.
    AlertState evaluate(SimTime now, bool condition);

private:
    SimTime hold_, keepFiring_;
    AlertState state_ = AlertState::inactive;
    SimTime activeSince_ = 0;  ///< pending or firing
    SimTime falseSince_ = -1;  ///< firing, and its condition false since then; −1: it is true
};

/// From the evaluation that made it fire to the one that resolved it.
struct FiringSpan {
    SimTime from = 0, to = 0;
    bool operator==(const FiringSpan&) const = default;
};

/// The spans in which an alert fires whose condition was looked at every `step`, for the first time
/// at `step`. One that still fires at the last evaluation ends there.
std::vector<FiringSpan> firingSpans(const std::vector<bool>& condition, SimTime step, SimTime hold,
                                    SimTime keepFiring);

}  // namespace headroom::sim
