// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/report/safe_text.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace headroom::cli {

namespace {

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool isDumbTerminal() {
    const char* kind = std::getenv("TERM");
    return kind == nullptr || std::strcmp(kind, "dumb") == 0;
}

}  // namespace

void printError(std::string_view line) {
    const std::string text = report::printable(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

bool printOutput(std::string_view text) {
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if ((written && std::fflush(stdout) == 0) || errno == EPIPE) return true;
    printError(std::string("headroom: cannot write to standard output: ") + std::strerror(errno));
    return false;
}

bool outputIsTerminal() { return isatty(STDOUT_FILENO) == 1; }
bool errorIsTerminal() { return isatty(STDERR_FILENO) == 1; }

Style Style::forOutput(bool noColor) {
    return Style(!noColor && outputIsTerminal() && !isSet("NO_COLOR") && !isDumbTerminal());
}

std::string Style::marked(report::Mark mark, std::string_view text) const {
    switch (mark) {
        case report::Mark::good: return wrapped("32", text);
        case report::Mark::caution: return wrapped("33", text);
        case report::Mark::bad: return wrapped("31", text);
        case report::Mark::unknown: return std::string(text);
    }
    return std::string(text);
}

std::string Style::wrapped(std::string_view code, std::string_view text) const {
    if (!colour_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace headroom::cli
