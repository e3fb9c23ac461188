// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/autoscaling.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Metric;
using model::ScalingMetric;

void setInstances(model::Component& component, int count) {
    if (auto* service = std::get_if<model::ServiceSpec>(&component.spec))
        service->instances = count;
    if (auto* gateway = std::get_if<model::GatewaySpec>(&component.spec))
        gateway->instances = count;
    if (auto* queue = std::get_if<model::QueueSpec>(&component.spec)) queue->consumers = count;
}

/// What an autoscaler sees of one component.
class Seen {
public:
    Seen(const model::Component& component, const RunResult& result)
        : component_(component), result_(result) {
        const auto found =
            std::ranges::find(result.components, component.name, &TargetResult::name);
        if (found != result.components.end()) figures_ = &found->figures;
    }

    /// Over all instances; of shares and of a `metric` that is not for each, as it is.
    std::optional<double> total(const ScalingMetric& metric) const {
        switch (metric.kind) {
            case ScalingMetric::Kind::cpu:
                return isService() ? value(Metric::utilisation) : std::nullopt;
            case ScalingMetric::Kind::memory: return memoryShare();
            case ScalingMetric::Kind::concurrency: return value(Metric::inSystem);
            case ScalingMetric::Kind::rps: return value(Metric::arrivalRate);
            case ScalingMetric::Kind::metric: return result_.figure(metric.metric).value;
        }
        return std::nullopt;
    }

    /// What there is for each target that an instance has.
    std::optional<double> ratio(const ScalingMetric& metric, int instances) const {
        const std::optional<double> all = total(metric);
        if (!all) return std::nullopt;
        const bool isShare =
            metric.kind == ScalingMetric::Kind::cpu || metric.kind == ScalingMetric::Kind::memory;
        const bool isValue = metric.kind == ScalingMetric::Kind::metric && !metric.each;
        return *all / metric.target / (isShare || isValue ? 1 : instances);
    }

private:
    bool isService() const { return std::holds_alternative<model::ServiceSpec>(component_.spec); }
    std::optional<double> value(Metric metric) const {
        return figures_ ? figures_->at(metric).value : std::nullopt;
    }
    std::optional<double> memoryShare() const {
        const auto shareOf = [&](const std::optional<model::Memory>& memory, double each,
                                 double count) -> std::optional<double> {
            if (!memory || !memory->limit) return std::nullopt;
            const double held = count / instancesOf(component_);
            return (static_cast<double>(memory->base.count) + each * held) /
                   static_cast<double>(memory->limit->count);
        };
        if (const auto* gateway = std::get_if<model::GatewaySpec>(&component_.spec))
            return shareOf(gateway->memory, static_cast<double>(gateway->perConnection.count),
                           value(Metric::connections).value_or(0));
        const auto* service = std::get_if<model::ServiceSpec>(&component_.spec);
        if (!service || !service->memory || !value(Metric::inSystem)) return std::nullopt;
        const double held = *value(Metric::inSystem) - value(Metric::queueLength).value_or(0);
        return shareOf(service->memory, static_cast<double>(service->memory->perRequest.count),
                       held);
    }

    const model::Component& component_;
    const RunResult& result_;
    const Figures* figures_ = nullptr;
};

int roundedUp(double count) {
    constexpr double kMost = 1e6;
    return static_cast<int>(std::ceil(std::min(count, kMost) - 1e-9));
}

// See sim/control/replica_calculator.h: nothing changes within the tolerance.
int wantedByHpa(const model::AutoscalerSpec& spec, const Seen& seen, int now) {
    int most = 0;
    bool isKnown = false;
    for (const ScalingMetric& metric : spec.metrics) {
        const std::optional<double> ratio = seen.ratio(metric, now);
        if (!ratio) continue;
        isKnown = true;
        const double tolerance = *ratio > 1 ? spec.up.tolerance : spec.down.tolerance;
        most = std::max(most, std::abs(*ratio - 1) <= tolerance ? now : roundedUp(*ratio * now));
    }
    if (!isKnown) return now;
    const model::ScalingBehaviour& way = most > now ? spec.up : spec.down;
    return way.select == model::ScalingBehaviour::Select::disabled ? now : most;
}

int wantedByKpa(const model::AutoscalerSpec& spec, const Seen& seen, int now) {
    int most = 0;
    for (const ScalingMetric& metric : spec.metrics) {
        const std::optional<double> ratio = seen.ratio(metric, now);
        if (!ratio) return now;
        most = std::max(most, roundedUp(*ratio * now / spec.kpa.utilisation));
    }
    return most > 0 ? std::max(most, spec.kpa.activation) : most;
}

// Out where one metric is above its target, in where all are below it by the margin.
int wantedByTracking(const model::AutoscalerSpec& spec, const Seen& seen, int now) {
    int most = 0;
    bool allLow = spec.tracking.scaleIn;
    for (const ScalingMetric& metric : spec.metrics) {
        const std::optional<double> ratio = seen.ratio(metric, now);
        if (!ratio) return now;
        allLow &= *ratio < 1 - spec.tracking.lowMargin;
        most = std::max(most, roundedUp(*ratio * now));
    }
    return most > now || allLow ? most : now;
}

int wanted(const model::AutoscalerSpec& spec, const Seen& seen, int now) {
    switch (spec.kind) {
        case model::AutoscalerKind::hpa: return wantedByHpa(spec, seen, now);
        case model::AutoscalerKind::kpa: return wantedByKpa(spec, seen, now);
        case model::AutoscalerKind::target: return wantedByTracking(spec, seen, now);
    }
    return now;
}

}  // namespace

bool hasAutoscaler(const model::Scenario& scenario) {
    return std::ranges::any_of(scenario.components, [](const model::Component& component) {
        return std::holds_alternative<model::AutoscalerSpec>(component.spec);
    });
}

int instancesOf(const model::Component& component) {
    if (const auto* service = std::get_if<model::ServiceSpec>(&component.spec))
        return service->instances;
    if (const auto* gateway = std::get_if<model::GatewaySpec>(&component.spec))
        return gateway->instances;
    if (const auto* queue = std::get_if<model::QueueSpec>(&component.spec))
        return queue->consumerCount();
    return 0;
}

// A component that nobody asks for at this load has at least one instance here, so that its rates
// stay defined; its bill is that of one.
bool scaleInstances(model::Scenario& scenario, const RunResult& result) {
    bool changes = false;
    for (const model::Component& scaler : scenario.components) {
        const auto* spec = std::get_if<model::AutoscalerSpec>(&scaler.spec);
        if (!spec) continue;
        const auto scaled =
            std::ranges::find(scenario.components, spec->scales, &model::Component::name);
        if (scaled == scenario.components.end()) continue;
        const int now = instancesOf(*scaled);
        if (now <= 0) continue;
        const int next =
            std::clamp(wanted(*spec, Seen(*scaled, result), now), std::max(1, spec->minInstances),
                       std::max(1, spec->maxInstances));
        if (next == now) continue;
        setInstances(*scaled, next);
        changes = true;
    }
    return changes;
}

}  // namespace headroom::sim
