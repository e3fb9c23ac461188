// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

Engine::Key Engine::drawNewKey(const Visit& v, const KeyDraw& keys) {
    switch (keys.popularity) {
        case Popularity::own: return {v.user, keys.keyClass};
        case Popularity::zipf:
            return {static_cast<std::uint32_t>(keys.zipf.draw(stream(keys.stream))), keys.keyClass};
        case Popularity::uniform: break;
    }
    const std::uint64_t key = stream(keys.stream).below(static_cast<std::uint64_t>(keys.count));
    return {static_cast<std::uint32_t>(key), keys.keyClass};
}

VisitId Engine::request(VisitId id, SiteIndex site, Key key) {
    const VisitId child = prepare(id, site, key);
    if (child == kNone) return kNone;
    if (isPlain_)
        ready_.push_back(child);
    else
        sendOff(id, child);
    return child;
}

// What may happen to a request on its way, or has to be known of it.
void Engine::sendOff(VisitId id, VisitId child) {
    if (program.carriesMessages) carryMessage(id, child);
    if (program.withdraws) visits.details(id).child = child;
    if (faults_.meddles()) meddle(child);
    if (program.zones.isEmpty())
        ready_.push_back(child);
    else
        depart(child, visits.details(id).zone);
}

SimTime Engine::backoff(const CallSite& site, int attempt) {
    const double wait = std::min(static_cast<double>(site.backoff) * std::exp2(attempt),
                                 static_cast<double>(site.backoffCap));
    return static_cast<SimTime>(site.fullJitter ? wait * stream(site.jitterStream).uniform()
                                                : wait);
}

// The same as answer(), for all who do not do it at every visit.
void Engine::callEnded(VisitId id, SiteIndex site, Outcome outcome, Outcome cause,
                       VisitId request) {
    const VisitId caller = answer(id, site, outcome, cause, request);
    if (caller != kNone) ready_.push_back(caller);
}

void Engine::callEndedUnusually(VisitId id, SiteIndex siteIndex, Outcome outcome, Outcome cause,
                                VisitId request) {
    const CallSite& site = program.sites[siteIndex];
    if (visits[id].policed && !attemptEnded(id, outcome, request)) return;
    edgeLevels_[site.edge].add(now_, -1);
    Visit& v = visits[id];
    if (program.withdraws) visits.details(id).child = kNone;
    if (outcome != Outcome::answered && site.retries > 0) {
        std::uint16_t& attempt = visits.details(id).attempt;
        v.retries = attempt < site.retries && (site.policies == kNone || mayRetry(id, site));
        if (v.retries) return delayUntil(id, now_ + backoff(site, attempt++));
    }
    v.retries = false;
    callOver(id, site, outcome, cause);
}

void Engine::callOver(VisitId id, const CallSite& site, Outcome outcome, Outcome cause) {
    Visit& v = visits[id];
    v.callTime += now_ - v.mark;
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

void Engine::linkTimer(VisitId id) {
    const SiteIndex site = visits[id].site;
    CallTimers& timers = timers_[site];
    visits[id].timer = timers.add(visits, id);
    if (timers.armed) return;
    timers.armed = true;
    schedule(now_ + program.sites[site].timeout, EventKind::callTimeout, site);
}

void Engine::unlinkTimer(VisitId id) {
    timers_[visits[id].site].remove(visits[id].timer);
    visits[id].timer = kNone;
}

// One call at a time: what its end sets free must run before the next one is looked at.
void Engine::onCallTimeout(SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    CallTimers& timers = timers_[siteIndex];
    timers.armed = false;
    const VisitId oldest = timers.oldest();
    if (oldest != kNone && visits[oldest].begun + site.timeout <= now_) {
        const VisitId parent = visits[oldest].first ? openAction(oldest) : visits[oldest].parent;
        unlinkTimer(oldest);
        visits[oldest].parent = kNone;
        if (site.cancel) withdraw(oldest);
        callEnded(parent, siteIndex, Outcome::timedOut, Outcome::timedOut, oldest);
    }
    const VisitId next = timers.oldest();
    if (next == kNone || timers.armed) return;
    timers.armed = true;
    schedule(visits[next].begun + site.timeout, EventKind::callTimeout, siteIndex);
}

void Engine::fork(VisitId id, const Fork& fork) {
    Visit& v = visits[id];
    v.state = State::forked;
    v.mark = now_;
    v.branchFailed = false;
    VisitDetails& details = visits.details(id);
    details.child = kNone;
    details.nextBranch = 0;
    details.branchesLeft = static_cast<std::uint16_t>(fork.branches.size());
    const std::size_t all = fork.branches.size();
    const std::size_t first = fork.limit == 0 ? all : std::min<std::size_t>(fork.limit, all);
    for (std::size_t i = 0; i < first; ++i) startBranch(id, fork);
    // What is put on the stack last runs first: the branch that was started first.
    for (std::size_t i = 0; i < first; ++i) ready_.pop();
    for (VisitId child = visits.details(id).child; child != kNone;
         child = visits.details(child).sibling)
        ready_.push_back(child);
}

void Engine::startBranch(VisitId parent, const Fork& fork) {
    const VisitId id = visits.create(parent);
    const Visit& p = visits[parent];
    Visit& b = visits[id];
    b = Visit{};
    b.begun = now_;
    b.parent = parent;
    b.instance = p.instance;
    b.user = p.user;
    b.key = p.key;
    b.keyClass = p.keyClass;
    b.entry = p.entry;
    b.branch = true;
    if (program.carriesItems) items.copy(parent, id);
    if (program.carriesMessages) messages.copy(parent, id);
    VisitDetails& details = visits.details(parent);
    b.cursor = fork.branches[details.nextBranch++];
    visits.details(id).child = kNone;
    visits.details(id).zone = details.zone;
    visits.details(id).sibling = details.child;
    details.child = id;
    goOn(id);
}

void Engine::branchEnded(VisitId id, bool failed) {
    const Visit b = visits[id];
    Visit& p = visits[b.parent];
    VisitDetails& details = visits.details(b.parent);
    VisitId* link = &details.child;
    while (*link != id) link = &visits.details(*link).sibling;
    *link = visits.details(id).sibling;
    if (b.waitedForCpu) addCpuWait(b.parent, visits.details(id).cpuWait);
    visits.release(id);
    if (failed && !p.branchFailed) {
        p.branchFailed = true;
        p.cause = b.cause;
    }
    const Fork& fork = program.forks[program.code[p.cursor].a];
    const std::size_t unstarted = fork.branches.size() - details.nextBranch;
    if (p.branchFailed && unstarted > 0) {
        details.branchesLeft = static_cast<std::uint16_t>(details.branchesLeft - unstarted);
        details.nextBranch = static_cast<std::uint16_t>(fork.branches.size());
    }
    if (--details.branchesLeft > 0) {
        if (details.nextBranch < fork.branches.size()) startBranch(b.parent, fork);
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
    const ComponentInfo& info = infoOf(id);
    if (v.state == State::waitingForCpu) {
        instances[v.instance].cpuLine.remove(visits, id);
        return true;
    }
    if (v.state == State::waitingForFlight) {
        caches_[info.index].abandon(*this, id);
        return true;
    }
    if (v.state == State::waitingForToken) {
        addWaiting(id, -1);
        limits_[program.code[v.cursor].a].abandon(*this, id);
        return true;
    }
    if (v.state == State::waitingForLock) {
        databaseOf(id).abandonLock(*this, id);
        return true;
    }
    if (v.state == State::waitingForPermit) {
        permitsOf(id, program.policies[program.sites[program.code[v.cursor].a].policies])
            .line.remove(visits, id);
        return true;
    }
    if (v.state == State::joined) {
        leaveFlight(id);
        return true;
    }
    if (v.state != State::waiting) return false;
    addWaiting(id, -1);
    switch (info.kind) {
        case Kind::station: stationOf(id).abandon(*this, id); break;
        case Kind::service: services_[info.index].abandon(*this, id); break;
        case Kind::function: functions_[info.index].abandon(*this, id); break;
        case Kind::pool: pools_[info.index].abandon(*this, id); break;
        case Kind::queue: queues_[info.index].abandon(*this, id); break;
        default: assert(false); break;
    }
    return true;
}

void Engine::withdrawChildren(VisitId id) {
    const State state = visits[id].state;
    if (state == State::lost) leaveLostCall(id);
    if (state != State::calling && state != State::forked) return;
    if (visits[id].policed) return;  // dropAttempt() does
    for (VisitId child = visits.details(id).child; child != kNone;) {
        const VisitId next = state == State::forked ? visits.details(child).sibling : kNone;
        if (state == State::calling)
            edgeLevels_[program.sites[visits[child].site].edge].add(now_, -1);
        visits[child].parent = kNone;
        withdraw(child);
        child = next;
    }
}

ProcessorSharing& Engine::sharingOf(VisitId id) {
    const ComponentInfo& info = infoOf(id);
    if (info.kind == Kind::cache) return sharings_[uplinks_[componentOf(id)].sharing];
    return sharings_[info.kind == Kind::station ? stationSharing_[info.index]
                                                : instances[visits[id].instance].sharing];
}

// Ends a visit from above, with all that it has asked others for. What it holds is given back at
// once; the record stays as long as the calendar or the stack of ready visits knows it. Counted as
// a timeout, since one above it caused this.
void Engine::withdraw(VisitId id) {
    const State state = visits[id].state;
    const bool pending = isPending(state);
    if (!leaveWaiting(id)) withdrawChildren(id);
    if (visits[id].policed) dropAttempt(id, true);
    if (state == State::working) releaseCpu(id);
    if (state == State::sharing) sharingOf(id).remove(*this, id);
    if (state == State::waitingForKey) addWaiting(id, -1);
    if (state == State::connecting) {
        meters_[componentOf(id)].waiting.add(now_, -1);
        visits[id].holds = true;  // the connection that was being opened
    }
    if (!visits[id].branch) {
        if (visits[id].holds) releaseHolding(id);
        if (visits[id].ownsFlight) endWithIt(id, Outcome::timedOut, Outcome::timedOut);
        if (visits[id].timer != kNone) unlinkTimer(id);
        if (visits[id].locks) databaseOf(id).unlock(*this, id);
        if (!program.entries[visits[id].entry].inner)
            measureEnd(id, Outcome::timedOut, Outcome::timedOut);
    }
    if (!pending) return visits.release(id);
    visits[id].state = State::zombie;
}

}  // namespace headroom::sim
