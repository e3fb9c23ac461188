// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Whether a run has a steady state, and from when on.
namespace headroom::sim {

using Replications = std::span<const ReplicationResult>;

/// Intervals that every replication has (one that was interrupted or given up has fewer than the
/// others).
std::size_t commonIntervals(Replications replications);

/// Constant users or rate from the beginning, no faults and no roll-out: only then may a warm-up be
/// cut. A population that starts together is a reconnect storm, and the storm is what such a run is
/// about.
bool isStationary(const model::Scenario& scenario);

/// No later interval of this replication than this can be the end of the warm-up that the scenario
/// asks for.
std::size_t latestWarmUpEnd(const model::Scenario& scenario, const ReplicationResult& replication);

/// Visits that pile up from beginning to end.
struct GrowingWork {
    std::string component;  ///< whose line, or else whose number of visits, grows fastest
    bool waiting = false;   ///< it is the line that grows
    double perSecond = 0;   ///< visits
};

/// Work that grows through the whole second half of the run, in the mean of the replications: a
/// straight line through ten batch means rises with a Student's t above 4.5 (8 degrees of freedom:
/// by chance in one of 1,000 independent sequences), makes up at least a quarter of the final
/// level, and by more visits than a queue at exactly its capacity gathers by chance: 1 % of those
/// begun, and four standard deviations √(2·begun) of the difference between arrivals and
/// departures.
std::optional<GrowingWork> findGrowingWork(Replications replications);

/// The part of a run that figures are taken from.
struct MeasuredPart {
    std::size_t first = 0;    ///< intervals cut; a multiple of the replications' intervalsPerBlock
    bool stationary = false;  ///< nothing in the load varies, and no sign was found that the system
                              ///< does not settle
    std::vector<std::string> notes;  ///< what a reader of the figures has to know about it
};

/// The warm-up that the scenario asks for. Automatic: MSER-5 on each replication's means of
/// workload.response_time by interval; the latest cut holds for all. By chance MSER-5 finds nothing
/// now and then, so a steady state is only denied where it finds none in most of the replications;
/// then, and where work grows, the run is kept whole. A run of less than 50 intervals is kept whole
/// as well. A load that varies is never cut, nor a run in whose second half an autoscaler still
/// changed something; where the last change was before, the cut is not earlier than that.
MeasuredPart measuredPart(const model::Scenario& scenario, Replications replications);

}  // namespace headroom::sim
