// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/sampler.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {
namespace {

/// Both have a removable gap at 0, which is where an exponent of exactly 1 leads.
double expm1Over(double x) { return std::abs(x) > 1e-8 ? std::expm1(x) / x : 1 + x / 2; }
double log1pOver(double x) { return std::abs(x) > 1e-8 ? std::log1p(x) / x : 1 - x / 2; }

}  // namespace

ZipfSampler::ZipfSampler(std::int64_t count, double exponent)
    : count_(count), exponent_(exponent), inverseOfOneLessExponent_(1 / (1 - exponent)) {
    assert(count >= 1 && exponent >= 0);
    firstArea_ = hatIntegral(1.5) - 1;
    lastArea_ = hatIntegral(static_cast<double>(count) + 0.5);
    acceptAtOnce_ = 2 - inverseOfHatIntegral(hatIntegral(2.5) - hat(2));
}

double ZipfSampler::hat(double x) const { return std::exp(-exponent_ * std::log(x)); }

/// The integral of x^−exponent from 1 to x.
double ZipfSampler::hatIntegral(double x) const {
    const double logX = std::log(x);
    return expm1Over((1 - exponent_) * logX) * logX;
}

double ZipfSampler::inverseOfHatIntegral(double area) const {
    const double t = std::max(area * (1 - exponent_), -1.0);
    // Cheaper by a third of the draw than log1p, and exact enough unless the division magnifies the
    // rounding.
    if (std::abs(1 - exponent_) > 1e-3)
        return std::exp(std::log(1 + t) * inverseOfOneLessExponent_);
    return std::exp(log1pOver(t) * area);
}

std::int64_t ZipfSampler::draw(RandomStream& stream) const {
    if (exponent_ == 0)
        return static_cast<std::int64_t>(stream.below(static_cast<std::uint64_t>(count_)));
    for (;;) {
        const double area = lastArea_ + stream.uniform() * (firstArea_ - lastArea_);
        const double x = std::min(inverseOfHatIntegral(area), static_cast<double>(count_));
        const std::int64_t k = std::max(static_cast<std::int64_t>(x + 0.5), std::int64_t{1});
        const auto rank = static_cast<double>(k);
        if (rank - x <= acceptAtOnce_ || area >= hatIntegral(rank + 0.5) - hat(rank)) return k - 1;
    }
}

}  // namespace headroom::sim
