// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_points.h"

#include "app/report/value_text.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace headroom::cli {

namespace {

sim::RunResult timed(const model::Scenario& scenario, const sim::ExperimentOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    sim::RunResult result = sim::runExperiment(scenario, options);
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    result.peakMemoryBytes = peakMemoryBytes();
    return result;
}

}  // namespace

std::uint64_t peakMemoryBytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

std::vector<double> sharesOfWork(const std::vector<model::Scenario>& scenarios) {
    std::vector<double> shares;
    for (const model::Scenario& scenario : scenarios) shares.push_back(std::max(1.0, report::loadOf(scenario).peak));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= sum;
    return shares;
}

bool isUnfinished(const report::RunRecord& run) {
    return !run.result.stopped.empty() || !run.result.brokenInvariants.empty();
}

std::vector<report::RunRecord> runPoints(std::vector<model::Scenario> scenarios, int threads, std::stop_token stop,
                                         ProgressBar& bar) {
    const std::vector<double> shares = sharesOfWork(scenarios);
    std::vector<report::RunRecord> runs;
    double done = 0;
    for (std::size_t i = 0; i < scenarios.size() && !stop.stop_requested(); ++i) {
        report::RunRecord run{std::move(scenarios[i]), {}};
        const std::string label = titleOf(run);
        const auto show = [&](const sim::Progress& progress) { bar.update(label, done + shares[i] * progress.fraction); };
        run.result = timed(run.scenario, {threads, stop, show});
        run.theory = sim::solve(run.scenario);
        done += shares[i];
        if (run.result.interrupted && run.result.replications == 0) break;
        runs.push_back(std::move(run));
    }
    return runs;
}

}  // namespace headroom::cli
