// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"
#include "sim/study/experiment.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

/// Variants (or loads) of a scenario side by side on common random numbers.
///
/// Streams are keyed by seed, replication, component and purpose, so that replication n of every
/// variant sees the same arrivals and the same services, as far as its visits come in the same
/// order. What chance does to one it does to the others, and it falls out of the difference: the
/// interval is Student's t over the differences of the paired replications (Law, Simulation
/// Modeling and Analysis, §10.2.1 and §11.2).
namespace headroom::sim {

/// A figure of one run less the same figure of another.
struct Difference {
    model::MetricRef metric;
    Estimate value;  ///< in the metric's unit; no half-width with one pair of replications

    /// Whether the interval leaves out 0; unknown without one.
    std::optional<bool> isSignificant() const;
};

/// The replications of a run, with the scenario that they are of.
struct Replicated {
    const model::Scenario& scenario;
    Replications replications;
};

/// Of every figure that both have, except maxima, which have no interval: targets in the order of
/// `run`. Only the first replications, those that
/// both finished, count. Quantiles are of pooled histograms, as those
/// of a run are; their half-width is at least the histogram's error, unless the two runs are the
/// same to the last visit.
std::vector<Difference> differencesOf(const Replicated& reference, const Replicated& run);

struct Comparison {
    std::vector<RunResult> runs;  ///< the reference first; fewer than asked for if interrupted
    std::vector<std::vector<Difference>> differences;  ///< of each run but the first to the first
    std::vector<std::string> notes;                    ///< on the differences
};

struct ComparisonOptions {
    int threads = 1;
    std::stop_token stop;  ///< asks to end; what is finished is kept
    /// The number of the run and how far it is. As ExperimentOptions::progress.
    std::function<void(std::size_t run, const Progress&)> progress = {};
    std::function<void(std::size_t run, const Sample&)> sample = {};
};

/// Runs them one after another, each as precisely as it asks for, then those with fewer
/// replications up to the number of the one with most. The same bits for any number of threads.
/// Precondition: at least one; each came without errors from ScenarioFile and checkGraph.
Comparison compare(std::span<const model::Scenario> scenarios, const ComparisonOptions& options);

}  // namespace headroom::sim
