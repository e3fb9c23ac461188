// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <vector>

/// Single parameters from what production shows of them.
namespace headroom::sim {

/// The lognormal law with these two quantiles of an operation that waits for nothing. 0 < median ≤ p95.
model::Distribution lognormalFromQuantiles(double median, double p95);

/// The exponent s of a Zipf popularity (P(rank r) ~ r^−s) of `keys` keys under which an LRU cache of `capacity` entries
/// has this hit ratio, by Che's approximation (Che, Tung & Wang 2002); 0 … 3. Nothing where no exponent has it: more
/// than in the limit, or less than uniform popularity has.
std::optional<double> zipfFromHitRatio(std::int64_t keys, double capacity, double hitRatio);
/// The hit ratio by the same approximation.
double zipfHitRatio(std::int64_t keys, double capacity, double exponent);

/// X(N) = λN / (1 + σ(N − 1) + κN(N − 1)) (Gunther, Guerrilla Capacity Planning, 2007): σ contention, κ coherency.
struct Scalability {
    double lambda = 0, sigma = 0, kappa = 0;
    double r2 = 0;                ///< of N/X, which is what is fitted
    std::optional<double> peakN;  ///< √((1 − σ)/κ): beyond it throughput falls
    double at(double n) const;
};
/// By nonnegative least squares on N/X, weighted so that relative errors count alike; nothing from fewer than six points
/// or where N does not vary by half.
std::optional<Scalability> fitScalability(const std::vector<double>& n, const std::vector<double>& throughput);

}  // namespace headroom::sim
