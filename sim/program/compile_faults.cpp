// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using FaultKind = model::Fault::Kind;

std::vector<std::string> zonesOf(const model::Network& network, const std::string& place) {
    const auto region = std::ranges::find(network.regions, place, &model::Region::name);
    return region == network.regions.end() ? std::vector{place} : region->zones;
}

bool contains(const std::vector<std::string>& list, const std::string& name) {
    return std::ranges::find(list, name) != list.end();
}

}  // namespace

// As a whole only if all its parts are there.
void Compiler::addLostParts(FaultInfo& info, const ComponentInfo& database,
                            ComponentIndex component) const {
    std::vector<std::uint32_t> lost;
    for (std::uint32_t part = 0; part < database.parts; ++part)
        if (contains(info.zones, p_.parts[database.firstPart + part].zone))
            lost.push_back(database.firstPart + part);
    if (lost.size() == database.parts)
        info.components.push_back(component);
    else
        info.parts.insert(info.parts.end(), lost.begin(), lost.end());
}

// Everything but instances: those are lost one by one.
void Compiler::addLost(FaultInfo& info) const {
    info.zones = zonesOf(p_.scenario.network, info.spec->target);
    for (std::size_t c = 1; c < p_.components.size(); ++c) {
        const ComponentInfo& component = p_.components[c];
        if (component.firstPart != kNone) {
            addLostParts(info, component, static_cast<ComponentIndex>(c));
            continue;
        }
        const bool isThere = component.firstInstance == kNone && !component.spec->zone.empty() &&
                             contains(info.zones, component.spec->zone);
        if (isThere) info.components.push_back(static_cast<ComponentIndex>(c));
    }
    for (std::size_t s = 0; s < p_.sites.size(); ++s) {
        const ComponentIndex callee = p_.entries[p_.sites[s].entry].component;
        if (std::ranges::find(info.components, callee) != info.components.end())
            info.sites.push_back(static_cast<SiteIndex>(s));
    }
}

void Compiler::addCutSites(FaultInfo& info) const {
    // An end is a component, or a place with all the components in it.
    const auto isAt = [&](ComponentIndex component, const std::string& end) {
        if (component == kWorkload) return false;
        const model::Component& spec = *p_.components[component].spec;
        return spec.name == end || contains(zonesOf(p_.scenario.network, end), spec.zone);
    };
    const std::string &a = info.spec->target, &b = info.spec->other;
    for (std::size_t s = 0; s < p_.sites.size(); ++s) {
        const ComponentIndex caller = p_.sites[s].caller;
        const ComponentIndex callee = p_.entries[p_.sites[s].entry].component;
        if ((isAt(caller, a) && isAt(callee, b)) || (isAt(caller, b) && isAt(callee, a)))
            info.sites.push_back(static_cast<SiteIndex>(s));
    }
}

FaultInfo Compiler::faultInfo(const model::Fault& fault) const {
    FaultInfo info;
    info.spec = &fault;
    if (fault.kind == FaultKind::lose) {
        addLost(info);
        return info;
    }
    if (fault.kind == FaultKind::cut) {
        addCutSites(info);
        return info;
    }
    info.target = indexOf(fault.target);
    for (std::uint16_t part = 0; part < p_.components[info.target].parts; ++part) {
        const std::uint32_t first = p_.components[info.target].firstPart;
        if (fault.kind == FaultKind::kill && first != kNone &&
            p_.parts[first + part].name == fault.target + '.' + fault.operation)
            info.part = part;
    }
    for (std::size_t e = 0; e < p_.entries.size(); ++e) {
        const Entry& entry = p_.entries[e];
        if (entry.component != info.target) continue;
        if (fault.operation.empty() || fault.operation == entry.operation)
            info.entries.push_back(static_cast<EntryIndex>(e));
    }
    return info;
}

void Compiler::addFaults() {
    for (const model::Fault& fault : p_.scenario.faults) p_.faults.push_back(faultInfo(fault));
    if (p_.faults.empty()) return;
    p_.withdraws = true;  // what is killed has to know whom it called
    p_.faultStream = addStream("faults", "fail");
    p_.failAddress = emitOp(Op::failWith, addCoin(1, "faults", "fail"));
}

/// Whether a component takes part in a fault by itself, so that its visits are its own.
bool Compiler::isFaulty(ComponentIndex component) const {
    const std::string& name = p_.components[component].name;
    const auto touches = [&](const FaultInfo& fault) {
        return fault.spec->target == name || fault.spec->other == name ||
               std::ranges::find(fault.components, component) != fault.components.end() ||
               (fault.spec->kind == FaultKind::cut && !p_.components[component].spec->zone.empty());
    };
    return std::ranges::any_of(p_.faults, touches);
}

}  // namespace headroom::sim
