// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// A scenario simulated until its figures are as good as the scenario asks for.
namespace headroom::sim {

/// Where a run stands, for a progress bar.
struct Progress {
    double fraction = 0;  ///< of the work expected at this moment, 0 … 1
    int replicationsDone = 0;
    int replicationsPlanned = 0;
};

struct ExperimentOptions {
    int threads = 1;
    std::stop_token stop;  ///< asks to end; what is finished is kept
    std::function<void(const Progress&)>
        progress;  ///< may be empty; called from any thread, one call at a time
};

/// Results are the same bits for the same scenario and seed, whatever `threads` is.
/// Precondition: the scenario came without errors from ScenarioFile and checkGraph.
RunResult runExperiment(const model::Scenario& scenario, const ExperimentOptions& options);

}  // namespace headroom::sim
