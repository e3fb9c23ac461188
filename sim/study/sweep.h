// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Every combination of some values of some parameters.
namespace headroom::sim {

/// One parameter and the values it takes, as a scenario file would have them.
struct Variation {
    std::string path;  ///< `api.instances`; `users` is the load, as `--users`
    std::vector<std::string> values;
    bool operator==(const Variation&) const = default;
};

/// `api.instances=4,8,16`, or a grid `users=30k..500k:10` of so many values from end to end, in
/// equal ratios where both ends are above 0; whole numbers where both ends are whole. A grid's ends
/// are counts, or quantities of one unit: `ttl=1 min..10 min:4`. Commas in brackets do not separate.
model::Parsed<Variation> parseVariation(std::string_view text);

/// Path and value of one combination.
using SweepPoint = std::vector<std::pair<std::string, std::string>>;

/// All combinations, the last variation changing fastest.
std::vector<SweepPoint> pointsOf(const std::vector<Variation>& variations);
/// `users=30000 api.instances=4`: the name of a point in results.
std::string nameOf(const SweepPoint& point);

/// Calls `run` for each index of `open`, `threads` at a time, in order of index as far as that goes;
/// after `stop`, begins no more. `run` is called from any thread.
void forEachPoint(const std::vector<std::size_t>& open, int threads, const std::stop_token& stop,
                  const std::function<void(std::size_t)>& run);

}  // namespace headroom::sim
