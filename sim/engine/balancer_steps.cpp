// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include <algorithm>

/// What load balancers see of those behind them.
namespace headroom::sim {

bool Engine::chooseHost(VisitId id, const HostChoice& choice) {
    const ComponentIndex component = program.balancers[choice.balancer].component;
    const std::uint32_t host = balancers_[component].chooseHost(*this, id);
    if (host == kNone) {
        finish(id, Outcome::refused);
        return false;
    }
    visits[id].cursor = choice.targets[host];
    return true;
}

// Whether requests by this call find somebody.
bool Engine::isThere(ComponentIndex component, SiteIndex site) const {
    if (faults_.meddles() && faults_.isCut(site)) return false;
    const ComponentInfo& info = program.components[component];
    switch (info.kind) {
        case Kind::service: return !services_[info.index].ready().empty() || info.hasActivator;
        case Kind::station: {
            const auto first = stations_.begin() + info.index;
            return std::any_of(first, first + info.parts,
                               [](const Station& part) { return part.servers() > 0; });
        }
        case Kind::gateway: return gateways_[info.index].upCount() > 0;
        default: return true;
    }
}

// A probe is a request: what fails those that arrive fails it too.
bool Engine::answersProbe(ComponentIndex component, SiteIndex site) {
    if (!isThere(component, site)) return false;
    if (!faults_.meddles()) return true;
    double failing = 0;
    for (EntryIndex entry = 0; entry < program.entries.size(); ++entry)
        if (program.entries[entry].component == component)
            failing = std::max(failing, faults_.failing(entry));
    return failing == 0 || stream(program.faultStream).uniform() >= failing;
}

bool Engine::standsStill(std::uint32_t instance, SimTime forLongerThan) const {
    const ComponentIndex component = instances[instance].component;
    if (!pauses_.any() || program.components[component].pauseEvery == kNone) return false;
    return pauses_.beginAt(instance, now_) - now_ > forLongerThan;
}

void Engine::tellBalancer(VisitId id, Outcome outcome) {
    const ComponentIndex balancer = program.sites[visits[id].site].balancer;
    if (balancer != kNone16)
        balancers_[balancer].onAnswer(*this, visits[id], outcome != Outcome::answered);
}

}  // namespace headroom::sim
