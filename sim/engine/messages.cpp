// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

namespace headroom::sim {

// What the callee, or the receiver of a message, is told of it.
void Engine::carryMessage(VisitId from, VisitId to) {
    const SimTime origin = messages[from].origin;
    messages[to] = {.sent = now_, .origin = origin};
}

// A visit that nobody waits for.
void Engine::send(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    const Key key = drawKey(visits[id], site);
    if (faults_.meddles() && faults_.isCut(siteIndex)) {  // lost on its way
        ++visits[id].cursor;
        return;
    }
    const VisitId message = create(site.entry, siteIndex, kNone, visits[id].user);
    Visit& v = visits[message];
    v.instance = visits[id].instance;
    v.key = key.key;
    v.keyClass = key.keyClass;
    v.sent = true;
    carryItems(id, message, site);
    carryMessage(id, message);
    if (messages[message].origin == kNever) messages[message].origin = now_;
    ++visits[id].cursor;
    if (faults_.meddles()) meddle(message);
    if (!program.zones.isEmpty()) return depart(message, visits.details(id).zone);
    ready_.push_back(message);
}

SimTime Engine::drawForItems(VisitId id, const Draw& law) {
    return drawSum(program.draws[law.each], program.carriesItems ? items[id] : 1);
}

void Engine::measureDelivery(const Visit& v, SimTime time) {
    const Entry& entry = program.entries[v.entry];
    meters_[entry.component].deliver(time);
    if (entry.probe != kNone16) probeMeters_[entry.probe].deliver(time);
    for (const Passed& passed : program.sites[v.site].passes)
        meters_[passed.component].deliver(time);
}

void Engine::enqueue(VisitId id) {
    Visit& v = visits[id];
    v.state = State::waiting;
    v.sent = true;
    if (messages[id].origin == kNever) messages[id].origin = messages[id].sent;
    beginWaiting(id);
    if (queues_[infoOf(id).index].accept(*this, id)) return;
    addWaiting(id, -1);
    finish(id, Outcome::refused);
}

void Engine::detach(VisitId id) {
    if (visits[id].timer != kNone) unlinkTimer(id);
    Visit& v = visits[id];
    const VisitId parent = v.parent;
    const SiteIndex site = v.site;
    endPasses(v, now_ - v.begun, Outcome::answered);
    v.parent = kNone;
    v.site = program.detachedSite;
    const EntryIndex action = parent == kNone ? program.sites[site].wholeAction : kNone16;
    if (action != kNone16) return endAction(v.user, v.begun, action, Outcome::answered);
    if (parent != kNone) callEnded(parent, site, Outcome::answered, Outcome::answered, id);
}

void Engine::follow(VisitId id) {
    endWaiting(id);
    visits[id].state = State::batched;
}

void Engine::endFollower(VisitId id, SimTime left, Outcome outcome, Outcome cause) {
    visits[id].callTime = now_ - left;
    visits[id].cause = cause;
    finish(id, outcome);
}

void Engine::endWithIt(VisitId id, Outcome outcome, Outcome cause) {
    if (infoOf(id).kind == Kind::queue)
        queues_[infoOf(id).index].endBatch(*this, id, outcome, cause);
    else
        cacheOf(id).endFlight(*this, id, cause);
}

}  // namespace headroom::sim
