// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/processor_sharing.h"
#include "sim/engine/visit.h"

namespace headroom::sim {

/// One instance of a service or function: its concurrency slots, its CPUs and the lines before
/// them.
struct Instance {
    ComponentIndex component = kNone16;
    int cpus = 1;
    int cpusBusy = 0;
    std::uint32_t sharing =
        kNone;              ///< the processor-sharing object of its CPUs, if they are shared
    std::int64_t held = 0;  ///< concurrency slots in use
    WaitingLine line;       ///< for a slot, where the instance has a line of its own
    WaitingLine cpuLine;

    /// Requests at this instance, as a load balancer counts them.
    std::int64_t load() const { return held + line.size(); }
};

}  // namespace headroom::sim
