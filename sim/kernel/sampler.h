// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"
#include "sim/kernel/random_stream.h"
#include "sim/kernel/sim_time.h"

#include <boost/random/exponential_distribution.hpp>

#include <cstdint>
#include <vector>

namespace headroom::sim {

/// Draws an index by weight: Walker's alias method (Vose 1991). At least one weight, none negative,
/// sum > 0. Takes exactly one number from the stream.
class WeightedChoice {
public:
    explicit WeightedChoice(const std::vector<double>& weights);
    std::size_t draw(RandomStream& stream) const;

private:
    /// A column of the table: its own index below `threshold` (of 2^64), the alias above.
    struct Column {
        std::uint64_t threshold;
        std::size_t alias;
    };
    std::vector<Column> columns_;
};

/// A model::Distribution made ready for drawing.
class Sampler {
public:
    explicit Sampler(const model::Distribution& distribution);

    /// A draw in nanoseconds, at least 0; 0 without using the stream if the distribution is
    /// constant 0. Draws beyond 146 years (2^62 ns; only a Pareto law has such) are cut to that.
    SimTime draw(RandomStream& stream) const {
        if (kind_ == Kind::constant) return constant_;
        if (kind_ == Kind::exponential) return rounded(a_ * standardExponential(stream));
        return drawOther(stream);
    }
    /// The time that is left of a draw already running when looked at from a random moment: the
    /// equilibrium residual life, U times a length-biased draw (Cox, Renewal Theory, 1962, §5.4).
    /// Precondition: the mean is finite.
    SimTime drawResidual(RandomStream& stream) const;
    /// In nanoseconds; 0 if the distribution is not exponential.
    double exponentialMean() const { return kind_ == Kind::exponential ? a_ : 0; }
    /// Draws the same every time, without using the stream.
    bool isConstant() const { return kind_ == Kind::constant; }
    bool isZero() const { return isConstant() && constant_ == 0; }

    static double standardExponential(RandomStream& stream) {
        return boost::random::exponential_distribution<double>()(stream);
    }
    static SimTime rounded(double nanoseconds) {
        constexpr double kLongest = 0x1p62;
        return static_cast<SimTime>((nanoseconds < kLongest ? nanoseconds : kLongest) + 0.5);
    }

private:
    enum class Kind : std::uint8_t {
        constant,
        exponential,
        uniform,
        gamma,
        lognormal,
        hyperexponential,
        weibull,
        pareto,
        empirical,
        mixture
    };


    void set(const model::Constant& law);
    void set(const model::Exponential& law);
    void set(const model::Uniform& law);
    void set(const model::Gamma& law);
    void set(const model::Lognormal& law);
    void set(const model::Hyperexponential& law);
    void set(const model::Weibull& law);
    void set(const model::Pareto& law);
    void set(const model::Empirical& law);
    void set(const model::Mixture& law);

    SimTime drawOther(RandomStream& stream) const;
    double lengthBiased(RandomStream& stream) const;

    Kind kind_ = Kind::constant;
    SimTime constant_ = 0;
    double a_ = 0, b_ = 0, c_ = 0;  ///< parameters of the law, times in nanoseconds
    std::vector<double> values_;    ///< empirical: nanoseconds
    std::vector<Sampler> parts_;    ///< mixture
    /// empirical: [0] of a value by its size; mixture: [0] of a part by weight, [1] by weight ·
    /// mean.
    std::vector<WeightedChoice> choices_;
};

/// Draws 0 … count−1 with P(k) ∝ 1/(k+1)^exponent: rejection-inversion (Hörmann & Derflinger,
/// "Rejection-inversion to generate variates from monotone discrete distributions", ACM TOMACS
/// 6(3), 1996). exponent ≥ 0, count ≥ 1.
class ZipfSampler {
public:
    ZipfSampler(std::int64_t count, double exponent);
    std::int64_t draw(RandomStream& stream) const;

private:
    double hat(double x) const;
    double hatIntegral(double x) const;
    double inverseOfHatIntegral(double area) const;

    std::int64_t count_;
    double exponent_;
    double inverseOfOneLessExponent_;
    double firstArea_, lastArea_;  ///< of the hat, where drawing begins and ends
    double acceptAtOnce_;          ///< distance from k within which no draw is rejected
};

}  // namespace headroom::sim
