// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace headroom::sim {

/// Simulated time in whole nanoseconds since the start of the run. Integers make ties exact and
/// sums free of rounding, so that results do not depend on the order of additions.
using SimTime = std::int64_t;

constexpr SimTime kNever = std::numeric_limits<SimTime>::max();
constexpr double kNanosecondsPerSecond = 1e9;

constexpr double seconds(SimTime t) { return static_cast<double>(t) * 1e-9; }

}  // namespace headroom::sim
