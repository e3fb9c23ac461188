// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

void Engine::onControl(const ControlEvent& event) {
    switch (event.kind) {
        case ControlKind::instanceStarted:
            if (infoOfInstance(event.a).kind == Kind::gateway)
                gateways_[infoOfInstance(event.a).index].onStarted(*this, event.a);
            else
                service(instances[event.a].component).onStarted(*this, event.a);
            break;
        case ControlKind::drainOver:
            if (infoOfInstance(event.a).kind == Kind::gateway)
                gateways_[infoOfInstance(event.a).index].onDrainOver(*this, event.a);
            else
                service(instances[event.a].component).onDrainOver(*this, event.a);
            break;
        case ControlKind::consumerStarted: queues_[event.a].onStarted(*this); break;
        case ControlKind::autoscaler: autoscalers_[event.a].onTick(*this); break;
        case ControlKind::faultBegins: faults_.begin(*this, event.a); break;
        case ControlKind::faultEnds: faults_.end(*this, event.a); break;
        case ControlKind::token: limits_[event.a].onToken(*this, event.b); break;
        case ControlKind::pauseBegins: pauses_.onBegin(*this, event.a, event.b); break;
        case ControlKind::pauseEnds: pauses_.onEnd(*this, event.a, event.b); break;
        case ControlKind::functionScaling: functions_[event.a].onScaling(*this); break;
        case ControlKind::functionStarts: functions_[event.a].onStartsAllowed(*this); break;
        case ControlKind::outOfMemory:
            if (infoOfInstance(event.a).kind == Kind::function)
                functions_[infoOfInstance(event.a).index].onOutOfMemory(*this, event.a);
            else
                service(instances[event.a].component).onOutOfMemory(*this, event.a);
            break;
    }
}

void Engine::openInstance(std::uint32_t number, ComponentIndex component, int cpus, bool shares) {
    Instance& instance = instances[number];
    const std::uint32_t sharing = instance.sharing;
    instance = Instance{};
    instance.component = component;
    instance.cpus = cpus;
    instance.sharing = sharing;
    if (shares && sharing == kNone) {
        instance.sharing = static_cast<std::uint32_t>(sharings_.size());
        sharings_.emplace_back(cpus, instance.sharing, component);
    }
    if (pauses_.any()) pauses_.start(*this, component, number);
    policies_.openInstance(component, number - program.components[component].firstInstance);
    for (const std::uint16_t scoped : program.components[component].scopedPools)
        pools_[scoped].openMember(*this, number);
    for (const std::uint16_t scoped : program.components[component].scopedCaches)
        caches_[scoped].openInstance(*this, number);
}

// A connection of its own pool may still be held for a caller that has given up.
void Engine::closeInstance(std::uint32_t number) {
    const auto& scopedPools = program.components[instances[number].component].scopedPools;
    const auto isIdle = [&](std::uint16_t pool) { return pools_[pool].isIdle(number); };
    if (!std::ranges::all_of(scopedPools, isIdle)) failInstance(number);
    if (pauses_.any()) {
        pauses_.stop(number);
        setPaused(number, false);
    }
    for (const std::uint16_t scoped : scopedPools) pools_[scoped].closeMember(*this, number);
}

std::uint64_t Engine::cpuTime(const Instance& instance) const {
    if (instance.sharing != kNone) return sharings_[instance.sharing].busyTime(now_);
    return instance.busy.areaUpTo(now_);
}

int Engine::cpusOf(ComponentIndex component) const {
    const model::ComponentSpec& spec = program.components[component].spec->spec;
    const auto* gateway = std::get_if<model::GatewaySpec>(&spec);
    return gateway ? gateway->cpus : std::get<model::ServiceSpec>(spec).cpus;
}

int Engine::readyOf(ComponentIndex component) const {
    const ComponentInfo& info = program.components[component];
    switch (info.kind) {
        case Kind::queue: return static_cast<int>(queues_[info.index].ready());
        case Kind::gateway: return static_cast<int>(gateways_[info.index].upCount());
        default: return static_cast<int>(services_[info.index].ready().size());
    }
}

int Engine::wantedOf(ComponentIndex component) const {
    const ComponentInfo& info = program.components[component];
    switch (info.kind) {
        case Kind::queue: return static_cast<int>(queues_[info.index].wanted());
        case Kind::gateway: return gateways_[info.index].wanted();
        default: return services_[info.index].wanted();
    }
}

void Engine::scaleTo(ComponentIndex component, int count) {
    const ComponentInfo& info = program.components[component];
    switch (info.kind) {
        case Kind::queue: return queues_[info.index].scaleTo(*this, count);
        case Kind::gateway: return gateways_[info.index].scaleTo(*this, count);
        default: return services_[info.index].scaleTo(*this, count);
    }
}

double Engine::memoryShare(ComponentIndex component) const {
    if (program.components[component].kind == Kind::gateway)
        return gateways_[program.components[component].index].memoryShare();
    return services_[program.components[component].index].memoryShare(*this);
}

bool Engine::belongsTo(const Visit& visit, std::uint32_t number) const {
    if (visit.instance != number) return false;
    const ComponentIndex component = program.entries[visit.entry].component;
    const ComponentIndex owner = instances[number].component;
    if (component == owner) return true;
    const ComponentInfo& info = program.components[component];
    const ComponentInfo& of = program.components[owner];
    const auto has = [&](const std::vector<std::uint16_t>& scoped) {
        return std::ranges::find(scoped, info.index) != scoped.end();
    };
    return (info.kind == Kind::pool && has(of.scopedPools)) ||
           (info.kind == Kind::cache && has(of.scopedCaches));
}

// What the visit has asked others for goes on, and nobody waits for it any more; its own branches
// end with it.
void Engine::orphanChildren(VisitId id) {
    const State state = visits[id].state;
    if (state == State::lost) leaveLostCall(id);
    if (visits[id].policed) return;  // leave() does
    if (state != State::calling && state != State::forked) return;
    for (VisitId child = visits.details(id).child; child != kNone;) {
        const VisitId next = state == State::forked ? visits.details(child).sibling : kNone;
        if (state == State::forked) {
            leave(child);
            failVisit(child);
        } else {
            const CallSite& site = program.sites[visits[child].site];
            edgeLevels_[site.edge].add(now_, -1);
            if (visits[child].timer != kNone) unlinkTimer(child);
            visits[child].parent = kNone;
            if (site.cancel) withdraw(child);
        }
        child = next;
    }
}

void Engine::leave(VisitId id) {
    if (!leaveWaiting(id)) orphanChildren(id);
    if (visits[id].policed) {
        const Attempt& attempt = policies_.attempts[visits.details(id).policy];
        dropAttempt(id, program.sites[attempt.site].cancel);
    }
}

// Ends a visit that waits for nothing any more, as failed; its record stays as long as the calendar
// or the stack of ready visits knows it.
void Engine::failVisit(VisitId id) {
    const State state = visits[id].state;
    const bool pending = isPending(state);
    if (state == State::working) releaseCpu(id);
    if (state == State::sharing) sharingOf(id).remove(*this, id);
    if (state == State::waitingForKey) addWaiting(id, -1);
    if (state == State::connecting) {
        meters_[componentOf(id)].waiting.add(now_, -1);
        visits[id].holds = true;  // the connection that was being opened
    }
    if (!visits[id].branch) {
        if (program.watchesAnswers) tellBalancer(id, Outcome::failed);
        if (visits[id].holds) releaseHolding(id);
        if (visits[id].ownsFlight) endWithIt(id, Outcome::failed, Outcome::failed);
        if (visits[id].timer != kNone) unlinkTimer(id);
        if (visits[id].locks) databaseOf(id).unlock(*this, id);
        if (!program.entries[visits[id].entry].inner)
            measureEnd(id, Outcome::failed, Outcome::failed);
    }
    if (!pending) return visits.release(id);
    visits[id].state = State::zombie;
}

// What a component did on its own. A replica does the write again once it can; who pushes does not
// wait for a receiver who is gone.
void Engine::afterInner(const Visit& aborted, std::uint16_t part) {
    if (infoOf(aborted).kind == Kind::station) return startInner(aborted.entry, part, aborted.user);
    if (std::ranges::find(program.pushes, aborted.entry, &PushInfo::work) != program.pushes.end())
        receiverDone(aborted.user);
}

void Engine::tellCaller(VisitId id, const Visit& aborted) {
    const CallSite& site = program.sites[aborted.site];
    if (aborted.parent != kNone) {
        if (visits[aborted.parent].state == State::calling)
            callEnded(aborted.parent, aborted.site, Outcome::failed, Outcome::failed, id);
    } else if (site.wholeAction != kNone16) {
        endAction(aborted.user, aborted.begun, site.wholeAction, Outcome::failed);
    }
}

// First all leave the lines they wait in, so that nothing that is given back goes to one of them;
// the callers are told last, when nothing of the instance is left that they could ask again.
void Engine::failDoomed() {
    bereaved_.clear();
    // One that leaves can withdraw another (`cancel: true`).
    const auto isOver = [&](VisitId id) {
        return visits.isFree(id) || visits[id].state == State::zombie;
    };
    for (const VisitId id : doomed_)
        if (!isOver(id)) leave(id);
    std::erase_if(doomed_, isOver);
    for (const VisitId id : doomed_) {
        bereaved_.push_back(visits[id]);
        bereaved_.back().next = id;
        if (visits[id].inPart) bereaved_.back().key = visits.details(id).part;
    }
    for (const VisitId id : doomed_)
        if (!isOver(id)) failVisit(id);  // unless it has ended with another
    for (std::size_t i = 0; i < bereaved_.size(); ++i) {
        const Visit aborted = bereaved_[i];
        if (program.entries[aborted.entry].inner)
            afterInner(aborted, static_cast<std::uint16_t>(aborted.key));
        else
            tellCaller(aborted.next, aborted);
    }
}

// A visit of its own, with whatever is part of it or goes with it: branches, the shield's part of a
// CDN's visit, the messages of a batch.
bool Engine::standsAlone(VisitId id) const {
    const Visit& v = visits[id];
    if (visits.isFree(id) || v.branch || v.state == State::zombie || v.state == State::batched)
        return false;
    return !program.entries[v.entry].inner || v.parent == kNone;
}

template <class Predicate>
void Engine::doom(const Predicate& isDoomed) {
    doomed_.clear();
    for (VisitId id = 0; id < visits.capacity(); ++id)
        if (standsAlone(id) && isDoomed(id)) doomed_.push_back(id);
}

void Engine::failInstance(std::uint32_t number) {
    doom([&](VisitId id) { return belongsTo(visits[id], number); });
    failDoomed();
}

bool Engine::isAt(VisitId id, ComponentIndex component, std::uint32_t part) const {
    const Visit& v = visits[id];
    if (program.entries[v.entry].component != component) return false;
    return part == kNone || (v.inPart && visits.details(id).part == part);
}

void Engine::failHolders(ComponentIndex component, std::size_t count, std::uint32_t part) {
    doom([&](VisitId id) { return visits[id].holds && isAt(id, component, part); });
    if (doomed_.size() > count) doomed_.resize(count);
    failDoomed();
}

void Engine::failAt(ComponentIndex component, std::uint32_t part) {
    doom([&](VisitId id) { return isAt(id, component, part); });
    failDoomed();
}

void Engine::flush(ComponentIndex component) {
    const ComponentInfo& info = program.components[component];
    if (info.kind == Kind::cache) caches_[info.index].flush();
}

void Engine::setPaused(std::uint32_t clock, bool paused) {
    const std::uint32_t stations = pauses_.clockOfStation(0);
    const std::uint32_t sharing =
        clock < stations ? instances[clock].sharing : stationSharing_[clock - stations];
    if (sharing != kNone) sharings_[sharing].setPaused(*this, paused);
}

void Engine::startPauses(ComponentIndex station, std::uint32_t part) {
    const ComponentInfo& info = program.components[station];
    if (pauses_.any()) pauses_.start(*this, station, pauses_.clockOfStation(info.index + part));
}

std::uint32_t Engine::clockOf(VisitId id) const {
    const ComponentInfo& info = infoOf(id);
    if (info.kind != Kind::station) return visits[id].instance;
    const std::uint32_t part = visits[id].inPart ? visits.details(id).part : 0;
    return pauses_.clockOfStation(info.index + part);
}

// When work of the visit that could begin now is over, as far as is known.
SimTime Engine::endOfWork(VisitId id, SimTime work) {
    if (!pauses_.any() || infoOf(id).pauseEvery == kNone) return now_ + work;
    const std::uint32_t clock = clockOf(id);
    visits.details(id).pausedBefore = pauses_.total(clock);
    return pauses_.beginAt(clock, now_) + work;
}

// True if the clock has stood still since the work's end was reckoned: it is not over yet.
bool Engine::goesOnAfterPause(VisitId id) {
    if (!pauses_.any() || infoOf(id).pauseEvery == kNone) return false;
    const SimTime total = pauses_.total(clockOf(id));
    const SimTime still = total - visits.details(id).pausedBefore;
    if (still == 0) return false;
    visits.details(id).pausedBefore = total;
    schedule(now_ + still, EventKind::visit, id);
    return true;
}

// Where the visit will run: where its component is, or the instance that is chosen for it already;
// 0 if it is everywhere, or decides later, and is then where the caller is.
std::uint8_t Engine::arrivalZone(VisitId id, std::uint8_t from) {
    const ComponentIndex component = componentOf(id);
    if (component == kWorkload) return 0;
    const ComponentInfo& info = program.components[component];
    visits.details(id).zone = from;
    if (info.isSpread) {
        const std::uint32_t chosen = services_[info.index].choose(*this, id);
        visits.details(id).chosen = chosen;
        return chosen == kNone ? from : program.zones.ofInstance[chosen];
    }
    if (!program.zones.ofEdges[component].empty()) return nearestEdges(component, from);
    if (const std::uint32_t choice = program.entries[visits[id].entry].partChoice;
        choice != kNone) {
        choosePart(id, program.partChoices[choice]);
        return program.zones.ofPart[info.firstPart + visits.details(id).part];
    }
    return program.zones.ofComponent[component];
}

// Of the zones in which a CDN has edges; the first of several.
std::uint8_t Engine::nearestEdges(ComponentIndex cdn, std::uint8_t from) const {
    const ZoneMap& zones = program.zones;
    return *std::ranges::min_element(zones.ofEdges[cdn], {}, [&](std::uint8_t zone) {
        return zones.means[zones.index(from, zone)];
    });
}

// One round trip is paid before the request arrives, none to what is everywhere.
void Engine::depart(VisitId id, std::uint8_t from) {
    if (program.entries[visits[id].entry].inner) {  // a part of the visit that is there already
        visits.details(id).zone = from;
        return ready_.push_back(id);
    }
    const std::uint8_t to = arrivalZone(id, from);
    visits.details(id).zone = to == 0 ? from : to;
    const std::uint32_t trip = to == 0 ? kNone : program.zones.trips[program.zones.index(from, to)];
    const SimTime time = trip == kNone ? 0 : draw(program.draws[trip]);
    if (time > 0) return delayUntil(id, now_ + time);
    ready_.push_back(id);
}

bool Engine::takeToken(VisitId id, std::uint32_t limit) {
    visits[id].state = State::waitingForToken;
    const Acquired answer = limits_[limit].take(*this, id);
    if (answer == Acquired::yes) {
        visits[id].state = State::running;
        ++visits[id].cursor;
        return true;
    }
    if (answer == Acquired::refused)
        finish(id, Outcome::refused);
    else
        beginWaiting(id);
    return false;
}

void Engine::grantToken(VisitId id) {
    endWaiting(id);
    ++visits[id].cursor;
    goOn(id);
}

void Engine::checkMemory(std::uint32_t number) {
    const ComponentIndex component = instances[number].component;
    if (component == kNone16) return;
    const ComponentInfo& info = program.components[component];
    if (info.kind == Kind::service) services_[info.index].checkMemory(*this, number);
    if (info.kind == Kind::function) functions_[info.index].checkMemory(*this, number);
}

const TargetLog* Engine::logOf(const model::MetricRef& ref) const {
    const auto find = [](const std::vector<Meter>& meters, const std::string& name) {
        const auto found = std::ranges::find_if(
            meters, [&](const Meter& meter) { return meter.log().name == name; });
        return found == meters.end() ? nullptr : &found->log();
    };
    if (ref.operation.empty()) return find(meters_, ref.target);
    if (ref.target == "workload") return find(rootMeters_, ref.operation);
    return find(probeMeters_, ref.target + '.' + ref.operation);
}

std::uint64_t Engine::cachedBytes(std::uint32_t number) const {
    std::uint64_t bytes = 0;
    for (const std::uint16_t scoped : program.components[instances[number].component].scopedCaches)
        bytes += caches_[scoped].bytesOf(number);
    return bytes;
}

// A share of the requests fails before it has begun anything.
void Engine::meddle(VisitId id) {
    const Visit& v = visits[id];
    const double failing = faults_.failing(v.entry);
    if (failing > 0 && stream(program.faultStream).uniform() < failing)
        failOnArrival(id);
}

// The instance that fails it is known, so that a load balancer can tell. Where all are out nobody
// gets it.
void Engine::failOnArrival(VisitId id) {
    const ComponentInfo& info = infoOf(id);
    if (program.watchesAnswers && info.kind == Kind::service) {
        const std::uint32_t chosen = services_[info.index].choose(*this, id);
        if (chosen == kNone) return;
        visits[id].instance = chosen;
    }
    visits[id].cursor = program.failAddress;
}

// No answer will come: the caller waits for its timeout.
void Engine::loseCall(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    if (site.timeout == kNever)
        return callEnded(id, siteIndex, Outcome::failed, Outcome::failed, kNone);
    visits[id].state = State::lost;
    schedule(now_ + site.timeout, EventKind::visit, id);
}

void Engine::leaveLostCall(VisitId id) {
    const auto site = static_cast<SiteIndex>(program.code[visits[id].cursor].a);
    if (!visits[id].policed) edgeLevels_[program.sites[site].edge].add(now_, -1);
}

}  // namespace headroom::sim
