// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/report/table.h"
#include "sim/study/capacity_search.h"

/// A capacity study for people and for programs.
namespace headroom::report {

/// `{"limit": {"value", "half_width"}, "unit": "users" | "per_s", "breaks_first": {…}, "next": […],
/// "knee", "collapse", "curve": [{"load", "solve", "run"}], "sensitivities": […], …}`
nlohmann::ordered_json capacityJson(const model::Scenario& scenario, const sim::Capacity& capacity);

/// The first sentence: how far it goes, and what gives way there.
std::string capacitySentence(const sim::Capacity& capacity);
/// The rest: what would give way next, the knee, the collapse, what never held.
std::vector<std::string> capacityDetails(const sim::Capacity& capacity);
Table curveTable(const sim::Capacity& capacity);
/// The strongest `most`.
Table sensitivityTable(const sim::Capacity& capacity, std::size_t most);

/// `30 000 users`, `120 arrivals/s`.
std::string loadOfStudy(double load, bool perSecond);

}  // namespace headroom::report
