// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headroom::exchange {

/// `A small shop!` → `a-small-shop` with the separator `-`: lower-case letters and digits of ASCII,
/// whatever else stands between them as one separator, at most `most` characters; `unnamed` if
/// nothing is left.
std::string plainName(const std::string& text, char separator, std::size_t most);

}  // namespace headroom::exchange
