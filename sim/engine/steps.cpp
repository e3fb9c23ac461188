// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

namespace headroom::sim {

VisitId Engine::create(EntryIndex entryIndex, VisitId parent, std::uint32_t user) {
    const VisitId id = visits.create();
    const Entry& entry = program.entries[entryIndex];
    Visit& v = visits[id];
    v = Visit{};
    v.begun = now_;
    v.parent = parent;
    v.child = v.sibling = kNone;
    v.cursor = entry.address;
    v.instance = kNone;
    v.user = user;
    v.entry = entryIndex;
    v.component = entry.component;
    v.keyClass = kNoKey;
    v.cause = Outcome::failed;
    if (v.component == kWorkload) return id;
    ++visitCount_;
    meters_[v.component].begin(now_);
    if (entry.probe != kNone16) probeMeters_[entry.probe].begin(now_);
    return id;
}

void Engine::beginAction(EntryIndex root) {
    meters_[kWorkload].begin(now_);
    rootMeters_[program.entries[root].probe].begin(now_);
}

// An action that nobody times out or repeats is the visit of its entry, without a record of its
// own.
void Engine::startAction(EntryIndex root, std::uint32_t user) {
    beginAction(root);
    const auto siteIndex = static_cast<SiteIndex>(program.code[program.entries[root].address].a);
    const CallSite& site = program.sites[siteIndex];
    const VisitId id = create(site.wholeAction == root ? site.entry : root, kNone, user);
    visits[id].site = siteIndex;
    ready_.push_back(id);
}

void Engine::endAction(const Visit& action, EntryIndex root, Outcome outcome) {
    meters_[kWorkload].end(now_, action, outcome);
    rootMeters_[program.entries[root].probe].end(now_, action, outcome);
    for (ClosedPopulation& population : populations_)
        if (population.has(action.user))
            return population.onActionEnded(*this, action.user, outcome != Outcome::answered);
}

void Engine::run(VisitId id) {
    while (step(id, program.code[visits[id].cursor])) {
    }
}

// Runs one step; true if the visit goes on with the next one at this instant.
bool Engine::step(VisitId id, const Instruction& instruction) {
    Visit& v = visits[id];
    switch (instruction.op) {
        case Op::acquire: return acquire(id);
        case Op::delay:
            ++v.cursor;
            delayUntil(id, now_ + draw(program.draws[instruction.a]));
            return false;
        case Op::cpuWork: return cpuWork(id, program.draws[instruction.a]);
        case Op::sharedWork: {
            ++v.cursor;
            const ComponentInfo& info = program.components[v.component];
            const std::uint32_t sharing = info.kind == Kind::station
                                              ? stationSharing_[info.index]
                                              : instances[v.instance].sharing;
            sharings_[sharing].add(*this, id, draw(program.draws[instruction.a]));
            return false;
        }
        case Op::call: call(id, static_cast<SiteIndex>(instruction.a)); return false;
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
        case Op::endBranch: branchEnded(id, false); return false;
        case Op::lookUp: return lookUp(id, instruction.a);
        case Op::fill:
            caches_[program.components[v.component].index].fill(*this, v);
            ++v.cursor;
            return true;
        case Op::invalidate:
            caches_[program.components[v.component].index].invalidate(*this, v);
            ++v.cursor;
            return true;
        case Op::failWith: {
            const Coin& coin = program.coins[instruction.a];
            ++v.cursor;
            if (stream(coin.stream).uniform() >= coin.probability) return true;
            finish(id, Outcome::failed);
            return false;
        }
        case Op::answer: finish(id, Outcome::answered); return false;
    }
    return false;
}

void Engine::delayUntil(VisitId id, SimTime at) {
    visits[id].state = State::delayed;
    schedule(at, EventKind::visit, id);
}

bool Engine::acquire(VisitId id) {
    visits[id].state = State::waiting;
    Acquired answer = Acquired::refused;
    const ComponentInfo& info = program.components[visits[id].component];
    switch (info.kind) {
        case Kind::station: answer = stations_[info.index].acquire(*this, id); break;
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
    if (answer == Acquired::refused)
        finish(id, Outcome::refused);
    else
        meters_[v.component].waiting.add(now_, 1);
    return false;
}

void Engine::grant(VisitId id) {
    Visit& v = visits[id];
    v.wait = now_ - v.begun;
    v.holds = true;
    ++v.cursor;
    meters_[v.component].waiting.add(now_, -1);
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
    meters_[v.component].busy.add(now_, 1);
    startWork(id, draw);
    return false;
}

void Engine::startWork(VisitId id, const Draw& work) {
    Visit& v = visits[id];
    v.state = State::working;
    ++v.cursor;
    schedule(now_ + draw(work), EventKind::visit, id);
}

void Engine::releaseCpu(VisitId id) {
    const Visit& v = visits[id];
    Instance& instance = instances[v.instance];
    if (instance.cpuLine.empty()) {
        --instance.cpusBusy;
        meters_[v.component].busy.add(now_, -1);
        return;
    }
    const VisitId next = instance.cpuLine.popFront(visits);
    Visit& n = visits[next];
    n.cpuWait += now_ - n.mark;
    startWork(next, program.draws[program.code[n.cursor].a]);
}

void Engine::onVisit(VisitId id) {
    switch (visits[id].state) {
        case State::working:
            releaseCpu(id);
            goOn(id);
            break;
        case State::delayed: goOn(id); break;
        case State::connecting: grant(id); break;
        case State::zombie: visits.release(id); break;
        default: assert(false); break;
    }
}

bool Engine::lookUp(VisitId id, Address onHit) {
    const Cache::Found found =
        caches_[program.components[visits[id].component].index].lookUp(*this, id);
    Visit& v = visits[id];
    if (found == Cache::Found::joined) return false;
    v.cursor = found == Cache::Found::hit ? onHit : v.cursor + 1;
    return true;
}

void Engine::endJoined(VisitId id, Outcome outcome) {
    Visit& v = visits[id];
    if (outcome != Outcome::answered) {
        v.cause = outcome;
        return finish(id, Outcome::failed);
    }
    v.cursor = program.code[v.cursor].a;
    goOn(id);
}

void Engine::releaseHolding(VisitId id) {
    const ComponentInfo& info = program.components[visits[id].component];
    visits[id].holds = false;
    switch (info.kind) {
        case Kind::station: stations_[info.index].release(*this); break;
        case Kind::service: services_[info.index].release(*this, id); break;
        case Kind::function: functions_[info.index].release(*this, id); break;
        case Kind::pool: pools_[info.index].release(*this, id); break;
        default: assert(false); break;
    }
}

void Engine::measureEnd(VisitId id, Outcome outcome) {
    const Visit& v = visits[id];
    meters_[v.component].end(now_, v, outcome);
    const std::uint16_t probe = program.entries[v.entry].probe;
    if (probe != kNone16) probeMeters_[probe].end(now_, v, outcome);
}

// The one way out. A user's failed action is counted by what began it; elsewhere a failure below is
// `failed`.
void Engine::finish(VisitId id, Outcome outcome) {
    if (visits[id].branch) return branchEnded(id, outcome != Outcome::answered);
    if (visits[id].holds) releaseHolding(id);
    const Outcome cause = outcome == Outcome::failed ? visits[id].cause : outcome;
    if (visits[id].ownsFlight)
        caches_[program.components[visits[id].component].index].endFlight(*this, id, cause);
    if (visits[id].component != kWorkload) measureEnd(id, outcome);
    if (visits[id].timed) unlinkTimer(id);
    Visit v = visits[id];
    visits.release(id);
    if (v.component == kWorkload) return endAction(v, v.entry, cause);
    if (v.parent != kNone) return callEnded(v.parent, v.site, outcome, cause);
    if (!isWholeAction(v)) return;  // nobody waits for it any more
    v.callTime = now_ - v.begun;
    v.wait = v.cpuWait = 0;
    endAction(v, program.sites[v.site].wholeAction, cause);
}

}  // namespace headroom::sim
