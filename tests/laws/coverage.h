// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Do intervals of 95 % hold the truth in 95 % of runs? Whole experiments as users run them, with
/// warm-up found, replications and all, repeated with a thousand seeds.
namespace headroom::laws {

struct Truth {
    std::string metric;  ///< as objectives write it
    double value;        ///< by theory
};

struct CoverageCase {
    std::string name;
    std::string run;       ///< settings of `run` but for the seed
    std::string scenario;  ///< the file, but for `headroom`, `name` and `run`
    std::vector<Truth> truths;
    bool tested = true;  ///< else it is printed only: what is known to be less than nominal
};

struct Coverage {
    std::string metric;
    int runs = 0;     ///< with an interval
    int held = 0;     ///< of them, those whose interval holds the truth
    int tooHigh = 0;  ///< the whole interval is above it
    double truth = 0;
    double meanValue = 0;      ///< over the runs
    double meanHalfWidth = 0;  ///< likewise
    double share() const { return runs == 0 ? 0 : static_cast<double>(held) / runs; }
};

struct CaseCoverage {
    std::vector<Coverage> figures;  ///< one for each truth
    double replications = 0;        ///< mean over the runs
    double warmUpSeconds = 0;       ///< likewise
    std::vector<std::string> faults;
};

std::vector<CoverageCase> coverageCases();

/// Experiments with seeds 1 … seeds, spread over threads. Does not depend on their number.
CaseCoverage cover(const CoverageCase& law, int seeds, int threads);

/// One line for each figure.
std::string table(const CaseCoverage& coverage);

}  // namespace headroom::laws
