// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace headroom::sim {

class Program;

/// The scenario as flat arrays of steps, ready to run; can be shared by any number of threads.
/// Precondition: the scenario came without errors from ScenarioFile and checkGraph.
std::shared_ptr<const Program> compile(const model::Scenario& scenario);

struct ReplicationSettings {
    std::uint64_t seed = 1;
    int replication = 0;   ///< from 0; part of the key of every random stream
    std::stop_token stop;  ///< looked at every few milliseconds of work
    std::function<void(double fraction)>
        onSample;  ///< may be empty; after each interval, on the running thread
};

/// Runs one replication from time 0 to the scenario's duration on the calling thread.
/// The result depends on the program, seed and replication alone.
ReplicationResult simulate(const Program& program, const ReplicationSettings& settings);

}  // namespace headroom::sim
