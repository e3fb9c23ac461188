// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headroom::report {

/// The outline of a component type's symbol as an SVG path in a 20 × 20 box, to be stroked and not filled.
/// An unknown type has a plain box.
std::string_view iconPathOf(std::string_view type);

}  // namespace headroom::report
