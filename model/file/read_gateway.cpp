// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/sections.h"
#include "model/said.h"

namespace headroom::model {
namespace {

void readHeartbeat(MapReader& owner, std::optional<Heartbeat>& out) {
    const auto entry = owner.get("heartbeat");
    if (!entry) return;
    Heartbeat heartbeat;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a heartbeat"));
    map.duration("every", heartbeat.every, Zero::forbidden);
    map.distribution("work", heartbeat.work);
    out = heartbeat;
}

void readReconnect(MapReader& owner, Reconnect& out) {
    const auto entry = owner.get("reconnect");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, "`reconnect`");
    map.duration("backoff", out.backoff);
    map.duration("cap", out.cap);
    map.choice<Jitter>("jitter", out.jitter, {{"none", Jitter::none}, {"full", Jitter::full}});
    const auto cap = map.get("cap");
    if (cap && out.cap < out.backoff)
        owner.reading().error(*cap,
                              said("Model", "%1, less than `backoff`", {quoted(toText(out.cap))}),
                              said("Model", "%1 or more", {quoted(toText(out.backoff))}));
}

}  // namespace

void readGateway(MapReader& map, Component& component) {
    GatewaySpec spec;
    map.component("to", spec.to);
    map.whole("instances", spec.instances, {.least = 1, .most = kMostServers});
    map.whole("capacity", spec.capacity, {.least = 1, .most = 1'000'000'000});
    map.whole("cpus", spec.cpus, {.least = 1, .most = kMostServers});
    map.distribution("connect", spec.connect);
    readMemory(map, spec.memory, MemoryOf::gateway, &spec.perConnection);
    readHeartbeat(map, spec.heartbeat);
    map.distribution("session", spec.session);
    readReconnect(map, spec.reconnect);
    map.flag("sticky", spec.sticky);
    map.distribution("start_up", spec.startUp);
    map.duration("drain", spec.drain);
    readOwnOperations(map, component);
    if (!map.has("to") && !map.has("operations") && map.isMapping())
        map.reading().errorAtKey(map.item(),
                                 said("Model", "a gateway without `to` and `operations`"),
                                 said("Model", "one of them, or both"));
    component.spec = std::move(spec);
}

}  // namespace headroom::model
