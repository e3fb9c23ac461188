// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/service.h"

#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

Service::Service(const Program& program, ComponentIndex component)
    : component_(component),
      spec_(std::get<model::ServiceSpec>(program.components[component].spec->spec)),
      first_(program.components[component].firstInstance),
      reserved_(program.components[component].reservedInstances),
      hasActivator_(program.components[component].hasActivator),
      watched_(program.components[component].isWatched),
      isSpread_(program.components[component].isSpread),
      startUp_(program.components[component].startUp),
      stream_(program.components[component].stream) {
    for (std::uint32_t i = reserved_; i-- > 0;) free_.push_back(first_ + i);
    ready_.reserve(reserved_);
    if (spec_.memory) memory_.emplace(*spec_.memory);
}

void Service::start(Engine& engine) {
    for (int i = 0; i < spec_.instances; ++i) {
        ++wanted_;
        open(engine, free_.back());
        free_.pop_back();
    }
}

// One that chooses among components has chosen before.
LoadBalancer& Service::balancerOf(Engine& engine, VisitId id) {
    const CallSite& site = engine.program.sites[engine.visits[id].site];
    return site.balancer == kNone16 || site.host != kNone16 ? ownBalancer_
                                                            : engine.balancer(site.balancer);
}

std::uint32_t Service::chooseInstance(Engine& engine, VisitId id) {
    LoadBalancer& chooser = balancerOf(engine, id);
    if (!chooser.isPlain()) return chooser.chooseInstance(engine, *this, id);
    if (chooser.looksAtDistance())
        return chooser.nearest(ready_, engine.program.zones, engine.visits.details(id).zone);
    return chooser.choose(engine.instances, ready_, engine.stream(stream_));
}

std::uint32_t Service::choose(Engine& engine, VisitId id) {
    return ready_.empty() ? kNone : chooseInstance(engine, id);
}

// The one that was chosen when the visit set out, if it still takes requests.
std::uint32_t Service::instanceFor(Engine& engine, VisitId id) {
    if (!isSpread_) return chooseInstance(engine, id);
    const std::uint32_t chosen = engine.visits.details(id).chosen;
    const bool isReady = chosen != kNone && engine.instances[chosen].state == InstanceState::ready;
    const bool isSentThere = chosen != kNone && balancerOf(engine, id).probes();
    return isReady || isSentThere ? chosen : chooseInstance(engine, id);
}

bool Service::isFull(const Engine& engine, std::uint32_t instance) const {
    return engine.instances[instance].held >= spec_.concurrency;
}

std::uint32_t Service::freeInstance(const Engine& engine, std::uint32_t preferred) const {
    const auto from = std::find(ready_.begin(), ready_.end(), preferred);
    const auto isFree = [&](std::uint32_t instance) { return !isFull(engine, instance); };
    auto found = std::find_if(from, ready_.end(), isFree);
    if (found != ready_.end()) return *found;
    found = std::find_if(ready_.begin(), from, isFree);
    return found == from ? kNone : *found;
}

void Service::hold(Engine& engine, VisitId id, std::uint32_t instance) {
    engine.visits[id].instance = instance;
    Meter& meter = engine.meter(component_);
    meter.slots.add(engine.now(), 1);
    if (engine.instances[instance].held++ == 0) {
        meter.active.add(engine.now(), 1);
        ++meter.activations;
    }
    if (memory_) memory_->check(engine, instance);
}

// Without any instance ready, what waits waits in one line.
WaitingLine& Service::lineOf(Engine& engine, std::uint32_t instance) {
    return spec_.sharedLine || instance == kNone ? sharedLine_ : engine.instances[instance].line;
}

Acquired Service::acquire(Engine& engine, VisitId id) {
    std::uint32_t chosen = kNone;
    if (!ready_.empty()) {
        chosen = instanceFor(engine, id);
        if (chosen == kNone || engine.instances[chosen].state != InstanceState::ready)
            return Acquired::refused;  // all are out, or it is dead and nobody knows yet
        if (spec_.sharedLine) chosen = freeInstance(engine, chosen);
        if (chosen != kNone && !isFull(engine, chosen)) {
            hold(engine, id, chosen);
            return Acquired::yes;
        }
    } else if (!hasActivator_) {
        return Acquired::refused;
    }
    WaitingLine& line = lineOf(engine, chosen);
    engine.visits[id].instance = chosen;
    if (line.size() >= spec_.queue) return Acquired::refused;
    line.pushBack(engine.visits, id);
    return Acquired::waits;
}

void Service::release(Engine& engine, VisitId id) {
    const std::uint32_t number = engine.visits[id].instance;
    Instance& instance = engine.instances[number];
    WaitingLine& line = lineOf(engine, number);
    const bool serves = instance.state == InstanceState::ready ||
                        (instance.state == InstanceState::draining && !spec_.sharedLine);
    if (serves && !line.empty()) {
        const VisitId next = line.popFront(engine.visits);
        engine.visits[next].instance = number;
        return engine.grant(next);
    }
    --instance.held;
    Meter& meter = engine.meter(component_);
    meter.slots.add(engine.now(), -1);
    if (instance.held == 0) meter.active.add(engine.now(), -1);
    if (instance.state == InstanceState::draining && instance.held == 0) close(engine, number);
}

void Service::abandon(Engine& engine, VisitId id) {
    lineOf(engine, engine.visits[id].instance).remove(engine.visits, id);
}

}  // namespace headroom::sim
