// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>

/// Gateways: connections, what is done on them, and what is pushed to them.
namespace headroom::sim {

void Compiler::addGateway(ComponentInfo& info, const model::GatewaySpec& spec) {
    detachedSite();
    GatewayInfo gateway{
        {Sampler(spec.session.value_or(model::Distribution())), addStream(info.name, "session")},
        addStream(info.name, "heartbeat phase"),
        addStream(info.name, "reconnect"),
        addStream(info.name, "receivers")};
    info.draw = addDraw(spec.connect, info.name, "connect");
    p_.gateways.push_back(std::move(gateway));
}

// What a gateway does on its own.
void Compiler::emitGatewayParts(const model::GatewaySpec& spec, GatewayInfo& gateway) {
    if (gateway.connect != kNone16) return;
    const ComponentInfo& info = p_.components[component_];
    const std::uint32_t connect = info.draw;
    gateway.connect = innerEntry("connect", [this, connect] { emitOp(Op::cpuWork, connect); });
    if (!spec.heartbeat || spec.heartbeat->work.isZero()) return;
    const std::uint32_t work = addDraw(spec.heartbeat->work, info.name, "heartbeat");
    gateway.heartbeat = innerEntry("heartbeat", [this, work] { emitOp(Op::cpuWork, work); });
}

void Compiler::emitGateway(const model::GatewaySpec& spec, const model::Operation* operation,
                           EntryIndex index) {
    const ComponentInfo& info = p_.components[component_];
    emitGatewayParts(spec, p_.gateways[info.index]);
    emitOp(Op::connectUser, info.draw);
    if (!operation) return emitForward(index, spec.to);
    workOp_ = Op::cpuWork;
    emitSteps(operation->steps, operation->name);
}

void Compiler::emit(const model::Push& push, const std::string& place) {
    const std::string& name = p_.components[component_].name;
    p_.carriesMessages = true;
    const auto index = static_cast<std::uint32_t>(p_.pushes.size());
    PushInfo info{push.receivers, addStream(name, place + " receivers"),
                  addDraw(push.network, name, place + " network")};
    if (!push.work.isZero()) {
        const std::uint32_t work = addDraw(push.work, name, place + " work");
        info.work = innerEntry("push", [this, work, index] {
            emitOp(Op::cpuWork, work);
            emitOp(Op::pushed, index);
        });
    }
    p_.pushes.push_back(info);
    emitOp(Op::push, index);
    p_.components[component_].pushes = true;
}

// Whose users hold connections from the start: those of the profiles that begin with what is handed
// on to a gateway, or with a page that asks one.
void Compiler::findSeats() {
    for (ProfileInfo& profile : p_.profiles) {
        std::vector<EntryIndex> open;
        for (const EntryIndex root : profile.entries)
            open.push_back(p_.sites[p_.code[p_.entries[root].address].a].entry);
        std::vector<bool> seen(p_.entries.size());
        while (!open.empty()) {
            const EntryIndex entry = open.back();
            open.pop_back();
            if (seen[entry]) continue;
            seen[entry] = true;
            const ComponentInfo& info = p_.components[p_.entries[entry].component];
            const auto gateway = static_cast<std::uint16_t>(info.index);
            if (info.kind == Kind::gateway &&
                std::ranges::find(profile.gateways, gateway) == profile.gateways.end())
                profile.gateways.push_back(gateway);
            const auto [first, last] = forwards_.equal_range(entry);
            for (auto next = first; next != last; ++next) open.push_back(next->second);
            if (info.kind != Kind::passThrough || !info.hasPages) continue;
            for (const CallSite& site : p_.sites)
                if (site.caller == p_.entries[entry].component) open.push_back(site.entry);
        }
    }
}

}  // namespace headroom::sim
