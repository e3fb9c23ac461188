// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <cstdint>

namespace headroom::test {

/// Adds to a random scenario what changes it while it runs: faults of every kind, which are over
/// after fifteen seconds, an autoscaler of some kind for nearly every service, with start-up times
/// and short draining, rate limits, pauses, bounds of memory, and zones with a network between
/// them. The same number gives the same.
void disturb(model::Scenario& scenario, std::uint64_t number);

}  // namespace headroom::test
