// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/processor_sharing.h"
#include "sim/engine/visit.h"
#include "sim/measure/time_weighted.h"

namespace headroom::sim {

/// starting: not there yet. ready: takes requests. draining: takes no more, and goes when it has
/// finished those it has. down: killed, to be started again later.
enum class InstanceState : std::uint8_t { absent, starting, ready, draining, down };

/// One instance of a service or function: its concurrency slots, its CPUs and the lines before
/// them.
struct Instance {
    ComponentIndex component = kNone16;
    InstanceState state = InstanceState::absent;
    bool isOutOfMemory = false;
    bool watched = false;  ///< somebody looks at `busy`
    int cpus = 1;
    int cpusBusy = 0;
    std::uint32_t sharing =
        kNone;              ///< the processor-sharing object of its CPUs, if they are shared
    std::int64_t held = 0;  ///< concurrency slots in use
    WaitingLine line;       ///< for a slot, where the instance has a line of its own
    WaitingLine cpuLine;
    SimTime due = 0;         ///< when its start or its draining is over
    SimTime readySince = 0;  ///< while ready
    TimeWeighted busy;       ///< CPUs, if watched

    /// Requests at this instance, as a load balancer counts them.
    std::int64_t load() const { return held + line.size(); }
};

}  // namespace headroom::sim
