// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>

namespace headroom::sim {

// The edge's own store, then (with a shield) the one store that all edges share, then the origin.
void Compiler::emitCdn(const model::CdnSpec& cdn, EntryIndex index) {
    const std::string operation = p_.entries[index].operation;
    const std::string name = p_.components[component_].name;
    const auto emitWay = [&] {
        if (!cdn.rtt.isZero()) emitOp(Op::delay, addDraw(cdn.rtt, name, "way to the origin"));
    };
    if (!cdn.access.isZero()) emitOp(Op::delay, addDraw(cdn.access, name, "access"));
    if (std::ranges::find(cdn.writes, operation) != cdn.writes.end()) {
        return emitWrite(cdn, index, emitWay);
    }
    const Address lookUp = emitOp(Op::lookUp);
    emitWay();
    if (cdn.shield && !cdn.hitRatio)
        emitShield(cdn, index);
    else
        emitForward(index, cdn.origin);
    emitOp(Op::fill);
    p_.code[lookUp].a = here();
    const Payload payload = payloadOf(cdn.origin, operation, "");
    emitOp(Op::transfer, payload.answer ? static_cast<std::uint32_t>(p_.sizes.size()) : kNone);
    if (payload.answer) p_.sizes.push_back(payload.answer->count);
}

void Compiler::emitShield(const model::CdnSpec& cdn, EntryIndex index) {
    const std::string origin = cdn.origin;
    CallSite site;
    site.caller = component_;
    site.edge = edgeOf(kWorkload, component_);  // not reported: the CDN does this itself
    site.carriesItems = true;
    site.entry = innerEntry(p_.entries[index].operation, [this, index, origin] {
        const Address lookUp = emitOp(Op::lookUp);
        emitForward(index, origin);
        emitOp(Op::fill);
        p_.code[lookUp].a = here();
    });
    emitOp(Op::call, addSite(site));
}

}  // namespace headroom::sim
