// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/instance_memory.h"

#include "sim/engine/engine.h"

namespace headroom::sim {

std::uint64_t InstanceMemory::of(const Engine& engine, std::uint32_t number) const {
    const std::int64_t requests = spec_.perRequest.count * engine.instances[number].held;
    return static_cast<std::uint64_t>(spec_.base.count + requests) + engine.cachedBytes(number);
}

void InstanceMemory::check(Engine& engine, std::uint32_t number) const {
    Instance& instance = engine.instances[number];
    if (!spec_.limit || instance.isOutOfMemory) return;
    if (of(engine, number) <= static_cast<std::uint64_t>(spec_.limit->count)) return;
    instance.isOutOfMemory = true;
    engine.plan(engine.now(), {ControlKind::outOfMemory, number});
}

void InstanceMemory::measure(IntervalCounts& counts, std::uint64_t cached, int instances) const {
    const double each =
        instances == 0 ? 0 : static_cast<double>(cached) / static_cast<double>(instances);
    counts.memoryArea = counts.instancesArea * (static_cast<double>(spec_.base.count) + each) +
                        counts.slotArea * static_cast<double>(spec_.perRequest.count);
}

}  // namespace headroom::sim
