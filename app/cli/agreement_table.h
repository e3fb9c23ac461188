// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "sim/study/calibration/replay.h"

#include <nlohmann/json.hpp>

#include <string>

/// The model held against what was measured, for people and for programs.
namespace headroom::cli {

std::string agreementText(const sim::ReplayResult& result, const Style& style);
nlohmann::ordered_json agreementJson(const sim::ReplayResult& result);

}  // namespace headroom::cli
