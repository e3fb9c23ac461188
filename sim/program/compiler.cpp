// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include "sim/judge/metering.h"

#include "sim/engine/simulate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>

namespace headroom::sim {

namespace {

Kind kindOf(const model::ComponentSpec& spec) {
    struct Visitor {
        Kind operator()(const model::StationSpec&) { return Kind::station; }
        Kind operator()(const model::DatabaseSpec&) { return Kind::station; }
        Kind operator()(const model::ServiceSpec&) { return Kind::service; }
        Kind operator()(const model::FunctionSpec&) { return Kind::function; }
        Kind operator()(const model::CacheSpec&) { return Kind::cache; }
        Kind operator()(const model::PoolSpec&) { return Kind::pool; }
        Kind operator()(const model::ExternalSpec&) { return Kind::external; }
        Kind operator()(const model::ClientSpec&) { return Kind::passThrough; }
        Kind operator()(const model::LoadBalancerSpec&) { return Kind::passThrough; }
        // The reader refuses what is not simulated (model/file/not_simulated.cpp).
        Kind operator()(const model::CdnSpec&) { return Kind::cache; }
        Kind operator()(const model::QueueSpec&) { return Kind::queue; }
        Kind operator()(const model::GatewaySpec&) { return Kind::gateway; }
        Kind operator()(const model::AutoscalerSpec&) { return Kind::autoscaler; }
    };
    return std::visit(Visitor{}, spec);
}

std::vector<int> prioritiesOf(const model::Component& component) {
    std::set<int> priorities;
    for (const model::Operation& operation : component.operations)
        priorities.insert(operation.priority);
    return {priorities.begin(), priorities.end()};
}

bool hasPriorities(const model::Component& component) {
    const auto* station = std::get_if<model::StationSpec>(&component.spec);
    return station && station->discipline == model::Discipline::priority;
}

}  // namespace

std::shared_ptr<const Program> compile(const model::Scenario& scenario) {
    auto program = std::make_shared<Program>(scenario);
    Compiler(*program).compile();
    return program;
}

void Compiler::compile() {
    emitOp(Op::fail);
    addComponents();
    addKinds();
    addAutoscalers();
    addZones();
    addCacheGroups();
    addTraffic();
    // Emitting an entry can ask for new ones, which are then at the end of the list.
    for (std::size_t e = 0; e < p_.entries.size(); ++e) emitEntry(static_cast<EntryIndex>(e));
    isNew_ = false;
    addProbes();
    findScopes();
    findCacheKeys();
    findSeats();
    addFaults();
    skipPassThroughs();
    p_.carriesItems |= p_.carriesMessages;
    findLongestChain();
    findDeliveries();
}

void Compiler::addComponents() {
    ComponentInfo workload;
    workload.name = "workload";
    workload.kind = Kind::workload;
    p_.components.push_back(workload);
    for (const model::Component& component : p_.scenario.components) {
        ComponentInfo info;
        info.name = component.name;
        info.kind = kindOf(component.spec);
        info.spec = &component;
        info.hasPages = std::holds_alternative<model::ClientSpec>(component.spec) &&
                        !component.operations.empty();
        if (hasPriorities(component))
            info.priorityClasses = static_cast<std::uint16_t>(
                std::max<std::size_t>(1, prioritiesOf(component).size()));
        p_.components.push_back(info);
    }
}

void Compiler::addKinds() {
    std::map<Kind, std::uint32_t> count;
    for (ComponentInfo& info : p_.components) {
        const auto* database =
            info.spec == nullptr ? nullptr : std::get_if<model::DatabaseSpec>(&info.spec->spec);
        if (database)
            addParts(info, static_cast<ComponentIndex>(&info - p_.components.data()), *database);
        info.index = count[info.kind];
        count[info.kind] += info.parts;
        info.stream = addStream(info.name, "balance");
        if (info.spec == nullptr) continue;
        if (const auto* balancer = std::get_if<model::LoadBalancerSpec>(&info.spec->spec))
            addBalancer(info, static_cast<ComponentIndex>(&info - p_.components.data()), *balancer);
        addPauses(info);
        const auto reserve = [&](int instances) {
            info.firstInstance = p_.instanceCount;
            info.reservedInstances = static_cast<std::uint32_t>(instances);
            p_.instanceCount += static_cast<std::uint32_t>(instances);
        };
        if (const auto* service = std::get_if<model::ServiceSpec>(&info.spec->spec)) {
            reserve(reservedFor(info, service->instances));
            limitMemory(service->memory);
            if (!service->startUp.isZero())
                info.startUp = addDraw(service->startUp, info.name, "start-up");
        }
        if (const auto* function = std::get_if<model::FunctionSpec>(&info.spec->spec)) {
            reserve(function->maxInstances);
            if (model::countsMemory(*function)) limitMemory(function->memory);
            info.draw = addDraw(function->coldStart, info.name, "cold start");
        }
        if (const auto* pool = std::get_if<model::PoolSpec>(&info.spec->spec))
            info.draw = addDraw(pool->connect, info.name, "connect");
        if (const auto* gateway = std::get_if<model::GatewaySpec>(&info.spec->spec)) {
            reserve(reservedFor(info, gateway->instances));
            if (!gateway->startUp.isZero())
                info.startUp = addDraw(gateway->startUp, info.name, "start-up");
            addGateway(info, *gateway);
        }
        if (const auto* cache = model::cacheTierOf(info.spec->spec))
            info.coin = addCoin(cache->hitRatio.value_or(0), info.name, "hit");
    }
}

void Compiler::limitMemory(const std::optional<model::Memory>& memory) {
    if (!memory || !memory->limit) return;
    p_.limitsMemory = true;
    p_.withdraws = true;
}

void Compiler::addPauses(ComponentInfo& info) {
    if (!info.spec->pauses) return;
    info.pauseEvery = addDraw(info.spec->pauses->every, info.name, "pause");
    info.pauseLasting = addDraw(info.spec->pauses->lasting, info.name, "pause lasting");
}

const model::AutoscalerSpec* Compiler::autoscalerOf(const ComponentInfo& info) const {
    for (const model::Component& component : p_.scenario.components) {
        const auto* autoscaler = std::get_if<model::AutoscalerSpec>(&component.spec);
        if (autoscaler && autoscaler->scales == info.name) return autoscaler;
    }
    return nullptr;
}

// While some drain, as many others may start.
int Compiler::reservedFor(const ComponentInfo& info, int instances) const {
    const model::AutoscalerSpec* autoscaler = autoscalerOf(info);
    if (autoscaler == nullptr) return instances;
    return 2 * std::max(instances, autoscaler->maxInstances);
}

void Compiler::addAutoscalers() {
    for (ComponentInfo& info : p_.components) {
        if (info.spec == nullptr) continue;
        if (const auto* spec = std::get_if<model::AutoscalerSpec>(&info.spec->spec))
            info.scales = indexOf(spec->scales);
        const model::AutoscalerSpec* autoscaler = autoscalerOf(info);
        if (autoscaler == nullptr) continue;
        info.isWatched = true;
        info.hasActivator = info.kind == Kind::service && autoscaler->kind == model::AutoscalerKind::kpa;
        if (autoscaler->startUp)
            info.startUp = addDraw(*autoscaler->startUp, info.name, "start-up");
        p_.withdraws = true;  // what drains too long is failed
    }
}

StreamIndex Compiler::addStream(const std::string& component, const std::string& purpose) {
    const auto [it, isNew] =
        streams_.try_emplace({component, purpose}, static_cast<StreamIndex>(p_.streams.size()));
    if (isNew) p_.streams.push_back({component, purpose});
    return it->second;
}

std::uint32_t Compiler::addDraw(const model::Distribution& law, const std::string& component,
                                const std::string& purpose, SimTime extra) {
    p_.draws.push_back({Sampler(law), addStream(component, purpose), extra});
    return static_cast<std::uint32_t>(p_.draws.size() - 1);
}

std::uint32_t Compiler::addCoin(double probability, const std::string& component,
                                const std::string& purpose) {
    p_.coins.push_back({probability, addStream(component, purpose)});
    return static_cast<std::uint32_t>(p_.coins.size() - 1);
}

ComponentIndex Compiler::indexOf(std::string_view name) const {
    const std::string met = sides_.met(name, isNew_);
    const auto found = std::find_if(p_.components.begin() + 1, p_.components.end(),
                                    [&](const ComponentInfo& info) { return info.name == met; });
    assert(found != p_.components.end());
    return static_cast<ComponentIndex>(found - p_.components.begin());
}

EntryIndex Compiler::entryOf(ComponentIndex component, const std::string& operation) {
    const bool side = sides_.sideAt(p_.components[component].name, isNew_);
    const auto [it, isNew] = entries_.try_emplace({component, operation, side},
                                                  static_cast<EntryIndex>(p_.entries.size()));
    if (!isNew) return it->second;
    if (side) newEntries_.insert(it->second);
    Entry entry;
    entry.component = component;
    entry.operation = operation;
    const model::Component& spec = *p_.components[component].spec;
    if (hasPriorities(spec)) {
        const std::vector<int> priorities = prioritiesOf(spec);
        const auto own =
            std::find(priorities.begin(), priorities.end(), spec.operation(operation)->priority);
        entry.priorityClass = static_cast<std::uint16_t>(own - priorities.begin());
    }
    p_.entries.push_back(entry);
    return it->second;
}

std::uint16_t Compiler::edgeOf(ComponentIndex caller, ComponentIndex callee) {
    const auto [it, isNew] =
        edges_.try_emplace({caller, callee}, static_cast<std::uint16_t>(p_.edges.size()));
    if (isNew) p_.edges.push_back({caller, callee});
    return it->second;
}

// Actions of the same name at different entries are one operation of the workload, with an entry
// for each.
EntryIndex Compiler::rootEntry(const model::Profile& profile, const std::string& operation) {
    const std::string& at = profile.entry.empty() ? p_.scenario.workload.entry : profile.entry;
    const std::string own = profile.networks.empty() ? "" : '\n' + profile.name;
    const auto [it, isNew] =
        entries_.try_emplace({kWorkload, at + '/' + operation + '@' + profile.zone + own, isNew_},
                             static_cast<EntryIndex>(p_.entries.size()));
    if (!isNew) return it->second;
    if (isNew_) newEntries_.insert(it->second);
    if (!own.empty()) rootProfiles_[it->second] = &profile;
    Entry entry;
    entry.component = kWorkload;
    entry.operation = at + '/' + operation;
    entry.zone = zoneIndex(profile.zone);
    auto& names = p_.rootOperations;
    const std::string name = isNew_ ? model::twinName(operation, sides_.variant()) : operation;
    const auto named = std::find(names.begin(), names.end(), name);
    entry.probe = static_cast<std::uint16_t>(named - names.begin());
    if (named == names.end()) names.push_back(name);
    p_.entries.push_back(entry);
    return it->second;
}

std::vector<EntryIndex> Compiler::rootEntries(const model::Profile& profile) {
    std::vector<EntryIndex> entries;
    for (const model::Action& action : profile.actions)
        entries.push_back(rootEntry(profile, action.operation));
    for (const std::string& operation : profile.journey)
        entries.push_back(rootEntry(profile, operation));
    return entries;
}

void Compiler::addProfile(const model::Profile& profile) {
    const std::string name = "profile " + profile.name;
    std::vector<double> weights;
    for (const model::Action& action : profile.actions) weights.push_back(action.weight);
    if (weights.empty()) weights.push_back(1);
    std::vector<EntryIndex> entries = rootEntries(profile);
    isNew_ = sides_.areTwo();
    std::vector<EntryIndex> newEntries = isNew_ ? rootEntries(profile) : std::vector<EntryIndex>();
    isNew_ = false;
    p_.profiles.push_back({profile.name,
                           {Sampler(profile.think), addStream("workload", name + " think"), 0},
                           WeightedChoice(weights),
                           std::move(entries),
                           !profile.journey.empty(),
                           addStream("workload", name + " action"),
                           profile.leaveAfterError,
                           addStream("workload", name + " leave"),
                           {},
                           std::move(newEntries)});
}

void Compiler::addTraffic() {
    const model::Workload& workload = p_.scenario.workload;
    if (sides_.areTwo()) p_.sideStream = addStream("workload", "roll-out");
    std::vector<std::uint16_t> shared;
    std::vector<double> shares;
    const auto addPopulation = [&](const model::Schedule& users,
                                   std::vector<std::uint16_t> profiles, std::vector<double> parts,
                                   const std::string& name) {
        const auto peak = static_cast<std::uint32_t>(std::llround(users.peak()));
        p_.populations.push_back({users, std::move(profiles), std::move(parts), p_.userCount, peak,
                                  workload.startTogether, addStream("workload", name + " think")});
        p_.userCount += peak;
    };
    const auto addSource = [&](const model::Arrivals& arrivals, std::vector<std::uint16_t> profiles,
                               const std::vector<double>& parts, const std::string& name) {
        const double peak = arrivals.rate.peak();
        const auto gap = model::Distribution(model::Exponential{peak > 0 ? 1 / peak : 0});
        p_.sources.push_back({arrivals, std::move(profiles), WeightedChoice(parts),
                              addStream("workload", name + " profile"), Sampler(gap),
                              addStream("workload", name)});
    };
    for (const model::Profile& profile : workload.profiles) {
        const auto index = static_cast<std::uint16_t>(p_.profiles.size());
        addProfile(profile);
        if (profile.users)
            addPopulation(*profile.users, {index}, {1.0}, "users of " + profile.name);
        if (profile.arrivals)
            addSource(*profile.arrivals, {index}, {1.0}, "arrivals of " + profile.name);
        if (profile.users || profile.arrivals) continue;
        shared.push_back(index);
        shares.push_back(profile.share);
    }
    if (shared.empty()) return;
    double sum = 0;
    for (const double share : shares) sum += share;
    for (double& share : shares) share /= sum;
    if (workload.users) addPopulation(*workload.users, shared, shares, "users");
    if (workload.arrivals) addSource(*workload.arrivals, shared, shares, "arrivals");
}

void Compiler::addProbe(const model::MetricRef& ref) {
    if (p_.scenario.component(ref.target) == nullptr) return;  // the workload, a group of caches
    if (ref.operation.empty()) {
        ComponentInfo& info = p_.components[indexOf(ref.target)];
        info.keepOwnTimes |=
            ref.metric == model::Metric::ownTime && ref.statistic != model::Statistic::mean;
        info.keepCpuWaits |=
            ref.metric == model::Metric::cpuWait && ref.statistic != model::Statistic::mean;
        return;
    }
    const ComponentIndex component = indexOf(ref.target);
    // Users with networks of their own, and each side of a roll-out, have entries of their own.
    std::vector<Entry*> asked;
    for (Entry& entry : p_.entries)
        if (entry.component == component && entry.operation == ref.operation && !entry.inner)
            asked.push_back(&entry);
    // Never asked for in this variant: no figure.
    if (asked.empty() || asked.front()->probe != kNone16) return;
    for (Entry* entry : asked) entry->probe = static_cast<std::uint16_t>(p_.probes.size());
    p_.probes.push_back(ref.target + '.' + ref.operation);
}

void Compiler::addProbesOf(const model::Expression& expression) {
    if (expression.kind == model::Expression::Kind::metric) {
        const auto& components = p_.scenario.components;
        const bool isHere = std::any_of(
            components.begin(), components.end(),
            [&](const model::Component& c) { return c.name == expression.metric.target; });
        if (isHere) addProbe(expression.metric);
    }
    for (const model::Expression& operand : expression.operands) addProbesOf(operand);
}

void Compiler::addProbes() {
    for (const model::Slo& slo : p_.scenario.slos) addProbe(slo.objective.metric);
    for (const model::Component& component : p_.scenario.components)
        if (const auto* autoscaler = std::get_if<model::AutoscalerSpec>(&component.spec))
            for (const model::ScalingMetric& metric : autoscaler->metrics) addProbe(metric.metric);
    for (const auto& [key, index] : entries_) {
        const model::Component* component = p_.components[std::get<0>(key)].spec;
        if (component && isMeteredByOperation(p_.scenario, *component))
            addProbe({component->name, std::get<1>(key), model::Metric::arrivalRate,
                      model::Statistic::mean, ""});
    }
    for (const model::Alert& alert : p_.scenario.alerts) addProbesOf(alert.left);
    for (const model::Claim& claim : p_.scenario.claims)
        if (claim.of) addProbesOf(*claim.of);
}

// The components that a request handed to `entry` goes through, up to and with the first that is no
// pass-through.
std::vector<ComponentIndex> Compiler::passedFrom(EntryIndex entry) const {
    std::vector<ComponentIndex> passed;
    std::vector<EntryIndex> open{entry};
    while (!open.empty()) {
        const EntryIndex next = open.back();
        open.pop_back();
        passed.push_back(p_.entries[next].component);
        const auto [first, last] = forwards_.equal_range(next);
        for (auto forward = first; forward != last; ++forward) open.push_back(forward->second);
    }
    return passed;
}

// What the users of a client hold: their own caches, where they use any.
void Compiler::findDeviceCaches(const CallSite& site) {
    ComponentInfo& client = p_.components[site.caller];
    const auto& memory = std::get<model::ClientSpec>(client.spec->spec).memory;
    if (!memory) return;
    p_.limitsDevices |= memory->limit.has_value();
    for (const ComponentIndex component : passedFrom(site.entry)) {
        ComponentInfo& info = p_.components[component];
        const auto* cache = std::get_if<model::CacheSpec>(&info.spec->spec);
        if (!cache || cache->scope != model::Scope::user || info.device != kNone16) continue;
        info.device = site.caller;
        client.scopedCaches.push_back(static_cast<std::uint16_t>(info.index));
    }
}

void Compiler::findScopes() {
    const auto addOnce = [](std::vector<std::uint16_t>& list, std::uint32_t index) {
        const auto value = static_cast<std::uint16_t>(index);
        if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
    };
    for (const CallSite& site : p_.sites) {
        ComponentInfo& caller = p_.components[site.caller];
        if (caller.spec && std::holds_alternative<model::ClientSpec>(caller.spec->spec))
            findDeviceCaches(site);
        if (caller.firstInstance == kNone) continue;
        for (const ComponentIndex component : passedFrom(site.entry)) {
            const ComponentInfo& callee = p_.components[component];
            const auto* pool = std::get_if<model::PoolSpec>(&callee.spec->spec);
            const auto* cache = std::get_if<model::CacheSpec>(&callee.spec->spec);
            if (pool && pool->scope == model::Scope::instance)
                addOnce(caller.scopedPools, callee.index);
            if (cache && cache->scope == model::Scope::instance)
                addOnce(caller.scopedCaches, callee.index);
        }
    }
}

// A load balancer, or a client without a network, has nothing to do when it is asked but to ask,
// and nothing when it is answered but to answer: its visits are those of what stands behind it.
// Unless one of them is looked at by itself.
void Compiler::skipPassThroughs() {
    const std::vector<CallSite> asWritten = p_.sites;
    for (CallSite& site : p_.sites) {
        for (const Entry* entry = &p_.entries[site.entry];
             site.host == kNone16 && entry->onlyCall != kNone16 && entry->probe == kNone16 && !isFaulty(entry->component) &&
             !isPlaced(entry->component) && !p_.components[entry->component].keepOwnTimes;
             entry = &p_.entries[site.entry]) {
            const CallSite& onward = asWritten[entry->onlyCall];
            site.passes.push_back({entry->component, onward.edge});
            site.entry = onward.entry;
            site.balancer = onward.balancer;
        }
    }
}

// Through components; where those call one another to and fro, the bound is their number.
void Compiler::findLongestChain() {
    std::vector<std::uint32_t> chain(p_.components.size(), 1);
    bool longer = true;
    for (std::size_t round = 0; longer && round < chain.size(); ++round) {
        longer = false;
        for (const CallSite& site : p_.sites) {
            if (p_.entries[site.entry].inner) continue;
            const std::uint32_t before = site.wholeAction == kNone16 ? chain[site.caller] : 0;
            std::uint32_t& callee = chain[p_.entries[site.entry].component];
            longer |= callee < before + 1;
            callee = std::max(callee, before + 1);
        }
    }
    p_.longestChain = *std::max_element(chain.begin(), chain.end());
}

void Compiler::findCacheKeys() {
    p_.keyClassesOf.resize(p_.components.size());
    for (const CallSite& site : p_.sites) {
        if (site.keyDraw == kNone) continue;
        const std::uint8_t keyClass = p_.keyDraws[site.keyDraw].keyClass;
        for (const ComponentIndex component : passedFrom(site.entry)) {
            auto& classes = p_.keyClassesOf[component];
            if (std::find(classes.begin(), classes.end(), keyClass) == classes.end())
                classes.push_back(keyClass);
        }
    }
}

}  // namespace headroom::sim
