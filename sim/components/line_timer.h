// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"

namespace headroom::sim {

class Engine;
enum class EventKind : std::uint8_t;

/// Bounds the time that visits wait in a first-come line: as all have the same patience, the first
/// in line is the first to lose it, and one pending event is enough for the whole line.
class LineTimer {
public:
    LineTimer(SimTime patience, EventKind kind, std::uint32_t index)
        : patience_(patience), kind_(kind), index_(index) {}

    /// To be called when a visit has joined the line.
    void onJoin(Engine& engine);
    /// The event has come: the visit that has lost its patience, or kNone. Ask again while there is
    /// one.
    VisitId onEvent(Engine& engine, const WaitingLine& line);
    /// To be called after the last onEvent().
    void rearm(Engine& engine, const WaitingLine& line);

private:
    SimTime dueOf(const Engine& engine, VisitId visit) const;
    SimTime patience_;
    EventKind kind_;
    std::uint32_t index_;
    bool armed_ = false;
};

}  // namespace headroom::sim
