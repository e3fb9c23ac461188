// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/instances.h"
#include "sim/measure/replication_result.h"

#include <cstdint>

namespace headroom::sim {

class Engine;

/// The memory of instances: base + per request held + what their own caches keep.
class InstanceMemory {
public:
    explicit InstanceMemory(const model::Memory& spec) : spec_(spec) {}

    std::uint64_t of(const Engine& engine, std::uint32_t instance) const;
    /// Has an instance that is over its limit killed, by an event of its own: the request that was
    /// too many is still on its way in.
    void check(Engine& engine, std::uint32_t instance) const;
    /// Of a sample interval; caches as they are at its end, in so many instances.
    void measure(IntervalCounts& counts, std::uint64_t cached, int instances) const;

private:
    model::Memory spec_;
};

}  // namespace headroom::sim
