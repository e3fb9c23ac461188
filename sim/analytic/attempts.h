// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/step.h"
#include "sim/analytic/course.h"

#include <optional>

/// A call with the caller's patience: timeouts and retries.
namespace headroom::sim {

struct Patience {
    std::optional<model::Duration> timeout;  ///< of one attempt
    model::Retry retry;
};

/// The call of `node`, whose visits go as `callee` says, as the caller lives through it. Attempts
/// are independent; each takes min(response, timeout), and after n failures the caller waits
/// min(cap, backoff · 2ⁿ), half of that on average with full jitter. `calls` counts attempts.
Course callWith(const Patience& patience, int node, const VisitLaw& callee);

}  // namespace headroom::sim
