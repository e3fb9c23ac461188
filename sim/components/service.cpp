// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/service.h"

#include "sim/engine/engine.h"

namespace headroom::sim {

Service::Service(const ComponentInfo& info, ComponentIndex component, StreamIndex stream)
    : component_(component),
      spec_(std::get<model::ServiceSpec>(info.spec->spec)),
      first_(info.firstInstance),
      stream_(stream) {}

void Service::start(Engine& engine) {
    const bool shares = spec_.cpuDiscipline == model::CpuDiscipline::ps;
    for (int i = 0; i < spec_.instances; ++i)
        engine.openInstance(first_ + i, component_, spec_.cpus, shares);
    Meter& meter = engine.meter(component_);
    meter.instances.add(0, spec_.instances);
    meter.capacity.add(0, static_cast<std::int64_t>(spec_.instances) * spec_.cpus);
    if (spec_.concurrency != model::kUnlimited)
        meter.slotCapacity.add(0, spec_.instances * spec_.concurrency);
}

std::uint32_t Service::chooseInstance(Engine& engine, const Visit& visit) {
    const auto count = static_cast<std::uint32_t>(spec_.instances);
    const ComponentIndex balancer = engine.program.sites[visit.site].balancer;
    if (balancer == kNone16)
        return first_ +
               ownBalancer_.choose(engine.instances, first_, count, engine.stream(stream_));
    return first_ + engine.balancer(balancer).choose(engine.instances, first_, count,
                                                     engine.stream(stream_));
}

bool Service::isFull(const Engine& engine, std::uint32_t instance) const {
    return engine.instances[instance].held >= spec_.concurrency;
}

std::uint32_t Service::freeInstance(const Engine& engine, std::uint32_t preferred) const {
    const auto count = static_cast<std::uint32_t>(spec_.instances);
    for (std::uint32_t step = 0; step < count; ++step) {
        const std::uint32_t instance = first_ + (preferred - first_ + step) % count;
        if (!isFull(engine, instance)) return instance;
    }
    return kNone;
}

Acquired Service::acquire(Engine& engine, VisitId id) {
    std::uint32_t chosen = chooseInstance(engine, engine.visits[id]);
    if (spec_.sharedLine) chosen = freeInstance(engine, chosen);
    if (chosen != kNone && !isFull(engine, chosen)) {
        engine.visits[id].instance = chosen;
        ++engine.instances[chosen].held;
        engine.meter(component_).slots.add(engine.now(), 1);
        return Acquired::yes;
    }
    WaitingLine& line = spec_.sharedLine ? sharedLine_ : engine.instances[chosen].line;
    if (line.size() >= spec_.queue) return Acquired::refused;
    engine.visits[id].instance = chosen;
    line.pushBack(engine.visits, id);
    return Acquired::waits;
}

void Service::release(Engine& engine, VisitId id) {
    const std::uint32_t number = engine.visits[id].instance;
    WaitingLine& line = spec_.sharedLine ? sharedLine_ : engine.instances[number].line;
    if (line.empty()) {
        --engine.instances[number].held;
        engine.meter(component_).slots.add(engine.now(), -1);
        return;
    }
    const VisitId next = line.popFront(engine.visits);
    engine.visits[next].instance = number;
    engine.grant(next);
}

void Service::abandon(Engine& engine, VisitId id) {
    const std::uint32_t number = engine.visits[id].instance;
    (spec_.sharedLine ? sharedLine_ : engine.instances[number].line).remove(engine.visits, id);
}

}  // namespace headroom::sim
