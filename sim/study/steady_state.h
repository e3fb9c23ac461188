// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"
#include "sim/study/settling.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Whether a run has a steady state, and from when on.
namespace headroom::sim {

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
/// straight line through ten batch means rises with a Student's t above kTrendThatIsNoChance, makes
/// up at least a quarter of the final level, and by more visits than a queue at exactly its
/// capacity gathers by chance: 1 % of those begun, and four standard deviations √(2·begun) of the
/// difference between arrivals and departures.
std::optional<GrowingWork> findGrowingWork(Replications replications);

/// The part of a run that figures are taken from.
struct MeasuredPart {
    /// Of each replication: intervals cut, a multiple of its intervalsPerBlock.
    std::vector<std::size_t> firsts;
    bool stationary = false;  ///< nothing in the load varies, and no sign was found that the system
                              ///< does not settle
    std::vector<std::string> notes;  ///< what a reader of the figures has to know about it

    /// The latest cut.
    std::size_t warmUp() const;
};

/// The warm-up that the scenario asks for. Automatic: MSER-5 on each replication's means of
/// workload.response_time by interval, and on those hit ratios whose beginning stands out by 4.5
/// standard errors, since a cache may fill without anybody waiting for it. The latest cut, at most
/// half of the run, holds for all, except that no replication has a say in its own: MSER-5 likes to
/// cut off what was slow by chance, so that a replication which decides on its own cut gives
/// figures that are too low (M/M/1 at 0.9: by 2 %, and intervals of 95 % hold the truth in 91 %).
/// One that is alone is cut where its beginning stands out likewise.
///
/// Response times that wander slowly lead MSER-5 beyond the middle by chance, so a steady state is
/// only denied where it goes there in most of the replications and what would be left drifts by a
/// tenth as well; then, and where work grows, the run is kept whole. A run of less than 50
/// intervals is kept whole as well. A load that varies is never cut, nor a run in whose second half
/// an autoscaler still changed something; where the last change was before, the cut is not earlier
/// than that. Whatever is cut, figures from a part in which response times drift by a tenth, or a
/// hit ratio by two percentage points, are not those of a steady state, and a note says so.
MeasuredPart measuredPart(const model::Scenario& scenario, Replications replications);

}  // namespace headroom::sim
