// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

#include <string>
#include <vector>

/// The answer of queueing theory to a scenario, in milliseconds instead of minutes.
///
/// Every operation's visit is followed through its steps (sim/analytic/course.h) given how those it
/// calls answer; rates follow from the users' actions through caches, retries and failures; every
/// line (servers, slots, connections, CPUs) is solved for itself with as many customers as its
/// callers can send at a time and the time that they spend elsewhere: the surrogate delays of the
/// method of layers (Rolia & Sevcik, IEEE TSE 21 (1995) 8), so that a slot is held while what it
/// waits for is waited for. All of it is repeated until nothing moves.
namespace headroom::sim {

struct Solution {
    /// Figures without intervals, with cost, objectives, claims and bottlenecks judged as those of
    /// a run. What is not known, as behind a line that grows without end, is unknown.
    RunResult result;
    /// In words: where this is weak for what it found.
    std::vector<std::string> approximations;
    /// Components where work grows without end under this load.
    std::vector<std::string> saturated;
    int rounds = 0;
    bool settled = true;  ///< the fixed point was found
};

/// Loads that vary are taken at their peak. Precondition: the scenario came without errors from
/// ScenarioFile and checkGraph.
Solution solve(const model::Scenario& scenario);

}  // namespace headroom::sim
