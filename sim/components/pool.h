// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/line_timer.h"
#include "sim/components/station.h"

#include <vector>

namespace headroom::sim {

/// A pool of connections, each held by one request while what it calls answers. A request takes the
/// idle connection used last (LIFO, so that the others can be closed); without one it opens a new
/// one, up to `max`, which takes `connect`; else it waits, first come first served, for at most
/// `acquireTimeout`. Connections idle for `idleTimeout` are closed, down to `min`. With `scope:
/// instance` each instance of the calling service has a pool of its own.
class Pool {
public:
    Pool(const ComponentInfo& info, ComponentIndex component, std::uint32_t number,
         std::uint32_t members, Draw connect);

    /// Member 0 is the shared pool; with scope `instance`, members go by the instance's global
    /// number.
    void openMember(Engine& engine, std::uint32_t member);
    void closeMember(Engine& engine, std::uint32_t member);
    Acquired acquire(Engine& engine, VisitId visit);
    void release(Engine& engine, VisitId visit);
    void abandon(Engine& engine, VisitId visit);
    void onPatienceOver(Engine& engine, std::uint32_t member);
    void onIdleOver(Engine& engine, std::uint32_t member);
    bool isIdle(std::uint32_t member) const {
        return members_[member].held == 0 && members_[member].line.empty();
    }
    bool isShared() const { return spec_.scope == model::Scope::shared; }

private:
    /// One pool: the shared one, or that of an instance.
    struct Member {
        std::int64_t open = 0;
        std::int64_t held = 0;
        std::vector<SimTime> idleSince;  ///< oldest first; the youngest is used first
        WaitingLine line;
        LineTimer patience;
        bool idleArmed = false;
    };
    std::uint32_t memberNumber(const Visit& visit) const { return isShared() ? 0 : visit.instance; }
    void hold(Engine& engine, Member& member);
    void setOpen(Engine& engine, Member& member, std::int64_t change);
    void armIdle(Engine& engine, std::uint32_t member, SimTime due);

    ComponentIndex component_;
    std::uint32_t number_;
    model::PoolSpec spec_;
    Draw connect_;
    std::vector<Member> members_;
};

}  // namespace headroom::sim
