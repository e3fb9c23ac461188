// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/measure/replication_result.h"

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

/// Replications run side by side, with an outcome that does not depend on how many at a time.
namespace headroom::sim {

/// Where a run stands, for a progress bar.
struct Progress {
    double fraction = 0;  ///< of the work expected at this moment, 0 … 1
    int replicationsDone = 0;
    int replicationsPlanned = 0;
};

struct ReplicationPlan {
    /// Runs one replication on the calling thread; ends early, with `interrupted` set, when asked
    /// to stop.
    std::function<ReplicationResult(int replication, std::stop_token stop,
                                    std::function<void(double fraction)> onProgress)>
        simulate;
    int atMost = 1;
    /// After each further replication, in the order of their numbers and from the second on: how
    /// many are likely to be needed in all, given those up to here; at most their number ends the
    /// run. Empty: all `atMost` are run.
    std::function<int(std::span<const ReplicationResult>)> needed;
    int threads = 1;
    std::stop_token stop;
    std::function<void(const Progress&)> progress;
};

struct ReplicationOutcome {
    /// In the order of their numbers. Replications that were begun beyond the last one needed are
    /// dropped, so that what is here is the same for any number of threads. One that the engine
    /// gave up is the last, since the next would fare no better. If none was finished before
    /// `stop`: the one that came furthest, if it has at least one whole interval.
    std::vector<ReplicationResult> results;
    bool interrupted = false;  ///< stopped before all that were needed were finished
};

/// `done` are the results of replications 0, 1, …, which are not run again. Precondition: fewer
/// than `atMost`, each finished.
ReplicationOutcome runReplications(const ReplicationPlan& plan,
                                   std::vector<ReplicationResult> done = {});

}  // namespace headroom::sim
