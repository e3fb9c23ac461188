// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/verdict.h"

#include <string>
#include <string_view>

/// Standard output and standard error.
namespace headroom::cli {

constexpr std::size_t kColumns = 100;  ///< that text output fits into

/// One line on standard error, made harmless for a terminal.
void printError(std::string_view line);

/// All of it, or an error on standard error and false. A reader that went away is no error.
bool printOutput(std::string_view text);

bool outputIsTerminal();
bool errorIsTerminal();

/// Colours of the terminal, or none.
class Style {
public:
    /// Colour on a terminal, unless told not to or the environment's NO_COLOR is set.
    static Style forOutput(bool noColor);
    explicit Style(bool colour) : colour_(colour) {}

    std::string bold(std::string_view text) const { return wrapped("1", text); }
    std::string quiet(std::string_view text) const { return wrapped("2", text); }
    std::string marked(report::Mark mark, std::string_view text) const;

private:
    std::string wrapped(std::string_view code, std::string_view text) const;
    bool colour_;
};

}  // namespace headroom::cli
