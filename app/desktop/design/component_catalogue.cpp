// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/component_catalogue.h"

#include "app/desktop/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::desktop {

namespace {


constexpr ComponentKind kKinds[] = {
    {"client", QT_TRANSLATE_NOOP("ComponentKind", "Client"), QT_TRANSLATE_NOOP("ComponentKind", "What a user holds: a network, patience, retries"),
     "{type: client, timeout: 30 s}", "to"},
    {"load_balancer", QT_TRANSLATE_NOOP("ComponentKind", "Load balancer"), QT_TRANSLATE_NOOP("ComponentKind", "Chooses the instance of the service behind it"),
     "{type: load_balancer}", "to"},
    {"service", QT_TRANSLATE_NOOP("ComponentKind", "Service"), QT_TRANSLATE_NOOP("ComponentKind", "Instances with slots for requests and CPUs for their work"),
     "{type: service, instances: 2, cpus: 2, concurrency: 80, operations: {handle: [{work: exp(5 ms)}]}}", ""},
    {"function", QT_TRANSLATE_NOOP("ComponentKind", "Function"), QT_TRANSLATE_NOOP("ComponentKind", "Serverless: instances come with the load, each after a cold start"),
     "{type: function, instances: {min: 0, max: 100}, concurrency: 1, cold_start: 800 ms, "
     "operations: {handle: [{work: exp(20 ms)}]}}", ""},
    {"cache", QT_TRANSLATE_NOOP("ComponentKind", "Cache"), QT_TRANSLATE_NOOP("ComponentKind", "Answers what it holds and asks its origin for the rest"),
     "{type: cache, hit_ratio: 80 %, access: 1 ms}", "origin"},
    {"pool", QT_TRANSLATE_NOOP("ComponentKind", "Connection pool"), QT_TRANSLATE_NOOP("ComponentKind", "Connections to what is behind it; a request holds one until its answer"),
     "{type: pool, size: {max: 20}}", "to"},
    {"database", QT_TRANSLATE_NOOP("ComponentKind", "Database"), QT_TRANSLATE_NOOP("ComponentKind", "One waiting line in front of all servers"),
     "{type: database, servers: 16, operations: {read: [{work: exp(6 ms)}], write: [{work: exp(9 ms)}]}}", ""},
    {"external", QT_TRANSLATE_NOOP("ComponentKind", "External service"), QT_TRANSLATE_NOOP("ComponentKind", "Somebody else's service: a latency and a share of errors"),
     "{type: external, latency: 'lognormal(mean=120 ms, p95=400 ms)', errors: 0.1 %}", ""},
    {"queue", QT_TRANSLATE_NOOP("ComponentKind", "Queue"), QT_TRANSLATE_NOOP("ComponentKind", "A broker or stream: the sender does not wait, consumers take batches"),
     "{type: queue, partitions: 8}", "to"},
    {"gateway", QT_TRANSLATE_NOOP("ComponentKind", "Gateway"), QT_TRANSLATE_NOOP("ComponentKind", "Long-lived connections: capacity, memory each, fan-out"),
     "{type: gateway, instances: 2, capacity: 10 k}", "to"},
    {"cdn", QT_TRANSLATE_NOOP("ComponentKind", "CDN"), QT_TRANSLATE_NOOP("ComponentKind", "A cache in each region, in front of its origin"), "{type: cdn, hit_ratio: 90 %, access: 20 ms}", "origin"},
    {"autoscaler", QT_TRANSLATE_NOOP("ComponentKind", "Autoscaler"), QT_TRANSLATE_NOOP("ComponentKind", "Starts and ends instances of a service with its load"),
     "{type: autoscaler, kind: hpa, instances: {min: 2, max: 20}, metrics: [{cpu: 70 %}]}", "scales"},
    {"station", QT_TRANSLATE_NOOP("ComponentKind", "Station"), QT_TRANSLATE_NOOP("ComponentKind", "The textbook one: a waiting line in front of servers"),
     "{type: station, servers: 1, operations: {serve: [{work: exp(10 ms)}]}}", ""},
};


}  // namespace

std::span<const ComponentKind> componentKinds() { return kKinds; }

const ComponentKind* componentKind(const QString& type) {
    const auto found = std::ranges::find_if(kKinds, [&](const ComponentKind& kind) { return type == QLatin1String(kind.type); });
    return found == std::end(kKinds) ? nullptr : found;
}

QString kindName(const QString& type) {
    const ComponentKind* kind = componentKind(type);
    return kind ? QCoreApplication::translate("ComponentKind", kind->name) : humanised(type);
}

QString kindAbout(const QString& type) {
    const ComponentKind* kind = componentKind(type);
    return kind ? QCoreApplication::translate("ComponentKind", kind->about) : QString();
}

}  // namespace headroom::desktop
