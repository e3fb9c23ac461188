// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/experiment.h"

#include "sim/study/precision.h"
#include "sim/study/run_result.h"
#include "sim/study/steady_state.h"

#include <algorithm>

namespace headroom::sim {

namespace {
/// Times are kept in blocks until it is known how many of the first are warm-up; the later ones
/// need not be told apart, and all replications are in memory at once.
void closeLogs(const model::Scenario& scenario, ReplicationResult& result) {
    const std::size_t lastCut = latestWarmUpEnd(scenario, result);
    const auto close = [lastCut](TargetLog& log) {
        for (TimesLog* times : {&log.responseTimes, &log.waits, &log.ownTimes, &log.cpuWaits,
                                &log.deliveryTimes, &log.firstPaints, &log.largestPaints})
            times->closeForCutsUpTo(lastCut);
    };
    close(result.workload);
    for (std::vector<TargetLog>* logs :
         {&result.operations, &result.components, &result.componentOperations})
        std::ranges::for_each(*logs, close);
}
}  // namespace

Experiment::Experiment(const model::Scenario& scenario, ExperimentOptions options)
    : scenario_(scenario),
      options_(std::move(options)),
      program_(compile(scenario)),
      feed_(options_.sample) {}

ReplicationPlan Experiment::plan(int atMost) {
    ReplicationPlan plan;
    plan.atMost = atMost;
    plan.threads = options_.threads;
    plan.stop = options_.stop;
    plan.progress = options_.progress;
    plan.simulate = [this](int replication, std::stop_token stop,
                           std::function<void(double)> onProgress) {
        ReplicationSettings settings{scenario_.run.seed, replication, std::move(stop), {}};
        settings.onInterval = [&](const IntervalEnd& end) {
            if (options_.sample) feed_.onInterval(replication, end);
            onProgress(end.fraction);
        };
        ReplicationResult result = simulate(*program_, settings);
        closeLogs(scenario_, result);
        return result;
    };
    return plan;
}

void Experiment::run() {
    const model::Replications& asked = scenario_.run.replications;
    ReplicationPlan all = plan(asked.atMost);
    if (asked.until || options_.enough)
        all.needed = [&](Replications finished) {
            const auto done = static_cast<int>(finished.size());
            const RunResult result = measure(scenario_, finished);
            if (options_.enough && options_.enough(result)) return done;
            if (!asked.until) return asked.atMost;
            const Precision least = leastPrecise(scenario_, result);
            return replicationsNeeded(done, least.relative, *asked.until, asked.atMost);
        };
    outcome_ = runReplications(all);
}

void Experiment::extendTo(int replications) {
    const auto done = static_cast<int>(outcome_.results.size());
    if (outcome_.interrupted || done == 0 || done >= replications) return;
    if (!outcome_.results.back().stopped.empty()) return;
    outcome_ = runReplications(plan(replications), std::move(outcome_.results));
}

RunResult Experiment::result() const {
    return resultOf(scenario_, outcome_.results, outcome_.interrupted);
}

RunResult runExperiment(const model::Scenario& scenario, const ExperimentOptions& options) {
    Experiment experiment(scenario, options);
    experiment.run();
    return experiment.result();
}

}  // namespace headroom::sim
