// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <limits>
#include <vector>

/// Hits of caches under independent look-ups (the independent reference model).
namespace headroom::sim {

/// Keys of one class in a cache, in bins of like popularity.
struct CachedKeys {
    Eigen::ArrayXd counts;         ///< keys in each bin
    Eigen::ArrayXd rates;          ///< look-ups per second of one key of each bin
    Eigen::ArrayXd invalidations;  ///< per second of one key
    double bytes = 0;              ///< of one entry
};

struct CacheLimits {
    double entries = std::numeric_limits<double>::infinity();
    double bytes = std::numeric_limits<double>::infinity();
    double ttl = std::numeric_limits<double>::infinity();
};

/// How long an entry stays without being looked up under LRU: the time T with
/// Σ (1 − exp(−λT)) = capacity (Che, Tung & Wang 2002; Fricker, Robert & Roberts, "A versatile and
/// accurate approximation for LRU cache performance", ITC 2012). Infinite if all keys fit. `start`
/// is a first guess, 0 if there is none.
double characteristicTime(const std::vector<CachedKeys>& keys, const CacheLimits& limits,
                          double start);

/// Hits that follow one fetch of a key, by bin: λ times the mean life of an entry. It ends when the
/// time to live is over, which reads do not renew, when the key is invalidated, or at the first
/// gap between look-ups longer than the characteristic time. Exact where only one of the three can
/// end it: λ·ttl, exp(λT) − 1.
Eigen::ArrayXd hitsPerFetch(const CachedKeys& keys, double ttl, double characteristic);

}  // namespace headroom::sim
