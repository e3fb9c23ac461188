// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace headroom::sim {

/// What Envoy calls circuit breakers: bounds on what one caller has under way to one callee
/// (config.cluster.v3.CircuitBreakers.Thresholds and its defaults). Over a bound a request is
/// refused at once.
struct CircuitLimits {
    std::int64_t requests = 1024;  ///< under way
    std::int64_t pending = 1024;   ///< waiting for a connection
    std::int64_t retries = 3;      ///< under way, of the requests

    enum class Verdict : std::uint8_t { pass, wait, refuse };
    /// For one more request while `active` are under way and `waiting` wait.
    Verdict verdict(std::int64_t active, std::int64_t waiting) const {
        if (active < requests) return Verdict::pass;
        return waiting < pending ? Verdict::wait : Verdict::refuse;
    }
    bool allowsRetry(std::int64_t retrying) const { return retrying < retries; }
};

}  // namespace headroom::sim
