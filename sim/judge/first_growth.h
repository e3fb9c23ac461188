// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/measure/replication_result.h"
#include "sim/result.h"

#include <optional>
#include <span>

namespace headroom::sim {

/// Whose waiting line begins to grow first: of all lines that reach ten visits or more, in the mean
/// of the replications, the one that was last at a tenth of its peak, or under it, the earliest
/// before it peaked. Of lines that began in the same interval, the longest.
std::optional<FirstGrowth> findFirstGrowth(std::span<const ReplicationResult> replications);

}  // namespace headroom::sim
