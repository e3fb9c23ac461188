// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include "model/said.h"
#include "sim/engine/alert_watch.h"
#include "sim/judge/metering.h"

#include <algorithm>
#include <cassert>
#include <span>

namespace headroom::sim {

namespace {

constexpr int kMostBlocks = 128;
constexpr std::size_t kMostVisits = 40'000'000;  // about 4 GB of open requests

TargetLog newLog(std::string name, std::string type, int intervalsPerBlock) {
    TargetLog log;
    log.name = std::move(name);
    log.type = std::move(type);
    log.responseTimes = log.waits = log.ownTimes = log.cpuWaits = log.deliveryTimes =
        log.firstPaints = log.largestPaints = TimesLog(intervalsPerBlock);
    return log;
}

// What only some types have.
void setUnusual(TargetLog& log, const model::Component& component) {
    const auto* client = std::get_if<model::ClientSpec>(&component.spec);
    const auto* cdn = std::get_if<model::CdnSpec>(&component.spec);
    const auto* gateway = std::get_if<model::GatewaySpec>(&component.spec);
    log.hasFrames = client && client->frame;
    log.hasEgress = cdn || (!client && std::ranges::any_of(component.operations,
                                                           [](const model::Operation& operation) {
                                                               return operation.answer.has_value();
                                                           }));
    if (cdn && cdn->bandwidth) log.hasServers = true;
    if (!gateway) return;
    log.hasServers = log.hasSlots = log.hasInstances = log.hasConnections = log.hasMemory = true;
}

TargetLog componentLog(const ComponentInfo& info, int intervalsPerBlock) {
    if (info.spec == nullptr) return newLog("workload", "", intervalsPerBlock);
    TargetLog log =
        newLog(info.name, std::string(model::typeName(info.spec->spec)), intervalsPerBlock);
    const auto* service = std::get_if<model::ServiceSpec>(&info.spec->spec);
    const auto* function = std::get_if<model::FunctionSpec>(&info.spec->spec);
    const auto* client = std::get_if<model::ClientSpec>(&info.spec->spec);
    log.hasServers = info.kind == Kind::station || service || function || info.kind == Kind::pool ||
                     info.kind == Kind::queue;
    log.hasSlots = (service && service->concurrency != model::kUnlimited) ||
                   (function && function->concurrency != model::kUnlimited);
    log.hasLine = log.hasServers;
    log.hasInstances = service || function;
    log.hasMemory = (service && service->memory) || (function && model::countsMemory(*function)) ||
                    (client && client->memory);
    log.hasConnections = info.kind == Kind::pool;
    log.isCache = info.kind == Kind::cache;
    log.hasColdStarts = function != nullptr;
    log.hasOwnTimes = info.keepOwnTimes;
    log.hasCpuWaits = info.keepCpuWaits;
    log.hasDeliveries = info.keepDeliveries;
    log.hasLag = info.kind == Kind::queue;
    log.hasCopies = info.parts > 1;
    log.hasPaints = info.hasPages;
    setUnusual(log, *info.spec);
    return log;
}

TargetLog partLog(const PartInfo& part, int intervalsPerBlock) {
    TargetLog log = newLog(part.name, part.isReplica ? "replica" : "primary", intervalsPerBlock);
    log.hasServers = log.hasLine = true;
    log.hasLag = log.hasCopies = part.isReplica;
    return log;
}

SimTime intervalLength(const model::RunSettings& run) {
    return std::min(run.sample.count(), run.duration.count());
}

int blockLength(const model::RunSettings& run) {
    const SimTime intervals = run.duration.count() / intervalLength(run);
    return static_cast<int>((intervals + kMostBlocks - 1) / kMostBlocks);
}

}  // namespace

Engine::Engine(const Program& p, const ReplicationSettings& settings)
    : program(p),
      visits(p.longestChain),
      instances(p.instanceCount),
      visitors(p.userCount, kMaxUser),
      policies_(p),
      faults_(p),
      pauses_(p),
      sample_(intervalLength(p.scenario.run)),
      settings_(settings) {
    fetchesAhead_ = p.userCount > kFewRecords;
    isPlain_ = p.zones.isEmpty() && p.faults.empty() && !p.carriesMessages && !p.withdraws;
    end_ = p.scenario.run.duration.count() / sample_ * sample_;
    nextSample_ = sample_;
    for (const StreamKey& key : p.streams)
        streams_.emplace_back(settings.seed, static_cast<std::uint32_t>(settings.replication),
                              key.component, key.purpose);
    timers_.resize(p.sites.size());
    edgeLevels_.resize(p.edges.size());
    edgeAreas_.resize(p.edges.size());
    edgeLogs_.resize(p.edges.size());
    buildMeters();
    buildComponents();
}

void Engine::buildMeters() {
    const int block = blockLength(program.scenario.run);
    const model::Scenario& scenario = program.scenario;
    for (const ComponentInfo& info : program.components) {
        TargetLog log = componentLog(info, block);
        log.trailing = trailingFor(scenario, log.name, "");
        if (info.spec) log.billingStep = billingStepOf(scenario, *info.spec);
        meters_.emplace_back(std::move(log));
    }
    for (const Meter& meter : meters_) logs_.push_back(&meter.log());
    for (const std::string& operation : program.rootOperations) {
        TargetLog log = newLog(operation, "", block);
        log.trailing = trailingFor(scenario, "workload", operation);
        rootMeters_.emplace_back(std::move(log));
    }
    for (const std::string& probe : program.probes) {
        TargetLog log = newLog(probe, "", block);
        log.hasLine = log.hasOwnTimes = log.hasCpuWaits = true;
        log.hasDeliveries = program.carriesMessages;
        log.hasPaints = true;
        const std::size_t dot = probe.find('.');
        log.trailing = trailingFor(scenario, probe.substr(0, dot), probe.substr(dot + 1));
        probeMeters_.emplace_back(std::move(log));
    }
    for (const PartInfo& part : program.parts) partMeters_.emplace_back(partLog(part, block));
    for (const std::string& group : program.scenario.cacheGroups()) {
        TargetLog log = newLog(group, "group", block);
        log.isCache = true;
        groupMeters_.emplace_back(std::move(log));
    }
}

void Engine::buildComponents() {
    offline_.resize(program.components.size());
    uplinks_.resize(program.components.size());
    balancers_.assign(program.components.size(), LoadBalancer(model::BalancingPolicy::roundRobin));
    for (std::size_t i = 0; i < program.components.size(); ++i) {
        const ComponentInfo& info = program.components[i];
        const auto component = static_cast<ComponentIndex>(i);
        if (info.spec == nullptr) continue;
        if (info.balancer != kNone)
            balancers_[i] = LoadBalancer(program, program.balancers[info.balancer]);
        switch (info.kind) {
            case Kind::station: {
                for (std::uint16_t part = 0; part < info.parts; ++part)
                    stations_.emplace_back(info, component,
                                           info.firstPart == kNone ? kNone : info.firstPart + part);
                if (info.database != kNone) databases_.emplace_back(*this, info);
                const auto* station = std::get_if<model::StationSpec>(&info.spec->spec);
                const bool shares = station && station->discipline == model::Discipline::ps;
                stationSharing_.resize(stations_.size(), kNone);
                if (shares) stationSharing_.back() = static_cast<std::uint32_t>(sharings_.size());
                if (shares)
                    sharings_.emplace_back(station->servers, stationSharing_.back(), component);
                break;
            }
            case Kind::service: services_.emplace_back(program, component); break;
            case Kind::autoscaler:
                autoscalers_.emplace_back(program, component,
                                          static_cast<std::uint32_t>(autoscalers_.size()));
                break;
            case Kind::function:
                functions_.emplace_back(info, component, info.index, program.draws[info.draw]);
                break;
            case Kind::cache:
                caches_.emplace_back(program, component, program.coins[info.coin],
                                     streams_[info.stream], visitors);
                if (caches_.back().isOfUsers()) userCaches_.push_back(info.index);
                buildUplink(component);
                break;
            case Kind::pool: {
                const bool shared =
                    std::get<model::PoolSpec>(info.spec->spec).scope == model::Scope::shared;
                pools_.emplace_back(info, component, info.index, shared ? 1 : program.instanceCount,
                                    program.draws[info.draw]);
                break;
            }
            case Kind::queue: queues_.emplace_back(*this, info, component); break;
            case Kind::gateway: gateways_.emplace_back(info, component); break;
            default: break;
        }
    }
    for (std::size_t i = 0; i < program.limits.size(); ++i)
        limits_.emplace_back(program, program.limits[i], static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < program.populations.size(); ++i)
        populations_.emplace_back(program, program.populations[i], static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < program.sources.size(); ++i)
        sources_.emplace_back(program.sources[i], static_cast<std::uint32_t>(i));
}

void Engine::startAll() {
    for (Station& station : stations_) station.start(*this);
    for (Pool& pool : pools_)
        if (pool.isShared()) pool.openMember(*this, 0);
    for (Cache& cache : caches_) cache.start(*this);
    for (Queue& queue : queues_) queue.start(*this);
    for (Gateway& gateway : gateways_) gateway.start(*this);
    for (Service& service : services_) service.start(*this);
    for (Function& function : functions_) function.start(*this);
    for (LoadBalancer& balancer : balancers_) balancer.start(*this);
    faults_.start(*this);
    for (Autoscaler& autoscaler : autoscalers_) autoscaler.start(*this);
    for (ClosedPopulation& population : populations_) population.start(*this);
    for (ArrivalProcess& source : sources_) source.start(*this);
}

void Engine::onAlarm(const Alarm& alarm) {
    switch (alarm.kind) {
        case Alarm::Kind::queueWindow:
            queues_[alarm.component].onWindowOver(*this, alarm.member);
            break;
        case Alarm::Kind::replicaLag:
            databases_[alarm.component].onLagOver(*this, alarm.member);
            break;
        case Alarm::Kind::gatewaySession:
            gateways_[alarm.component].onSessionOver(*this, alarm.member);
            break;
        case Alarm::Kind::gatewayHeartbeat:
            gateways_[alarm.component].onHeartbeat(*this, alarm.member);
            break;
        case Alarm::Kind::gatewayReconnect:
            gateways_[alarm.component].onReconnect(*this, alarm.member);
            break;
        case Alarm::Kind::healthProbe: balancers_[alarm.component].onProbe(*this); break;
        case Alarm::Kind::queueRetention: queues_[alarm.component].onRetentionOver(*this); break;
    }
}

ComponentIndex Engine::functionOf(std::uint32_t instance) const {
    for (std::size_t i = program.components.size(); i-- > 0;) {
        const ComponentInfo& info = program.components[i];
        if (info.kind == Kind::function && info.firstInstance <= instance)
            return static_cast<ComponentIndex>(i);
    }
    return kNone16;
}

// Looked at from time to time: asked to stop, out of memory's bounds, or going round without time
// moving.
bool Engine::mustStop() {
    if (isAskedToStop()) return true;
    if (visits.capacity() > kMostVisits)
        stopped_ = model::said("Simulation",
                               "%1 million requests are open at once: work arrives faster than it "
                               "can be done, without end",
                               {std::to_string(visits.size() / 1'000'000)});
    looksAtThisTime_ = now_ == timeAtLastLook_ ? looksAtThisTime_ + 1 : 0;
    // Everybody may act at one instant once (`start: together`), but not again and again.
    if (looksAtThisTime_ * kEventsBetweenLooks >
        100 * (std::uint64_t{program.userCount} + kEventsBetweenLooks))
        stopped_ = model::said("Simulation",
                               "time stands still at %1 s: users act without thinking and are "
                               "answered without any delay",
                               {std::to_string(seconds(now_))});
    timeAtLastLook_ = now_;
    return !stopped_.empty();
}

inline void Engine::fetchRecord(std::uint32_t payload) const {
    const std::uint32_t number = EventPayload::number(payload);
    if (EventPayload::kind(payload) == EventKind::visit) {
        visits.prefetch(number);
        if (program.carriesItems) items.prefetch(number);
    } else if (EventPayload::kind(payload) == EventKind::think) {
        fetchUser(number);
    }
}

// With hundreds of thousands of users nearly every record that an event touches has long left the
// processor's caches. The next events are known: what they will touch is fetched while earlier ones
// run.
void Engine::fetchAhead() const {
    constexpr std::size_t kFirst = 6, kSecond = 3;
    if (const std::uint32_t payload = queue_.payloadAhead(kFirst); payload != EventQueue::kUnknown)
        fetchRecord(payload);
    const std::uint32_t payload = queue_.payloadAhead(kSecond);
    if (payload == EventQueue::kUnknown || EventPayload::kind(payload) != EventKind::visit) return;
    const VisitId id = EventPayload::number(payload);
    // What is kept for its user comes into play where his action may end, and where a cache of his
    // own is asked.
    const Visit& visit = visits[id];
    const Op next = program.code[visit.cursor].op;
    if (next != Op::answer && next != Op::lookUp) return;
    visits.prefetchCallers(id);
    fetchUser(visit.user);
    if (next != Op::lookUp) return;
    const ComponentInfo& info = program.components[program.entries[visit.entry].component];
    caches_[info.index].prefetchEntry(visit);
}

void Engine::fetchUser(std::uint32_t user) const {
    for (const ClosedPopulation& population : populations_)
        if (population.has(user)) population.prefetch(user);
    for (const std::uint32_t cache : userCaches_) caches_[cache].prefetch(user);
}

void Engine::closeIntervalsUpTo(SimTime next) {
    while (nextSample_ <= end_ && nextSample_ <= next) {
        now_ = nextSample_;
        closeInterval();
        nextSample_ += sample_;
        if (settings_.onInterval)
            settings_.onInterval(
                {static_cast<double>(now_) / static_cast<double>(end_), sample_, logs_, users_});
    }
}

void Engine::closeInterval() {
    for (Meter& meter : meters_) meter.closeInterval(now_);
    for (const Service& service : services_) service.measureMemory(*this);
    for (const Function& function : functions_) function.measureMemory(*this);
    measureDevices();
    for (Meter& meter : rootMeters_) meter.closeInterval(now_);
    for (Meter& meter : probeMeters_) meter.closeInterval(now_);
    for (Meter& meter : partMeters_) meter.closeInterval(now_);
    for (Meter& meter : groupMeters_) meter.closeInterval(now_);
    for (std::size_t e = 0; e < edgeLevels_.size(); ++e) {
        const std::uint64_t area = edgeLevels_[e].areaUpTo(now_);
        edgeLogs_[e].push_back(seconds(static_cast<SimTime>(area - edgeAreas_[e])));
        edgeAreas_[e] = area;
    }
    if (populations_.empty()) return;
    const std::uint64_t area = userCount.areaUpTo(now_);
    users_.push_back(static_cast<double>(area - userArea_) / static_cast<double>(sample_));
    userArea_ = area;
}

void Engine::checkInvariants(ReplicationResult& result) const {
    const std::size_t targets = meters_.size() + partMeters_.size();
    std::vector<std::uint64_t> open(targets), openTime(targets);
    for (VisitId id = 0; id < visits.capacity(); ++id) {
        const Visit& v = visits[id];
        if (visits.isFree(id) || v.branch || v.state == State::zombie) continue;
        if (program.entries[v.entry].inner) continue;
        const auto countSince = [&](std::size_t target, SimTime since) {
            ++open[target];
            openTime[target] += static_cast<std::uint64_t>(now_ - since);
        };
        const auto count = [&](std::size_t target) { countSince(target, v.begun); };
        count(componentOf(id));
        const CallSite& site = program.sites[v.site];
        if (componentOf(id) == kWorkload) continue;
        if (v.inPart)
            countSince(meters_.size() + infoOf(id).firstPart + visits.details(id).part,
                       visits.details(id).inPartSince);
        for (const Passed& passed : site.passes) count(passed.component);
        if (v.first || (v.parent == kNone && site.wholeAction != kNone16)) count(kWorkload);
    }
    for (std::size_t t = 0; t < targets; ++t) {
        const Meter& meter = t < meters_.size() ? meters_[t] : partMeters_[t - meters_.size()];
        for (std::string& broken : meter.brokenInvariants(now_, open[t], openTime[t]))
            result.brokenInvariants.push_back(std::move(broken));
    }
    for (const Queue& queue : queues_) queue.check(result.brokenInvariants);
    result.unfinished = open[kWorkload];
}

ReplicationResult Engine::result(bool interrupted) {
    ReplicationResult r;
    r.replication = settings_.replication;
    r.sample = sample_;
    r.intervalsPerBlock = blockLength(program.scenario.run);
    r.events = events_;
    for (std::size_t c = 1; c < meters_.size(); ++c) r.visits += meters_[c].begunInAll();
    r.interrupted = interrupted;
    r.stopped = stopped_;
    r.lastScaling = lastScaling_;
    if (!interrupted) checkInvariants(r);
    assert(r.brokenInvariants.empty());  // in every run of every test; a release reports them
    r.users = std::move(users_);
    r.workload = meters_[kWorkload].takeLog();
    for (std::size_t c = 1; c < meters_.size(); ++c) r.components.push_back(meters_[c].takeLog());
    for (std::size_t e = 0; e < program.edges.size(); ++e) {
        const Edge& edge = program.edges[e];
        if (edge.caller == kWorkload) continue;
        r.components[edge.caller - 1u].calls.push_back(
            {program.components[edge.callee].name, std::move(edgeLogs_[e])});
    }
    for (Meter& meter : rootMeters_) r.operations.push_back(meter.takeLog());
    for (Meter& meter : probeMeters_) r.componentOperations.push_back(meter.takeLog());
    for (Meter& meter : partMeters_) r.componentOperations.push_back(meter.takeLog());
    for (Meter& meter : groupMeters_) r.componentOperations.push_back(meter.takeLog());
    return r;
}

ReplicationResult simulate(const Program& program, const ReplicationSettings& settings) {
    return Engine(program, settings).run();
}

}  // namespace headroom::sim
