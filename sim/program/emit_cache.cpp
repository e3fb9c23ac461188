// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>
#include <cmath>

/// What writes do to caches, and what happens elsewhere.
namespace headroom::sim {

void Compiler::addCacheGroups() {
    const std::vector<std::string> groups = p_.scenario.cacheGroups();
    for (ComponentInfo& info : p_.components) {
        if (info.spec == nullptr) continue;
        info.handsOn = info.spec->isPassThrough();
        const model::CacheTier* tier = model::cacheTierOf(info.spec->spec);
        if (tier == nullptr || tier->group.empty()) continue;
        info.cacheGroup = static_cast<std::uint32_t>(std::ranges::find(groups, tier->group) -
                                                     groups.begin());
    }
}

void Compiler::emitWrite(const model::CacheTier& cache, EntryIndex index,
                         const std::function<void()>& emitWay) {
    if (cache.writePolicy == model::WritePolicy::writeBehind && !cache.hitRatio)
        return emitWriteBehind(cache, index, emitWay);
    if (emitWay) emitWay();
    emitForward(index, cache.origin);
    switch (cache.writePolicy) {
        case model::WritePolicy::invalidate: emitOp(Op::invalidate); break;
        case model::WritePolicy::writeThrough:
            if (emitWay) emitOp(Op::invalidate);  // at the other edges
            emitOp(Op::fill);
            break;
        case model::WritePolicy::writeAround: break;
        case model::WritePolicy::writeBehind: break;
    }
}

// The writer is answered; nobody stands in the request to the origin.
void Compiler::emitWriteBehind(const model::CacheTier& cache, EntryIndex index,
                               const std::function<void()>& emitWay) {
    p_.carriesMessages = true;
    const auto number = static_cast<std::uint32_t>(p_.writeBacks.size());
    emitOp(Op::writeBehind, number);
    const Address over = emitOp(Op::jump);
    p_.writeBacks.push_back({number, here()});
    if (emitWay) emitWay();
    emitForward(index, cache.origin);
    p_.sites.back().edge = edgeOf(kWorkload, indexOf(cache.origin));
    emitOp(Op::endBranch);
    p_.code[over].a = here();
}

// True if there are any.
bool Compiler::emitInvalidations(EntryIndex index) {
    const std::string& component = p_.components[p_.entries[index].component].name;
    const std::string& operation = p_.entries[index].operation;
    bool any = false;
    for (std::size_t c = 1; c < p_.components.size(); ++c) {
        if (p_.components[c].kind != Kind::cache) continue;
        const model::CacheTier* tier = model::cacheTierOf(p_.components[c].spec->spec);
        for (const model::Invalidation& invalidation : tier->invalidations) {
            const bool concerns = std::ranges::any_of(
                invalidation.on, [&](const model::Invalidation::Event& event) {
                    return event.component == component && event.operation == operation;
                });
            if (concerns) emitInvalidation(static_cast<ComponentIndex>(c), invalidation);
            any |= concerns;
        }
    }
    return any;
}

void Compiler::emitInvalidation(ComponentIndex cache, const model::Invalidation& invalidation) {
    const auto& classes = p_.scenario.keys;
    const auto keys = std::ranges::find(classes, invalidation.keys, &model::KeyClass::name);
    const bool hasClass = keys != classes.end();
    const double whole = std::floor(invalidation.drops);
    const std::uint32_t coin =
        addCoin(invalidation.drops - whole, p_.components[cache].name, "drops");
    const double most = hasClass ? static_cast<double>(keys->count) : 1;
    const auto number = static_cast<std::uint32_t>(p_.invalidations.size());
    p_.invalidations.push_back(
        {cache, hasClass ? static_cast<std::uint8_t>(keys - classes.begin()) : std::uint8_t{UINT8_MAX},
         hasClass && keys->popularity == model::KeyClass::Popularity::own,
         static_cast<std::int64_t>(std::min(whole, most)), coin});
    emitOp(Op::dropEntries, number);
}

}  // namespace headroom::sim
