// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace headroom::sim {

/// MSER-5 (White, Cobb & Spratt 2000): averages runs of five observations and cuts the head whose
/// removal makes the standard error of the rest smallest, at least five averages of it remaining.
/// Returns how many observations to cut (a multiple of 5). Nothing if there are fewer than ten
/// averages or the minimum lies in the second half: the run is too short to tell. NaN observations
/// (intervals in which nothing ended) are left out of their average.
std::optional<std::size_t> mser5(const std::vector<double>& observations);

}  // namespace headroom::sim
