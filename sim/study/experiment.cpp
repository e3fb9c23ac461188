// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/experiment.h"

#include "sim/engine/simulate.h"
#include "sim/study/precision.h"
#include "sim/study/replications.h"
#include "sim/study/run_result.h"

namespace headroom::sim {

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
        return simulate(*program,
                        {scenario.run.seed, replication, std::move(stop), std::move(onSample)});
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
