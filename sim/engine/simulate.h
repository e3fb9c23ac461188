// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace headroom::sim {

class Program;

/// The scenario as flat arrays of steps, ready to run; can be shared by any number of threads.
/// Precondition: the scenario came without errors from ScenarioFile and checkGraph.
std::shared_ptr<const Program> compile(const model::Scenario& scenario);

/// The events that are handled between two looks at the stop token, and so the most that are
/// handled after it was asked: a few milliseconds of work.
constexpr std::uint64_t kEventsBetweenLooks = 1u << 14;

/// What a replication has measured when a sample interval ends; to be read during the call only.
struct IntervalEnd {
    double fraction;  ///< of the simulated time, 0 … 1
    SimTime sample;   ///< length of the interval
    std::span<const TargetLog* const>
        targets;                       ///< the workload, then the components as in the file
    const std::vector<double>& users;  ///< as in ReplicationResult
};

struct ReplicationSettings {
    std::uint64_t seed = 1;
    int replication = 0;   ///< from 0; part of the key of every random stream
    std::stop_token stop;  ///< looked at every kEventsBetweenLooks events
    /// May be empty; after each interval, on the running thread.
    std::function<void(const IntervalEnd&)> onInterval;
};

/// Runs one replication from time 0 to the scenario's duration on the calling thread.
/// The result depends on the program, seed and replication alone.
ReplicationResult simulate(const Program& program, const ReplicationSettings& settings);

}  // namespace headroom::sim
