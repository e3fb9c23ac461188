// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Command lines that can be copied into a POSIX shell.
namespace headroom::report {

/// As it is where the shell leaves it alone, else in single quotes.
std::string shellQuoted(std::string_view argument);
std::string shellLine(const std::vector<std::string>& arguments);
/// `30000`, `0.5`: read back to the same value.
std::string shellNumber(double value);

}  // namespace headroom::report
