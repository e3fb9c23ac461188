// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::cli {

/// One of several runs: which variant under which load.
struct LoadPoint {
    std::string variant;          ///< empty: the base
    std::optional<double> users;  ///< none: as the file says

    bool operator==(const LoadPoint&) const = default;
};

/// `today=10k,20 k`, or `10k,20k` for the variant `otherwise`. Counts are in the format's own form and over 0.
model::Parsed<std::vector<LoadPoint>> parseLoadPoints(std::string_view text, const std::string& otherwise);

/// A number of users (or arrivals per second): a count over 0.
model::Parsed<double> parseLoad(std::string_view text);

}  // namespace headroom::cli
