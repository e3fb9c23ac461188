// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::laws {

/// A figure of a scenario that theory knows.
struct Expectation {
    std::string metric;  ///< as objectives write it: `p95(q.wait)`
    double theory;
    double slack = 0;  ///< relative error of the theory (an asymptotic formula) or of the estimator
    double precision =
        0.03;  ///< largest half-width of the interval, relative; else the row says nothing
};

/// A scenario held against theory. Its objectives are the expectations' metrics, so that all of
/// them are measured.
struct Case {
    std::string name;
    std::string scenario;  ///< the file, but for `headroom`, `name`, `run` and `slos`
    double seconds;        ///< simulated, each replication
    std::vector<Expectation> expectations;
    int replications = 10;
    std::string run = {};  ///< further settings of `run`, such as `confidence: 95 %`
};

/// The whole scenario file.
std::string fileOf(const Case& law, int seed);

/// The text with each `$name` replaced.
using Values = std::vector<std::pair<std::string_view, std::string>>;
std::string fill(std::string_view text, const Values& values);
/// Numbers as the format reads them.
std::string number(double value);
std::string perSecond(double rate);
std::string seconds(double time);

/// A quantile's slack: half the width of a histogram's bin, 1/128.
constexpr double kBin = 0.0079;

std::vector<Case> queueCases();
std::vector<Case> disciplineCases();
std::vector<Case> balancingCases();
std::vector<Case> networkCases();
std::vector<Case> possessionCases();
std::vector<Case> cacheCases();
std::vector<Case> callCases();
std::vector<Case> messageCases();
std::vector<Case> limitCases();
/// All of them.
std::vector<Case> lawCases();

}  // namespace headroom::laws
