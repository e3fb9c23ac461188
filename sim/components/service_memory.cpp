// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/service.h"
#include "sim/engine/engine.h"

// The memory of a service's instances: base + per request held + what their own caches keep.
namespace headroom::sim {

std::uint64_t Service::memoryOf(const Engine& engine, std::uint32_t number) const {
    const std::int64_t requests = spec_.memory->perRequest.count * engine.instances[number].held;
    return static_cast<std::uint64_t>(spec_.memory->base.count + requests) +
           engine.cachedBytes(number);
}

double Service::memoryShare(const Engine& engine) const {
    if (!spec_.memory || !spec_.memory->limit) return 0;
    double used = 0;
    for (const std::uint32_t number : ready_) used += static_cast<double>(memoryOf(engine, number));
    return used / static_cast<double>(spec_.memory->limit->count);
}

// Killed by an event of its own, as the request that was too many is still on its way in.
void Service::checkMemory(Engine& engine, std::uint32_t number) {
    Instance& instance = engine.instances[number];
    if (!spec_.memory || !spec_.memory->limit || instance.isOutOfMemory) return;
    const auto limit = static_cast<std::uint64_t>(spec_.memory->limit->count);
    if (memoryOf(engine, number) <= limit) return;
    instance.isOutOfMemory = true;
    engine.plan(engine.now(), {ControlKind::outOfMemory, number});
}

void Service::onOutOfMemory(Engine& engine, std::uint32_t number) {
    if (engine.instances[number].isOutOfMemory) kill(engine, number, 0);
}

// Caches as they are at the interval's end.
void Service::measureMemory(Engine& engine) const {
    if (!spec_.memory) return;
    IntervalCounts& counts = engine.meter(component_).lastInterval();
    std::uint64_t cached = 0;
    for (const std::uint32_t number : ready_) cached += engine.cachedBytes(number);
    const double each =
        ready_.empty() ? 0 : static_cast<double>(cached) / static_cast<double>(ready_.size());
    counts.memoryArea =
        counts.instancesArea * (static_cast<double>(spec_.memory->base.count) + each) +
        counts.slotArea * static_cast<double>(spec_.memory->perRequest.count);
}

}  // namespace headroom::sim
