// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/station.h"

#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

Station::Station(const ComponentInfo& info, ComponentIndex component, std::uint32_t part)
    : component_(component), part_(part), lines_(info.priorityClasses) {
    if (const auto* station = std::get_if<model::StationSpec>(&info.spec->spec)) {
        servers_ = station->servers;
        capacity_ = station->capacity;
        discipline_ = station->discipline;
    } else {
        const auto& database = std::get<model::DatabaseSpec>(info.spec->spec);
        servers_ = database.servers;
        maxWaiting_ = database.queue;
    }
}

void Station::start(Engine& engine) {
    if (part_ != kNone) servers_ = engine.program.parts[part_].servers;
    addCapacity(engine, servers_);
    const std::uint32_t first = engine.program.components[component_].firstPart;
    engine.startPauses(component_, part_ == kNone ? 0 : part_ - first);
}

void Station::addCapacity(Engine& engine, int servers) {
    engine.meter(component_).capacity.add(engine.now(), servers);
    if (part_ != kNone) engine.partMeter(part_).capacity.add(engine.now(), servers);
}

void Station::addBusy(Engine& engine, int servers) {
    engine.meter(component_).busy.add(engine.now(), servers);
    if (part_ != kNone) engine.partMeter(part_).busy.add(engine.now(), servers);
}

bool Station::isFull() const { return waiting_ >= maxWaiting_ || busy_ + waiting_ >= capacity_; }

WaitingLine& Station::lineOf(Engine& engine, VisitId visit) {
    if (lines_.size() == 1) return lines_.front();
    return lines_[engine.program.entries[engine.visits[visit].entry].priorityClass];
}

// What a replica has to do for a write is never turned away.
bool Station::mustRefuse(Engine& engine, VisitId visit) const {
    const bool shares = discipline_ == model::Discipline::ps;
    if (servers_ > 0 && (shares ? busy_ < capacity_ : busy_ != servers_ || !isFull())) return false;
    return !engine.program.entries[engine.visits[visit].entry].inner;
}

Acquired Station::acquire(Engine& engine, VisitId visit) {
    const bool shares = discipline_ == model::Discipline::ps;
    if (!shares && busy_ < servers_) {
        ++busy_;
        addBusy(engine, 1);
        return Acquired::yes;
    }
    if (mustRefuse(engine, visit)) return Acquired::refused;
    if (shares) {
        ++busy_;
        return Acquired::yes;
    }
    WaitingLine& line = lineOf(engine, visit);
    discipline_ == model::Discipline::lifo ? line.pushFront(engine.visits, visit)
                                           : line.pushBack(engine.visits, visit);
    ++waiting_;
    return Acquired::waits;
}

// Precondition: somebody waits.
VisitId Station::takeNext(Engine& engine) {
    auto line = lines_.begin();
    while (line->empty()) ++line;
    --waiting_;
    return line->popFront(engine.visits);
}

void Station::release(Engine& engine) {
    if (waiting_ > 0 && busy_ <= servers_) return engine.grant(takeNext(engine));
    --busy_;
    if (discipline_ != model::Discipline::ps) addBusy(engine, -1);
}

void Station::changeServers(Engine& engine, int change) {
    servers_ += change;
    addCapacity(engine, change);
    if (discipline_ == model::Discipline::ps)
        engine.sharingOfStation(component_).setServers(engine, servers_);
}

void Station::removeServers(Engine& engine, int count) {
    const int before = servers_;
    changeServers(engine, -count);
    const std::uint32_t first = engine.program.components[component_].firstPart;
    const std::uint32_t part = part_ == kNone ? kNone : part_ - first;
    if (servers_ == 0) return engine.failAt(component_, part);
    const bool shares = discipline_ == model::Discipline::ps;
    const int inProportion = static_cast<int>((std::int64_t{busy_} * count + before - 1) / before);
    const int failed = shares ? inProportion : std::max(inProportion, busy_ - servers_);
    engine.failHolders(component_, static_cast<std::size_t>(failed), part);
}

void Station::addServers(Engine& engine, int count) {
    changeServers(engine, count);
    if (discipline_ == model::Discipline::ps) return;
    while (waiting_ > 0 && busy_ < servers_) {
        ++busy_;
        addBusy(engine, 1);
        engine.grant(takeNext(engine));
    }
}

void Station::abandon(Engine& engine, VisitId visit) {
    lineOf(engine, visit).remove(engine.visits, visit);
    --waiting_;
}

}  // namespace headroom::sim
