// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>
#include <cassert>

/// What goes on without its sender: `send`, and the queues between senders and receivers.
namespace headroom::sim {

void Compiler::countItems(CallSite& site, std::int64_t items) {
    site.items = static_cast<std::uint32_t>(items);
    p_.carriesItems |= items != 1;
}

// True for a queue that makes its senders wait while it is full.
bool Compiler::blocks(std::string_view component) const {
    const auto* queue = std::get_if<model::QueueSpec>(&find(component)->spec);
    return queue && queue->capacity != model::kUnlimited &&
           queue->overflow == model::Overflow::block;
}

SiteIndex Compiler::detachedSite() {
    if (p_.detachedSite == kNone16) p_.detachedSite = addSite({});
    return p_.detachedSite;
}

// A sender that has to wait until there is room calls the queue, which answers once the message is
// kept.
void Compiler::emitOneSend(const model::Send& send, const std::string& place) {
    const ComponentIndex target = indexOf(send.to);
    CallSite site;
    site.caller = component_;
    site.entry = entryOf(target, send.operation);
    site.keyDraw = keyDrawOf(send.keys, place);
    if (!blocks(send.to)) putNetworkBefore(site, send.to, send.operation, send.keys);
    countItems(site, send.items);
    p_.carriesMessages = true;
    if (!blocks(send.to)) {
        emitOp(Op::send, addSite(site));
        return;
    }
    site.edge = edgeOf(component_, target);
    const SiteIndex index = addSite(site);
    emitOp(Op::call, index);
    p_.sites[index].onError = here();
}

void Compiler::emit(const model::Send& send, const std::string& place) {
    emitRepeated(send.probability, send.times, place, [&] { emitOneSend(send, place); });
}

void Compiler::emitQueue(const model::QueueSpec& queue, EntryIndex index) {
    p_.carriesMessages = true;
    detachedSite();
    const std::string& name = p_.components[component_].name;
    if (!queue.access.isZero()) emitOp(Op::delay, addDraw(queue.access, name, "access"));
    emitOp(Op::enqueue);
    emitForward(index, queue.to);
    setPolicy(p_.sites.back(), queue.timeout, false, queue.retry, p_.entries[index].operation);
}

// Whose delivery times have a meaning: the queues, and those that are sent to.
void Compiler::findDeliveries() {
    for (ComponentInfo& info : p_.components) {
        const auto* client =
            info.spec == nullptr ? nullptr : std::get_if<model::ClientSpec>(&info.spec->spec);
        info.keepDeliveries =
            info.kind == Kind::queue || info.pushes || (client && client->offline);
    }
    for (const Instruction& instruction : p_.code) {
        if (instruction.op != Op::send) continue;
        const CallSite& site = p_.sites[instruction.a];
        p_.components[p_.entries[site.entry].component].keepDeliveries = true;
        for (const Passed& passed : site.passes)
            p_.components[passed.component].keepDeliveries = true;
    }
}

}  // namespace headroom::sim
