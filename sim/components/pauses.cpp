// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/pauses.h"

#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

Pauses::Pauses(const Program& program) : instances_(program.instanceCount) {
    std::uint32_t stations = 0;
    for (const ComponentInfo& info : program.components) {
        stations += info.kind == Kind::station ? info.parts : 0u;
        any_ |= info.pauseEvery != kNone;
    }
    if (any_) clocks_.resize(instances_ + stations);
}

void Pauses::start(Engine& engine, ComponentIndex component, std::uint32_t clock) {
    const ComponentInfo& info = engine.program.components[component];
    if (info.pauseEvery == kNone) return;
    Clock& c = clocks_[clock];
    c = {0, engine.now(), component, c.life + 1};
    const Draw& every = engine.program.draws[info.pauseEvery];
    const double phase = engine.stream(every.stream).uniform();
    const auto first = static_cast<SimTime>(static_cast<double>(engine.draw(every)) * phase);
    planNext(engine, clock, engine.now() + first);
}

void Pauses::planNext(Engine& engine, std::uint32_t clock, SimTime at) {
    engine.plan(at, {ControlKind::pauseBegins, clock, clocks_[clock].life});
}

void Pauses::onBegin(Engine& engine, std::uint32_t clock, std::uint32_t life) {
    Clock& c = clocks_[clock];
    if (c.life != life) return;
    const ComponentInfo& info = engine.program.components[c.component];
    const SimTime lasting = engine.draw(engine.program.draws[info.pauseLasting]);
    c.total += lasting;
    c.until = engine.now() + lasting;
    engine.setPaused(clock, true);
    engine.plan(c.until, {ControlKind::pauseEnds, clock, life});
    const SimTime next = engine.now() + engine.draw(engine.program.draws[info.pauseEvery]);
    planNext(engine, clock, std::max(next, c.until));
}

// Planned before the next one begins, so that one that follows at once finds the clock going.
void Pauses::onEnd(Engine& engine, std::uint32_t clock, std::uint32_t life) {
    if (clocks_[clock].life == life) engine.setPaused(clock, false);
}

}  // namespace headroom::sim
