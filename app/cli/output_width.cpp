// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_width.h"

#include "app/cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace headroom::cli {

namespace {

constexpr std::size_t kFewest = 40;

// 0: nobody says.
std::size_t columnsOfEnvironment() {
    const char* value = std::getenv("COLUMNS");
    std::size_t columns = 0;
    if (value == nullptr) return 0;
    const std::string_view text(value);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), columns);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? columns : 0;
}

std::size_t columnsOfTerminal() {
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

std::size_t outputColumns() {
    std::size_t columns = columnsOfEnvironment();
    if (columns == 0 && outputIsTerminal()) columns = columnsOfTerminal();
    return columns == 0 ? kColumns : std::clamp(columns, kFewest, kColumns);
}

}  // namespace headroom::cli
