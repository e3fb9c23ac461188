// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/parameter_fits.h"

#include "sim/analytic/popularity.h"
#include "sim/study/calibration/nonnegative_least_squares.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kZ95 = 1.6448536269514722;  // of the standard normal law
constexpr double kSteepest = 3;

template <typename Function>
double whereZero(double low, double high, const Function& rising) {
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (rising(middle) < 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

model::Distribution lognormalFromQuantiles(double median, double p95) {
    return model::Distribution(model::Lognormal{std::log(median), std::log(p95 / median) / kZ95});
}

double zipfHitRatio(std::int64_t keys, double capacity, double exponent) {
    if (capacity >= static_cast<double>(keys)) return 1;
    model::KeyClass keyClass;
    keyClass.popularity = model::KeyClass::Popularity::zipf;
    keyClass.zipfExponent = exponent;
    keyClass.count = keys;
    const KeyPopularity popularity(keyClass);
    const Eigen::ArrayXd one = popularity.shares / popularity.counts;  // of one key of each bin
    const auto held = [&](double logTime) { return (popularity.counts * (1 - (-one * std::exp(logTime)).exp())).sum() - capacity; };
    const double time = std::exp(whereZero(-10, 60, held));
    return (popularity.shares * (1 - (-one * time).exp())).sum();
}

std::optional<double> zipfFromHitRatio(std::int64_t keys, double capacity, double hitRatio) {
    if (!(capacity > 0) || capacity >= static_cast<double>(keys)) return std::nullopt;
    const auto gap = [&](double exponent) { return zipfHitRatio(keys, capacity, exponent) - hitRatio; };
    if (gap(0) > 0 || gap(kSteepest) < 0) return std::nullopt;
    double low = 0, high = kSteepest;
    while (high - low > 1e-6) {
        const double middle = (low + high) / 2;
        (gap(middle) < 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

double Scalability::at(double n) const { return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1)); }

std::optional<Scalability> fitScalability(const std::vector<double>& n, const std::vector<double>& throughput) {
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < std::min(n.size(), throughput.size()); ++i)
        if (n[i] >= 1 && throughput[i] > 0 && std::isfinite(n[i]) && std::isfinite(throughput[i])) points.push_back({n[i], throughput[i]});
    if (points.size() < 6) return std::nullopt;
    const auto [least, most] = std::ranges::minmax(points, {}, &std::pair<double, double>::first);
    if (most.first < 1.5 * least.first) return std::nullopt;
    // N/X = (1/λ) · (1 + σ(N−1) + κN(N−1)): linear in 1/λ, σ/λ, κ/λ; each row over its own N/X.
    Eigen::MatrixXd a(static_cast<Eigen::Index>(points.size()), 3);
    const Eigen::VectorXd b = Eigen::VectorXd::Ones(a.rows());
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
        const auto& [users, rate] = points[static_cast<std::size_t>(i)];
        const double scale = rate / users;
        a.row(i) << scale, (users - 1) * scale, users * (users - 1) * scale;
    }
    const NonnegativeFit fit = nonnegativeLeastSquares(a, b);
    if (fit.x(0) <= 0) return std::nullopt;
    Scalability out{1 / fit.x(0), fit.x(1) / fit.x(0), fit.x(2) / fit.x(0), 0, {}};
    double mean = 0, all = 0, left = 0;
    for (const auto& [users, rate] : points) mean += users / rate / static_cast<double>(points.size());
    for (const auto& [users, rate] : points) {
        all += std::pow(users / rate - mean, 2);
        left += std::pow(users / rate - users / out.at(users), 2);
    }
    out.r2 = all > 0 ? 1 - left / all : 1;
    if (out.kappa > 0 && out.sigma < 1) out.peakN = std::sqrt((1 - out.sigma) / out.kappa);
    return out;
}

}  // namespace headroom::sim
