// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/random_disturbance.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace headroom::test {

namespace {

using model::AutoscalerKind;
using model::Fault;
using std::chrono::milliseconds;

class Disturbance {
public:
    Disturbance(model::Scenario& scenario, std::uint64_t number)
        : scenario_(scenario), engine_(number ^ 0x9E3779B97F4A7C15u) {}
    void add();

private:
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    milliseconds time(int least, int most) { return milliseconds(between(least, most)); }

    void addAutoscaler(model::Component& component);
    bool canPause(const model::ComponentSpec& spec) const;
    void addBounds(model::Component& component);
    void addNetwork();
    void addFault();
    bool canBe(Fault::Kind kind, const model::ComponentSpec& spec) const;
    const model::Component& pick() {
        return scenario_.components[static_cast<std::size_t>(
            below(static_cast<int>(scenario_.components.size())))];
    }

    model::Scenario& scenario_;
    std::mt19937_64 engine_;
};

void Disturbance::addAutoscaler(model::Component& component) {
    if (auto* service = std::get_if<model::ServiceSpec>(&component.spec)) {
        service->startUp = model::Distribution(model::Exponential{0.3});
        service->drain = time(0, 500);
    }
    if (auto* gateway = std::get_if<model::GatewaySpec>(&component.spec)) {
        gateway->startUp = model::Distribution(model::Exponential{0.3});
        gateway->drain = time(0, 500);
        gateway->reconnect.backoff = time(1, 300);
    }
    auto kind = static_cast<AutoscalerKind>(below(3));
    if (!std::holds_alternative<model::ServiceSpec>(component.spec) && kind == AutoscalerKind::kpa)
        kind = AutoscalerKind::hpa;
    model::AutoscalerSpec spec = model::autoscalerDefaults(kind);
    spec.scales = component.name;
    spec.minInstances = kind == AutoscalerKind::kpa ? 0 : 1;
    spec.maxInstances = between(1, 6);
    spec.every = kind == AutoscalerKind::kpa ? milliseconds(2000) : time(500, 3000);
    spec.up.stabilisation = spec.down.stabilisation = time(0, 2000);
    spec.tracking.highPoints = spec.tracking.lowPoints = between(1, 3);
    spec.metrics[0].target = kind == AutoscalerKind::kpa ? between(1, 5) : 0.2;
    if (std::holds_alternative<model::QueueSpec>(component.spec)) {
        spec.startUp = model::Distribution(model::Exponential{0.3});
        spec.metrics[0].kind = model::ScalingMetric::Kind::metric;
        spec.metrics[0].metric = {component.name, "", model::Metric::queueLength,
                                  model::Statistic::mean, ""};
        spec.metrics[0].target = between(1, 5);
    }
    model::Component scaler;
    scaler.name = component.name + "_scaler";
    scaler.spec = spec;
    scenario_.components.push_back(scaler);
}

bool Disturbance::canBe(Fault::Kind kind, const model::ComponentSpec& spec) const {
    if (kind == Fault::Kind::flush) return model::cacheTierOf(spec) != nullptr;
    if (std::holds_alternative<model::AutoscalerSpec>(spec)) return false;
    return kind != Fault::Kind::kill || std::holds_alternative<model::ServiceSpec>(spec) ||
           std::holds_alternative<model::FunctionSpec>(spec) ||
           std::holds_alternative<model::StationSpec>(spec) ||
           std::holds_alternative<model::GatewaySpec>(spec) ||
           std::holds_alternative<model::DatabaseSpec>(spec);
}

void Disturbance::addFault() {
    Fault fault;
    fault.kind = static_cast<Fault::Kind>(below(6));
    fault.at = time(0, 10'000);
    if (fault.kind != Fault::Kind::kill || chance(70)) fault.lasting = time(1, 5000);
    fault.target = fault.kind == Fault::Kind::lose ? (chance(50) ? "a" : "b") : pick().name;
    if (fault.kind == Fault::Kind::cut) fault.other = pick().name;
    if (fault.kind == Fault::Kind::kill && chance(50)) fault.count = between(1, 3);
    if (fault.kind == Fault::Kind::fail) fault.share = 0.5;
    fault.factor = between(1, 40) / 10.0;
    const model::Component* target = scenario_.component(fault.target);
    if (fault.kind == Fault::Kind::kill && !target->parts().empty() && chance(70))
        fault.operation = target->parts()[static_cast<std::size_t>(
            below(static_cast<int>(target->parts().size())))];
    if (fault.kind == Fault::Kind::lose || canBe(fault.kind, target->spec))
        scenario_.faults.push_back(fault);
}

bool Disturbance::canPause(const model::ComponentSpec& spec) const {
    return std::holds_alternative<model::ServiceSpec>(spec) ||
           std::holds_alternative<model::FunctionSpec>(spec) ||
           std::holds_alternative<model::StationSpec>(spec) ||
           std::holds_alternative<model::DatabaseSpec>(spec);
}

void Disturbance::addBounds(model::Component& component) {
    if (chance(20)) {
        model::Limit& limit = component.limit.emplace();
        limit.rate = {static_cast<double>(between(1, 40))};
        limit.burst = between(1, 10);
        limit.queue = between(0, 5);
        limit.scope = static_cast<model::Scope>(below(3));
    }
    if (canPause(component.spec) && chance(30))
        component.pauses = model::Pauses{model::Distribution(model::Exponential{0.2}),
                                         model::Distribution(model::Uniform{0.001, 0.05})};
    auto* service = std::get_if<model::ServiceSpec>(&component.spec);
    if (service == nullptr || !chance(30)) return;
    model::Memory& memory = service->memory.emplace();
    memory.perRequest = {10};
    memory.limit = model::Bytes{10 * between(1, 20)};
}

void Disturbance::addNetwork() {
    scenario_.network.withinZone = model::Distribution(model::Exponential{0.0005});
    scenario_.network.between = {{"a", "b", model::Distribution(model::Exponential{0.02})}};
    for (model::Profile& profile : scenario_.workload.profiles)
        profile.zone = chance(50) ? "a" : "";
}

void Disturbance::add() {
    if (chance(50)) addNetwork();
    const std::size_t components = scenario_.components.size();
    for (std::size_t c = 0; c < components; ++c) {
        model::Component& component = scenario_.components[c];
        addBounds(component);
        if (chance(30)) component.zone = chance(50) ? "a" : "b";
        const bool isService = std::holds_alternative<model::ServiceSpec>(component.spec);
        const bool isScaled = isService || std::holds_alternative<model::QueueSpec>(component.spec) ||
                              std::holds_alternative<model::GatewaySpec>(component.spec);
        if (!isScaled) continue;
        if (isService && chance(50)) component.zones = {"a", "b"};
        if (!component.zones.empty()) component.zone.clear();
        if (chance(80)) addAutoscaler(scenario_.components[c]);
    }
    for (int i = 0; i < 8; ++i) addFault();
    std::ranges::sort(scenario_.faults, {}, &Fault::at);
}

}  // namespace

void disturb(model::Scenario& scenario, std::uint64_t number) {
    Disturbance(scenario, number).add();
}

}  // namespace headroom::test
