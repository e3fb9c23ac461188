// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

/// Tests of fit whose hypothesis, if true, is rejected once in 10,000 times. Seeds are fixed, so a
/// test that passes goes on passing; one that must be given another seed is to be looked into.
namespace headroom::sim::fit {

constexpr double kSignificance = 1e-4;

/// The largest distance between the sorted sample's distribution and `cdf`, over its critical value
/// (Kolmogorov's limit; fine beyond a few hundred draws): below 1 is a fit.
inline double kolmogorovSmirnov(const std::vector<double>& sorted,
                                const std::function<double(double)>& cdf) {
    const auto n = static_cast<double>(sorted.size());
    double distance = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double f = cdf(sorted[i]);
        const auto rank = static_cast<double>(i);
        distance = std::max({distance, f - rank / n, (rank + 1) / n - f});
    }
    return distance / std::sqrt(std::log(2 / kSignificance) / (2 * n));
}

/// Pearson's statistic over its critical value: below 1 is a fit. Neighbouring cells are joined
/// until ten draws are expected; cells with none expected must have none.
inline double chiSquare(const std::vector<double>& observed, const std::vector<double>& expected) {
    double statistic = 0, seen = 0, due = 0;
    int cells = 0;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        if (expected[i] == 0 && observed[i] > 0) return std::numeric_limits<double>::infinity();
        seen += observed[i];
        due += expected[i];
        if (due < 10) continue;
        statistic += (seen - due) * (seen - due) / due;
        seen = due = 0;
        ++cells;
    }
    if (due > 0) statistic += (seen - due) * (seen - due) / std::max(due, 10.0);
    if (cells < 2) return statistic;
    const boost::math::chi_squared law(cells - 1);
    return statistic / boost::math::quantile(boost::math::complement(law, kSignificance));
}

inline double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// The mean of the squared distance from the mean, and of its square.
inline double variance(const std::vector<double>& values) {
    const double mean = meanOf(values);
    double sum = 0;
    for (double value : values) sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size());
}
inline double fourthMoment(const std::vector<double>& values) {
    const double mean = meanOf(values);
    double sum = 0;
    for (double value : values)
        sum += (value - mean) * (value - mean) * (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size());
}

}  // namespace headroom::sim::fit
