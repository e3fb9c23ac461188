// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/policy_reader.h"
#include "model/said.h"

namespace headroom::model {
namespace {

constexpr int kMostPartitions = 100'000;

void readConsumers(MapReader& map, QueueSpec& spec) {
    const auto entry = map.get("consumers");
    if (!entry) return;
    int consumers = 0;
    map.whole("consumers", consumers, {.least = 1, .most = kMostServers});
    if (consumers == 0) return;
    spec.consumers = consumers;
    if (spec.partitions > 0 && consumers > spec.partitions)
        map.reading().warning(
            *entry, said("Model", "only %1 of %2 consumers have a partition; the rest idle",
                         {std::to_string(spec.partitions), std::to_string(consumers)}));
}

/// A batch that never fills would wait for messages that there is no room for.
void checkRoom(MapReader& map, const QueueSpec& spec) {
    const auto entry = map.get("capacity");
    if (!entry || !spec.batch || spec.capacity >= spec.batch->size) return;
    map.reading().error(
        *entry, said("Model", "%1, less than a batch", {entry->node->describe()}),
        said("Model", "at least the %1 of a batch", {std::to_string(spec.batch->size)}));
}

}  // namespace

void readQueue(MapReader& map, Component& component) {
    QueueSpec spec;
    map.requireComponent("to", spec.to);
    map.whole("partitions", spec.partitions, {.least = 1, .most = kMostPartitions});
    readConsumers(map, spec);
    readBatch(map, spec.batch, WithScope::no);
    map.limit("capacity", spec.capacity, 1);
    map.choice<Overflow>("overflow", spec.overflow,
                         {{"reject", Overflow::reject},
                          {"drop_oldest", Overflow::dropOldest},
                          {"block", Overflow::block}});
    map.duration("retention", spec.retention);
    map.distribution("access", spec.access);
    map.duration("timeout", spec.timeout);
    readRetry(map, spec.retry);
    checkRoom(map, spec);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
