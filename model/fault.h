// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What goes wrong on a timetable.
namespace headroom::model {

/// One fault, from `at` for `lasting`; without `lasting` to the end of the run.
///
/// kill: instances of a component die at once, what they hold fails. With `lasting` they stay away
///   so long and then start (`start_up`); without, they start at once, as an orchestrator replaces
///   them. Of a station or database: its servers.
/// lose: every component (instance, replica) in a zone or region is killed and reached by nobody.
/// slow: `work`, `delay` and latency of a component take `factor` times as long.
/// fail: a share of the requests that arrive at a component fail at once.
/// flush: a cache forgets everything (no `lasting`).
/// cut: requests between two components, or two zones, are lost: the caller waits for its timeout,
///   or fails at once where it has none.
struct Fault {
    enum class Kind : std::uint8_t { kill, lose, slow, fail, flush, cut };
    Kind kind = Kind::kill;
    Duration at{};
    std::optional<Duration> lasting;
    std::string target;     ///< component; zone or region for lose; one end for cut
    std::string operation;  ///< slow and fail: of the target's; empty: all. kill: a part of it
    std::string other;      ///< cut: the other end
    std::optional<std::int64_t> count;  ///< kill: instances; absent with `share` absent: all
    std::optional<double>
        share;          ///< kill: of the instances there are then, rounded up; fail: of requests
    double factor = 1;  ///< slow: above 0, below 1 is faster
    std::string text;   ///< for reports: `kill 1 instance of api`
};

/// A variant that takes over in steps: from each step's time on, that share of the traffic is
/// served as the variant says. What variant and base state alike exists once and is shared; what
/// they state differently exists twice, each as its own statement says, and a request meets the one
/// of its side. Closed users and their caches stay on a side as long as the shares allow (the
/// a `share` of users, chosen by a hash of their number, are on the new one); arrivals draw.
struct RollOut {
    struct Stage {
        Duration at{};
        double share = 0;  ///< 0 … 1
    };
    std::string variant;
    std::vector<Stage>
        stages;  ///< ascending in time, at least one; before the first the share is 0
    double shareAt(Duration time) const;
};

}  // namespace headroom::model
