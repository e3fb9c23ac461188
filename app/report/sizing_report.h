// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/report/table.h"
#include "sim/study/sizing.h"

/// The cheapest setting, for people and for programs.
namespace headroom::report {

/// `{"setting": {PATH: …}, "cost_per_month": {…}, "confirmed", "front": [{"setting", "cost_per_month",
/// "p95", "simulated"}], "in_the_way": {"objective", "component", "why"}, …}`; without a setting that
/// holds, `setting` is null and `in_the_way` says why.
nlohmann::ordered_json sizingJson(const sim::Sizing& sizing);

/// The setting, or that there is none.
std::string sizingSentence(const sim::Sizing& sizing);
/// What keeps every setting from doing. Precondition: there is no best one, and a component is
/// known.
std::string inTheWayText(const sim::Sizing& sizing);
/// What stands in the way, how it was found.
std::vector<std::string> sizingDetails(const sim::Sizing& sizing);
/// A column for each parameter, then cost and P95.
Table frontTable(const sim::Sizing& sizing);
/// What was simulated, in that order, and whether it held.
Table simulatedTable(const sim::Sizing& sizing);

/// `api.instances = 4, db.servers = 16`.
std::string settingText(const sim::SweepPoint& setting);

}  // namespace headroom::report
