// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/service.h"
#include "sim/engine/engine.h"

// The memory of a service's instances.
namespace headroom::sim {

double Service::memoryShare(const Engine& engine) const {
    if (!memory_ || !spec_.memory->limit) return 0;
    double used = 0;
    for (const std::uint32_t number : ready_)
        used += static_cast<double>(memory_->of(engine, number));
    return used / static_cast<double>(spec_.memory->limit->count);
}

void Service::checkMemory(Engine& engine, std::uint32_t number) {
    if (memory_) memory_->check(engine, number);
}

void Service::onOutOfMemory(Engine& engine, std::uint32_t number) {
    if (engine.instances[number].isOutOfMemory) kill(engine, number, 0);
}

void Service::measureMemory(Engine& engine) const {
    if (!memory_) return;
    std::uint64_t cached = 0;
    for (const std::uint32_t number : ready_) cached += engine.cachedBytes(number);
    memory_->measure(engine.meter(component_).lastInterval(), cached,
                     static_cast<int>(ready_.size()));
}

}  // namespace headroom::sim
