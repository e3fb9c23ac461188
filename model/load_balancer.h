// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What chooses among instances, or among several components.
namespace headroom::model {

/// roundRobin: in turn. leastRequests: the one that holds the fewest. powerOfTwo: the better of two
/// drawn at random. weighted: smooth weighted round robin (nginx) by the weights of the targets.
/// sticky: the one a user had before, while it is healthy; the first by round robin. hash: by the
/// request's key (without one, its user), on a ring, so that a lost instance moves only its own.
/// nearest: the target or instance with the shortest mean round trip from the caller's zone, in
/// turn among equals; the next nearest where none there is healthy.
enum class BalancingPolicy : std::uint8_t {
    roundRobin,
    leastRequests,
    powerOfTwo,
    weighted,
    sticky,
    hash,
    nearest,
};

/// Probes every instance `every` so often. `fall` failures in a row take it out, `rise` successes
/// put it back; a probe of an instance that is killed, or does not answer within `timeout`, fails.
/// Defaults of HAProxy (inter 2s, fall 3, rise 2). Without health checks the balancer knows at
/// once.
struct HealthCheck {
    Duration every = std::chrono::seconds(2);
    Duration timeout = std::chrono::seconds(2);
    int fall = 3;
    int rise = 2;
};

/// Takes out what fails requests: after `errors` failed answers in a row, for `base` times the
/// number of times it has been out (`longest` at most); never more than `atMost` of them at a time.
/// Envoy outlier_detection: consecutive_5xx 5, base_ejection_time 30 s, max_ejection_time 300 s,
/// max_ejection_percent 10 (one may always be out).
struct OutlierEjection {
    int errors = 5;
    Duration base = std::chrono::seconds(30);
    Duration longest = std::chrono::seconds(300);
    double atMost = 0.1;  ///< 0 … 1
};

struct BalancerTarget {
    std::string component;
    double weight = 1;  ///< for BalancingPolicy::weighted, above 0
};

/// With one target it chooses among that component's instances; with several, first among them by
/// its policy, and then among the instances of the chosen one in turn.
struct LoadBalancerSpec {
    std::string to;  ///< the first target
    BalancingPolicy policy = BalancingPolicy::roundRobin;
    std::vector<BalancerTarget> targets;  ///< all of them, where there are several; else empty
    std::optional<HealthCheck> health;
    std::optional<OutlierEjection> ejection;
};

}  // namespace headroom::model
