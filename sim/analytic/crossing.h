// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/math/tools/toms748_solve.hpp>

#include <cstdint>
#include <utility>

namespace headroom::sim {

/// Where a rising function crosses `level`, to a relative 1e-6, from above. Precondition: 0 ≤ low <
/// high, and the function is not above `level` at `low` and not below it at `high`. By Alefeld,
/// Potra & Shi, ACM TOMS 21 (1995) 3, algorithm 748: steps of a function cost it no more than
/// bisection, what is smooth a few evaluations.
template <typename Function>
double crossing(const Function& function, double level, double low, double high) {
    const auto apart = [&](double at) { return function(at) - level; };
    const double below = apart(low), above = apart(high);
    if (!(below < 0)) return low;
    if (!(above > 0)) return high;
    const auto isClose = [](double a, double b) { return b - a <= 1e-6 * b; };
    std::uintmax_t most = 200;
    return boost::math::tools::toms748_solve(apart, low, high, below, above, isClose, most).second;
}

}  // namespace headroom::sim
