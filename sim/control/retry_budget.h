// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "sim/control/sliced_window.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>

namespace headroom::sim {

/// Keeps retries to a share of the requests (Finagle's RetryBudget, also Linkerd's): each first
/// attempt adds `share` of a token, each retry takes one, and what was added or taken is forgotten
/// after `over`; on top `atLeast` retries a second, reckoned over the same time, are free.
class RetryBudget {
public:
    explicit RetryBudget(const model::RetryBudget& spec);

    void onFirstAttempt(SimTime now);
    /// Takes a token; false: no retry now.
    bool allowRetry(SimTime now);

private:
    static constexpr std::int64_t kToken = 1'000'000;

    std::int64_t deposit_, reserve_;
    SlicedWindow<std::int64_t> balance_;
};

/// The same end by what is under way (Envoy, config.cluster.v3.CircuitBreakers.RetryBudget):
/// retries under way are at most `share` of the requests active and pending, truncated, and never
/// bound below `least`.
struct ActiveRetryBudget {
    double share = 0.2;
    std::int64_t least = 3;
    bool allows(std::int64_t activeAndPending, std::int64_t retries) const;
};

}  // namespace headroom::sim
