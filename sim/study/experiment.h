// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/engine/simulate.h"
#include "sim/result.h"
#include "sim/study/replications.h"
#include "sim/study/samples.h"

#include <functional>
#include <memory>
#include <stop_token>

/// A scenario simulated until its figures are as good as the scenario asks for.
namespace headroom::sim {

struct ExperimentOptions {
    int threads = 1;
    std::stop_token stop;  ///< asks to end; what is finished is kept
    /// May be empty; called from any thread, one call at a time.
    std::function<void(const Progress&)> progress = {};
    /// Each sample interval of each replication as it ends, also of those that turn out not to be
    /// needed. May be empty; called from any thread, one call at a time, and by the thread that
    /// simulates: whoever takes long holds up the run. Changes no figure.
    std::function<void(const Sample&)> sample = {};
    /// May be empty; asked after the second and each further replication with what they give so
    /// far: whether that is all that is wanted, though the scenario asks for more. Answers for the
    /// same result must be the same.
    std::function<bool(const RunResult&)> enough = {};
};

/// Replications of one scenario, with an outcome that is the same bits for the same scenario and
/// seed whatever the number of threads. Precondition: the scenario, which is only referred to, came
/// without errors from ScenarioFile and checkGraph.
class Experiment {
public:
    Experiment(const model::Scenario& scenario, ExperimentOptions options);

    /// As many replications as the scenario asks for.
    void run();
    /// Further ones, up to `replications` in all; none if there are as many, or if it was
    /// interrupted or given up.
    void extendTo(int replications);

    Replications replications() const { return outcome_.results; }
    bool interrupted() const { return outcome_.interrupted; }
    RunResult result() const;

private:
    ReplicationPlan plan(int atMost);

    const model::Scenario& scenario_;
    ExperimentOptions options_;
    std::shared_ptr<const Program> program_;
    SampleFeed feed_;
    ReplicationOutcome outcome_;
};

/// Results are the same bits for the same scenario and seed, whatever `threads` is.
/// Precondition: the scenario came without errors from ScenarioFile and checkGraph.
RunResult runExperiment(const model::Scenario& scenario, const ExperimentOptions& options);

}  // namespace headroom::sim
