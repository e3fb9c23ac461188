// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "app/report/audit.h"
#include "app/report/run_record.h"

namespace headroom::report {

/// A run in the published form: times in seconds, rates per second, shares 0 … 1, money in USD. A figure is
/// `{"value": …, "half_width": …}`; what is not known, or no finite number, is null. Keys keep their order.
nlohmann::ordered_json runJson(const RunRecord& run);
/// Several runs of one file: `{"headroom": 1, "scenario": …, "points": [run…]}`.
nlohmann::ordered_json pointsJson(const Document& document);

/// `{"headroom": 1, "claims": [{"says", "source", "value", "verdict", "why", …}]}`; each claim says which scenario and
/// file it is of.
nlohmann::ordered_json auditJson(const std::vector<Audit>& audits);

/// As text with a final line break; broken UTF-8 in names becomes U+FFFD.
std::string jsonText(const nlohmann::ordered_json& json);

}  // namespace headroom::report
