// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/parameters.h"

#include "model/said.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Distribution;
using model::Scenario;

constexpr const char* kServersOf = HEADROOM_SAID("Simulation", "servers of %1");
constexpr const char* kInstancesOf = HEADROOM_SAID("Simulation", "instances of %1");
constexpr const char* kInstancesAtMostOf = HEADROOM_SAID("Simulation", "instances at most of %1");
constexpr const char* kConnectionsOf = HEADROOM_SAID("Simulation", "connections of %1");

struct Scaler {
    double f;
    using Law = Distribution::Law;

    Law operator()(model::Constant law) const { return model::Constant{law.value * f}; }
    Law operator()(model::Exponential law) const { return model::Exponential{law.mean * f}; }
    Law operator()(model::Uniform law) const { return model::Uniform{law.low * f, law.high * f}; }
    Law operator()(model::Gamma law) const {
        law.scale *= f;
        return law;
    }
    Law operator()(model::Lognormal law) const {
        return model::Lognormal{law.mu + std::log(f), law.sigma};
    }
    Law operator()(model::Hyperexponential law) const {
        return model::Hyperexponential{law.probability1, law.mean1 * f, law.mean2 * f};
    }
    Law operator()(model::Weibull law) const { return model::Weibull{law.shape, law.scale * f}; }
    Law operator()(model::Pareto law) const { return model::Pareto{law.min * f, law.alpha}; }
    Law operator()(model::Empirical law) const {
        for (double& value : law.values) value *= f;
        return law;
    }
    Law operator()(model::Mixture law) const {
        for (Distribution& part : law.parts) part = scaled(part, f);
        return law;
    }
};

model::Component& componentOf(Scenario& scenario, const std::string& name) {
    const auto found = std::ranges::find(scenario.components, name, &model::Component::name);
    assert(found != scenario.components.end());
    return *found;
}

/// Rounded, but by one step at least.
template <typename Whole>
double scaleWhole(Whole& value, double factor) {
    const double before = static_cast<double>(value);
    double after = std::round(before * factor);
    if (after == before && factor != 1) after += factor > 1 ? 1 : -1;
    value = static_cast<Whole>(std::max(1.0, after));
    return static_cast<double>(value) / before;
}

double scaleTime(model::Duration& time, double factor) {
    time = model::fromSeconds(std::min(model::toSeconds(time) * factor, model::kMostSeconds));
    return factor;
}

void scaleWork(model::Steps& steps, double factor);

struct WorkScaler {
    double factor;
    void operator()(model::Work& work) const {
        work.time = scaled(work.time, factor);
        if (work.each) work.each = scaled(*work.each, factor);
    }
    void operator()(model::Sequence& s) const { scaleWork(s.steps, factor); }
    void operator()(model::Parallel& p) const { scaleWork(p.branches, factor); }
    void operator()(model::Choose& choose) const {
        for (auto& alternative : choose.alternatives) scaleWork(alternative.steps, factor);
    }
    void operator()(model::Call& call) const { scaleWork(call.onError.steps, factor); }
    template <typename Other>
    void operator()(Other&) const {}
};

void scaleWork(model::Steps& steps, double factor) {
    for (model::Step& step : steps) std::visit(WorkScaler{factor}, step.action);
}

bool hasWork(const model::Steps& steps);

struct WorkFinder {
    bool operator()(const model::Work& work) const { return !work.time.isZero(); }
    bool operator()(const model::Sequence& s) const { return hasWork(s.steps); }
    bool operator()(const model::Parallel& p) const { return hasWork(p.branches); }
    bool operator()(const model::Choose& choose) const {
        return std::ranges::any_of(choose.alternatives,
                                   [](const auto& a) { return hasWork(a.steps); });
    }
    bool operator()(const model::Call& call) const { return hasWork(call.onError.steps); }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

bool hasWork(const model::Steps& steps) {
    return std::ranges::any_of(
        steps, [](const model::Step& step) { return std::visit(WorkFinder{}, step.action); });
}

class Collector {
public:
    explicit Collector(const std::string& component) : name_(component) {}

    void operator()(const model::StationSpec&) { whole<model::StationSpec>("servers", &model::StationSpec::servers); }
    void operator()(const model::DatabaseSpec&) {
        whole<model::DatabaseSpec>("servers", &model::DatabaseSpec::servers);
    }
    void operator()(const model::ServiceSpec& spec) {
        whole<model::ServiceSpec>("instances", &model::ServiceSpec::instances);
        whole<model::ServiceSpec>("cpus", &model::ServiceSpec::cpus);
        if (spec.concurrency != model::kUnlimited)
            whole<model::ServiceSpec>("concurrency", &model::ServiceSpec::concurrency);
    }
    void operator()(const model::FunctionSpec& spec) {
        whole<model::FunctionSpec>("instances.max", &model::FunctionSpec::maxInstances);
        whole<model::FunctionSpec>("cpus", &model::FunctionSpec::cpus);
        if (spec.concurrency != model::kUnlimited)
            whole<model::FunctionSpec>("concurrency", &model::FunctionSpec::concurrency);
    }
    void operator()(const model::PoolSpec&) {
        whole<model::PoolSpec>("size.max", &model::PoolSpec::max);
    }
    void operator()(const model::CacheSpec& spec) { tier<model::CacheSpec>(spec); }
    void operator()(const model::CdnSpec& spec) { tier<model::CdnSpec>(spec); }
    void operator()(const model::ExternalSpec&) {
        add("latency", [](model::Component& c, double factor) {
            auto& spec = std::get<model::ExternalSpec>(c.spec);
            spec.latency = scaled(spec.latency, factor);
            return factor;
        });
    }
    void operator()(const model::GatewaySpec&) {
        whole<model::GatewaySpec>("instances", &model::GatewaySpec::instances);
    }
    template <typename Other>
    void operator()(const Other&) {}

    void operations(const model::Component& component) {
        for (std::size_t i = 0; i < component.operations.size(); ++i) {
            const model::Operation& operation = component.operations[i];
            if (!hasWork(operation.steps)) continue;
            add("operations." + operation.name + " (work)", [i](model::Component& c, double factor) {
                scaleWork(c.operations[i].steps, factor);
                return factor;
            });
        }
    }

    std::vector<Parameter> take() { return std::move(found_); }

private:
    template <typename Change>
    void add(const std::string& what, Change change) {
        found_.push_back({name_ + '.' + what, [name = name_, change](Scenario& s, double factor) {
                              return change(componentOf(s, name), factor);
                          }});
    }
    template <typename Spec, typename Member>
    void whole(const std::string& what, Member member) {
        add(what, [member](model::Component& c, double factor) {
            return scaleWhole(std::get<Spec>(c.spec).*member, factor);
        });
    }
    template <typename Spec>
    void tier(const model::CacheTier& tier) {
        if (tier.capacity)
            add("capacity", [](model::Component& c, double factor) {
                return scaleWhole(*std::get<Spec>(c.spec).capacity, factor);
            });
        if (tier.capacityBytes)
            add("capacity", [](model::Component& c, double factor) {
                return scaleWhole(std::get<Spec>(c.spec).capacityBytes->count, factor);
            });
        if (tier.ttl)
            add("ttl", [](model::Component& c, double factor) {
                return scaleTime(*std::get<Spec>(c.spec).ttl, factor);
            });
    }

    std::string name_;
    std::vector<Parameter> found_;
};

}  // namespace

Distribution scaled(const Distribution& distribution, double factor) {
    return Distribution(std::visit(Scaler{factor}, distribution.law()));
}

std::vector<Parameter> parametersOf(const Scenario& scenario) {
    std::vector<Parameter> all;
    for (const model::Component& component : scenario.components) {
        Collector collector(component.name);
        std::visit(collector, component.spec);
        collector.operations(component);
        for (Parameter& parameter : collector.take()) all.push_back(std::move(parameter));
    }
    for (std::size_t i = 0; i < scenario.workload.profiles.size(); ++i)
        if (!scenario.workload.profiles[i].think.isZero())
            all.push_back({"workload.profiles." + scenario.workload.profiles[i].name + ".think",
                           [i](Scenario& s, double factor) {
                               Distribution& think = s.workload.profiles[i].think;
                               think = scaled(think, factor);
                               return factor;
                           }});
    return all;
}

Enlargement enlargementOf(const Scenario& scenario, const std::string& name) {
    const model::Component* component = scenario.component(name);
    if (!component) return {};
    const auto make = [&name](const char* what, auto numberOf) {
        return Enlargement{model::said("Simulation", what, {name}),
                           [name, numberOf](Scenario& s, double factor) {
                               auto& number = numberOf(componentOf(s, name));
                               scaleWhole(number, factor);
                               return static_cast<double>(number);
                           }};
    };
    if (std::holds_alternative<model::StationSpec>(component->spec))
        return make(kServersOf, [](model::Component& c) -> int& {
            return std::get<model::StationSpec>(c.spec).servers;
        });
    if (std::holds_alternative<model::DatabaseSpec>(component->spec))
        return make(kServersOf, [](model::Component& c) -> int& {
            return std::get<model::DatabaseSpec>(c.spec).servers;
        });
    if (std::holds_alternative<model::ServiceSpec>(component->spec))
        return make(kInstancesOf, [](model::Component& c) -> int& {
            return std::get<model::ServiceSpec>(c.spec).instances;
        });
    if (std::holds_alternative<model::FunctionSpec>(component->spec))
        return make(kInstancesAtMostOf, [](model::Component& c) -> int& {
            return std::get<model::FunctionSpec>(c.spec).maxInstances;
        });
    if (std::holds_alternative<model::PoolSpec>(component->spec))
        return make(kConnectionsOf, [](model::Component& c) -> int& {
            return std::get<model::PoolSpec>(c.spec).max;
        });
    if (std::holds_alternative<model::GatewaySpec>(component->spec))
        return make(kInstancesOf, [](model::Component& c) -> int& {
            return std::get<model::GatewaySpec>(c.spec).instances;
        });
    return {};
}

}  // namespace headroom::sim
