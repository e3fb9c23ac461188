// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>
#include <cmath>

/// Clients: the network between users and the system, and the pages that run on their devices.
namespace headroom::sim {

namespace {
SimTime transferTime(const std::optional<model::Bytes>& size,
                     const std::optional<model::Bandwidth>& bandwidth) {
    if (!size || !bandwidth) return 0;
    return std::llround(static_cast<double>(size->count) / bandwidth->bytesPerSecond * 1e9);
}

bool isNothing(const model::ClientNetwork& network, SimTime transfer) {
    return network.roundTrip.isZero() && transfer == 0;
}
}  // namespace

const model::Operation* Compiler::finalOperation(std::string_view component,
                                                 std::string_view operation) const {
    const model::Component* c = find(component);
    while (c && c->passesOn(operation)) c = find(c->passesTo());
    return c ? c->operation(operation) : nullptr;
}

Compiler::Payload Compiler::payloadOf(std::string_view component, std::string_view operation,
                                      const std::string& keys) const {
    Payload payload;
    if (const model::Operation* asked = finalOperation(component, operation)) {
        payload.request = asked->request;
        payload.answer = asked->answer;
    }
    const model::KeyClass* keyClass = keys.empty() ? nullptr : p_.scenario.keyClass(keys);
    if (!payload.answer && keyClass && keyClass->size.count > 0) payload.answer = keyClass->size;
    return payload;
}

// The networks of the client's users, or of the profile that this entry is for.
std::vector<model::NetworkClass> Compiler::networksOf(const model::ClientSpec& client,
                                                      EntryIndex index) const {
    if (const auto own = networks_.find(index); own != networks_.end()) return own->second;
    if (client.network) return {{"", 1, *client.network}};
    return client.networks;
}

// One round trip, and the time that the sizes take at the bandwidths, in one delay before the
// request.
void Compiler::emitNetwork(const std::vector<model::NetworkClass>& networks,
                           const Payload& payload) {
    const std::string& name = p_.components[component_].name;
    NetworkMix mix;
    double sum = 0;
    bool isNone = true;
    for (const model::NetworkClass& network : networks) {
        const SimTime transfer = transferTime(payload.request, network.network.up) +
                                 transferTime(payload.answer, network.network.down);
        isNone &= isNothing(network.network, transfer);
        sum += network.share;
        const std::string purpose = network.name.empty() ? "network" : "network " + network.name;
        mix.kinds.push_back({sum, addDraw(network.network.roundTrip, name, purpose, transfer)});
    }
    if (isNone) return;
    if (mix.kinds.size() == 1) {
        emitOp(Op::delay, mix.kinds.front().draw);
        return;
    }
    p_.networks.push_back(std::move(mix));
    emitOp(Op::network, static_cast<std::uint32_t>(p_.networks.size() - 1));
}

// Users of a profile with networks of its own come in by an entry of their own.
EntryIndex Compiler::networkedEntry(ComponentIndex component, const std::string& operation,
                                    const model::Profile& profile) {
    if (!std::holds_alternative<model::ClientSpec>(p_.components[component].spec->spec))
        return entryOf(component, operation);
    const EntryIndex entry = entryOf(component, operation + '\n' + profile.name);
    p_.entries[entry].operation = operation;
    networks_[entry] = profile.networks;
    return entry;
}

void Compiler::emitFrame(const model::ClientSpec& client) {
    if (!client.frame) return;
    const std::string& name = p_.components[component_].name;
    const std::uint32_t draw = addDraw(client.frame->work, name, "frame");
    if (client.frame->each) p_.draws[draw].each = addDraw(*client.frame->each, name, "frame each");
    p_.frames.push_back(
        {draw, client.frame->budget.count(), static_cast<std::uint32_t>(client.frame->items)});
    emitOp(Op::frame, static_cast<std::uint32_t>(p_.frames.size() - 1));
}

void Compiler::emitOffline(const model::ClientSpec& client) {
    if (!client.offline) return;
    detachedSite();
    p_.carriesMessages = true;
    emitOp(Op::online);
}

void Compiler::emitClient(const model::ClientSpec& client, EntryIndex index) {
    const std::string operation = p_.entries[index].operation;
    emitOffline(client);
    emitNetwork(networksOf(client, index), payloadOf(client.to, operation, ""));
    const bool hasSteps = p_.entries[index].address != here();
    emitForward(index, client.to);
    const auto site = static_cast<SiteIndex>(p_.sites.size() - 1);
    // Where users begin, an attempt is a visit of the client, and the action that calls it has the
    // patience; a client further on has its own.
    if (!isEntry(p_.components[component_].name))
        setPolicy(p_.sites[site], client, operation);
    emitFrame(client);
    if (!hasSteps && !client.frame && !hasPatience(p_.sites[site]))
        p_.entries[index].onlyCall = site;
}

// A page or screen: its steps run on the user's device, and what it asks for goes over the network.
void Compiler::emitPage(const model::ClientSpec& client, const model::Operation& operation,
                        EntryIndex index) {
    emitOffline(client);
    emitOp(Op::openPage);
    workOp_ = Op::deviceWork;
    pageNetworks_ = networksOf(client, index);
    emitSteps(operation.steps, operation.name);
    pageNetworks_.clear();
    emitFrame(client);
}

// Puts the network between a page and what it asks for: a part of the page that pays the network
// and asks in its turn, so that timeouts and retries of the page's call include the network.
void Compiler::putNetworkBefore(CallSite& site, const std::string& to, const std::string& operation,
                                const std::string& keys) {
    if (pageNetworks_.empty()) return;
    const EntryIndex asked = site.entry;
    const ComponentIndex target = p_.entries[asked].component;
    const Payload payload = payloadOf(to, operation, keys);
    const EntryIndex part =
        innerEntry(operation, [this, asked, target, payload, networks = pageNetworks_] {
            emitNetwork(networks, payload);
            CallSite onward;
            onward.caller = component_;
            onward.entry = asked;
            onward.edge = edgeOf(component_, target);
            onward.carriesItems = true;
            emitOp(Op::call, addSite(onward));
        });
    forwards_.emplace(part, asked);
    site.entry = part;
    site.edge = edgeOf(kWorkload, component_);  // not reported: the page does this itself
}

void Compiler::emit(const model::Mark& mark, const std::string&) {
    emitOp(Op::mark, static_cast<std::uint32_t>(mark.point));
}

bool Compiler::isEntry(std::string_view component) const {
    const model::Workload& workload = p_.scenario.workload;
    const std::string_view original = sides_.original(component);
    return workload.entry == original ||
           std::ranges::any_of(workload.profiles, [&](const model::Profile& profile) {
               return profile.entry == original;
           });
}

}  // namespace headroom::sim
