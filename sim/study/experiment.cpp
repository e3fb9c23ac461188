// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/experiment.h"

#include "sim/engine/simulate.h"
#include "sim/study/precision.h"
#include "sim/study/replications.h"
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
        for (TimesLog* times : {&log.responseTimes, &log.waits, &log.ownTimes, &log.cpuWaits})
            times->closeForCutsUpTo(lastCut);
    };
    close(result.workload);
    for (std::vector<TargetLog>* logs :
         {&result.operations, &result.components, &result.componentOperations})
        std::ranges::for_each(*logs, close);
}
}  // namespace

RunResult runExperiment(const model::Scenario& scenario, const ExperimentOptions& options) {
    const std::shared_ptr<const Program> program = compile(scenario);
    const model::Replications& asked = scenario.run.replications;
    ReplicationPlan plan;
    plan.atMost = asked.atMost;
    plan.threads = options.threads;
    plan.stop = options.stop;
    plan.progress = options.progress;
    plan.simulate = [&](int replication, std::stop_token stop,
                        std::function<void(double)> onSample) {
        ReplicationResult result = simulate(
            *program, {scenario.run.seed, replication, std::move(stop), std::move(onSample)});
        closeLogs(scenario, result);
        return result;
    };
    if (asked.until)
        plan.needed = [&](Replications finished) {
            const Precision least = leastPrecise(scenario, measure(scenario, finished));
            return replicationsNeeded(static_cast<int>(finished.size()), least.relative,
                                      *asked.until, asked.atMost);
        };
    const ReplicationOutcome outcome = runReplications(plan);
    return resultOf(scenario, outcome.results, outcome.interrupted);
}

}  // namespace headroom::sim
