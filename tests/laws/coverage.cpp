// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/coverage.h"

#include "model/file/scenario_file.h"
#include "sim/study/experiment.h"

#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <thread>

namespace headroom::laws {

namespace {

model::LoadedScenario loaded(const CoverageCase& law) {
    const std::string text =
        "headroom: 1\nname: " + law.name + "\nrun: {" + law.run + "}\n" + law.scenario;
    return model::ScenarioFile(text, "coverage.yaml", ".").scenario();
}

/// The experiments, in the order of their seeds.
std::vector<sim::RunResult> experiments(const model::Scenario& scenario, int seeds, int threads) {
    std::vector<sim::RunResult> results(static_cast<std::size_t>(seeds));
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        model::Scenario own = scenario;
        for (std::size_t i = next++; i < results.size(); i = next++) {
            own.run.seed = i + 1;
            results[i] = sim::runExperiment(own, {1, {}, {}});
            results[i].series.clear();
        }
    };
    std::vector<std::jthread> others;
    for (int t = 1; t < threads; ++t) others.emplace_back(work);
    work();
    others.clear();
    return results;
}

void count(const sim::Estimate& estimate, const Truth& truth, Coverage& coverage) {
    if (!estimate.value || !estimate.halfWidth) return;
    const double reach = *estimate.halfWidth;
    ++coverage.runs;
    coverage.held += std::abs(*estimate.value - truth.value) <= reach;
    coverage.tooHigh += *estimate.value - reach > truth.value;
    coverage.meanValue += *estimate.value;
    coverage.meanHalfWidth += *estimate.halfWidth;
}

}  // namespace

CaseCoverage cover(const CoverageCase& law, int seeds, int threads) {
    CaseCoverage all;
    const model::LoadedScenario scenario = loaded(law);
    for (const auto& diagnostic : scenario.diagnostics) all.faults.push_back(toText(diagnostic));
    if (!scenario.scenario) return all;
    const auto results = experiments(*scenario.scenario, seeds, threads);
    for (const Truth& truth : law.truths) {
        Coverage coverage{.metric = truth.metric, .truth = truth.value};
        const auto ref = model::parseMetricRef(truth.metric);
        for (const auto& result : results)
            if (ref) count(result.figure(*ref), truth, coverage);
        if (coverage.runs == 0) continue;
        coverage.meanValue /= coverage.runs;
        coverage.meanHalfWidth /= coverage.runs;
        all.figures.push_back(coverage);
    }
    for (const auto& result : results) {
        all.replications += static_cast<double>(result.replications) / seeds;
        all.warmUpSeconds += result.warmUpSeconds / seeds;
        all.faults.insert(all.faults.end(), result.brokenInvariants.begin(),
                          result.brokenInvariants.end());
    }
    return all;
}

std::string table(const CaseCoverage& coverage) {
    std::string text;
    for (const Coverage& c : coverage.figures) {
        std::array<char, 200> line{};
        std::snprintf(
            line.data(), line.size(),
            "  %-30s %5.1f %% of %4d  (too high %4.1f %%)  %11.5g  mean %11.5g ± %-9.3g\n",
            c.metric.c_str(), 100 * c.share(), c.runs, 100.0 * c.tooHigh / std::max(1, c.runs),
            c.truth, c.meanValue, c.meanHalfWidth);
        text += line.data();
    }
    std::array<char, 100> line{};
    std::snprintf(line.data(), line.size(), "  %.1f replications, warm-up of %.3g s on average\n",
                  coverage.replications, coverage.warmUpSeconds);
    text += line.data();
    for (const auto& fault : coverage.faults) text += "  " + fault + "\n";
    return text;
}

}  // namespace headroom::laws
