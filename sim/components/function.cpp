// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/function.h"

#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {
SimTime patienceOf(const model::FunctionSpec& spec) {
    if (spec.pending) return spec.pending->count();
    return model::fromSeconds(std::clamp(3.5 * spec.coldStart.mean(), 10.0, model::kMostSeconds)).count();
}
}  // namespace

Function::Function(const ComponentInfo& info, ComponentIndex component, std::uint32_t number,
                   Draw coldStart)
    : component_(component),
      number_(number),
      spec_(std::get<model::FunctionSpec>(info.spec->spec)),
      coldStart_(coldStart),
      first_(info.firstInstance),
      patience_(patienceOf(spec_), EventKind::functionPatience, number),
      slots_(static_cast<std::size_t>(spec_.maxInstances)) {
    if (model::countsMemory(spec_)) memory_.emplace(*spec_.memory);
    for (int i = spec_.maxInstances; i-- > 0;)
        closed_.push_back(first_ + static_cast<std::uint32_t>(i));
}

void Function::startControl(Engine& engine) {
    if (spec_.starts) {
        model::Limit limit;
        limit.rate = {spec_.starts->count / model::toSeconds(spec_.starts->every)};
        limit.burst = spec_.starts->count;
        startRule_.emplace(limit);
        starts_.emplace(*startRule_, engine.now());
    }
    if (!spec_.scaling) return;
    FunctionScaling::Settings settings;
    settings.cpus = spec_.cpus;
    settings.concurrency = spec_.concurrency == model::kUnlimited
                               ? std::numeric_limits<double>::infinity()
                               : static_cast<double>(spec_.concurrency);
    settings.cpuTarget = spec_.scaling->cpu;
    settings.concurrencyTarget = spec_.scaling->concurrency;
    settings.window = spec_.scaling->window.count();
    settings.every = spec_.scaling->every.count();
    settings.min = spec_.minInstances;
    settings.max = spec_.maxInstances;
    scaling_.emplace(settings);
    engine.plan(engine.now() + settings.every, {ControlKind::functionScaling, number_});
}

void Function::start(Engine& engine) {
    startControl(engine);
    for (int i = 0; i < spec_.minInstances; ++i) {
        ++total_;
        const std::uint32_t instance = closed_.back();
        closed_.pop_back();
        open(engine, instance);
        offer(instance);
    }
}

void Function::open(Engine& engine, std::uint32_t instance) {
    engine.openInstance(instance, component_, spec_.cpus,
                        spec_.cpuDiscipline == model::CpuDiscipline::ps);
    engine.instances[instance].state = InstanceState::ready;
    slotOf(instance) = {engine.now(), true, false};
    Meter& meter = engine.meter(component_);
    meter.instances.add(engine.now(), 1);
    meter.capacity.add(engine.now(), spec_.cpus);
    if (spec_.concurrency != model::kUnlimited)
        meter.slotCapacity.add(engine.now(), spec_.concurrency);
}

void Function::offer(std::uint32_t instance) {
    if (slotOf(instance).listed) return;
    slotOf(instance).listed = true;
    available_.push_back(instance);
}

void Function::take(Engine& engine, VisitId id, std::uint32_t instance) {
    engine.visits[id].instance = instance;
    Meter& meter = engine.meter(component_);
    meter.slots.add(engine.now(), 1);
    if (engine.instances[instance].held++ == 0) {
        meter.active.add(engine.now(), 1);
        ++meter.activations;
    }
    if (memory_) memory_->check(engine, instance);
}

void Function::checkMemory(Engine& engine, std::uint32_t instance) {
    if (memory_) memory_->check(engine, instance);
}

void Function::onOutOfMemory(Engine& engine, std::uint32_t instance) {
    if (engine.instances[instance].isOutOfMemory && slotOf(instance).ready)
        killInstance(engine, instance);
}

void Function::measureMemory(Engine& engine) const {
    if (!memory_) return;
    std::uint64_t cached = 0;
    for (std::uint32_t i = 0; i < slots_.size(); ++i)
        if (slots_[i].ready) cached += engine.cachedBytes(first_ + i);
    memory_->measure(engine.meter(component_).lastInterval(), cached, readyCount());
}

Acquired Function::acquire(Engine& engine, VisitId id) {
    if (!available_.empty()) {
        const std::uint32_t instance = available_.back();
        take(engine, id, instance);
        if (engine.instances[instance].held >= spec_.concurrency) {
            available_.pop_back();
            slotOf(instance).listed = false;
        }
        return Acquired::yes;
    }
    if (line_.size() >= spec_.queue) return Acquired::refused;
    line_.pushBack(engine.visits, id);
    patience_.onJoin(engine);
    startInstances(engine);
    return Acquired::waits;
}

bool Function::mayStart(Engine& engine) {
    if (total_ >= spec_.maxInstances) return false;
    if (!starts_ || starts_->take(*startRule_, engine.now())) return true;
    if (!startsArmed_)
        engine.plan(starts_->availableAt(*startRule_, engine.now()),
                    {ControlKind::functionStarts, number_});
    startsArmed_ = true;
    return false;
}

void Function::startOne(Engine& engine) {
    const std::uint32_t instance = closed_.back();
    closed_.pop_back();
    ++total_;
    startingSlots_ += spec_.concurrency;
    ++engine.meter(component_).coldStarts;
    engine.schedule(engine.now() + engine.draw(coldStart_), EventKind::coldStart, instance);
}

void Function::startInstances(Engine& engine) {
    while ((line_.size() > startingSlots_ || total_ < kept_) && mayStart(engine)) startOne(engine);
}

void Function::onStartsAllowed(Engine& engine) {
    startsArmed_ = false;
    startInstances(engine);
}

// The means since the last look.
void Function::onScaling(Engine& engine) {
    const Meter& meter = engine.meter(component_);
    const SimTime every = spec_.scaling->every.count();
    const auto mean = [&](const TimeWeighted& level, std::uint64_t& before) {
        const std::uint64_t area = level.areaUpTo(engine.now());
        const auto difference = static_cast<SimTime>(area - before);
        before = area;
        return static_cast<double>(difference) / static_cast<double>(every);
    };
    const double busy = mean(meter.busy, busyArea_);
    scaling_->sample(engine.now() - 1, busy, mean(meter.slots, slotArea_));
    kept_ = scaling_->instances(engine.now() - 1);
    startInstances(engine);
    if (!keepAliveArmed_) onKeepAliveOver(engine);
    engine.plan(engine.now() + every, {ControlKind::functionScaling, number_});
}

void Function::onColdStartOver(Engine& engine, std::uint32_t instance) {
    startingSlots_ -= spec_.concurrency;
    open(engine, instance);
    while (!line_.empty() && engine.instances[instance].held < spec_.concurrency) {
        const VisitId next = line_.popFront(engine.visits);
        take(engine, next, instance);
        engine.grant(next);
    }
    if (engine.instances[instance].held < spec_.concurrency) offer(instance);
    if (engine.instances[instance].held == 0) fallIdle(engine, instance);
}

void Function::release(Engine& engine, VisitId id) {
    const std::uint32_t instance = engine.visits[id].instance;
    const bool isReady = engine.instances[instance].state == InstanceState::ready;
    if (isReady && !line_.empty()) {
        const VisitId next = line_.popFront(engine.visits);
        engine.visits[next].instance = instance;
        return engine.grant(next);
    }
    --engine.instances[instance].held;
    Meter& meter = engine.meter(component_);
    meter.slots.add(engine.now(), -1);
    const bool isIdle = engine.instances[instance].held == 0;
    if (isIdle) meter.active.add(engine.now(), -1);
    if (!isReady) return;
    offer(instance);
    if (isIdle) fallIdle(engine, instance);
}

void Function::fallIdle(Engine& engine, std::uint32_t instance) {
    slotOf(instance).idleSince = engine.now();
    if (!keepAliveArmed_ && total_ > leastInstances())
        armKeepAlive(engine, engine.now() + spec_.keepAlive.count());
}

void Function::armKeepAlive(Engine& engine, SimTime due) {
    keepAliveArmed_ = true;
    engine.schedule(due, EventKind::keepAlive, number_);
}

std::uint32_t Function::oldestIdle(const Engine& engine) const {
    std::uint32_t oldest = kNone;
    for (const std::uint32_t instance : available_) {
        if (engine.instances[instance].held > 0) continue;
        if (oldest == kNone ||
            slots_[instance - first_].idleSince < slots_[oldest - first_].idleSince)
            oldest = instance;
    }
    return oldest;
}

void Function::onKeepAliveOver(Engine& engine) {
    keepAliveArmed_ = false;
    while (total_ > leastInstances()) {
        const std::uint32_t instance = oldestIdle(engine);
        if (instance == kNone) return;  // the next one to fall idle arms the timer again
        const SimTime due = slotOf(instance).idleSince + spec_.keepAlive.count();
        if (due > engine.now()) return armKeepAlive(engine, due);
        close(engine, instance);
    }
}

void Function::close(Engine& engine, std::uint32_t instance) {
    std::erase(available_, instance);
    engine.instances[instance].state = InstanceState::absent;
    engine.closeInstance(instance);
    slotOf(instance) = {};
    closed_.push_back(instance);
    --total_;
    Meter& meter = engine.meter(component_);
    meter.instances.add(engine.now(), -1);
    meter.capacity.add(engine.now(), -spec_.cpus);
    if (spec_.concurrency != model::kUnlimited)
        meter.slotCapacity.add(engine.now(), -spec_.concurrency);
}

int Function::readyCount() const {
    return static_cast<int>(std::ranges::count_if(slots_, [](const Slot& s) { return s.ready; }));
}

void Function::kill(Engine& engine, int instances) {
    const auto end = first_ + static_cast<std::uint32_t>(slots_.size());
    for (std::uint32_t instance = first_; instance < end && instances > 0; ++instance) {
        if (!slotOf(instance).ready) continue;
        killInstance(engine, instance);
        --instances;
    }
}

void Function::killInstance(Engine& engine, std::uint32_t instance) {
    std::erase(available_, instance);
    engine.instances[instance].state = InstanceState::absent;
    engine.failInstance(instance);
    close(engine, instance);
    startInstances(engine);
}

void Function::onPatienceOver(Engine& engine) {
    if (const VisitId id = patience_.onEvent(engine, line_); id != kNone)
        engine.giveUp(id, Outcome::refused);
    patience_.rearm(engine, line_);
}

void Function::abandon(Engine& engine, VisitId id) { line_.remove(engine.visits, id); }

}  // namespace headroom::sim
