// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace headroom::sim {

/// What has no bound: servers of a component that never makes anybody wait, a margin that nothing uses up.
inline constexpr double kInfinite = std::numeric_limits<double>::infinity();

}  // namespace headroom::sim
