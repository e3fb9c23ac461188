// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/shell_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace headroom::report {

namespace {

bool isPlain(char c) {
    constexpr std::string_view kOthers = "-_./=:,@%+";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != std::string_view::npos;
}

}  // namespace

std::string shellQuoted(std::string_view argument) {
    if (!argument.empty() && std::ranges::all_of(argument, isPlain)) return std::string(argument);
    std::string quoted = "'";
    for (const char c : argument) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string shellLine(const std::vector<std::string>& arguments) {
    std::string line;
    for (const std::string& argument : arguments) line += (line.empty() ? "" : " ") + shellQuoted(argument);
    return line;
}

std::string shellNumber(double value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed).ptr;
    return {buffer.begin(), end};
}

}  // namespace headroom::report
