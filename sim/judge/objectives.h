// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/said.h"
#include "model/scenario.h"
#include "sim/result.h"

#include <vector>

/// The promises of a scenario held against what a run measured.
namespace headroom::sim {

/// The share of actions that may fail where no objective says anything about errors: a system that
/// answers nobody is fast, so verdicts without any bound on errors would mean nothing.
constexpr double kAssumedErrorRatio = 0.01;
constexpr const char* kAssumedErrorsName = HEADROOM_SAID("Simulation", "errors (assumed)");

/// Whether an objective bounds the errors that users see: error ratio or availability of the
/// workload or its entry.
bool hasErrorObjective(const model::Scenario& scenario);

/// The share of events that an objective allows to be bad: 0.1 % for `availability > 99.9 %`;
/// nothing where it does not bound errors from above, or allows none.
std::optional<double> allowedErrors(const model::Objective& objective);

/// Every objective in the order of the file, then, without an error objective,
/// `workload.error_ratio < 1 %` under the name kAssumedErrorsName, in the user's language. `met`
/// compares the value, not its interval.
///
/// Error budget left (Google, Site Reliability Workbook, ch. 2): 1 − error ratio / (1 − objective),
/// negative when more than the budget is spent; unknown for other metrics and for an objective of
/// 100 %, which has no budget.
std::vector<SloVerdict> judgeObjectives(const model::Scenario& scenario, const RunResult& result);

}  // namespace headroom::sim
