// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace headroom::sim {

/// MSER-5 (White, Cobb & Spratt 2000): averages runs of five observations and cuts the head whose
/// removal makes the standard error of the rest smallest. Returns how many observations to cut (a
/// multiple of 5); nothing if the minimum lies in the second half, which means that the run is too
/// short to tell. NaN observations (intervals in which nothing ended) are left out of their batch.
std::optional<std::size_t> mser5(const std::vector<double>& observations);

}  // namespace headroom::sim
