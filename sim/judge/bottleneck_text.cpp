// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/bottleneck_text.h"

#include "model/said.h"

#include <algorithm>
#include <optional>

namespace headroom::sim {

namespace {

using model::Metric;
using model::said;
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

/// How much of its time a resource is in use: the only one of its kind, so many, or some.
struct UseTexts {
    const char* one;
    const char* many;
    const char* some;
};

UseTexts useTextsOf(Resource resource) {
    switch (resource) {
        case Resource::servers:
            return {HEADROOM_SAID("Simulation", "its server is busy %1 of the time"),
                    HEADROOM_SAID("Simulation", "its %2 servers are busy %1 of the time"),
                    HEADROOM_SAID("Simulation", "its servers are busy %1 of the time")};
        case Resource::cpus:
            return {HEADROOM_SAID("Simulation", "its CPU is busy %1 of the time"),
                    HEADROOM_SAID("Simulation", "its %2 CPUs are busy %1 of the time"),
                    HEADROOM_SAID("Simulation", "its CPUs are busy %1 of the time")};
        case Resource::slots:
            return {HEADROOM_SAID("Simulation", "its slot is held %1 of the time"),
                    HEADROOM_SAID("Simulation", "all %2 slots are held %1 of the time"),
                    HEADROOM_SAID("Simulation", "its slots are held %1 of the time")};
        case Resource::connections:
            return {HEADROOM_SAID("Simulation", "its connection is held %1 of the time"),
                    HEADROOM_SAID("Simulation", "all %2 connections are held %1 of the time"),
                    HEADROOM_SAID("Simulation", "its connections are held %1 of the time")};
        case Resource::consumers:
            return {HEADROOM_SAID("Simulation", "its consumer is busy %1 of the time"),
                    HEADROOM_SAID("Simulation", "its %2 consumers are busy %1 of the time"),
                    HEADROOM_SAID("Simulation", "its consumers are busy %1 of the time")};
        case Resource::bandwidth: {
            const char* one = HEADROOM_SAID("Simulation", "its uplink is busy %1 of the time");
            return {one, one, one};
        }
        case Resource::none: break;
    }
    return {"", "", ""};
}

/// "its 16 servers are busy 97.1 % of the time", "all 50 connections are held …"
std::string useText(const model::Component& component, const Pressure& pressure) {
    const auto size = std::visit(SizeOf{pressure.resource}, component.spec);
    const UseTexts texts = useTextsOf(pressure.resource);
    const char* text = !size ? texts.some : *size == 1 ? texts.one : texts.many;
    return said("Simulation", text,
                {share(*pressure.level.value), number(static_cast<double>(size.value_or(0)))});
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
            return wait > 0 ? "; " + said("Simulation", "a visit waits %1 for CPUs", {time(wait)})
                            : "";
        }
        case Resource::connections:
            if (target.type == "gateway") return "";  // connections outlive visits
            [[fallthrough]];
        case Resource::slots:
            return ", " + (call ? said("Simulation", "each for %1, mostly by calls to %2",
                                       {time(each), call->callee})
                                : said("Simulation", "each for %1", {time(each)}));
        default: return ", " + said("Simulation", "each visit for %1", {time(each)});
    }
}

std::string waitingText(const TargetResult& target) {
    const double waiting = known(target, Metric::queueLength);
    if (waiting < 0.5) return "";
    return "; " + (waiting < 1.5 ? said("Simulation", "%1 visit waits", {number(waiting)})
                                 : said("Simulation", "%1 visits wait", {number(waiting)}));
}

std::string turnedAwayText(const TargetResult& target) {
    const double turnedAway = turnedAwayShare(target);
    if (!(turnedAway >= 0.001)) return "";
    return "; " + said("Simulation", "%1 of its visits are turned away", {share(turnedAway)});
}

std::string victimsText(const std::vector<std::string>& victims) {
    if (victims.empty()) return "";
    if (victims.size() == 1)
        return "; " +
               said("Simulation", "%1 is full only because it waits for this", {victims.front()});
    std::string names = victims.front();
    for (std::size_t i = 1; i + 1 < victims.size(); ++i) names += ", " + victims[i];
    names = said("Simulation", "%1 and %2", {names, victims.back()});
    return "; " + said("Simulation", "%1 are full only because they wait for this", {names});
}

std::string resourceLevel(const Pressure& pressure) {
    if (!pressure.level.value) return "";
    return "; " +
           said("Simulation", useTextsOf(pressure.resource).some, {share(*pressure.level.value)});
}

std::string mostTimeText(const TargetResult& target, double shareOfResponse) {
    const double own = known(target, Metric::ownTime);
    if (!(own > 0))
        return said("Simulation",
                    "nothing is saturated: the largest part of the response time, %1, is spent "
                    "here",
                    {share(shareOfResponse)});
    if (known(target, Metric::wait) > own / 2)
        return said("Simulation",
                    "nothing is saturated: the largest part of the response time, %1, is spent "
                    "here, %2 a visit, mostly waiting",
                    {share(shareOfResponse), time(own)});
    return said("Simulation",
                "nothing is saturated: the largest part of the response time, %1, is spent here, "
                "%2 a visit",
                {share(shareOfResponse), time(own)});
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
        text = useText(component, pressure) + holdingText(target, pressure.resource);
    else
        text =
            said("Simulation", "its answers take %1", {time(known(target, Metric::responseTime))});
    return text + waitingText(target) + turnedAwayText(target) + victimsText(victims);
}

std::string relaxedText(const TargetResult& target, const Pressure& pressure,
                        double shareOfResponse) {
    return mostTimeText(target, shareOfResponse) + resourceLevel(pressure);
}

}  // namespace headroom::sim
