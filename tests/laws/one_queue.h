// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/laws/case.h"

#include <string>
#include <vector>

/// Cases of one component `q` that a Poisson stream uses.
namespace headroom::laws {

/// Services a second of one server.
constexpr double kMu = 1000;
constexpr double kLoads[] = {0.3, 0.7, 0.95};

struct Effort {
    double customers;  ///< a replication
    int replications;
    double precision;
};
/// The variance of a queue's figures grows with 1/(1 − load)²: at high load more customers, and a
/// little less precision.
Effort effortAt(double load, double squaredCv = 1);

/// `components` begins with what stands behind `q: `. Users ask for the operations in `actions`.
Case oneQueue(const std::string& name, double load, const std::string& components, double rate,
              const Effort& effort, std::vector<Expectation> expectations,
              const std::string& actions = "x: 1");

}  // namespace headroom::laws
