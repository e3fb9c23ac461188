// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/analytic/step_walk.h"
#include "sim/analytic/time_law.h"

/// The network between a client and what it asks for.
namespace headroom::sim {

/// One round trip, and the time that request and answer take at the bandwidths where both are
/// known. Sizes are those of the operation that answers in the end; an answer without a size has
/// that of its keys.
TimeLaw wayOver(const model::ClientNetwork& network, const model::Scenario& scenario,
                const Asked& asked);

}  // namespace headroom::sim
