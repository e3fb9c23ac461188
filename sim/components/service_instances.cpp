// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/service.h"
#include "sim/engine/engine.h"

#include <algorithm>

// How the instances of a service come and go.
namespace headroom::sim {

void Service::count(Engine& engine, int instances) const {
    Meter& meter = engine.meter(component_);
    meter.instances.add(engine.now(), instances);
    meter.capacity.add(engine.now(), static_cast<std::int64_t>(instances) * spec_.cpus);
    if (spec_.concurrency != model::kUnlimited)
        meter.slotCapacity.add(engine.now(), instances * spec_.concurrency);
}

void Service::open(Engine& engine, std::uint32_t number) {
    engine.openInstance(number, component_, spec_.cpus,
                        spec_.cpuDiscipline == model::CpuDiscipline::ps);
    Instance& instance = engine.instances[number];
    instance.state = InstanceState::ready;
    instance.readySince = engine.now();
    instance.watched = watched_;
    ready_.push_back(number);
    count(engine, 1);
    serveWaiting(engine, number);
}

// What waited for any instance: with one line for all until the new one is full, else all of it.
void Service::serveWaiting(Engine& engine, std::uint32_t number) {
    while (!sharedLine_.empty()) {
        if (!isFull(engine, number)) {
            const VisitId next = sharedLine_.popFront(engine.visits);
            hold(engine, next, number);
            engine.grant(next);
            continue;
        }
        if (spec_.sharedLine) return;
        const VisitId next = sharedLine_.popFront(engine.visits);
        engine.visits[next].instance = number;
        engine.instances[number].line.pushBack(engine.visits, next);
    }
}

void Service::close(Engine& engine, std::uint32_t number) {
    engine.closeInstance(number);
    engine.instances[number].state = InstanceState::absent;
    free_.push_back(number);
    count(engine, -1);
}

void Service::startAfter(Engine& engine, std::uint32_t number, SimTime away) {
    Instance& instance = engine.instances[number];
    instance.component = component_;
    instance.state = away > 0 ? InstanceState::down : InstanceState::starting;
    const Draw* startUp = startUp_ == kNone ? nullptr : &engine.program.draws[startUp_];
    instance.due = engine.now() + away + (startUp ? engine.draw(*startUp) : 0);
    engine.plan(instance.due, {ControlKind::instanceStarted, number});
}

void Service::startOne(Engine& engine) {
    ++wanted_;
    const auto isThere = [&](std::uint32_t number) { return !engine.faults().isLost(number); };
    auto place = std::find_if(free_.rbegin(), free_.rend(), isThere);
    if (place == free_.rend()) place = free_.rbegin();
    const std::uint32_t number = *place;
    free_.erase(std::next(place).base());
    startAfter(engine, number, 0);
}

void Service::onStarted(Engine& engine, std::uint32_t number) {
    const Instance& instance = engine.instances[number];
    const bool awaited =
        instance.state == InstanceState::starting || instance.state == InstanceState::down;
    if (awaited && instance.due == engine.now()) open(engine, number);
}

bool Service::removeUnready(Engine& engine, InstanceState state) {
    for (std::uint32_t number = endNumber(); number-- > first_;) {
        if (engine.instances[number].state != state) continue;
        engine.instances[number].state = InstanceState::absent;
        free_.push_back(number);
        return true;
    }
    return false;
}

void Service::removeOne(Engine& engine) {
    --wanted_;
    if (removeUnready(engine, InstanceState::down)) return;
    if (removeUnready(engine, InstanceState::starting)) return;
    const std::uint32_t number = ready_.back();
    ready_.pop_back();
    drain(engine, number);
}

void Service::drain(Engine& engine, std::uint32_t number) {
    Instance& instance = engine.instances[number];
    instance.state = InstanceState::draining;
    if (instance.held == 0 && instance.line.empty()) return close(engine, number);
    instance.due = engine.now() + spec_.drain.count();
    engine.plan(instance.due, {ControlKind::drainOver, number});
}

void Service::onDrainOver(Engine& engine, std::uint32_t number) {
    const Instance& instance = engine.instances[number];
    if (instance.state == InstanceState::draining && instance.due == engine.now())
        kill(engine, number, 0);
}

void Service::scaleTo(Engine& engine, int count) {
    while (wanted_ > count) removeOne(engine);
    while (wanted_ < count && !free_.empty()) startOne(engine);
}

void Service::kill(Engine& engine, std::uint32_t number, SimTime away) {
    const bool comesBack = engine.instances[number].state == InstanceState::ready;
    std::erase(ready_, number);
    engine.instances[number].state = InstanceState::absent;
    engine.failInstance(number);
    close(engine, number);
    if (!comesBack) return;
    free_.pop_back();
    startAfter(engine, number, away);
}

}  // namespace headroom::sim
