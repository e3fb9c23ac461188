// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"
#include "sim/study/calibration/calibration.h"

#include <string>

namespace headroom::import {

/// The text of a scenario file with what calibration found as the variant `name`, which builds on the variant `on` (empty:
/// the base). Nothing else in it changes.
model::Parsed<std::string> withCalibration(const std::string& text, const std::string& name, const std::string& on,
                                           const sim::Calibration& calibration);

}  // namespace headroom::import
