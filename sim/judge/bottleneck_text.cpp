// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/bottleneck_text.h"

#include <algorithm>
#include <optional>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Unit;

double known(const TargetResult& target, Metric metric) {
    return target.figures.at(metric).value.value_or(0);
}

std::string number(double value) { return model::formatValue(value, Unit::count); }
std::string share(double value) { return model::formatValue(value, Unit::share); }
std::string time(double value) { return model::formatValue(value, Unit::seconds); }

/// How many of the resource there are; nothing where that depends on the load.
struct SizeOf {
    Resource resource;

    std::optional<std::int64_t> operator()(const model::StationSpec& station) const {
        return station.servers;
    }
    std::optional<std::int64_t> operator()(const model::DatabaseSpec& database) const {
        return database.servers;
    }
    std::optional<std::int64_t> operator()(const model::QueueSpec& queue) const {
        const int consumers = queue.consumerCount();
        return queue.partitions > 0 ? std::min(queue.partitions, consumers) : consumers;
    }
    std::optional<std::int64_t> operator()(const model::CdnSpec&) const { return 1; }
    std::optional<std::int64_t> operator()(const model::GatewaySpec& gateway) const {
        return gateway.instances * (resource == Resource::cpus ? gateway.cpus : gateway.capacity);
    }
    std::optional<std::int64_t> operator()(const model::PoolSpec& pool) const {
        if (pool.scope != model::Scope::shared) return std::nullopt;
        return pool.max;
    }
    std::optional<std::int64_t> operator()(const model::ServiceSpec& service) const {
        return service.instances *
               (resource == Resource::cpus ? service.cpus : service.concurrency);
    }
    std::optional<std::int64_t> operator()(const model::FunctionSpec& function) const {
        if (resource == Resource::cpus) return std::nullopt;
        return function.maxInstances * function.concurrency;
    }
    template <typename Other>
    std::optional<std::int64_t> operator()(const Other&) const {
        return std::nullopt;
    }
};

std::string nounOf(Resource resource, bool one) {
    const std::string s = one ? "" : "s";
    switch (resource) {
        case Resource::servers: return "server" + s;
        case Resource::cpus: return "CPU" + s;
        case Resource::slots: return "slot" + s;
        case Resource::connections: return "connection" + s;
        case Resource::consumers: return "consumer" + s;
        case Resource::bandwidth: return "uplink";
        case Resource::none: break;
    }
    return "";
}

/// "its 16 servers are busy", "all 50 connections are held"
std::string resourceText(const model::Component& component, Resource resource) {
    const auto size = std::visit(SizeOf{resource}, component.spec);
    const bool one = size && *size == 1;
    const bool held = resource == Resource::slots || resource == Resource::connections;
    std::string text = held && size && !one ? "all " : "its ";
    if (size && !one) text += number(static_cast<double>(*size)) + " ";
    return text + nounOf(resource, one) + (one ? " is " : " are ") + (held ? "held " : "busy ");
}

/// The callee that visits of the component stand in most, if they do so most of the time that they
/// hold it.
const CallShare* mainCall(const TargetResult& target) {
    const auto most = std::ranges::max_element(target.calls, {}, &CallShare::standing);
    const double held = known(target, Metric::inSystem) - known(target, Metric::queueLength);
    return most != target.calls.end() && most->standing > held / 2 ? &*most : nullptr;
}

std::string holdingText(const TargetResult& target, Resource resource) {
    if (!target.figures.at(Metric::responseTime).value) return "";
    const double each = known(target, Metric::responseTime) - known(target, Metric::wait);
    const CallShare* call = mainCall(target);
    switch (resource) {
        case Resource::cpus: {
            const double wait = known(target, Metric::cpuWait);
            return wait > 0 ? "; a visit waits " + time(wait) + " for CPUs" : "";
        }
        case Resource::connections:
            if (target.type == "gateway") return "";  // connections outlive visits
            [[fallthrough]];
        case Resource::slots:
            return ", each for " + time(each) +
                   (call ? ", mostly by calls to " + call->callee : "");
        default: return ", each visit for " + time(each);
    }
}

std::string waitingText(const TargetResult& target) {
    const double waiting = known(target, Metric::queueLength);
    if (waiting < 0.5) return "";
    const bool one = waiting < 1.5;
    return "; " + number(waiting) + (one ? " visit waits" : " visits wait");
}

std::string turnedAwayText(const TargetResult& target) {
    const double turnedAway = turnedAwayShare(target);
    return turnedAway >= 0.001 ? "; " + share(turnedAway) + " of its visits are turned away" : "";
}

std::string victimsText(const std::vector<std::string>& victims) {
    if (victims.empty()) return "";
    std::string names;
    for (std::size_t i = 0; i < victims.size(); ++i)
        names += (i == 0 ? "" : i + 1 == victims.size() ? " and " : ", ") + victims[i];
    return "; " + names +
           (victims.size() == 1 ? " is full only because it waits"
                                : " are full only because they wait") +
           " for this";
}

std::string resourceLevel(const Pressure& pressure) {
    if (!pressure.level.value) return "";
    const bool held =
        pressure.resource == Resource::slots || pressure.resource == Resource::connections;
    return "; its " + nounOf(pressure.resource, false) + " are " + (held ? "held " : "busy ") +
           share(*pressure.level.value) + " of the time";
}

}  // namespace

double turnedAwayShare(const TargetResult& target) {
    const double errors = target.errors.refused + target.errors.timeout + target.errors.failed;
    const double ratio = known(target, Metric::errorRatio);
    return errors > 0 ? ratio * (target.errors.refused + target.errors.timeout) / errors : 0;
}

std::string saturatedText(const model::Component& component, const TargetResult& target,
                          const Pressure& pressure, const std::vector<std::string>& victims) {
    std::string text;
    if (pressure.level.value)
        text = resourceText(component, pressure.resource) + share(*pressure.level.value) +
               " of the time" + holdingText(target, pressure.resource);
    else
        text = "its answers take " + time(known(target, Metric::responseTime));
    return text + waitingText(target) + turnedAwayText(target) + victimsText(victims);
}

std::string relaxedText(const TargetResult& target, const Pressure& pressure,
                        double shareOfResponse) {
    std::string text = "nothing is saturated: the largest part of the response time, " +
                       share(shareOfResponse) + ", is spent here";
    if (const double own = known(target, Metric::ownTime); own > 0)
        text += ", " + time(own) + " a visit" +
                (known(target, Metric::wait) > own / 2 ? ", mostly waiting" : "");
    return text + resourceLevel(pressure);
}

}  // namespace headroom::sim
