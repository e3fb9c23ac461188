// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/fault_injector.h"

#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using FaultKind = model::Fault::Kind;

SimTime lasting(const model::Fault& fault) { return fault.lasting ? fault.lasting->count() : 0; }

/// Of `there`, how many a fault kills.
int killedOf(const model::Fault& fault, int there) {
    if (fault.count) return static_cast<int>(std::min<std::int64_t>(*fault.count, there));
    if (fault.share) return static_cast<int>(std::ceil(*fault.share * there - 1e-9));
    return there;
}

bool stands(const std::string& zone, const FaultInfo& fault) {
    return std::ranges::find(fault.zones, zone) != fault.zones.end();
}

}  // namespace

FaultInjector::FaultInjector(const Program& program)
    : program_(program),
      active_(program.faults.size()),
      slowness_(program.entries.size(), 1),
      failing_(program.entries.size(), 0),
      cut_(program.sites.size()),
      killed_(program.faults.size()) {}

void FaultInjector::start(Engine& engine) {
    for (std::uint32_t i = 0; i < program_.faults.size(); ++i) {
        const model::Fault& fault = *program_.faults[i].spec;
        engine.plan(fault.at.count(), {ControlKind::faultBegins, i});
        if (fault.lasting)
            engine.plan((fault.at + *fault.lasting).count(), {ControlKind::faultEnds, i});
    }
}

void FaultInjector::apply() {
    std::ranges::fill(slowness_, 1.0);
    std::ranges::fill(failing_, 0.0);
    cut_.assign(cut_.size(), false);
    slows_ = meddles_ = false;
    for (std::size_t i = 0; i < active_.size(); ++i) {
        if (!active_[i]) continue;
        const FaultInfo& fault = program_.faults[i];
        if (fault.spec->kind == FaultKind::slow)
            for (const EntryIndex entry : fault.entries) slowness_[entry] *= fault.spec->factor;
        if (fault.spec->kind == FaultKind::fail)
            for (const EntryIndex entry : fault.entries)
                failing_[entry] = 1 - (1 - failing_[entry]) * (1 - fault.spec->share.value_or(1));
        for (const SiteIndex site : fault.sites) cut_[site] = true;
        slows_ |= fault.spec->kind == FaultKind::slow;
        meddles_ |= fault.spec->kind == FaultKind::fail || !fault.sites.empty();
    }
}

bool FaultInjector::isLost(std::uint32_t number) const {
    const auto found = std::ranges::find(program_.instanceZones, number, &InstanceZone::number);
    if (found == program_.instanceZones.end()) return false;
    for (std::size_t i = 0; i < active_.size(); ++i)
        if (active_[i] && stands(found->zone, program_.faults[i])) return true;
    return false;
}

void FaultInjector::begin(Engine& engine, std::uint32_t number) {
    const FaultInfo& fault = program_.faults[number];
    active_[number] = true;
    apply();
    switch (fault.spec->kind) {
        case FaultKind::kill: kill(engine, fault); break;
        case FaultKind::lose: lose(engine, fault); break;
        case FaultKind::flush: engine.flush(fault.target); break;
        case FaultKind::slow:
        case FaultKind::fail:
        case FaultKind::cut: break;
    }
}

void FaultInjector::end(Engine& engine, std::uint32_t number) {
    active_[number] = false;
    apply();
    back(engine, program_.faults[number]);
}

void FaultInjector::kill(Engine& engine, const FaultInfo& fault) {
    const ComponentInfo& info = program_.components[fault.target];
    const SimTime away = lasting(*fault.spec);
    if (info.kind == Kind::service) {
        Service& service = engine.service(fault.target);
        for (int n = killedOf(*fault.spec, static_cast<int>(service.ready().size())); n > 0; --n)
            service.kill(engine, service.ready().front(), away);
    } else if (info.kind == Kind::function) {
        Function& function = engine.function(fault.target);
        function.kill(engine, killedOf(*fault.spec, function.readyCount()));
    } else if (info.kind == Kind::gateway) {
        Gateway& gateway = engine.gateway(fault.target);
        gateway.kill(engine, killedOf(*fault.spec, static_cast<int>(gateway.upCount())), away);
    } else if (info.kind == Kind::station) {
        killServers(engine, fault);
    }
}

// Of the part that is named, else of each part; a number of servers without a part: of the primary.
void FaultInjector::killServers(Engine& engine, const FaultInfo& fault) {
    const std::uint32_t first = fault.part.value_or(0);
    const bool isOne = fault.part || fault.spec->count;
    const std::uint32_t end = isOne ? first + 1 : program_.components[fault.target].parts;
    for (std::uint32_t part = first; part < end; ++part)
        killPart(engine, fault, {fault.target, part, 0});
    if (!fault.spec->lasting) back(engine, fault);
}

void FaultInjector::killPart(Engine& engine, const FaultInfo& fault, Killed killed) {
    Station& station = engine.station(killed.component, killed.part);
    killed.servers = killedOf(*fault.spec, station.servers());
    if (killed.servers == 0) return;
    killed_[static_cast<std::size_t>(&fault - program_.faults.data())].push_back(killed);
    station.removeServers(engine, killed.servers);
}

// What stands in the zone as a whole is asked by nobody (its call sites are cut); what it was doing
// fails, and what it kept in memory is gone.
void FaultInjector::lose(Engine& engine, const FaultInfo& fault) {
    for (const ComponentIndex component : fault.components) {
        engine.failAt(component);
        engine.flush(component);
    }
    for (const std::uint32_t part : fault.parts) {
        const ComponentIndex database = program_.parts[part].component;
        const std::uint32_t first = program_.components[database].firstPart;
        killPart(engine, fault, {database, part - first, 0});
    }
    const SimTime away = fault.spec->lasting ? lasting(*fault.spec) : kNever / 4;
    for (const InstanceZone& instance : program_.instanceZones) {
        if (!stands(instance.zone, fault)) continue;
        if (engine.instances[instance.number].state != InstanceState::ready) continue;
        switch (program_.components[instance.component].kind) {
            case Kind::service:
                engine.service(instance.component).kill(engine, instance.number, away);
                break;
            case Kind::gateway:
                engine.gateway(instance.component).killInstance(engine, instance.number, away);
                break;
            default:
                engine.function(instance.component).killInstance(engine, instance.number);
                break;
        }
    }
}

void FaultInjector::back(Engine& engine, const FaultInfo& fault) {
    auto& all = killed_[static_cast<std::size_t>(&fault - program_.faults.data())];
    for (const Killed& killed : all)
        engine.station(killed.component, killed.part).addServers(engine, killed.servers);
    all.clear();
}

}  // namespace headroom::sim
