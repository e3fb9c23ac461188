// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// Whether a request that asked for a resource got it.
enum class Acquired : std::uint8_t { yes, waits, refused };

/// The queueing station G/G/c/K, and a database, which is one with a name of its own: one line for
/// all servers, first come first served, last come first served (without preemption) or by priority
/// class (without preemption, first come first served within a class). A request holds its server
/// from its first step to its last. Under processor sharing nobody waits; only the capacity is
/// checked here.
class Station {
public:
    /// `part`: one of several stations of the component, measured for itself too; kNone: the only
    /// one.
    Station(const ComponentInfo& info, ComponentIndex component, std::uint32_t part = kNone);

    Acquired acquire(Engine& engine, VisitId visit);
    void release(Engine& engine);
    /// A waiting request goes away without having been served.
    void abandon(Engine& engine, VisitId visit);
    void start(Engine& engine);

    int servers() const { return servers_; }
    /// They die with what they serve: of those being served as large a part fails as of the
    /// servers, and more where fewer are left. Without any server, all that wait fail too, and
    /// requests are refused.
    void removeServers(Engine& engine, int count);
    void addServers(Engine& engine, int count);

private:
    void addBusy(Engine& engine, int servers);
    void addCapacity(Engine& engine, int servers);
    bool mustRefuse(Engine& engine, VisitId visit) const;
    bool isFull() const;
    VisitId takeNext(Engine& engine);
    void changeServers(Engine& engine, int change);
    WaitingLine& lineOf(Engine& engine, VisitId visit);

    ComponentIndex component_;
    std::uint32_t part_;
    int servers_;
    int busy_ = 0;
    std::int64_t waiting_ = 0;
    std::int64_t maxWaiting_ = model::kUnlimited;
    std::int64_t capacity_ = model::kUnlimited;
    model::Discipline discipline_ = model::Discipline::fifo;
    std::vector<WaitingLine> lines_;  ///< one for each priority class
};

}  // namespace headroom::sim
