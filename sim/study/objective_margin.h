// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/result.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// How far a result is from missing its objectives.
namespace headroom::sim {

/// Whether every objective holds, and which is nearest to not holding.
struct Margin {
    bool held = true;
    /// The objective with the least room, or the one missed by most; -1 without any.
    int worst = -1;
    /// ln(threshold / value) of that one, turned round for `>`: above 0 it holds. Infinite either
    /// way where a value is 0 or unknown; unknown counts as missed.
    double room = 0;
    /// The worst one's interval reaches over its threshold.
    bool close = false;
};

/// Objectives of these names are passed over.
Margin marginOf(const std::vector<SloVerdict>& slos, const std::set<std::string>& without = {});

/// Whether further replications are unlikely to change what marginOf says of `held`: an objective is
/// missed with its whole interval, or all hold with theirs. A figure without an interval is taken as
/// it is.
bool isDecided(const std::vector<SloVerdict>& slos, const std::set<std::string>& without = {});

}  // namespace headroom::sim
