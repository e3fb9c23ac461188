// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/network.h"
#include "sim/result.h"

namespace headroom::sim {

/// The solved network's figures under the names of the format's reference. Without intervals, as
/// nothing here is chance; `replications` is 0.
RunResult figuresOf(const Network& network, bool quantiles = true);

}  // namespace headroom::sim
