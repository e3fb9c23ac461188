// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>

/// Databases: which part serves what, and what becomes of writes.
namespace headroom::sim {

namespace {
bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}
}  // namespace

void Compiler::addParts(ComponentInfo& info, ComponentIndex component,
                        const model::DatabaseSpec& spec) {
    if (!spec.replicas.empty() || spec.hotKeys || spec.locks) {
        const auto& all = p_.components;
        info.database = static_cast<std::uint32_t>(std::ranges::count_if(
            all, [](const ComponentInfo& other) { return other.database != kNone; }));
    }
    if (spec.replicas.empty()) return;
    detachedSite();
    info.parts = static_cast<std::uint16_t>(1 + spec.replicas.size());
    info.firstPart = static_cast<std::uint32_t>(p_.parts.size());
    const Draw none{Sampler(model::Distribution()), addStream(info.name, "replica 0 lag")};
    const std::string& zone = info.spec->zone;
    p_.parts.push_back({info.name + ".primary", component, spec.servers, false, none, zone});
    for (std::size_t i = 0; i < spec.replicas.size(); ++i) {
        const model::Replica& replica = spec.replicas[i];
        const std::string number = std::to_string(i + 1);
        const Draw lag{Sampler(replica.lag), addStream(info.name, "replica " + number + " lag")};
        p_.parts.push_back({info.name + ".replica_" + number, component,
                            replica.servers.value_or(spec.servers), true, lag,
                            replica.zone.empty() ? zone : replica.zone});
    }
}

// Whether where it is depends on the part.
bool Compiler::isPlacedInParts(ComponentIndex component) const {
    const ComponentInfo& info = p_.components[component];
    if (info.firstPart == kNone || p_.zones.isEmpty()) return false;
    const auto first = p_.parts.begin() + info.firstPart;
    return std::any_of(first, first + info.parts,
                       [&](const PartInfo& part) { return part.zone != first->zone; });
}

// What a visit does with a record of its own, named so that no operation of the file is meant.
EntryIndex Compiler::innerEntry(const std::string& name, std::function<void()> emit) {
    const auto index = static_cast<EntryIndex>(p_.entries.size());
    Entry entry;
    entry.component = component_;
    entry.operation = name;
    entry.inner = true;
    p_.entries.push_back(entry);
    if (isNew_) newEntries_.insert(index);
    innerCode_[index] = std::move(emit);
    return index;
}

std::uint32_t Compiler::partChoiceOf(const model::DatabaseSpec& database,
                                     const std::string& operation) {
    std::vector<std::uint16_t> parts;
    std::vector<double> weights;
    const auto add = [&](std::size_t part, double weight) {
        if (weight <= 0) return;
        parts.push_back(static_cast<std::uint16_t>(part));
        weights.push_back(weight);
    };
    const bool nearest = database.nearest && isPlacedInParts(component_);
    if (!contains(database.writes, operation)) {
        // The nearest copy may be the primary, whatever it serves of the others.
        add(0, nearest ? std::max(1.0, database.primaryWeight) : database.primaryWeight);
        for (std::size_t i = 0; i < database.replicas.size(); ++i) {
            const model::Replica& replica = database.replicas[i];
            if (replica.operations.empty() || contains(replica.operations, operation))
                add(i + 1, replica.weight);
        }
    }
    if (parts.empty()) add(0, 1);
    const StreamIndex stream = addStream(p_.components[component_].name, operation + " part");
    p_.partChoices.push_back(
        {WeightedChoice(weights), std::move(parts), stream, nearest});
    return static_cast<std::uint32_t>(p_.partChoices.size() - 1);
}

// What a replica does for a write, if that takes any time.
void Compiler::emitApply(const model::DatabaseSpec& database) {
    const ComponentInfo& info = p_.components[component_];
    if (database.apply.isZero() || p_.parts[info.firstPart + 1].apply != kNone16) return;
    const std::uint32_t draw = addDraw(database.apply, info.name, "apply");
    const Op op = info.pauseEvery != kNone ? Op::serve : Op::delay;
    const EntryIndex apply = innerEntry("apply", [this, op, draw] {
        emitOp(Op::acquire);
        emitOp(op, draw);
        emitOp(Op::applied);
    });
    for (std::uint32_t part = 1; part < info.parts; ++part)
        p_.parts[info.firstPart + part].apply = apply;
}

void Compiler::emitDatabase(const model::DatabaseSpec& database,
                            const model::Operation& operation, EntryIndex index) {
    const bool hasReplicas = !database.replicas.empty();
    const bool writes = contains(database.writes, operation.name);
    if (hasReplicas) {
        const std::uint32_t choice = partChoiceOf(database, operation.name);
        emitOp(Op::choosePart, choice);
        if (isPlacedInParts(component_)) p_.entries[index].partChoice = choice;
    }
    emitLimit(*p_.components[component_].spec, operation.name);
    if (writes && database.hotKeys) emitOp(Op::limitKey);
    const bool pauses = p_.components[component_].pauseEvery != kNone;
    workOp_ = pauses ? Op::serve : Op::delay;
    emitOp(Op::acquire);
    if (writes && database.locks) emitOp(Op::lockKey);
    if (!writes && hasReplicas) emitOp(Op::readCopy);
    emitSteps(operation.steps, operation.name);
    if (!writes || !hasReplicas) return;
    emitApply(database);
    emitOp(Op::replicate);
}

}  // namespace headroom::sim
