// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

void Engine::drawKey(Visit& v, const CallSite& site) {
    if (site.keyDraw == kNone) {
        v.callKey = v.key;
        v.callKeyClass = v.keyClass;
        return;
    }
    const KeyDraw& keys = program.keyDraws[site.keyDraw];
    v.callKeyClass = keys.keyClass;
    switch (keys.popularity) {
        case Popularity::own: v.callKey = v.user; break;
        case Popularity::zipf:
            v.callKey = static_cast<std::uint32_t>(keys.zipf.draw(stream(keys.stream)));
            break;
        case Popularity::uniform:
            v.callKey = static_cast<std::uint32_t>(
                stream(keys.stream).below(static_cast<std::uint64_t>(keys.count)));
            break;
    }
}

void Engine::call(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    if (visits[id].attempt == 0) {
        visits[id].mark = now_;
        drawKey(visits[id], site);
    }
    const VisitId child = create(site.entry, id, visits[id].user);
    Visit& caller = visits[id];
    Visit& callee = visits[child];
    caller.state = State::calling;
    caller.child = child;
    callee.site = siteIndex;
    callee.instance = caller.instance;
    callee.key = caller.callKey;
    callee.keyClass = caller.callKeyClass;
    edgeLevels_[site.edge].add(now_, 1);
    if (site.timeout != kNever) linkTimer(child);
    ready_.push_back(child);
}

SimTime Engine::backoff(const CallSite& site, int attempt) {
    const double wait = std::min(static_cast<double>(site.backoff) * std::exp2(attempt),
                                 static_cast<double>(site.backoffCap));
    return static_cast<SimTime>(site.fullJitter ? wait * stream(site.jitterStream).uniform()
                                                : wait);
}

void Engine::callEnded(VisitId id, SiteIndex siteIndex, Outcome outcome, Outcome cause) {
    const CallSite& site = program.sites[siteIndex];
    Visit& v = visits[id];
    v.child = kNone;
    edgeLevels_[site.edge].add(now_, -1);
    if (outcome != Outcome::answered && v.attempt < site.retries)
        return delayUntil(id, now_ + backoff(site, v.attempt++));
    v.callTime += now_ - v.mark;
    v.attempt = 0;
    if (outcome == Outcome::answered) {
        ++v.cursor;
        return goOn(id);
    }
    if (site.onError != kNone) {
        v.cursor = site.onError;
        return goOn(id);
    }
    v.cause = cause;
    finish(id, Outcome::failed);
}

// All calls from a site have the same timeout, so that they lose patience in the order in which
// they began, and one pending event is enough for all of them.
void Engine::linkTimer(VisitId id) {
    Visit& v = visits[id];
    TimerList& list = timers_[v.site];
    v.timed = true;
    v.timerNext = kNone;
    v.timerPrevious = list.last;
    (list.last == kNone ? list.first : visits[list.last].timerNext) = id;
    list.last = id;
    if (list.armed) return;
    list.armed = true;
    schedule(now_ + program.sites[v.site].timeout, EventKind::callTimeout, v.site);
}

void Engine::unlinkTimer(VisitId id) {
    Visit& v = visits[id];
    TimerList& list = timers_[v.site];
    (v.timerPrevious == kNone ? list.first : visits[v.timerPrevious].timerNext) = v.timerNext;
    (v.timerNext == kNone ? list.last : visits[v.timerNext].timerPrevious) = v.timerPrevious;
    v.timed = false;
}

// One call at a time: what its end sets free must run before the next one is looked at.
void Engine::onCallTimeout(SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    TimerList& list = timers_[siteIndex];
    const auto due = [&] { return visits[list.first].begun + site.timeout; };
    list.armed = false;
    if (list.first != kNone && due() <= now_) {
        const VisitId child = list.first;
        const VisitId parent = visits[child].parent;
        unlinkTimer(child);
        visits[child].parent = kNone;
        if (site.cancel) withdraw(child);
        callEnded(parent, siteIndex, Outcome::timedOut, Outcome::timedOut);
    }
    if (list.first == kNone || list.armed) return;
    list.armed = true;
    schedule(due(), EventKind::callTimeout, siteIndex);
}

void Engine::fork(VisitId id, const Fork& fork) {
    Visit& v = visits[id];
    v.state = State::forked;
    v.mark = now_;
    v.nextBranch = 0;
    v.branchFailed = false;
    v.branchesLeft = static_cast<std::uint16_t>(fork.branches.size());
    const std::size_t first = fork.limit == 0
                                  ? fork.branches.size()
                                  : std::min<std::size_t>(fork.limit, fork.branches.size());
    for (std::size_t i = 0; i < first; ++i) startBranch(id, fork);
}

void Engine::startBranch(VisitId parent, const Fork& fork) {
    const VisitId id = visits.create();
    Visit& p = visits[parent];
    Visit& b = visits[id];
    b = p;
    b.begun = now_;
    b.wait = b.callTime = b.cpuWait = 0;
    b.parent = parent;
    b.child = kNone;
    b.sibling = p.child;
    b.cursor = fork.branches[p.nextBranch];
    b.attempt = 0;
    b.cause = Outcome::failed;
    b.holds = b.ownsFlight = b.timed = false;
    b.branch = true;
    p.child = id;
    ++p.nextBranch;
    goOn(id);
}

void Engine::branchEnded(VisitId id, bool failed) {
    const Visit b = visits[id];
    Visit& p = visits[b.parent];
    VisitId* link = &p.child;
    while (*link != id) link = &visits[*link].sibling;
    *link = b.sibling;
    visits.release(id);
    p.cpuWait += b.cpuWait;
    if (failed && !p.branchFailed) {
        p.branchFailed = true;
        p.cause = b.cause;
    }
    const Fork& fork = program.forks[program.code[p.cursor].a];
    const auto unstarted = static_cast<std::uint16_t>(fork.branches.size() - p.nextBranch);
    if (p.branchFailed && unstarted > 0) {
        p.branchesLeft = static_cast<std::uint16_t>(p.branchesLeft - unstarted);
        p.nextBranch = static_cast<std::uint16_t>(fork.branches.size());
    }
    if (--p.branchesLeft > 0) {
        if (p.nextBranch < fork.branches.size()) startBranch(b.parent, fork);
        return;
    }
    // The caller's own time is that of the branch that ended last; the rest of the fork was spent
    // in calls.
    const SimTime own = (now_ - b.begun) - b.callTime;
    p.callTime += now_ - p.mark - own;
    if (p.branchFailed) return finish(b.parent, Outcome::failed);
    ++p.cursor;
    goOn(b.parent);
}

// Takes the visit out of the line it waits in; false if it waits in none.
bool Engine::leaveWaiting(VisitId id) {
    const Visit& v = visits[id];
    const ComponentInfo& info = program.components[v.component];
    if (v.state == State::waitingForCpu) {
        instances[v.instance].cpuLine.remove(visits, id);
        return true;
    }
    if (v.state == State::waitingForFlight) {
        caches_[info.index].abandon(*this, id);
        return true;
    }
    if (v.state != State::waiting) return false;
    meters_[v.component].waiting.add(now_, -1);
    switch (info.kind) {
        case Kind::station: stations_[info.index].abandon(*this, id); break;
        case Kind::service: services_[info.index].abandon(*this, id); break;
        case Kind::function: functions_[info.index].abandon(*this, id); break;
        case Kind::pool: pools_[info.index].abandon(*this, id); break;
        default: assert(false); break;
    }
    return true;
}

void Engine::withdrawChildren(VisitId id) {
    const bool forked = visits[id].state == State::forked;
    VisitId child = visits[id].child;
    while (child != kNone) {
        const VisitId next = forked ? visits[child].sibling : kNone;
        if (!forked) edgeLevels_[program.sites[visits[child].site].edge].add(now_, -1);
        visits[child].parent = kNone;
        withdraw(child);
        child = next;
    }
    visits[id].child = kNone;
}

// Ends a visit from above, with all that it has asked others for. What it holds is given back at
// once; the record stays as long as the calendar or the stack of ready visits knows it. Counted as
// a timeout, since one above it caused this.
void Engine::withdraw(VisitId id) {
    const State state = visits[id].state;
    // `running`: what was given back a moment ago may have gone to this very visit, which now
    // stands ready to go on.
    const bool pending = state == State::working || state == State::delayed ||
                         state == State::connecting || state == State::running;
    if (!leaveWaiting(id)) withdrawChildren(id);
    if (state == State::working) releaseCpu(id);
    if (state == State::connecting) {
        meters_[visits[id].component].waiting.add(now_, -1);
        visits[id].holds = true;  // the connection that was being opened
    }
    if (state == State::sharing) {
        const ComponentInfo& info = program.components[visits[id].component];
        const std::uint32_t sharing = info.kind == Kind::station
                                          ? stationSharing_[info.index]
                                          : instances[visits[id].instance].sharing;
        sharings_[sharing].remove(*this, id);
    }
    Visit& v = visits[id];
    if (!v.branch) {
        if (v.holds) releaseHolding(id);
        if (visits[id].ownsFlight)
            caches_[program.components[visits[id].component].index].endFlight(*this, id,
                                                                              Outcome::timedOut);
        if (visits[id].timed) unlinkTimer(id);
        measureEnd(id, Outcome::timedOut);
    }
    if (!pending) return visits.release(id);
    visits[id].state = State::zombie;
}

}  // namespace headroom::sim
