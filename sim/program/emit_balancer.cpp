// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

/// Load balancers: whom they choose among.
namespace headroom::sim {

// Where health is looked at, what is no service is a host by itself.
void Compiler::addBalancer(ComponentInfo& info, ComponentIndex component,
                           const model::LoadBalancerSpec& spec) {
    BalancerInfo balancer{component, &spec, {}};
    for (const model::BalancerTarget& target : spec.targets)
        balancer.hosts.push_back(indexOf(target.component));
    if (balancer.hosts.empty()) {
        const ComponentIndex only = indexOf(spec.to);
        if (p_.components[only].kind == Kind::service)
            balancer.service = only;
        else if (spec.health || spec.ejection)
            balancer.hosts.push_back(only);
    }
    p_.watchesAnswers |= spec.ejection.has_value();
    info.balancer = static_cast<std::uint32_t>(p_.balancers.size());
    p_.balancers.push_back(std::move(balancer));
}

void Compiler::emitBalancer(const model::LoadBalancerSpec& spec, EntryIndex index) {
    const std::uint32_t number = p_.components[component_].balancer;
    const std::vector<ComponentIndex> hosts = p_.balancers[number].hosts;
    if (hosts.empty()) {
        emitOnlyForward(index, spec.to);
        auto& sites = p_.balancers[number].sites;
        if (sites.empty()) sites.push_back(static_cast<SiteIndex>(p_.sites.size() - 1));
        return;
    }
    const auto choice = static_cast<std::uint32_t>(p_.hostChoices.size());
    p_.hostChoices.push_back({number, {}});
    emitOp(Op::chooseHost, choice);
    std::vector<Address> ends;
    for (std::size_t host = 0; host < hosts.size(); ++host) {
        p_.hostChoices[choice].targets.push_back(here());
        emitForward(index, p_.components[hosts[host]].name);
        p_.sites.back().host = static_cast<std::uint16_t>(host);
        auto& sites = p_.balancers[number].sites;
        if (sites.size() == host) sites.push_back(static_cast<SiteIndex>(p_.sites.size() - 1));
        ends.push_back(emitOp(Op::jump));
    }
    for (const Address end : ends) p_.code[end].a = here();
}

}  // namespace headroom::sim
