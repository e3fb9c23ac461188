// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <utility>
#include <vector>

/// How long something takes, as the analytic model knows it: a mixture of a few gamma laws, each by
/// its mean and variance. Two moments make a gamma (Tijms, A First Course in Stochastic Models,
/// §B.2); the mixture keeps apart what a single law would blur: hits and misses, visits that wait
/// and visits that do not, one operation and another.
namespace headroom::sim {

class TimeLaw {
public:
    struct Part {
        double weight;  ///< of all parts: sum 1
        double mean;    ///< seconds
        double variance;
    };
    /// Sums are kept at this many parts: neighbours in the order of their means become one.
    static constexpr std::size_t kMostParts = 8;

    TimeLaw() : parts_{{1, 0, 0}} {}
    static TimeLaw constant(double seconds) { return gamma(seconds, 0); }
    static TimeLaw gamma(double mean, double variance);
    static TimeLaw of(const model::Distribution& distribution);
    /// One of the laws by weight; weights need not sum to 1 but must not all be 0.
    static TimeLaw oneOf(const std::vector<std::pair<double, TimeLaw>>& alternatives);
    /// When the last of independent times is over.
    static TimeLaw latestOf(const std::vector<TimeLaw>& times);

    const std::vector<Part>& parts() const { return parts_; }
    double mean() const;
    double variance() const;
    double squaredCv() const;  ///< 0 where the mean is 0
    /// P(X ≤ t).
    double atMost(double t) const;
    /// The smallest t with P(X ≤ t) ≥ share, to six digits; share in 0 … 1, 1 not included. It is looked for from
    /// `atLeast` on: the quantile of a smaller share, where that is known.
    double quantile(double share, double atLeast = 0) const;

    /// The sum of independent times.
    TimeLaw plus(const TimeLaw& other) const;
    /// The sum of `times` independent ones.
    TimeLaw repeated(int times) const;
    /// Given that X ≤ t; the constant t where that cannot be.
    TimeLaw upTo(double t) const;
    /// E[min(X, t)].
    double meanUpTo(double t) const;
    /// Mean and spread stretched by a factor.
    TimeLaw stretched(double factor) const;

private:
    static TimeLaw sliced(const model::Lognormal& law);
    explicit TimeLaw(std::vector<Part> parts) : parts_(std::move(parts)) {}
    void reduce();
    bool isAs(const TimeLaw& other) const;

    std::vector<Part> parts_;
};

}  // namespace headroom::sim
