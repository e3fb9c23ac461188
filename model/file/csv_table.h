// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Tables of text with a first line of names: values split at `,` or, where the first line has more
/// of them, `;`, in double quotes or without (RFC 4180).
namespace headroom::model {

struct CsvTable {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;  ///< as many cells each as there are names

    std::optional<std::size_t> column(std::string_view name) const;
};

/// Empty lines do not count. Errors: no names, a line with more or fewer cells than names, a quote
/// that is not closed.
Parsed<CsvTable> parseCsv(std::string_view text);

/// Seconds of a time stamp: `2023-11-16 18:17:03.97` or with `T` and `Z`, as if in UTC; or a number
/// of seconds, of milliseconds where it is over 10¹¹, of microseconds over 10¹⁴ and of nanoseconds
/// over 10¹⁷ (times of this century in the smaller units).
std::optional<double> parseTimestamp(std::string_view text);

}  // namespace headroom::model
