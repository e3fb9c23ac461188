// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

namespace headroom::sim {

void Engine::measureMore(VisitId id, VisitTimes times, Outcome outcome) {
    const Visit& v = visits[id];
    const Entry& entry = program.entries[v.entry];
    if (entry.probe != kNone16) probeMeters_[entry.probe].end(now_, times, outcome);
    if (v.inPart) endInPart(id, times, outcome);
    if (outcome != Outcome::answered) return;
    if (v.sent) measureDelivery(v, now_ - messages[id].sent);
    meters_[entry.component].egressBytes += static_cast<std::uint64_t>(entry.answerBytes);
}

// It was on its way, or waited for a token, before it got there.
void Engine::endInPart(VisitId id, const VisitTimes& times, Outcome outcome) {
    const VisitDetails& details = visits.details(id);
    const VisitTimes there{now_ - details.inPartSince, times.inCalls, times.wait, times.cpuWait};
    partMeters_[infoOf(id).firstPart + details.part].end(now_, there, outcome);
}

void Engine::endPasses(const Visit& v, SimTime response, Outcome outcome) {
    for (const Passed& passed : program.sites[v.site].passes) {
        edgeLevels_[passed.edge].add(now_, -1);
        meters_[passed.component].end(now_, {response, response, 0, 0}, outcome);
    }
}

void Engine::beginAction(EntryIndex root) {
    meters_[kWorkload].begin(now_);
    rootMeters_[program.entries[root].probe].begin(now_);
}

// An action that nobody times out or repeats is the visit of its entry, without a record of its
// own. Where somebody does, the first attempt nearly always is all there is of it, too.
void Engine::startAction(EntryIndex root, std::uint32_t user) {
    beginAction(root);
    const auto siteIndex = static_cast<SiteIndex>(program.code[program.entries[root].address].a);
    const CallSite& site = program.sites[siteIndex];
    if (isPlain_ && site.patientAction == root && site.policies == kNone)
        return startFirstAttempt(siteIndex, user);
    if (!isPlain_ && site.wholeAction == root && faults_.meddles() && faults_.isCut(siteIndex))
        return endAction(user, now_, root, Outcome::failed);
    const VisitId id = create(site.wholeAction == root ? site.entry : root, siteIndex, kNone, user);
    if (program.carriesItems) items[id] = 1;
    if (isPlain_) return ready_.push_back(id);
    if (program.carriesMessages) messages[id] = {.sent = now_};
    if (faults_.meddles()) meddle(id);
    if (!program.zones.isEmpty()) return depart(id, program.entries[root].zone);
    ready_.push_back(id);
}

void Engine::startFirstAttempt(SiteIndex siteIndex, std::uint32_t user) {
    const CallSite& site = program.sites[siteIndex];
    edgeLevels_[site.edge].add(now_, 1);
    const VisitId id = create(site.entry, siteIndex, kNone, user);
    Visit& v = visits[id];
    const Key key = drawKey(v, site);
    v.key = key.key;
    v.keyClass = key.keyClass;
    v.first = true;
    if (site.timeout != kNever) linkTimer(id);
    if (program.carriesItems) items[id] = site.carriesItems ? 1 : site.items;
    ready_.push_back(id);
}

// The action of a first attempt that has failed or timed out: as it would stand, had it had a
// record from the beginning.
VisitId Engine::openAction(VisitId attempt) {
    const Visit first = visits[attempt];
    visits[attempt].first = false;
    const VisitId id =
        create(program.sites[first.site].patientAction, first.site, kNone, first.user);
    Visit& v = visits[id];
    v.begun = v.mark = first.begun;
    v.state = State::calling;
    VisitDetails& details = visits.details(id);
    details.callKey = first.key;
    details.callKeyClass = first.keyClass;
    details.attempt = 0;
    if (program.carriesItems) items[id] = 1;
    return id;
}

// What is still under way for him finds no cache any more.
void Engine::visitorLeft(std::uint32_t user) {
    for (const std::uint32_t cache : userCaches_) caches_[cache].forgetVisitor(user);
    visitors.leave(user);
}

[[gnu::always_inline]] inline bool Engine::acquire(VisitId id) {
    visits[id].state = State::waiting;
    Acquired answer = Acquired::refused;
    const ComponentInfo& info = infoOf(id);
    switch (info.kind) {
        case Kind::station: answer = stationOf(id).acquire(*this, id); break;
        case Kind::service: answer = services_[info.index].acquire(*this, id); break;
        case Kind::function: answer = functions_[info.index].acquire(*this, id); break;
        case Kind::pool: answer = pools_[info.index].acquire(*this, id); break;
        default: assert(false); break;
    }
    Visit& v = visits[id];
    if (answer == Acquired::yes) {
        v.state = State::running;
        v.holds = true;
        ++v.cursor;
        return true;
    }
    if (answer == Acquired::refused) {
        finish(id, Outcome::refused);
    } else {
        beginWaiting(id);
    }
    return false;
}

// The one way out. A user's failed action is counted by what began it; elsewhere a failure below is
// `failed`.
[[gnu::always_inline]] inline VisitId Engine::end(VisitId id, Outcome outcome) {
    const bool isUnusual = visits[id].endsUnusually();
    if (isUnusual && (visits[id].carrier || visits[id].branch)) [[unlikely]] {
        if (visits[id].carrier)
            carrierEnded(id, outcome);
        else
            branchEnded(id, outcome != Outcome::answered);
        return kNone;
    }
    if (program.watchesAnswers) tellBalancer(id, outcome);
    if (visits[id].holds) releaseHolding(id);
    const Outcome cause = outcome == Outcome::failed ? visits[id].cause : outcome;
    if (isUnusual) {
        if (visits[id].ownsFlight) endWithIt(id, outcome, cause);
        if (visits[id].locks) databaseOf(id).unlock(*this, id);
        if (visits[id].unpromoted) leaveUnpromoted(visits[id]);
    }
    const Visit& v = visits[id];  // only now: those that end with it may set others free to call
    const Entry& entry = program.entries[v.entry];
    const bool isRoot = entry.component == kWorkload;
    const VisitId parent = v.parent;
    if (entry.inner) [[unlikely]] {
        // What an inner part does itself, the visit that it is part of does.
        if (parent != kNone) visits[parent].callTime -= now_ - v.begun - v.callTime;
    } else if (!isRoot) {
        measureEnd(id, outcome, outcome == Outcome::answered ? outcome : Outcome::failed);
    }
    if (v.timer != kNone) unlinkTimer(id);
    visits.release(id);
    if (parent != kNone) return answer(parent, v.site, outcome, cause, id);
    const CallSite& site = program.sites[v.site];
    if (v.first) {
        if (outcome != Outcome::answered) [[unlikely]] {
            const SiteIndex siteIndex = v.site;
            callEndedUnusually(openAction(id), siteIndex, outcome, cause, id);
            return kNone;
        }
        edgeLevels_[site.edge].add(now_, -1);
        endAction(v.user, v.begun, site.patientAction, cause);
        return kNone;
    }
    // Whoever nobody waits for any more is no action either.
    const EntryIndex action = isRoot ? v.entry : site.wholeAction;
    if (action != kNone16) endAction(v.user, v.begun, action, cause);
    return kNone;
}

// Steps after which the visit goes on at this instant, or (false) does not by itself.
[[gnu::always_inline]] inline bool Engine::stepInPlace(VisitId id, const Instruction& instruction) {
    Visit& v = visits[id];
    switch (instruction.op) {
        case Op::takeToken: return takeToken(id, instruction.a);
        case Op::cpuWork: return cpuWork(id, program.draws[instruction.a]);
        case Op::sharedWork: {
            ++v.cursor;
            sharingOf(id).add(*this, id, drawFor(id, program.draws[instruction.a]));
            return false;
        }
        case Op::send: send(id, static_cast<SiteIndex>(instruction.a)); return true;
        case Op::chooseHost: return chooseHost(id, program.hostChoices[instruction.a]);
        case Op::enqueue: enqueue(id); return false;
        case Op::connectUser: return connectUser(id, program.draws[instruction.a]);
        case Op::push: return push(id, program.pushes[instruction.a]);
        case Op::pushed: pushed(id, program.pushes[instruction.a]); return true;
        case Op::network:
        case Op::openPage:
        case Op::deviceWork:
        case Op::mark:
        case Op::frame:
        case Op::online: return clientStep(id, instruction);
        case Op::transfer: return transfer(id, instruction.a);
        case Op::choosePart:
        case Op::limitKey:
        case Op::lockKey:
        case Op::readCopy:
        case Op::replicate:
        case Op::applied: return databaseStep(id, instruction);
        case Op::skipUnless: {
            const Coin& coin = program.coins[instruction.a];
            v.cursor =
                stream(coin.stream).uniform() < coin.probability ? v.cursor + 1 : instruction.b;
            return true;
        }
        case Op::choose: {
            const Choice& choice = program.choices[instruction.a];
            v.cursor = choice.targets[choice.alternatives.draw(stream(choice.stream))];
            return true;
        }
        case Op::jump: v.cursor = instruction.a; return true;
        case Op::fork: fork(id, program.forks[instruction.a]); return false;
        case Op::endBranch: finish(id, Outcome::answered); return false;
        case Op::lookUp: return lookUp(id, instruction.a);
        case Op::fill:
            cacheOf(id).fill(*this, v);
            ++v.cursor;
            if (program.limitsMemory && v.instance != kNone) checkMemory(v.instance);
            if (program.limitsDevices) cleanUpDevice(id);
            return true;
        case Op::invalidate:
            cacheOf(id).invalidate(*this, v);
            ++v.cursor;
            return true;
        case Op::writeBehind:
            cacheOf(id).writeBehind(*this, id, program.writeBacks[instruction.a]);
            ++visits[id].cursor;
            return true;
        case Op::dropEntries:
            dropEntries(id, program.invalidations[instruction.a]);
            ++v.cursor;
            return true;
        case Op::failWith: {
            const Coin& coin = program.coins[instruction.a];
            ++v.cursor;
            if (stream(coin.stream).uniform() >= coin.probability) return true;
            finish(id, Outcome::failed);
            return false;
        }
        case Op::fail: finish(id, Outcome::failed); return false;
        default: assert(false); return false;
    }
}

[[gnu::always_inline]] inline VisitId Engine::step(VisitId id, const Instruction& instruction) {
    Visit& v = visits[id];
    switch (instruction.op) {
        case Op::acquire: return acquire(id) ? id : kNone;
        case Op::delay:
            ++v.cursor;
            delayUntil(id, now_ + drawFor(id, program.draws[instruction.a]));
            return kNone;
        case Op::serve:
            ++v.cursor;
            v.state = State::serving;
            schedule(endOfWork(id, drawFor(id, program.draws[instruction.a])), EventKind::visit,
                     id);
            return kNone;
        case Op::call: return call(id, static_cast<SiteIndex>(instruction.a));
        case Op::answer: return end(id, Outcome::answered);
        default: return stepInPlace(id, instruction) ? id : kNone;
    }
}

// Who came to the stack last; kNone if it is empty.
[[gnu::always_inline]] inline VisitId Engine::nextReady() {
    while (!ready_.empty()) {
        const VisitId id = ready_.pop();
        if (visits[id].state != State::zombie) [[likely]]
            return id;
        visits.release(id);
    }
    return kNone;
}

void Engine::delayUntil(VisitId id, SimTime at) {
    visits[id].state = State::delayed;
    schedule(at, EventKind::visit, id);
}

void Engine::grant(VisitId id) {
    endWaiting(id);
    Visit& v = visits[id];
    v.holds = true;
    ++v.cursor;
    goOn(id);
}

void Engine::connect(VisitId id, SimTime time) {
    visits[id].state = State::connecting;
    schedule(now_ + time, EventKind::visit, id);
}

void Engine::giveUp(VisitId id, Outcome outcome) {
    const bool left = leaveWaiting(id);
    assert(left);
    static_cast<void>(left);
    finish(id, outcome);
}

bool Engine::cpuWork(VisitId id, const Draw& draw) {
    Visit& v = visits[id];
    Instance& instance = instances[v.instance];
    if (instance.cpusBusy == instance.cpus) {
        v.state = State::waitingForCpu;
        v.mark = now_;
        instance.cpuLine.pushBack(visits, id);
        return false;
    }
    ++instance.cpusBusy;
    cpuLevelOf(id).add(now_, 1);
    if (instance.watched) instance.busy.add(now_, 1);
    startWork(id, draw);
    return false;
}

void Engine::startWork(VisitId id, const Draw& work) {
    Visit& v = visits[id];
    v.state = State::working;
    ++v.cursor;
    schedule(endOfWork(id, drawFor(id, work)), EventKind::visit, id);
}

void Engine::releaseCpu(VisitId id) {
    const Visit& v = visits[id];
    Instance& instance = instances[v.instance];
    if (instance.cpuLine.empty()) {
        --instance.cpusBusy;
        cpuLevelOf(id).add(now_, -1);
        if (instance.watched) instance.busy.add(now_, -1);
        return;
    }
    const VisitId next = instance.cpuLine.popFront(visits);
    const Visit& n = visits[next];
    addCpuWait(next, now_ - n.mark);
    startWork(next, program.draws[program.code[n.cursor].a]);
}

[[gnu::always_inline]] inline VisitId Engine::onVisit(VisitId id) {
    Visit& v = visits[id];
    switch (v.state) {
        case State::delayed: v.state = State::running; return id;
        case State::serving:
            if (pauses_.any() && goesOnAfterPause(id)) return kNone;
            v.state = State::running;
            return id;
        case State::working:
            if (goesOnAfterPause(id)) return kNone;
            releaseCpu(id);
            v.state = State::running;
            return id;
        case State::connecting: grant(id); return kNone;
        case State::lost: {
            const auto site = static_cast<SiteIndex>(program.code[v.cursor].a);
            callEnded(id, site, Outcome::timedOut, Outcome::timedOut, kNone);
            return kNone;
        }
        case State::waitingForKey:
            endWaiting(id);
            v.state = State::running;
            return id;
        case State::zombie: visits.release(id); return kNone;
        default: assert(false); return kNone;
    }
}

[[gnu::always_inline]] inline VisitId Engine::dispatch(std::uint32_t payload) {
    const std::uint32_t number = EventPayload::number(payload);
    switch (const EventKind kind = EventPayload::kind(payload)) {
        case EventKind::visit: return onVisit(number);
        case EventKind::arrival: sources_[number].onArrival(*this); return kNone;
        default: dispatchOther(kind, number); return kNone;
    }
}

inline SimTime Engine::nextThinker() {
    SimTime next = kNever;
    for (ClosedPopulation& population : populations_) {
        if (population.nextThinker() >= next) continue;
        next = population.nextThinker();
        thinkingNext_ = &population;
    }
    return next;
}

// One loop in which nearly all is inlined: the steps of visits are run nowhere else.
ReplicationResult Engine::run() {
    if (isAskedToStop()) return result(true);
    startAll();
    if (isAskedToStop()) return result(true);
    std::uint64_t nextLook = kEventsBetweenLooks;
    VisitId id = kNone;
    for (;;) {
        do {
            while (id != kNone) id = step(id, program.code[visits[id].cursor]);
            id = nextReady();
        } while (id != kNone);
        if (events_ == nextLook) [[unlikely]] {
            nextLook += kEventsBetweenLooks;
            fetchesAhead_ |= visits.capacity() > kFewRecords;
            if (mustStop()) return result(true);
        }
        const SimTime thinker = nextThinker();
        const SimTime event = queue_.nextTime();
        const SimTime next = std::min(event, thinker);
        if (next >= nextSample_) [[unlikely]] {
            closeIntervalsUpTo(next);
            if (nextSample_ > end_) return result(false);
        }
        now_ = next;
        ++events_;
        if (thinker < event) {
            thinkingNext_->onNextThinker(*this);
        } else {
            if (fetchesAhead_) fetchAhead();
            id = dispatch(queue_.pop().payload);
        }
    }
}

void Engine::dispatchOther(EventKind kind, std::uint32_t number) {
    switch (kind) {
        case EventKind::visit:
        case EventKind::arrival: break;
        case EventKind::think:
            for (ClosedPopulation& population : populations_)
                if (population.has(number)) population.onThinkOver(*this, number);
            break;
        case EventKind::users: populations_[number].onScheduleChange(*this); break;
        case EventKind::callTimeout: onCallTimeout(static_cast<SiteIndex>(number)); break;
        case EventKind::sharing: sharings_[number].onEvent(*this); break;
        case EventKind::coldStart:
            functions_[program.components[functionOf(number)].index].onColdStartOver(*this, number);
            break;
        case EventKind::keepAlive: functions_[number].onKeepAliveOver(*this); break;
        case EventKind::alarm: onAlarm(Alarm(alarms_[number])); break;
        case EventKind::functionPatience: functions_[number].onPatienceOver(*this); break;
        case EventKind::poolPatience:
            pools_[CompositeIndex::pool(number)].onPatienceOver(*this,
                                                                CompositeIndex::member(number));
            break;
        case EventKind::poolIdle:
            pools_[CompositeIndex::pool(number)].onIdleOver(*this, CompositeIndex::member(number));
            break;
        case EventKind::control: onControl(controlEvents_.take(number)); break;
        case EventKind::policy: onPolicyEvent(number); break;
    }
}

bool Engine::lookUp(VisitId id, Address onHit) {
    const Cache::Found found = cacheOf(id).lookUp(*this, id);
    Visit& v = visits[id];
    if (found == Cache::Found::joined) return false;
    v.cursor = found == Cache::Found::hit ? onHit : v.cursor + 1;
    return true;
}

void Engine::dropEntries(VisitId id, const Invalidation& invalidation) {
    const Coin& oneMore = program.coins[invalidation.oneMore];
    const bool more =
        oneMore.probability > 0 && stream(oneMore.stream).uniform() < oneMore.probability;
    caches_[program.components[invalidation.cache].index].drop(visits[id], invalidation,
                                                               invalidation.drops + (more ? 1 : 0));
}

// Tiers in front do not keep it either.
void Engine::leaveUnpromoted(const Visit& v) {
    if (v.parent == kNone) return;
    const ComponentIndex caller = program.entries[visits[v.parent].entry].component;
    if (program.components[caller].handsOn) visits[v.parent].unpromoted = true;
}

// When its turn comes: whoever ends the flight may be about to end the visit too.
void Engine::endJoined(VisitId id, Outcome outcome) {
    Visit& v = visits[id];
    v.cursor = outcome == Outcome::answered ? program.code[v.cursor].a : kFailing;
    if (outcome != Outcome::answered) v.cause = outcome;
    goOn(id);
}

void Engine::releaseHolding(VisitId id) {
    const ComponentInfo& info = infoOf(id);
    visits[id].holds = false;
    switch (info.kind) {
        case Kind::station: stationOf(id).release(*this); break;
        case Kind::service: services_[info.index].release(*this, id); break;
        case Kind::function: functions_[info.index].release(*this, id); break;
        case Kind::pool: pools_[info.index].release(*this, id); break;
        case Kind::queue: queues_[info.index].release(*this, id); break;
        case Kind::gateway: gateways_[info.index].release(*this, id); break;
        default: assert(false); break;
    }
}

SimTime Engine::drawSum(const Draw& law, std::uint32_t count) {
    if (law.sampler.isConstant()) return count * draw(law);
    SimTime sum = 0;
    for (std::uint32_t i = 0; i < count; ++i) sum += draw(law);
    return sum;
}

SimTime Engine::drawUnusual(VisitId id, const Draw& law, SimTime time) {
    if (law.each != kNone) time += drawForItems(id, law);
    if (!faults_.slows()) return time;
    return static_cast<SimTime>(static_cast<double>(time) * faults_.slowness(visits[id].entry));
}

// The same as a call, for all who do not do it at every visit.
void Engine::finish(VisitId id, Outcome outcome) {
    const VisitId caller = end(id, outcome);
    if (caller != kNone) ready_.push_back(caller);
}

}  // namespace headroom::sim
