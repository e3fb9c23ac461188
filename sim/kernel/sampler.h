// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"
#include "sim/kernel/random_stream.h"
#include "sim/kernel/sim_time.h"

/// A model::Distribution made ready for drawing.
namespace headroom::sim {

class Sampler {
public:
    explicit Sampler(const model::Distribution& distribution);

    /// A draw in nanoseconds, at least 0; 0 without using the stream if the distribution is constant 0.
    SimTime draw(RandomStream& stream) const;
    /// The time that is left of a draw already running when looked at from a random moment: the equilibrium residual
    /// life, U times a length-biased draw (Cox, Renewal Theory, 1962, §5.4).
    SimTime drawResidual(RandomStream& stream) const;
    bool isZero() const;
};

/// Draws 0 … count−1 with P(k) ∝ 1/(k+1)^exponent: rejection-inversion (Hörmann & Derflinger, "Rejection-inversion
/// to generate variates from monotone discrete distributions", ACM TOMACS 6(3), 1996). exponent ≥ 0, count ≥ 1.
class ZipfSampler {
public:
    ZipfSampler(std::int64_t count, double exponent);
    std::int64_t draw(RandomStream& stream) const;
};

/// Draws an index by weight: Walker's alias method (Vose 1991). At least one weight, none negative, sum > 0.
class WeightedChoice {
public:
    explicit WeightedChoice(const std::vector<double>& weights);
    std::size_t draw(RandomStream& stream) const;
};

}  // namespace headroom::sim
