// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/sampler.h"

#include <boost/random/normal_distribution.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <variant>

namespace headroom::sim {
namespace {

double standardNormal(RandomStream& stream) {
    return boost::random::normal_distribution<double>()(stream);
}

/// Marsaglia & Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000.
/// shape ≥ 1. With a ziggurat for the normal it takes a fifth of the time of Boost's gamma, and
/// three fifths of that of the standard library.
double gammaFromOneUp(RandomStream& stream, double shape) {
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double z = standardNormal(stream);
        const double root = 1 + c * z;
        if (root <= 0) continue;
        const double v = root * root * root;
        const double u = stream.uniform();
        if (u < 1 - 0.0331 * z * z * z * z) return d * v;
        if (std::log(u) < z * z / 2 + d * (1 - v + std::log(v))) return d * v;
    }
}

double standardGamma(RandomStream& stream, double shape) {
    if (shape >= 1) return gammaFromOneUp(stream, shape);
    const double larger = gammaFromOneUp(stream, shape + 1);
    return larger * std::pow(stream.uniform(), 1 / shape);
}

}  // namespace

Sampler::Sampler(const model::Distribution& distribution) {
    std::visit([this](const auto& law) { set(law); }, distribution.law());
}

void Sampler::set(const model::Constant& law) {
    constant_ = rounded(law.value * kNanosecondsPerSecond);
}

void Sampler::set(const model::Exponential& law) {
    kind_ = Kind::exponential;
    a_ = law.mean * kNanosecondsPerSecond;
}

void Sampler::set(const model::Uniform& law) {
    kind_ = Kind::uniform;
    a_ = law.low * kNanosecondsPerSecond;
    b_ = law.high * kNanosecondsPerSecond;
}

void Sampler::set(const model::Gamma& law) {
    kind_ = Kind::gamma;
    a_ = law.shape;
    b_ = law.scale * kNanosecondsPerSecond;
}

void Sampler::set(const model::Lognormal& law) {
    kind_ = Kind::lognormal;
    a_ = law.mu + std::log(kNanosecondsPerSecond);
    b_ = law.sigma;
}

void Sampler::set(const model::Hyperexponential& law) {
    kind_ = Kind::hyperexponential;
    a_ = law.probability1;
    b_ = law.mean1 * kNanosecondsPerSecond;
    c_ = law.mean2 * kNanosecondsPerSecond;
}

void Sampler::set(const model::Weibull& law) {
    kind_ = Kind::weibull;
    a_ = law.shape;
    b_ = law.scale * kNanosecondsPerSecond;
}

void Sampler::set(const model::Pareto& law) {
    kind_ = Kind::pareto;
    a_ = law.alpha;
    b_ = law.min * kNanosecondsPerSecond;
}

void Sampler::set(const model::Empirical& law) {
    assert(!law.values.empty());
    kind_ = Kind::empirical;
    values_ = law.values;
    for (double& value : values_) value *= kNanosecondsPerSecond;
    if (std::all_of(values_.begin(), values_.end(), [](double value) { return value == 0; })) {
        kind_ = Kind::constant;
    } else {
        choices_.emplace_back(values_);
    }
}

void Sampler::set(const model::Mixture& law) {
    std::vector<double> weighted(law.weights.size());
    for (std::size_t i = 0; i < weighted.size(); ++i) {
        parts_.emplace_back(law.parts[i]);
        weighted[i] = law.weights[i] * law.parts[i].mean();
    }
    if (std::all_of(parts_.begin(), parts_.end(),
                    [](const Sampler& part) { return part.isZero(); }))
        return;
    kind_ = Kind::mixture;
    choices_.emplace_back(law.weights);
    if (std::all_of(weighted.begin(), weighted.end(),
                    [](double mean) { return std::isfinite(mean); }))
        choices_.emplace_back(weighted);
}

SimTime Sampler::drawOther(RandomStream& stream) const {
    switch (kind_) {
        case Kind::constant: return constant_;
        case Kind::exponential: return rounded(a_ * standardExponential(stream));
        case Kind::uniform: return rounded(a_ + (b_ - a_) * stream.uniform());
        case Kind::gamma: return rounded(b_ * standardGamma(stream, a_));
        case Kind::lognormal: return rounded(std::exp(a_ + b_ * standardNormal(stream)));
        case Kind::hyperexponential: {
            const double mean = stream.uniform() < a_ ? b_ : c_;
            return rounded(mean * standardExponential(stream));
        }
        case Kind::weibull: return rounded(b_ * std::pow(standardExponential(stream), 1 / a_));
        case Kind::pareto: return rounded(b_ * std::exp(standardExponential(stream) / a_));
        case Kind::empirical: return rounded(values_[stream.below(values_.size())]);
        case Kind::mixture: return parts_[choices_[0].draw(stream)].draw(stream);
    }
    __builtin_unreachable();
}

SimTime Sampler::drawResidual(RandomStream& stream) const {
    switch (kind_) {
        case Kind::constant:
            return constant_ == 0 ? 0 : rounded(static_cast<double>(constant_) * stream.uniform());
        case Kind::exponential: return draw(stream);  // it has no memory
        case Kind::mixture:
            assert(choices_.size() == 2);
            return parts_[choices_[1].draw(stream)].drawResidual(stream);
        case Kind::hyperexponential: {
            const double biased = a_ * b_ / (a_ * b_ + (1 - a_) * c_);
            const double mean = stream.uniform() < biased ? b_ : c_;
            return rounded(mean * standardExponential(stream));
        }
        default: return rounded(stream.uniform() * lengthBiased(stream));
    }
}

/// From the density x·f(x)/mean.
double Sampler::lengthBiased(RandomStream& stream) const {
    switch (kind_) {
        case Kind::uniform: return std::sqrt(a_ * a_ + stream.uniform() * (b_ * b_ - a_ * a_));
        case Kind::gamma: return b_ * standardGamma(stream, a_ + 1);
        case Kind::lognormal: return std::exp(a_ + b_ * b_ + b_ * standardNormal(stream));
        case Kind::weibull: return b_ * std::pow(standardGamma(stream, 1 + 1 / a_), 1 / a_);
        case Kind::pareto:
            assert(a_ > 1);
            return b_ * std::exp(standardExponential(stream) / (a_ - 1));
        case Kind::empirical: return values_[choices_[0].draw(stream)];
        default: __builtin_unreachable();
    }
}

}  // namespace headroom::sim
