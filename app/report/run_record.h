// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/scenario.h"
#include "sim/analytic/solve.h"
#include "sim/result.h"

/// What reports are made from: values only.
namespace headroom::report {

/// One run and what was run.
struct RunRecord {
    model::Scenario scenario;
    sim::RunResult result;
    std::optional<sim::Solution> theory = std::nullopt;  ///< what queueing theory says of the same
};

/// `today at 30 000 users`; of the base `30 000 users`.
std::string titleOf(const RunRecord& run);
/// `today`, or `base` where no variant is applied.
std::string variantOf(const RunRecord& run);

/// What an outsider needs to run it again.
struct Provenance {
    std::string version;      ///< of this program
    std::string commandLine;  ///< as it could be typed into a shell
    std::string fileName;     ///< of the scenario
    std::string fileText;
};

/// One or more runs of one scenario file.
struct Document {
    Provenance provenance;
    std::vector<RunRecord> runs;  ///< at least one; none only where claims were audited that need no run
    std::optional<std::vector<sim::ClaimVerdict>> audit = std::nullopt;  ///< the claims by all runs together
};

}  // namespace headroom::report
