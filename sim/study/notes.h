// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"
#include "sim/study/steady_state.h"

#include <string>
#include <vector>

namespace headroom::sim {

/// What somebody who acts on the figures has to know about them, in full sentences, the most
/// important first: why the run ended early, too little data, intervals that are missing or wider
/// than asked for, verdicts on assumed objectives, parts of the file that are not simulated.
std::vector<std::string> notesOn(const model::Scenario& scenario, Replications replications,
                                 const RunResult& result);

}  // namespace headroom::sim
