// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/time_law.h"

#include "sim/analytic/crossing.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace headroom::sim {

namespace {

using Part = TimeLaw::Part;

constexpr double kNoWeight = 1e-9;
/// Beyond this a tail is longer than any gamma of finite variance; it stands for an infinite one.
constexpr double kMostSquaredCv = 1e3;
/// A gamma with a smaller squared cv is a constant.
constexpr double kLeastSquaredCv = 1e-6;

/// In double, and with 0 or infinity where a number is too small or too large, not an exception.
using Plainly = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>>;

/// Standard deviations above its mean beyond which a gamma of a shape of at least 1 has next to nothing.
constexpr double kNothingBeyond = 32;

double normalShare(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

/// P(X ≤ x) for a gamma of scale 1; of a large shape by Wilson & Hilferty's cube root.
double gammaShare(double shape, double x) {
    constexpr double kLarge = 1e4;
    if (shape < kLarge) return boost::math::gamma_p(shape, x, Plainly());
    const double spread = 1 / (9 * shape);
    return normalShare((std::cbrt(x / shape) - 1 + spread) / std::sqrt(spread));
}

bool isConstant(const Part& part) {
    return part.variance <= kLeastSquaredCv * part.mean * part.mean;
}
double shapeOf(const Part& part) { return part.mean * part.mean / part.variance; }

/// The share of a part's moment of this order that lies at or below t.
double momentBelow(const Part& part, int order, double t) {
    if (t < 0) return 0;
    if (isConstant(part)) return part.mean <= t ? 1 : 0;
    if (!std::isfinite(t)) return 1;
    const double shape = shapeOf(part);
    // Of a law of this shape less than 1e-12 lies so far out (Chernoff's bound), and next to nothing of its moments.
    if (shape >= 1 && t > part.mean + kNothingBeyond * std::sqrt(part.variance)) return 1;
    return gammaShare(shape + order, t * shape / part.mean);
}

/// Φ(z) to 2e-7 without an exponential: Abramowitz & Stegun, Handbook of Mathematical
/// Functions, 7.1.28.
double roughNormalShare(double z) {
    const double x = std::abs(z) / std::numbers::sqrt2;
    const double sum =
        1 +
        x * (0.0705230784 +
             x * (0.0422820123 +
                  x * (0.0092705272 + x * (0.0001520143 + x * (0.0002765672 + x * 0.0000430638)))));
    const double square = sum * sum, fourth = square * square, eighth = fourth * fourth;
    const double tail = 0.5 / (eighth * eighth);
    return z < 0 ? tail : 1 - tail;
}

/// A law to about a thousandth, in a small part of the time: what does not change with t is worked
/// out before.
class RoughLaw {
public:
    explicit RoughLaw(const std::vector<Part>& parts) {
        for (const Part& part : parts) parts_.push_back(prepared(part));
    }

    /// P(X ≤ t), given the cube root of t ≥ 0, which is what Wilson & Hilferty ask for.
    double atMost(double t, double root) const {
        double sum = 0;
        for (const Prepared& part : parts_) sum += part.weight * below(part, t, root);
        return sum;
    }
    double atMost(double t) const { return atMost(t, std::cbrt(t)); }

private:
    enum class Kind { constant, exponential, gamma, nearlyNormal };
    struct Prepared {
        Kind kind;
        double weight, mean, shape;
        double allFrom;        ///< t beyond which there is nothing; of a constant, its value
        double slope, offset;  ///< of z in the cube root, where it is nearly normal
    };

    static Prepared prepared(const Part& part) {
        constexpr double kLarge = 3, kFar = 8;
        if (isConstant(part)) return {Kind::constant, part.weight, part.mean, 0, part.mean, 0, 0};
        const double shape = shapeOf(part), spread = 1 / (9 * shape);
        const double end = shape > 1 ? part.mean + kFar * std::sqrt(part.variance)
                                     : std::numeric_limits<double>::max();
        const bool isExponential = shape > 0.999 && shape < 1.001;
        const Kind kind = isExponential    ? Kind::exponential
                          : shape < kLarge ? Kind::gamma
                                           : Kind::nearlyNormal;
        return {kind,
                part.weight,
                part.mean,
                shape,
                end,
                1 / (std::cbrt(part.mean) * std::sqrt(spread)),
                (1 - spread) / std::sqrt(spread)};
    }

    static double below(const Prepared& part, double t, double root) {
        if (t >= part.allFrom) return 1;
        switch (part.kind) {
            case Kind::constant: return 0;
            case Kind::exponential: return -std::expm1(-t / part.mean);
            case Kind::gamma: return gammaShare(part.shape, t * part.shape / part.mean);
            case Kind::nearlyNormal: return roughNormalShare(root * part.slope - part.offset);
        }
        return 1;
    }

    std::vector<Prepared> parts_;
};

// Beyond it there is next to nothing.
double roughEnd(const RoughLaw& law, double mean) {
    constexpr double kNearlyAll = 0.9999;
    double low = 0, high = std::max(mean, 1e-12);
    while (law.atMost(high) < kNearlyAll && high < 1e15) {
        low = high;
        high *= 2;
    }
    for (int i = 0; i < 6; ++i) {
        const double middle = (low + high) / 2;
        (law.atMost(middle) >= kNearlyAll ? high : low) = middle;
    }
    return high;
}

double power(double base, int exponent) {
    double result = 1;
    for (int i = 0; i < exponent; ++i) result *= base;
    return result;
}

Part joined(const Part& a, const Part& b) {
    const double weight = a.weight + b.weight;
    const double mean = (a.weight * a.mean + b.weight * b.mean) / weight;
    const double apart = a.mean - b.mean;
    const double variance = (a.weight * a.variance + b.weight * b.variance) / weight +
                            a.weight * b.weight / (weight * weight) * apart * apart;
    return {weight, mean, variance};
}

/// What joining two parts blurs: their distance in units of what is typical for them.
double blur(const Part& a, const Part& b) {
    const double apart = a.mean - b.mean;
    const double scale = a.mean * b.mean + std::max(a.variance, b.variance) + 1e-30;
    return a.weight * b.weight / (a.weight + b.weight) * apart * apart / scale;
}

/// Its tail is longer than a gamma's: cut at quantiles into slices, each with its own two moments.
/// The moments of ln X < z·sigma + mu are shifts of the normal: E[X^k; Z ≤ z] = E[X^k]·Φ(z −
/// k·sigma).
std::vector<Part> slicesOf(const model::Lognormal& law) {
    static constexpr double kCuts[] = {-0.6, 0.4, 1.2, 2, 2.8};
    std::vector<Part> parts;
    double weight = 0, first = 0, second = 0;
    const double mean = std::exp(law.mu + law.sigma * law.sigma / 2);
    const double square = mean * mean * std::exp(law.sigma * law.sigma);
    for (std::size_t i = 0; i <= std::size(kCuts); ++i) {
        const bool last = i == std::size(kCuts);
        const double w = last ? 1 : normalShare(kCuts[i]);
        const double m = mean * (last ? 1 : normalShare(kCuts[i] - law.sigma));
        const double s = square * (last ? 1 : normalShare(kCuts[i] - 2 * law.sigma));
        const double own = (m - first) / (w - weight);
        const double variance = std::max(0.0, (s - second) / (w - weight) - own * own);
        parts.push_back({w - weight, own, std::min(variance, kMostSquaredCv * own * own)});
        weight = w;
        first = m;
        second = s;
    }
    return parts;
}

void scaleToOne(std::vector<Part>& parts) {
    double sum = 0;
    for (const Part& part : parts) sum += part.weight;
    for (Part& part : parts) part.weight /= sum;
}

}  // namespace

TimeLaw TimeLaw::gamma(double mean, double variance) {
    assert(mean >= 0 && variance >= 0);
    return TimeLaw({{1, mean, std::min(variance, kMostSquaredCv * mean * mean)}});
}

TimeLaw TimeLaw::sliced(const model::Lognormal& law) { return TimeLaw(slicesOf(law)); }

TimeLaw TimeLaw::of(const model::Distribution& distribution) {
    if (const auto* mixture = std::get_if<model::Mixture>(&distribution.law())) {
        std::vector<std::pair<double, TimeLaw>> parts;
        for (std::size_t i = 0; i < mixture->parts.size(); ++i)
            parts.emplace_back(mixture->weights[i], of(mixture->parts[i]));
        return oneOf(parts);
    }
    if (const auto* hyper = std::get_if<model::Hyperexponential>(&distribution.law())) {
        const double p = hyper->probability1;
        return oneOf({{p, gamma(hyper->mean1, hyper->mean1 * hyper->mean1)},
                      {1 - p, gamma(hyper->mean2, hyper->mean2 * hyper->mean2)}});
    }
    if (const auto* lognormal = std::get_if<model::Lognormal>(&distribution.law()))
        return sliced(*lognormal);
    const double mean = distribution.mean();
    const double squaredCv = std::min(distribution.squaredCv(), kMostSquaredCv);
    return gamma(mean, squaredCv * mean * mean);
}

TimeLaw TimeLaw::oneOf(const std::vector<std::pair<double, TimeLaw>>& alternatives) {
    std::vector<Part> parts;
    for (const auto& [weight, law] : alternatives)
        for (const Part& part : law.parts_)
            if (weight * part.weight > kNoWeight)
                parts.push_back({weight * part.weight, part.mean, part.variance});
    if (parts.empty()) return alternatives.empty() ? TimeLaw() : alternatives.front().second;
    scaleToOne(parts);
    return TimeLaw(std::move(parts));
}

bool TimeLaw::isAs(const TimeLaw& other) const {
    return std::ranges::equal(parts_, other.parts_, [](const Part& a, const Part& b) {
        return a.weight == b.weight && a.mean == b.mean && a.variance == b.variance;
    });
}

// Moments of the maximum by integrating 1 − ΠF over a grid that is fine where it matters: steps of
// the cube root.
TimeLaw TimeLaw::latestOf(const std::vector<TimeLaw>& times) {
    assert(!times.empty());
    if (times.size() == 1) return times.front();
    struct Different {
        const TimeLaw* law;
        RoughLaw rough;
        int count;
    };
    std::vector<Different> different;
    for (const TimeLaw& time : times) {
        const auto same = std::ranges::find_if(
            different, [&](const Different& known) { return known.law->isAs(time); });
        if (same == different.end())
            different.push_back({&time, RoughLaw(time.parts_), 1});
        else
            ++same->count;
    }
    double end = 0;
    for (const Different& one : different)
        end = std::max(end, roughEnd(one.rough, one.law->mean()));
    if (!(end > 1e-12)) return {};
    constexpr int kSteps = 120;
    const double rootOfEnd = std::cbrt(end);
    double first = 0, second = 0, before = 0, above = 1;
    for (int i = 1; i <= kSteps; ++i) {
        const double root = rootOfEnd * i / kSteps, at = root * root * root;
        double all = 1;
        for (const Different& one : different) all *= power(one.rough.atMost(at, root), one.count);
        const double height = (above + 1 - all) / 2;
        first += height * (at - before);
        second += height * (at * at - before * before);
        before = at;
        above = 1 - all;
    }
    return gamma(first, std::max(0.0, second - first * first));
}

double TimeLaw::mean() const {
    double sum = 0;
    for (const Part& part : parts_) sum += part.weight * part.mean;
    return sum;
}

double TimeLaw::variance() const {
    const double m = mean();
    double sum = 0;
    for (const Part& part : parts_)
        sum += part.weight * (part.variance + (part.mean - m) * (part.mean - m));
    return sum;
}

double TimeLaw::squaredCv() const {
    const double m = mean();
    return m > 0 ? variance() / (m * m) : 0;
}

double TimeLaw::atMost(double t) const {
    double sum = 0;
    for (const Part& part : parts_) sum += part.weight * momentBelow(part, 0, t);
    return sum;
}

double TimeLaw::quantile(double share, double atLeast) const {
    double low = atLeast, high = std::max({mean(), 2 * atLeast, 1e-12});
    while (atMost(high) < share && high < 1e15) {
        low = high;
        high *= 2;
    }
    if (low == 0 && atMost(0) >= share) return 0;
    return crossing([this](double t) { return atMost(t); }, share, low, high);
}

TimeLaw TimeLaw::plus(const TimeLaw& other) const {
    std::vector<Part> parts;
    parts.reserve(parts_.size() * other.parts_.size());
    for (const Part& a : parts_)
        for (const Part& b : other.parts_)
            if (a.weight * b.weight > kNoWeight)
                parts.push_back({a.weight * b.weight, a.mean + b.mean, a.variance + b.variance});
    if (parts.empty()) parts.push_back({1, mean() + other.mean(), variance() + other.variance()});
    TimeLaw sum(std::move(parts));
    sum.reduce();
    return sum;
}

TimeLaw TimeLaw::repeated(int times) const {
    TimeLaw sum, power = *this;
    for (int left = times; left > 0; left /= 2) {
        if (left % 2 == 1) sum = sum.plus(power);
        if (left > 1) power = power.plus(power);
    }
    return sum;
}

TimeLaw TimeLaw::upTo(double t) const {
    std::vector<Part> parts;
    for (const Part& part : parts_) {
        const double below = momentBelow(part, 0, t);
        if (part.weight * below <= kNoWeight) continue;
        const double first = part.mean * momentBelow(part, 1, t) / below;
        const double all = part.variance + part.mean * part.mean;
        const double second = all * momentBelow(part, 2, t) / below;
        parts.push_back({part.weight * below, first, std::max(0.0, second - first * first)});
    }
    if (parts.empty()) return constant(t);
    scaleToOne(parts);
    return TimeLaw(std::move(parts));
}

double TimeLaw::meanUpTo(double t) const {
    double sum = 0;
    for (const Part& part : parts_)
        sum +=
            part.weight * (part.mean * momentBelow(part, 1, t) + t * (1 - momentBelow(part, 0, t)));
    return sum;
}

TimeLaw TimeLaw::stretched(double factor) const {
    std::vector<Part> parts = parts_;
    for (Part& part : parts) {
        part.mean *= factor;
        part.variance *= factor * factor;
    }
    return TimeLaw(std::move(parts));
}

// The two neighbours that lose least by it become one, until few enough are left.
void TimeLaw::reduce() {
    std::ranges::sort(parts_, {}, &Part::mean);
    std::vector<double> lost;
    for (std::size_t i = 0; parts_.size() > kMostParts && i + 1 < parts_.size(); ++i)
        lost.push_back(blur(parts_[i], parts_[i + 1]));
    while (parts_.size() > kMostParts) {
        const auto least = std::ranges::min_element(lost) - lost.begin();
        const auto best = static_cast<std::size_t>(least);
        parts_[best] = joined(parts_[best], parts_[best + 1]);
        parts_.erase(parts_.begin() + least + 1);
        lost.erase(lost.begin() + least);
        if (best > 0) lost[best - 1] = blur(parts_[best - 1], parts_[best]);
        if (best < lost.size()) lost[best] = blur(parts_[best], parts_[best + 1]);
    }
    scaleToOne(parts_);
}

}  // namespace headroom::sim
