// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/result.h"
#include "tests/laws/case.h"
#include "tests/sanitizers/sanitized.h"

#include <string>
#include <vector>

namespace headroom::laws {

/// How many times shorter the tests' runs are under a sanitizer, which looks for other mistakes and
/// is many times slower.
constexpr double kHaste = kSanitized ? 10 : 1;

/// What a simulation says of one expectation.
struct Verdict {
    Expectation expected;
    sim::Estimate simulated;
    double tolerance = 0;  ///< half-width and slack
    bool precise = false;  ///< the interval is narrow enough to tell
    bool inside = false;   ///< theory is in the interval
};

struct Outcome {
    int seed = 0;
    std::vector<Verdict> verdicts;
    /// Errors of the scenario file, broken invariants, components for which L is not λW.
    std::vector<std::string> faults;

    bool holds() const;
};

/// The case simulated with one seed.
Outcome run(const Case& law, int seed, int threads);

/// A case whose rows all hold, or which has faults, is run once. Else it is run again with another
/// seed, and a row that is inside its interval there holds: of rows that are right, one in 1,000
/// misses once and one in a million twice.
Outcome check(const Case& law, int threads);

/// One line for each verdict: metric, theory, simulated, half-width, verdict; then the faults.
std::string table(const Outcome& outcome);

}  // namespace headroom::laws
