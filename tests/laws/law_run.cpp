// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/law_run.h"

#include "model/file/scenario_file.h"
#include "sim/study/experiment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace headroom::laws {

namespace {

using model::Metric;

/// Of what may have no spread at all, such as the share of slots held by a crowd.
constexpr double kRounding = 1e-6;

Verdict verdictOn(const Expectation& expected, const sim::RunResult& result) {
    Verdict verdict;
    verdict.expected = expected;
    const auto ref = model::parseMetricRef(expected.metric);
    if (!ref) return verdict;
    verdict.simulated = result.figure(*ref);
    const auto& [value, halfWidth] = verdict.simulated;
    if (!value || !halfWidth) return verdict;
    verdict.precise = *halfWidth <= expected.precision * std::abs(expected.theory);
    verdict.tolerance = *halfWidth + (expected.slack + kRounding) * std::abs(expected.theory);
    verdict.inside = std::abs(*value - expected.theory) <= verdict.tolerance;
    return verdict;
}

/// L = λW for every component whose visits were all answered; the ends of the measured time leave a
/// rest, the smaller the longer it is.
std::vector<std::string> littlesLaw(const sim::RunResult& result) {
    constexpr double kRest = 0.005 * kHaste;
    std::vector<std::string> broken;
    for (const auto& component : result.components) {
        const auto figure = [&](Metric metric) {
            return component.figures.at(metric).value.value_or(0);
        };
        if (figure(Metric::errorRatio) > 0) continue;
        const double there = figure(Metric::inSystem);
        const double flow = figure(Metric::throughput) * figure(Metric::responseTime);
        if (std::abs(there - flow) <= kRest * there) continue;
        broken.push_back(component.name + ": L = " + number(there) + ", but λW = " + number(flow));
    }
    return broken;
}

}  // namespace

Outcome run(const Case& law, int seed, int threads) {
    Outcome outcome{.seed = seed, .verdicts = {}, .faults = {}};
    const model::ScenarioFile file(fileOf(law, seed), "law.yaml", ".");
    const model::LoadedScenario loaded = file.scenario();
    for (const auto& diagnostic : loaded.diagnostics) outcome.faults.push_back(toText(diagnostic));
    if (!loaded.scenario) return outcome;
    sim::ExperimentOptions options;
    options.threads = threads;
    const sim::RunResult result = sim::runExperiment(*loaded.scenario, options);
    for (const auto& expected : law.expectations)
        outcome.verdicts.push_back(verdictOn(expected, result));
    outcome.faults.insert(outcome.faults.end(), result.brokenInvariants.begin(),
                          result.brokenInvariants.end());
    const auto broken = littlesLaw(result);
    outcome.faults.insert(outcome.faults.end(), broken.begin(), broken.end());
    return outcome;
}

bool Outcome::holds() const {
    return faults.empty() && !verdicts.empty() &&
           std::ranges::all_of(verdicts, [](const Verdict& v) { return v.precise && v.inside; });
}

Outcome check(const Case& law, int threads) {
    Outcome first = run(law, 1, threads);
    if (first.holds() || !first.faults.empty()) return first;
    Outcome second = run(law, 2, threads);
    for (std::size_t i = 0; i < second.verdicts.size(); ++i) {
        if (first.verdicts[i].inside) second.verdicts[i] = first.verdicts[i];
    }
    return second;
}

std::string table(const Outcome& outcome) {
    std::string text;
    for (const auto& v : outcome.verdicts) {
        std::array<char, 200> line{};
        const std::string_view verdict = !v.precise ? "cannot tell" : v.inside ? "holds" : "MISSED";
        std::snprintf(line.data(), line.size(), "  %-34s %12.6g %12.6g ± %-10.3g %s\n",
                      v.expected.metric.c_str(), v.expected.theory, v.simulated.value.value_or(NAN),
                      v.tolerance, verdict.data());
        text += line.data();
    }
    for (const auto& fault : outcome.faults) text += "  " + fault + "\n";
    return text;
}

}  // namespace headroom::laws
