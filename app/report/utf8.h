// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headroom::report {

constexpr char32_t kReplacement = U'\uFFFD';

/// The code point that starts at `position`, which moves past it. Anything that is not well-formed UTF-8 (overlong,
/// surrogate, truncated) gives U+FFFD and moves one byte on. Precondition: position < text.size().
char32_t nextCodePoint(std::string_view text, std::size_t& position);

void appendUtf8(std::string& out, char32_t codePoint);

}  // namespace headroom::report
