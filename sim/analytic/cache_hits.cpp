// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/cache_hits.h"

#include "sim/analytic/crossing.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// How much of the capacity is filled at this characteristic time, as a share.
double filled(const std::vector<CachedKeys>& keys, const CacheLimits& limits, double t) {
    double entries = 0, bytes = 0;
    for (const CachedKeys& k : keys) {
        const double held = (k.counts * (1 - (-k.rates * t).exp())).sum();
        entries += held;
        bytes += held * k.bytes;
    }
    return std::max(entries / limits.entries, bytes / limits.bytes);
}

/// ∫ exp(−w·s) ds from 0 to t.
double discounted(double t, double w) {
    if (!(w > 0)) return t;
    return std::isfinite(t) ? -std::expm1(-w * t) / w : 1 / w;
}

double meanLife(double rate, double invalidation, double ttl, double characteristic) {
    if (ttl <= characteristic) return discounted(ttl, invalidation);
    // Until the first gap longer than T: (exp(λT) − 1)/λ, of which T goes by in any case.
    const double beyond =
        std::expm1(std::min(rate * characteristic, 600.0)) / rate - characteristic;
    const double first = discounted(characteristic, invalidation);
    if (!(beyond > 0)) return first;
    const double ends = invalidation + 1 / beyond;
    return first + std::exp(-invalidation * characteristic) * discounted(ttl - characteristic, ends);
}

}  // namespace

double characteristicTime(const std::vector<CachedKeys>& keys, const CacheLimits& limits,
                          double start) {
    double entries = 0, bytes = 0, rate = 0;
    for (const CachedKeys& k : keys) {
        const Eigen::ArrayXd known = (k.rates > 0).select(k.counts, 0);
        entries += known.sum();
        bytes += known.sum() * k.bytes;
        rate += (k.counts * k.rates).sum();
    }
    if ((entries <= limits.entries && bytes <= limits.bytes) || !(rate > 0)) return kInfinite;
    if (!(std::min(limits.entries, limits.bytes) > 0)) return 0;
    double low = 0, high = start > 0 ? start : std::min(limits.entries, entries) / rate;
    while (filled(keys, limits, high) < 1 && high < 1e15) {
        low = high;
        high *= 1.5;
    }
    if (low == 0)
        for (low = high / 1.5; filled(keys, limits, low) > 1 && low > 0; low /= 1.5) high = low;
    return crossing([&](double t) { return filled(keys, limits, t); }, 1, low, high);
}

Eigen::ArrayXd hitsPerFetch(const CachedKeys& keys, double ttl, double characteristic) {
    Eigen::ArrayXd hits = Eigen::ArrayXd::Zero(keys.rates.size());
    for (Eigen::Index i = 0; i < hits.size(); ++i)
        if (keys.rates[i] > 0)
            hits[i] = std::min(1e15, keys.rates[i] * meanLife(keys.rates[i], keys.invalidations[i],
                                                              ttl, characteristic));
    return hits;
}

}  // namespace headroom::sim
