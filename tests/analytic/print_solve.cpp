// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

/// print_solve FILE VARIANT SECONDS LOAD…: theory beside simulation. SECONDS 0: theory alone.
/// VARIANT `-`: the base. LOAD `-`: that of the file.

using namespace headroom;

namespace {

using model::Metric;
using model::Statistic;

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::string cell(const sim::Figures& figures, Metric metric,
                 Statistic statistic = Statistic::mean) {
    const sim::Estimate& estimate = figures.at(metric, statistic);
    return estimate.value ? model::formatValue(*estimate.value, unitOf(metric)) : "-";
}

void line(const std::string& name, const sim::TargetResult& theory, const sim::TargetResult* run) {
    const auto pair = [&](Metric metric, Statistic statistic = Statistic::mean) {
        std::string text = cell(theory.figures, metric, statistic);
        if (run) text += " / " + cell(run->figures, metric, statistic);
        return text;
    };
    std::printf("%-15s x %-21s R %-19s p95 %-19s W %-19s u %-17s err %-15s n %s h %s\n",
                name.c_str(), pair(Metric::throughput).c_str(), pair(Metric::responseTime).c_str(),
                pair(Metric::responseTime, Statistic::p95).c_str(), pair(Metric::wait).c_str(),
                pair(Metric::utilisation).c_str(), pair(Metric::errorRatio).c_str(),
                pair(Metric::instances).c_str(), pair(Metric::hitRatio).c_str());
}

void show(const model::Scenario& scenario, double simulated) {
    const double start = seconds();
    const sim::Solution solution = sim::solve(scenario);
    std::printf("--- %s: %g users, %d rounds, settled %d, %.2f ms\n", scenario.variant.c_str(),
                solution.result.users, solution.rounds, solution.settled,
                (seconds() - start) * 1e3);
    sim::RunResult run;
    if (simulated > 0) run = sim::runExperiment(scenario, {2, {}, {}});
    const bool both = simulated > 0;
    line("workload", solution.result.workload, both ? &run.workload : nullptr);
    for (const sim::TargetResult& operation : solution.result.operations)
        for (const sim::TargetResult& other : run.operations)
            if (other.name == operation.name) line(operation.name, operation, &other);
    for (std::size_t i = 0; i < solution.result.components.size(); ++i)
        line(solution.result.components[i].name, solution.result.components[i],
             both ? &run.components[i] : nullptr);
    for (const sim::Bottleneck& b : solution.result.bottlenecks)
        std::printf("  bottleneck %s: %s\n", b.component.c_str(), b.why.c_str());
    for (const std::string& text : solution.approximations) std::printf("  ~ %s\n", text.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) return 2;
    std::ifstream in(argv[1]);
    std::stringstream text;
    text << in.rdbuf();
    const std::string path = argv[1], variant = argv[2];
    const model::ScenarioFile file(text.str(), path, path.substr(0, path.rfind('/')));
    const double simulated = std::atof(argv[3]);
    for (int i = 4; i < argc; ++i) {
        model::Overrides overrides;
        if (variant != "-") overrides.variant = variant;
        if (std::string(argv[i]) != "-") overrides.users = std::atof(argv[i]);
        if (simulated > 0) {
            overrides.set.emplace_back("run.duration", std::to_string(simulated) + " s");
            overrides.set.emplace_back("run.warm_up", std::to_string(simulated / 2) + " s");
            overrides.set.emplace_back("run.replications", "2");
        }
        const model::LoadedScenario loaded = file.scenario(overrides);
        for (const auto& diagnostic : loaded.diagnostics)
            std::printf("%s\n", toText(diagnostic).c_str());
        if (loaded.scenario) show(*loaded.scenario, simulated);
    }
}
