// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/map_reader.h"
#include "model/workload.h"

#include <optional>
#include <vector>

namespace headroom::model {

/// A recorded load, from the keys `replay` (a CSV file), `time`, `column`, `every`, `counts` and
/// `scale` of a schedule. Nothing where there is no `replay`.
struct Replay {
    std::optional<Schedule> schedule;  ///< jumps from value to value
    std::vector<Duration> times;       ///< of a recording of single arrivals: all of them
};
Replay readReplay(MapReader& map, bool ofArrivals);

}  // namespace headroom::model
