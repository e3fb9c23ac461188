// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"
#include "sim/measure/time_weighted.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// Servers or CPUs that all requests share evenly: with n requests on c servers each is served at
/// rate min(1, c/n) (egalitarian processor sharing, Kleinrock, Queueing Systems vol. 2, ch. 4).
///
/// Kept as one virtual clock that runs at that common rate: a request leaves when the clock has
/// moved by its work, so an arrival or departure changes nothing but the clock's speed. O(log n)
/// each.
class ProcessorSharing {
public:
    /// `busy` counts the servers in use; `number` is what the engine calls this object by in
    /// events.
    ProcessorSharing(int servers, std::uint32_t number, ComponentIndex component)
        : servers_(servers), number_(number), component_(component) {}

    void add(Engine& engine, VisitId visit, SimTime work);
    void remove(Engine& engine, VisitId visit);
    /// From now on there are so many; with none, nothing is done.
    void setServers(Engine& engine, int servers);
    /// Work stands still, or goes on; the servers stay busy meanwhile.
    void setPaused(Engine& engine, bool paused);
    /// The integral of the servers in use so far, in nanoseconds.
    std::uint64_t busyTime(SimTime now) const { return busyTime_.areaUpTo(now); }
    /// The event that was asked for has come: whoever is done goes on.
    void onEvent(Engine& engine);

private:
    struct Job {
        double finish;  ///< in virtual nanoseconds
        std::uint64_t order;
        VisitId visit;
    };
    static bool later(const Job& a, const Job& b) {
        return a.finish != b.finish ? a.finish > b.finish : a.order > b.order;
    }
    double rate() const;
    void advance(SimTime now);
    void askForNext(Engine& engine);
    void countBusy(Engine& engine);

    int servers_;
    std::uint32_t number_;
    ComponentIndex component_;
    double clock_ = 0;
    SimTime updated_ = 0;
    SimTime asked_ = kNever;  ///< earliest event under way
    std::uint64_t order_ = 0;
    bool paused_ = false;
    int busy_ = 0;
    TimeWeighted busyTime_;
    std::vector<Job> jobs_;  ///< heap, soonest first
};

}  // namespace headroom::sim
