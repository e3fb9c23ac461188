// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/policy_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

namespace headroom::model {
namespace {

void readFunctionInstances(MapReader& owner, FunctionSpec& spec) {
    const auto entry = owner.get("instances");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "the `instances` of a function"));
    map.whole("min", spec.minInstances, {.least = 0, .most = kMostServers});
    map.whole("max", spec.maxInstances, {.least = 1, .most = kMostServers});
    map.duration("keep_alive", spec.keepAlive);
    checkOrder(map, "min", spec.minInstances, spec.maxInstances);
}

void readStarts(MapReader& owner, std::optional<StartRate>& out) {
    const auto entry = owner.get("starts");
    if (!entry) return;
    Reading& reading = owner.reading();
    const auto refuse = [&] {
        reading.wrongKind(*entry, said("Model", "a rate such as `1000 every 10 s`"));
    };
    if (!entry->node->isScalar()) return refuse();
    const auto parts = splitEvery(entry->node->text);
    const auto count = parts ? parseCount(parts->amount) : Parsed<Count>(TextError{});
    const auto every = parts ? parseDuration(parts->period) : Parsed<Duration>(TextError{});
    if (!count || !every || count->value < 1 || every->count() == 0) return refuse();
    out = StartRate{count->value, *every};
}

void readFunctionTargets(MapReader& owner, std::optional<FunctionTargets>& out) {
    const auto entry = owner.get("scaling");
    if (!entry) return;
    FunctionTargets targets;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "the `scaling` of a function"));
    map.sharePositive("cpu", targets.cpu);
    map.sharePositive("concurrency", targets.concurrency);
    map.duration("window", targets.window, Zero::forbidden);
    map.duration("every", targets.every, Zero::forbidden);
    out = targets;
}

std::string memoryWords(MemoryOf what) {
    switch (what) {
        case MemoryOf::service: return HEADROOM_SAID("Model", "the `memory` of a service");
        case MemoryOf::function: return HEADROOM_SAID("Model", "the `memory` of a function");
        case MemoryOf::client: return HEADROOM_SAID("Model", "the `memory` of a client");
        case MemoryOf::gateway: return HEADROOM_SAID("Model", "the `memory` of a gateway");
    }
    return {};
}

void checkMemory(MapReader& map, const Memory& memory) {
    const auto limit = map.get("limit");
    if (!limit || !memory.limit || memory.base < *memory.limit) return;
    map.reading().error(*limit,
                        said("Model", "%1, not more than `base`", {quoted(toText(*memory.limit))}),
                        said("Model", "more than %1", {quoted(toText(memory.base))}));
}

}  // namespace

void readMemory(MapReader& owner, std::optional<Memory>& out, MemoryOf what, Bytes* perConnection) {
    const auto entry = owner.get("memory");
    if (!entry) return;
    Memory memory;
    if (what == MemoryOf::function && !entry->node->isMapping()) {
        owner.bytes("memory", memory.limit);
        out = memory;
        return;
    }
    MapReader map(owner.reading(), *entry, memoryWords(what));
    map.bytes("base", memory.base);
    map.bytes("limit", memory.limit);
    if (what != MemoryOf::client) map.bytes("per_request", memory.perRequest);
    if (what == MemoryOf::client) map.sharePositive("clean_up", memory.cleanUp);
    if (perConnection) map.bytes("per_connection", *perConnection);
    checkMemory(map, memory);
    out = memory;
}

void readCpus(MapReader& map, int& cpus, CpuDiscipline& discipline) {
    map.whole("cpus", cpus, {.least = 1, .most = kMostServers});
    map.choice<CpuDiscipline>("cpu", discipline,
                              {{"fifo", CpuDiscipline::fifo}, {"ps", CpuDiscipline::ps}});
}

void readService(MapReader& map, Component& component) {
    ServiceSpec spec;
    map.whole("instances", spec.instances, {.least = 1, .most = kMostServers});
    map.limit("concurrency", spec.concurrency, 1);
    readCpus(map, spec.cpus, spec.cpuDiscipline);
    map.limit("queue", spec.queue, 0);
    map.choice<bool>("line", spec.sharedLine, {{"instance", false}, {"shared", true}});
    readMemory(map, spec.memory, MemoryOf::service);
    map.distribution("start_up", spec.startUp);
    map.duration("drain", spec.drain);
    requireOperations(map, component);
    component.spec = std::move(spec);
}

void readFunction(MapReader& map, Component& component) {
    FunctionSpec spec;
    map.limit("concurrency", spec.concurrency, 1);
    readCpus(map, spec.cpus, spec.cpuDiscipline);
    readFunctionInstances(map, spec);
    map.distribution("cold_start", spec.coldStart);
    map.duration("pending", spec.pending);
    map.limit("queue", spec.queue, 0);
    readMemory(map, spec.memory, MemoryOf::function);
    readStarts(map, spec.starts);
    readFunctionTargets(map, spec.scaling);
    requireOperations(map, component);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
