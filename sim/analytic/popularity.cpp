// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/popularity.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace headroom::sim {

namespace {

constexpr double kAlone = 100;
constexpr double kWithin = 1.05;

/// ∫ x^−a from l to u, the sum of ranks in a bin with Euler and Maclaurin's midpoints.
double weightOf(double first, double last, double exponent) {
    const double low = first - 0.5, high = last + 0.5;
    if (last - first < 0.5) return std::pow(first, -exponent);
    if (std::abs(exponent - 1) < 1e-9) return std::log(high / low);
    return (std::pow(high, 1 - exponent) - std::pow(low, 1 - exponent)) / (1 - exponent);
}

}  // namespace

KeyPopularity::KeyPopularity(const model::KeyClass& keys)
    : bytes(static_cast<double>(keys.size.count)),
      own(keys.popularity == model::KeyClass::Popularity::own) {
    const double count = own ? 1 : static_cast<double>(std::max<std::int64_t>(1, keys.count));
    std::vector<double> sizes, weights;
    if (keys.popularity != model::KeyClass::Popularity::zipf) {
        sizes = {count};
        weights = {1};
    } else {
        for (double first = 1; first <= count;) {
            const double last = first <= kAlone ? first : std::min(count, std::floor(first * kWithin));
            sizes.push_back(last - first + 1);
            weights.push_back(weightOf(first, last, keys.zipfExponent));
            first = last + 1;
        }
    }
    counts = Eigen::Map<Eigen::ArrayXd>(sizes.data(), static_cast<Eigen::Index>(sizes.size()));
    shares = Eigen::Map<Eigen::ArrayXd>(weights.data(), static_cast<Eigen::Index>(weights.size()));
    shares /= shares.sum();
}

}  // namespace headroom::sim
