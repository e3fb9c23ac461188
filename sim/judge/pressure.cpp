// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/pressure.h"

#include "sim/judge/uncertain.h"

namespace headroom::sim {

namespace {

using model::Metric;

Pressure scarcer(const Pressure& cpus, const Pressure& slots) {
    if (cpus.saturated() || !slots.level.value) return cpus;
    if (slots.saturated() || !cpus.level.value) return slots;
    return *slots.level.value > *cpus.level.value ? slots : cpus;
}

Pressure cpuPressure(std::int64_t concurrency, int cpus, const Figures& figures) {
    if (concurrency <= cpus) return {Resource::cpus, {}};
    return {Resource::cpus, figures.at(Metric::utilisation)};
}

struct PressureOf {
    const Figures& figures;

    Pressure servers() const { return {Resource::servers, figures.at(Metric::utilisation)}; }

    Pressure operator()(const model::StationSpec&) const { return servers(); }
    Pressure operator()(const model::DatabaseSpec&) const { return servers(); }
    Pressure operator()(const model::PoolSpec&) const {
        return {Resource::connections, figures.at(Metric::utilisation)};
    }
    Pressure operator()(const model::QueueSpec&) const {
        return {Resource::consumers, figures.at(Metric::utilisation)};
    }
    Pressure operator()(const model::CdnSpec&) const {
        return {Resource::bandwidth, figures.at(Metric::utilisation)};
    }
    Pressure operator()(const model::GatewaySpec&) const {
        return scarcer({Resource::cpus, figures.at(Metric::occupancy)},
                       {Resource::connections, figures.at(Metric::utilisation)});
    }
    Pressure operator()(const model::ServiceSpec& service) const {
        return scarcer(cpuPressure(service.concurrency, service.cpus, figures),
                       {Resource::slots, figures.at(Metric::occupancy)});
    }
    Pressure operator()(const model::FunctionSpec& function) const {
        const Estimate up = figures.at(Metric::instances) / exactly(function.maxInstances);
        return scarcer(cpuPressure(function.concurrency, function.cpus, figures),
                       {Resource::slots, figures.at(Metric::occupancy) * up});
    }
    template <typename Other>
    Pressure operator()(const Other&) const {
        return {};
    }
};

}  // namespace

bool Pressure::saturated() const { return level.value && *level.value >= kSaturated; }

Pressure pressureOn(const model::Component& component, const Figures& figures) {
    return std::visit(PressureOf{figures}, component.spec);
}

}  // namespace headroom::sim
