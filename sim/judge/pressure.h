// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/component.h"
#include "sim/result.h"

#include <optional>

namespace headroom::sim {

/// What of a component can run out.
enum class Resource { none, servers, cpus, slots, connections, consumers, bandwidth };

/// How near the scarcest resource of a component is to its limit.
struct Pressure {
    Resource resource = Resource::none;
    Estimate level;  ///< busy or held share of all that there may ever be, 0 … 1; unknown where
                     ///< nothing can run out

    bool saturated() const;
};

/// From here on a resource counts as saturated: at 90 % an M/M/1 visit waits nine service times,
/// and what little is left is gone with the next rise of the load.
constexpr double kSaturated = 0.9;

/// Servers of a station or database, connections of a pool, CPUs or slots of a service or function.
/// CPUs bind only where an instance may hold more requests than it has CPUs; when CPUs and slots
/// are both scarce it is the CPUs, since slots fill up behind a busy CPU and never the other way
/// round. The slots of a function are those that it would have with all instances that it may
/// start: that those which are up are full is how a platform scales.
Pressure pressureOn(const model::Component& component, const Figures& figures);

}  // namespace headroom::sim
