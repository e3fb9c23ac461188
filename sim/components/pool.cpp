// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/pool.h"

#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

Pool::Pool(const ComponentInfo& info, ComponentIndex component, std::uint32_t number,
           std::uint32_t members, Draw connect)
    : component_(component),
      number_(number),
      spec_(std::get<model::PoolSpec>(info.spec->spec)),
      connect_(connect) {
    members_.reserve(members);
    for (std::uint32_t i = 0; i < members; ++i) {
        const LineTimer patience(spec_.acquireTimeout.count(), EventKind::poolPatience,
                                 CompositeIndex::join(number_, i));
        members_.push_back({0, 0, {}, {}, patience, false});
    }
}

void Pool::setOpen(Engine& engine, Member& member, std::int64_t change) {
    member.open += change;
    engine.meter(component_).connections.add(engine.now(), change);
}

void Pool::openMember(Engine& engine, std::uint32_t number) {
    Member& member = members_[number];
    setOpen(engine, member, spec_.min);
    member.idleSince.assign(static_cast<std::size_t>(spec_.min), engine.now());
    engine.meter(component_).capacity.add(engine.now(), spec_.max);
}

void Pool::closeMember(Engine& engine, std::uint32_t number) {
    Member& member = members_[number];
    assert(member.held == 0 && member.line.empty());
    setOpen(engine, member, -member.open);
    member.idleSince.clear();
    engine.meter(component_).capacity.add(engine.now(), -spec_.max);
}

void Pool::hold(Engine& engine, Member& member) {
    ++member.held;
    engine.meter(component_).busy.add(engine.now(), 1);
}

Acquired Pool::acquire(Engine& engine, VisitId id) {
    Member& member = members_[memberNumber(engine.visits[id])];
    if (!member.idleSince.empty()) {
        member.idleSince.pop_back();
        hold(engine, member);
        return Acquired::yes;
    }
    if (member.open < spec_.max) {
        setOpen(engine, member, 1);
        hold(engine, member);
        engine.connect(id, engine.draw(connect_));
        return Acquired::waits;
    }
    member.line.pushBack(engine.visits, id);
    member.patience.onJoin(engine);
    return Acquired::waits;
}

void Pool::release(Engine& engine, VisitId id) {
    const std::uint32_t number = memberNumber(engine.visits[id]);
    Member& member = members_[number];
    if (!member.line.empty()) return engine.grant(member.line.popFront(engine.visits));
    --member.held;
    engine.meter(component_).busy.add(engine.now(), -1);
    member.idleSince.push_back(engine.now());
    if (!member.idleArmed && member.open > spec_.min)
        armIdle(engine, number, engine.now() + spec_.idleTimeout.count());
}

void Pool::armIdle(Engine& engine, std::uint32_t number, SimTime due) {
    members_[number].idleArmed = true;
    engine.schedule(due, EventKind::poolIdle, CompositeIndex::join(number_, number));
}

void Pool::onIdleOver(Engine& engine, std::uint32_t number) {
    Member& member = members_[number];
    member.idleArmed = false;
    while (member.open > spec_.min && !member.idleSince.empty()) {
        const SimTime due = member.idleSince.front() + spec_.idleTimeout.count();
        if (due > engine.now()) return armIdle(engine, number, due);
        member.idleSince.erase(member.idleSince.begin());
        setOpen(engine, member, -1);
    }
}

void Pool::onPatienceOver(Engine& engine, std::uint32_t number) {
    Member& member = members_[number];
    const VisitId id = member.patience.onEvent(engine, member.line);
    if (id != kNone) engine.giveUp(id, Outcome::timedOut);
    member.patience.rearm(engine, member.line);
}

void Pool::abandon(Engine& engine, VisitId id) {
    members_[memberNumber(engine.visits[id])].line.remove(engine.visits, id);
}

}  // namespace headroom::sim
