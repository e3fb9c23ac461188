// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace headroom::sim {

/// A place in 0 … 1 for each number, the same always, so that any run of consecutive numbers is
/// spread as evenly as can be: the fractional part of number times the golden ratio (Weyl's
/// sequence; Knuth, The Art of Computer Programming vol. 3, 6.4, "Fibonacci hashing"). Deals users
/// to kinds by their shares without remembering who is of which.
constexpr double evenlySpread(std::uint32_t number) {
    return static_cast<double>(number * std::uint64_t{0x9e3779b97f4a7c15} >> 11) * 0x1p-53;
}

/// As if drawn at random, independent of evenlySpread(): SplitMix64's finaliser (Steele, Lea and
/// Flood, OOPSLA 2014).
constexpr std::uint64_t scrambled(std::uint64_t number) {
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

}  // namespace headroom::sim
