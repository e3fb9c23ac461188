// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/table.h"
#include "sim/study/calibration/calibration.h"
#include "sim/study/calibration/replay.h"

#include <string>
#include <vector>

/// How well a model follows what was measured, and what calibration made of it: the same words on the terminal and in
/// the window.
namespace headroom::report {

/// One row for each series that both have: means, mean relative error, bias (model less measured), correlation, and the
/// share of the measured values inside the model's interval of prediction.
Table agreementTable(const sim::ReplayResult& result);
/// One row for each parameter that is changed.
Table calibrationTable(const sim::Calibration& calibration);
/// What the data cannot tell, notes, and the scalability of users and throughput; a sentence each.
std::vector<std::string> calibrationRemarks(const sim::Calibration& calibration);

}  // namespace headroom::report
