// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace headroom::sim {

/// Where MSER-5 would end the warm-up.
struct WarmUpEnd {
    std::size_t cut = 0;  ///< observations, a multiple of 5, at most half of them
    /// The minimum of all lies in the second half. So it does where the sequence moves through its
    /// first half and beyond, and by chance where neighbours in the sequence are alike.
    bool late = false;
};

/// MSER-5 (White, Cobb & Spratt 2000): averages runs of five observations and cuts the head whose
/// removal makes the standard error of the rest smallest, of heads up to half of all. Nothing if
/// there are fewer than ten averages: too short to tell. NaN observations (intervals in which
/// nothing ended) are left out of their average.
std::optional<WarmUpEnd> mser5(const std::vector<double>& observations);

}  // namespace headroom::sim
