// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text from a scenario file, made harmless for terminals and pages, and measured in terminal columns.
namespace headroom::report {

/// Valid UTF-8 on one line without anything that steers a terminal or hides text: control characters (C0, DEL, C1)
/// and bidirectional overrides become U+FFFD, line breaks and tabs a space, broken UTF-8 U+FFFD.
std::string printable(std::string_view text);

/// Columns on a terminal: code points, East Asian wide ones counting two, combining marks none.
/// Precondition: `text` is printable.
std::size_t displayWidth(std::string_view text);

/// At most `width` columns; what is cut off is replaced by `…`. Precondition: width ≥ 1.
std::string shortened(std::string_view text, std::size_t width);

/// Broken into lines of at most `width` columns at spaces; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace headroom::report
