// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::laws {

/// A service whose requests keep a slot while they use a connection, which they keep while the
/// database answers: slots ⊃ connections ⊃ servers. Own work comes first, then one query; both are
/// exponential. What no product form covers; solved as a Markov chain of (waiting for a slot, in
/// own work, from the pool on).
struct LayeredSystem {
    int concurrency, cpus;      ///< of the service: slots and CPUs
    int connections;            ///< of the pool; where there is none, as many as slots
    int servers;                ///< of the database
    double ownRate, queryRate;  ///< per second: work of one CPU, of one server
    double arrivalRate = 0;     ///< open: Poisson
    int longestLine = 0;        ///< open: who finds this many waiting for a slot is refused
    int users = 0;              ///< closed, instead of arrivals
    double think = 0;           ///< exponential mean
};

struct LayeredFigures {
    double throughput = 0;  ///< answered
    double refused = 0;     ///< share of arrivals
    double response = 0;    ///< of the service, answered requests
    double wait = 0;        ///< for a slot
    double ownTime = 0;     ///< of the service: its wait, its work and the wait for a CPU
    double cpuWait = 0;
    double poolWait = 0;       ///< for a connection
    double queryWait = 0;      ///< for a server
    double queryResponse = 0;  ///< of the database
    double occupancy = 0;      ///< share of slots held
    double cpuUtilisation = 0, poolUtilisation = 0, serverUtilisation = 0;
};
LayeredFigures solve(const LayeredSystem& system);

}  // namespace headroom::laws
