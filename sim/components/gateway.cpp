// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/gateway.h"

#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {
enum Which : int { kSession, kHeartbeat, kReconnect };
}

Gateway::Gateway(const ComponentInfo& info, ComponentIndex component)
    : component_(component),
      number_(info.index),
      spec_(std::get<model::GatewaySpec>(info.spec->spec)),
      first_(info.firstInstance),
      seats_(info.reservedInstances) {}

void Gateway::start(Engine& engine) {
    info_ = &engine.program.gateways[number_];
    wanted_ = spec_.instances;
    for (int i = 0; i < wanted_; ++i) openInstance(engine, first_ + static_cast<std::uint32_t>(i));
}

void Gateway::measureInstance(Engine& engine, int change) {
    Meter& meter = engine.meter(component_);
    meter.instances.add(engine.now(), change);
    meter.capacity.add(engine.now(), change * spec_.capacity);
    meter.slotCapacity.add(engine.now(), change * spec_.cpus);
    if (spec_.memory) meter.memory.add(engine.now(), change * spec_.memory->base.count);
}

void Gateway::openInstance(Engine& engine, std::uint32_t instance) {
    engine.openInstance(instance, component_, spec_.cpus, false);
    seatsOf(instance).isUp = true;
    engine.instances[instance].state = InstanceState::ready;
    engine.instances[instance].readySince = engine.now();
    engine.instances[instance].watched = engine.program.components[component_].isWatched;
    measureInstance(engine, 1);
}

void Gateway::loseInstance(Engine& engine, std::uint32_t instance) {
    for (std::uint32_t number = 0; number < connections_.size(); ++number) {
        Connection& connection = connections_[number];
        if (connection.instance != instance) continue;
        close(engine, number);
        connection.attempts = 0;
        arm(engine, number, kReconnect, engine.now() + backoff(engine, 0));
    }
    measureInstance(engine, -1);
}

std::int64_t Gateway::upCount() const {
    return std::ranges::count_if(seats_, [](const Seats& seats) { return seats.isUp; });
}

double Gateway::memoryShare() const {
    if (!spec_.memory || !spec_.memory->limit) return 0;
    double used = 0;
    for (const Seats& seats : seats_)
        if (seats.isUp)
            used += static_cast<double>(spec_.memory->base.count +
                                        seats.taken * spec_.perConnection.count);
    return used / static_cast<double>(spec_.memory->limit->count);
}

void Gateway::kill(Engine& engine, int instances, SimTime away) {
    for (std::uint32_t i = 0; i < seats_.size() && instances > 0; ++i) {
        if (!seats_[i].isUp) continue;
        killInstance(engine, first_ + i, away);
        --instances;
    }
}

void Gateway::killInstance(Engine& engine, std::uint32_t number, SimTime away) {
    const bool comesBack = engine.instances[number].state == InstanceState::ready;
    seatsOf(number).isUp = false;
    engine.instances[number].state = InstanceState::absent;
    engine.failInstance(number);
    loseInstance(engine, number);
    engine.closeInstance(number);
    if (comesBack) startAfter(engine, number, InstanceState::down, away);
}

void Gateway::startAfter(Engine& engine, std::uint32_t number, InstanceState state, SimTime away) {
    Instance& instance = engine.instances[number];
    instance.component = component_;
    instance.state = state;
    const std::uint32_t startUp = engine.program.components[component_].startUp;
    instance.due = engine.now() + away +
                   (startUp == kNone ? 0 : engine.draw(engine.program.draws[startUp]));
    engine.plan(instance.due, {ControlKind::instanceStarted, number});
}

void Gateway::onStarted(Engine& engine, std::uint32_t number) {
    const Instance& instance = engine.instances[number];
    const bool awaited =
        instance.state == InstanceState::starting || instance.state == InstanceState::down;
    if (awaited && instance.due == engine.now()) openInstance(engine, number);
}

void Gateway::scaleTo(Engine& engine, int count) {
    while (wanted_ > count) removeOne(engine);
    while (wanted_ < count && startOne(engine)) {
    }
}

// Where too many still drain to start that many, the rest has to be asked for again.
bool Gateway::startOne(Engine& engine) {
    for (std::uint32_t i = 0; i < seats_.size(); ++i) {
        if (engine.instances[first_ + i].state != InstanceState::absent) continue;
        ++wanted_;
        startAfter(engine, first_ + i, InstanceState::starting, 0);
        return true;
    }
    return false;
}

// Those that are not up go first, then the last one.
void Gateway::removeOne(Engine& engine) {
    --wanted_;
    for (const InstanceState state : {InstanceState::down, InstanceState::starting}) {
        for (auto i = static_cast<std::uint32_t>(seats_.size()); i-- > 0;) {
            if (engine.instances[first_ + i].state != state) continue;
            engine.instances[first_ + i].state = InstanceState::absent;
            return;
        }
    }
    for (auto i = static_cast<std::uint32_t>(seats_.size()); i-- > 0;)
        if (seats_[i].isUp) return drain(engine, first_ + i);
}

void Gateway::drain(Engine& engine, std::uint32_t number) {
    seatsOf(number).isUp = false;
    Instance& instance = engine.instances[number];
    instance.state = InstanceState::draining;
    const auto time = static_cast<double>(spec_.drain.count());
    for (std::uint32_t c = 0; c < connections_.size(); ++c) {
        if (connections_[c].instance != number) continue;
        const double moment = engine.stream(info_->backoffs).uniform();
        arm(engine, c, kReconnect, engine.now() + static_cast<SimTime>(time * moment));
    }
    instance.due = engine.now() + spec_.drain.count();
    engine.plan(instance.due, {ControlKind::drainOver, number});
}

void Gateway::onDrainOver(Engine& engine, std::uint32_t number) {
    const Instance& instance = engine.instances[number];
    if (instance.state == InstanceState::draining && instance.due == engine.now())
        killInstance(engine, number, 0);
}

bool Gateway::place(Engine& engine, VisitId id) {
    std::uint32_t best = kNone;
    std::int64_t least = 0;
    for (std::uint32_t i = 0; i < seats_.size(); ++i) {
        const Instance& instance = engine.instances[first_ + i];
        const std::int64_t load = instance.cpusBusy + instance.cpuLine.size();
        if (!seats_[i].isUp || (best != kNone && load >= least)) continue;
        best = first_ + i;
        least = load;
    }
    engine.visits[id].instance = best;
    return best != kNone;
}

std::uint32_t Gateway::connectionOf(Engine& engine, std::uint32_t user) {
    if (const std::uint32_t found = users_.find(user); found != KeyTable::kAbsent) return found;
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(connections_.size()));
        Connection& connection = connections_.emplace_back();
        for (const Alarm::Kind kind : {Alarm::Kind::gatewaySession, Alarm::Kind::gatewayHeartbeat,
                                       Alarm::Kind::gatewayReconnect}) {
            const std::uint32_t alarm = engine.addAlarm({kind, number_, free_.back()});
            if (connection.alarms == kNone) connection.alarms = alarm;
        }
    }
    const std::uint32_t number = free_.back();
    free_.pop_back();
    users_.insert(user, number);
    connections_[number].user = user;
    connections_[number].before = kNone;
    return number;
}

std::uint32_t Gateway::choose(const Connection& connection) const {
    if (spec_.sticky && connection.before != kNone && hasRoom(connection.before))
        return connection.before;
    std::uint32_t best = kNone;
    for (std::uint32_t i = 0; i < seats_.size(); ++i)
        if (hasRoom(first_ + i) && (best == kNone || seats_[i].taken < seats_[best].taken))
            best = i;
    return best == kNone ? kNone : first_ + best;
}

void Gateway::arm(Engine& engine, std::uint32_t number, int which, SimTime at) {
    Connection& connection = connections_[number];
    bool& armed = which == kSession     ? connection.ends
                  : which == kHeartbeat ? connection.beats
                                        : connection.comesBack;
    if (armed) return;
    armed = true;
    engine.schedule(at, EventKind::alarm, connection.alarms + static_cast<std::uint32_t>(which));
}

void Gateway::measure(Engine& engine, int change) {
    Meter& meter = engine.meter(component_);
    meter.busy.add(engine.now(), change);
    meter.connections.add(engine.now(), change);
    meter.memory.add(engine.now(), change * spec_.perConnection.count);
}

void Gateway::open(Engine& engine, std::uint32_t number, std::uint32_t instance, SimTime session) {
    Connection& connection = connections_[number];
    connection.instance = connection.before = instance;
    connection.place = openCount();
    connection.attempts = 0;
    open_.push_back(number);
    ++seatsOf(instance).taken;
    measure(engine, 1);
    connection.endsAt = session == kNever ? kNever : engine.now() + session;
    if (session != kNever) arm(engine, number, kSession, connection.endsAt);
    if (info_->heartbeat == kNone16) return;
    const auto every = static_cast<double>(spec_.heartbeat->every.count());
    const double phase = engine.stream(info_->phases).uniform();
    arm(engine, number, kHeartbeat, engine.now() + static_cast<SimTime>(every * phase));
}

void Gateway::close(Engine& engine, std::uint32_t number) {
    Connection& connection = connections_[number];
    --seatsOf(connection.instance).taken;
    connection.instance = kNone;
    connections_[open_.back()].place = connection.place;
    open_[connection.place] = open_.back();
    open_.pop_back();
    measure(engine, -1);
}

void Gateway::seat(Engine& engine, std::uint32_t user) {
    const std::uint32_t number = connectionOf(engine, user);
    if (connections_[number].instance != kNone) return;
    const std::uint32_t instance = choose(connections_[number]);
    if (instance == kNone) return;
    const SimTime session =
        spec_.session ? info_->session.sampler.drawResidual(engine.stream(info_->session.stream))
                      : kNever;
    open(engine, number, instance, session);
}

Gateway::Admission Gateway::admit(Engine& engine, VisitId id) {
    const std::uint32_t user = engine.visits[id].user;
    const std::uint32_t number = connectionOf(engine, user);
    Connection& connection = connections_[number];
    if (connection.instance != kNone) {
        engine.visits[id].instance = connection.instance;
        return Admission::open;
    }
    const std::uint32_t instance = choose(connection);
    if (instance == kNone) {
        if (!engine.isHere(user)) userLeft(engine, user);
        return Admission::refused;
    }
    open(engine, number, instance, spec_.session ? engine.draw(info_->session) : kNever);
    engine.visits[id].instance = instance;
    // Without sessions, whoever comes once is gone with the answer.
    engine.visits[id].holds = !engine.isHere(user) && !spec_.session;
    return Admission::connects;
}

void Gateway::release(Engine& engine, VisitId id) { userLeft(engine, engine.visits[id].user); }

void Gateway::userLeft(Engine& engine, std::uint32_t user) {
    const std::uint32_t number = users_.find(user);
    if (number == KeyTable::kAbsent) return;
    if (connections_[number].instance != kNone) close(engine, number);
    users_.erase(user);
    connections_[number].user = kNone;
    free_.push_back(number);
}

void Gateway::onSessionOver(Engine& engine, std::uint32_t number) {
    Connection& connection = connections_[number];
    connection.ends = false;
    if (connection.instance == kNone || connection.endsAt == kNever) return;
    if (connection.endsAt > engine.now()) return arm(engine, number, kSession, connection.endsAt);
    if (!engine.isHere(connection.user)) return userLeft(engine, connection.user);
    close(engine, number);
}

void Gateway::onHeartbeat(Engine& engine, std::uint32_t number) {
    Connection& connection = connections_[number];
    connection.beats = false;
    if (connection.instance == kNone) return;
    engine.startInnerAt(info_->heartbeat, connection.instance);
    arm(engine, number, kHeartbeat, engine.now() + spec_.heartbeat->every.count());
}

SimTime Gateway::backoff(Engine& engine, std::uint16_t attempt) {
    const model::Reconnect& reconnect = spec_.reconnect;
    const double wait =
        std::min(static_cast<double>(reconnect.backoff.count()) * std::exp2(attempt),
                 static_cast<double>(reconnect.cap.count()));
    if (reconnect.jitter == model::Jitter::none) return static_cast<SimTime>(wait);
    return static_cast<SimTime>(wait * engine.stream(info_->backoffs).uniform());
}

void Gateway::onReconnect(Engine& engine, std::uint32_t number) {
    Connection& connection = connections_[number];
    connection.comesBack = false;
    if (connection.user == kNone) return;
    const std::uint32_t instance = choose(connection);
    if (connection.instance != kNone) {
        // Asked to move, it stays while there is no room elsewhere.
        const bool drains =
            engine.instances[connection.instance].state == InstanceState::draining;
        if (!drains || instance == kNone) return;
        close(engine, number);
    }
    if (instance == kNone) {
        connection.attempts = static_cast<std::uint16_t>(std::min(connection.attempts + 1, 60));
        return arm(engine, number, kReconnect, engine.now() + backoff(engine, connection.attempts));
    }
    open(engine, number, instance, spec_.session ? engine.draw(info_->session) : kNever);
    engine.startInnerAt(info_->connect, instance);
}

// The first steps of a Fisher–Yates shuffle.
void Gateway::drawReceivers(Engine& engine, std::uint32_t count) {
    RandomStream& stream = engine.stream(info_->receivers);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto j = i + static_cast<std::uint32_t>(stream.below(open_.size() - i));
        std::swap(open_[i], open_[j]);
        connections_[open_[i]].place = i;
        connections_[open_[j]].place = j;
    }
}

}  // namespace headroom::sim
