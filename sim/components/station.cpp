// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/station.h"

#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

Station::Station(const ComponentInfo& info, ComponentIndex component)
    : component_(component), lines_(info.priorityClasses) {
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
    engine.meter(component_).capacity.add(0, servers_);
    engine.startPauses(component_);
}

bool Station::isFull() const { return waiting_ >= maxWaiting_ || busy_ + waiting_ >= capacity_; }

WaitingLine& Station::lineOf(Engine& engine, VisitId visit) {
    if (lines_.size() == 1) return lines_.front();
    return lines_[engine.program.entries[engine.visits[visit].entry].priorityClass];
}

Acquired Station::acquire(Engine& engine, VisitId visit) {
    const bool shares = discipline_ == model::Discipline::ps;
    if (servers_ == 0) return Acquired::refused;
    if (shares ? busy_ >= capacity_ : busy_ == servers_ && isFull()) return Acquired::refused;
    if (shares || busy_ < servers_) {
        ++busy_;
        if (!shares) engine.meter(component_).busy.add(engine.now(), 1);
        return Acquired::yes;
    }
    WaitingLine& line = lineOf(engine, visit);
    discipline_ == model::Discipline::lifo ? line.pushFront(engine.visits, visit)
                                           : line.pushBack(engine.visits, visit);
    ++waiting_;
    return Acquired::waits;
}

VisitId Station::takeNext(Engine& engine) {
    const auto line =
        std::find_if(lines_.begin(), lines_.end(), [](const WaitingLine& l) { return !l.empty(); });
    --waiting_;
    return line->popFront(engine.visits);
}

void Station::release(Engine& engine) {
    if (waiting_ > 0 && busy_ <= servers_) return engine.grant(takeNext(engine));
    --busy_;
    if (discipline_ != model::Discipline::ps) engine.meter(component_).busy.add(engine.now(), -1);
}

void Station::changeServers(Engine& engine, int change) {
    servers_ += change;
    engine.meter(component_).capacity.add(engine.now(), change);
    if (discipline_ == model::Discipline::ps)
        engine.sharingOfStation(component_).setServers(engine, servers_);
}

void Station::removeServers(Engine& engine, int count) {
    const int before = servers_;
    changeServers(engine, -count);
    if (servers_ == 0) return engine.failAt(component_);
    const bool shares = discipline_ == model::Discipline::ps;
    const int part = static_cast<int>((std::int64_t{busy_} * count + before - 1) / before);
    const int failed = shares ? part : std::max(part, busy_ - servers_);
    engine.failHolders(component_, static_cast<std::size_t>(failed));
}

void Station::addServers(Engine& engine, int count) {
    changeServers(engine, count);
    if (discipline_ == model::Discipline::ps) return;
    while (waiting_ > 0 && busy_ < servers_) {
        ++busy_;
        engine.meter(component_).busy.add(engine.now(), 1);
        engine.grant(takeNext(engine));
    }
}

void Station::abandon(Engine& engine, VisitId visit) {
    lineOf(engine, visit).remove(engine.visits, visit);
    --waiting_;
}

}  // namespace headroom::sim
