// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Values over time: what a run simulated and what production measured are the same kind of thing.
namespace headroom::archive {

struct Point {
    std::int64_t ms = 0;  ///< since 1970 (UTC) of what was measured; since its start of a run
    double value = 0;     ///< not a number: nothing was there to measure
};

/// The latest moment that counts as one, and its negative the earliest: 30,000 years from 1970. What files say beyond it
/// is a mistake, and arithmetic with it would overflow.
constexpr std::int64_t kLatestMs = 1'000'000'000'000'000;
/// Rounded; nothing for what is no moment.
std::optional<std::int64_t> momentOf(double milliseconds);

using Labels = std::map<std::string, std::string>;

/// What tells a series from all others of its run or import.
struct SeriesKey {
    std::string name;  ///< as metrics are written: `p95(api.response_time)`
    Labels labels = {};
    model::Unit unit = model::Unit::count;

    bool operator<(const SeriesKey& other) const {
        return name != other.name ? name < other.name : labels < other.labels;
    }
};

struct Series {
    SeriesKey key;
    std::vector<Point> points;  ///< in the order they were filed
};

/// `s`, `per_s`, `share`, `count`, `bytes`, `bytes_per_s`, `usd`.
std::string_view unitWord(model::Unit unit);
/// Unit::count for other words.
model::Unit unitFromWord(std::string_view word);

/// `{"operation":"feed"}`, keys sorted; `{}` without labels.
std::string labelsText(const Labels& labels);
Labels labelsFromText(const std::string& text);

}  // namespace headroom::archive
