// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/line_timer.h"

#include "sim/engine/engine.h"

namespace headroom::sim {

SimTime LineTimer::dueOf(const Engine& engine, VisitId visit) const {
    return engine.visits[visit].mark + patience_;
}

void LineTimer::onJoin(Engine& engine) {
    if (armed_ || patience_ == kNever) return;
    armed_ = true;
    engine.schedule(engine.now() + patience_, kind_, index_);
}

VisitId LineTimer::onEvent(Engine& engine, const WaitingLine& line) {
    if (line.empty() || dueOf(engine, line.front()) > engine.now()) return kNone;
    return line.front();
}

void LineTimer::rearm(Engine& engine, const WaitingLine& line) {
    armed_ = !line.empty();
    if (armed_) engine.schedule(dueOf(engine, line.front()), kind_, index_);
}

}  // namespace headroom::sim
