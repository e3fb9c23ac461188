// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/sim_time.h"
#include "sim/program/program.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// Times in which the CPUs of an instance, or the servers of a station, stand still (garbage
/// collection, checkpoints). Each instance has them by itself, first at a random phase. What is
/// being worked on goes on afterwards; what wants to begin waits until then. Requests go on
/// arriving, holding and waiting meanwhile.
///
/// Nothing is done to work under way when a pause begins: its time is over too early then, and it
/// is given as much more as the clock has stood still since it began.
class Pauses {
public:
    explicit Pauses(const Program& program);

    bool any() const { return any_; }
    /// A clock is that of an instance (its number) or, behind these, of a station.
    std::uint32_t clockOfStation(std::uint32_t station) const { return instances_ + station; }
    bool has(ComponentIndex component) const;
    /// The instance or station is there, or no more.
    void start(Engine& engine, ComponentIndex component, std::uint32_t clock);
    void stop(std::uint32_t clock) { ++clocks_[clock].life; }
    void onBegin(Engine& engine, std::uint32_t clock, std::uint32_t life);
    void onEnd(Engine& engine, std::uint32_t clock, std::uint32_t life);

    /// How long the clock has stood still altogether, the pause that lasts now wholly included.
    SimTime total(std::uint32_t clock) const { return clocks_[clock].total; }
    /// When work that wants to begin now can.
    SimTime beginAt(std::uint32_t clock, SimTime now) const {
        return now > clocks_[clock].until ? now : clocks_[clock].until;
    }

private:
    struct Clock {
        SimTime total = 0;
        SimTime until = 0;
        ComponentIndex component = kNone16;
        std::uint32_t life = 0;  ///< how often it has been stopped
    };
    void planNext(Engine& engine, std::uint32_t clock, SimTime at);

    bool any_ = false;
    std::uint32_t instances_;
    std::vector<Clock> clocks_;
};

}  // namespace headroom::sim
