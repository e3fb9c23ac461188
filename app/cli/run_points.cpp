// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_points.h"

#include "app/report/value_text.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>

namespace headroom::cli {

namespace {

sim::RunResult timed(const model::Scenario& scenario, const sim::ExperimentOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    sim::RunResult result = sim::runExperiment(scenario, options);
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    result.peakMemoryBytes = peakMemoryBytes();
    return result;
}

bool hasNothing(const report::RunRecord& run) { return run.result.interrupted && run.result.replications == 0; }

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

void SharedProgress::update(std::size_t job, const std::string& label, double fraction) {
    const std::scoped_lock lock(mutex_);
    done_[job] = shares_[job] * fraction;
    bar_.update(label, std::accumulate(done_.begin(), done_.end(), 0.0));
}

int threadsOfEach(std::size_t count, int threads) { return std::max(1, threads / std::max(1, static_cast<int>(count))); }

void forEachAtOnce(std::size_t count, int threads, const std::function<void(std::size_t)>& job) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) job(i);
    };
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < std::min(count, static_cast<std::size_t>(threads)); ++t) others.emplace_back(work);
    work();
}

std::vector<report::RunRecord> runPoints(std::vector<model::Scenario> scenarios, int threads, std::stop_token stop,
                                         ProgressBar& bar) {
    SharedProgress progress(bar, sharesOfWork(scenarios));
    std::vector<report::RunRecord> runs;
    for (model::Scenario& scenario : scenarios) {
        runs.push_back({std::move(scenario), {}});
        runs.back().result.interrupted = true;
    }
    forEachAtOnce(runs.size(), threads, [&](std::size_t i) {
        if (stop.stop_requested()) return;
        report::RunRecord& run = runs[i];
        const std::string label = titleOf(run);
        const auto show = [&](const sim::Progress& now) { progress.update(i, label, now.fraction); };
        run.result = timed(run.scenario, {threadsOfEach(runs.size(), threads), stop, show});
        run.theory = sim::solve(run.scenario);
        progress.update(i, label, 1);
    });
    runs.erase(std::ranges::find_if(runs, hasNothing), runs.end());
    return runs;
}

}  // namespace headroom::cli
