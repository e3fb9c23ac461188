// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>

namespace headroom::sim {

std::uint8_t Compiler::zoneIndex(const std::string& name) const {
    const auto found = std::ranges::find(p_.zones.names, name);
    return static_cast<std::uint8_t>(found - p_.zones.names.begin());
}

// Instances of a component with `zones` stand in them in turn.
void Compiler::addInstanceZones() {
    for (std::size_t c = 1; c < p_.components.size(); ++c) {
        const ComponentInfo& info = p_.components[c];
        if (info.firstInstance == kNone) continue;
        std::vector<std::string> zones = info.spec->zones;
        if (zones.empty() && !info.spec->zone.empty()) zones.push_back(info.spec->zone);
        if (zones.empty()) continue;
        for (std::uint32_t i = 0; i < info.reservedInstances; ++i)
            p_.instanceZones.push_back(
                {info.firstInstance + i, static_cast<ComponentIndex>(c), zones[i % zones.size()]});
    }
}

void Compiler::addTrip(std::size_t from, std::size_t to) {
    ZoneMap& zones = p_.zones;
    const model::Distribution* trip =
        p_.scenario.network.roundTrip(zones.names[from], zones.names[to]);
    const bool isPaid = from != 0 && to != 0 && trip != nullptr && !trip->isZero();
    zones.means.push_back(isPaid ? trip->mean() : 0);
    const auto [a, b] = std::minmax(zones.names[from], zones.names[to]);
    zones.trips.push_back(isPaid ? addDraw(*trip, "network", a + " " + b) : kNone);
}

// Instances have their zone from their number, everything else from its component.
void Compiler::addZones() {
    addInstanceZones();
    ZoneMap& zones = p_.zones;
    for (const std::string& zone : p_.scenario.zones()) zones.names.push_back(zone);
    if (zones.isEmpty()) return;
    for (std::size_t from = 0; from < zones.names.size(); ++from)
        for (std::size_t to = 0; to < zones.names.size(); ++to) addTrip(from, to);
    zones.ofComponent.resize(p_.components.size());
    zones.ofEdges.resize(p_.components.size());
    for (std::size_t c = 1; c < p_.components.size(); ++c) {
        const model::Component& spec = *p_.components[c].spec;
        zones.ofComponent[c] = zoneIndex(spec.zones.size() == 1 ? spec.zones[0] : spec.zone);
        if (spec.zones.size() > 1 && p_.components[c].kind == Kind::cache)
            for (const std::string& zone : spec.zones) zones.ofEdges[c].push_back(zoneIndex(zone));
        p_.components[c].isSpread = spec.zones.size() > 1 && p_.components[c].kind == Kind::service;
    }
    for (const PartInfo& part : p_.parts) zones.ofPart.push_back(zoneIndex(part.zone));
    zones.ofInstance.resize(p_.instanceCount);
    for (const InstanceZone& instance : p_.instanceZones)
        zones.ofInstance[instance.number] = zoneIndex(instance.zone);
}

}  // namespace headroom::sim
