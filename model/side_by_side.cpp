// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/roll_out.h"

#include <algorithm>
#include <cctype>

namespace headroom::model {
namespace {

using NameSet = std::set<std::string>;

/// What has to exist twice besides what the variant changes.
class Doubling {
public:
    Doubling(const Scenario& base, const Scenario& variant, NameSet& doubled)
        : base_(base), variant_(variant), doubled_(doubled) {}

    void complete() {
        for (std::size_t before = 0; before != doubled_.size();) {
            before = doubled_.size();
            for (const Scenario* scenario : {&base_, &variant_})
                for (const Component& component : scenario->components) consider(component);
        }
    }

private:
    bool isOnBothSides(const std::string& name) const {
        return base_.component(name) && variant_.component(name);
    }

    void consider(const Component& component) {
        if (const auto* autoscaler = std::get_if<AutoscalerSpec>(&component.spec))
            return considerScaling(component.name, autoscaler->scales);
        const bool isTied = std::holds_alternative<LoadBalancerSpec>(component.spec) ||
                            std::holds_alternative<PoolSpec>(component.spec);
        if (!isTied || !isOnBothSides(component.name)) return;
        for (const std::string_view to : component.destinations())
            if (doubled_.contains(std::string(to))) doubled_.insert(component.name);
    }

    void considerScaling(const std::string& autoscaler, const std::string& scaled) {
        if (!isOnBothSides(scaled)) return;
        const bool isOnBoth = isOnBothSides(autoscaler);
        if (!isOnBoth || doubled_.contains(autoscaler)) doubled_.insert(scaled);
        if (isOnBoth && doubled_.contains(scaled)) doubled_.insert(autoscaler);
    }

    const Scenario& base_;
    const Scenario& variant_;
    NameSet& doubled_;
};

/// Turns what is said of components into what is said of their twins.
class Renaming {
public:
    Renaming(const NameSet& doubled, const std::string& variant)
        : doubled_(doubled), variant_(variant) {}

    bool concerns(const std::string& name) const { return doubled_.contains(name); }
    std::string twin(const std::string& name) const { return twinName(name, variant_); }
    void apply(std::string& name) const {
        if (concerns(name)) name = twin(name);
    }

    void apply(Component& component) const {
        apply(component.name);
        std::visit([this](auto& spec) { refer(spec); }, component.spec);
        for (Operation& operation : component.operations) apply(operation.steps);
    }

    bool concerns(const Expression& e) const {
        const bool own = e.kind == Expression::Kind::metric && concerns(e.metric.target);
        return own || std::ranges::any_of(e.operands, [this](const Expression& operand) {
                   return concerns(operand);
               });
    }
    void apply(Expression& e) const {
        apply(e.metric.target);
        for (Expression& operand : e.operands) apply(operand);
    }

    /// `api.response_time` in a text.
    std::string inText(const std::string& text) const {
        std::string result;
        const auto isPart = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
        };
        for (std::size_t i = 0; i < text.size();) {
            std::size_t end = i;
            while (end < text.size() && isPart(text[end])) ++end;
            std::string word = text.substr(i, std::max<std::size_t>(1, end - i));
            i += word.size();
            const bool isMember = result.ends_with('.');
            if (!isMember && (i == text.size() || text[i] == '.' || text[i] == ' ')) apply(word);
            result += word;
        }
        return result;
    }

private:
    void apply(Steps& steps) const {
        for (Step& step : steps) std::visit([this](auto& action) { refer(action); }, step.action);
    }
    void refer(Call& call) const {
        apply(call.to);
        apply(call.onError.steps);
    }
    void refer(Send& send) const { apply(send.to); }
    void refer(Sequence& sequence) const { apply(sequence.steps); }
    void refer(Parallel& parallel) const { apply(parallel.branches); }
    void refer(Choose& choose) const {
        for (Choose::Alternative& alternative : choose.alternatives) apply(alternative.steps);
    }
    void refer(Work&) const {}
    void refer(Delay&) const {}
    void refer(Mark&) const {}
    void refer(Push&) const {}

    void refer(ClientSpec& spec) const { apply(spec.to); }
    void refer(LoadBalancerSpec& spec) const {
        apply(spec.to);
        for (BalancerTarget& target : spec.targets) apply(target.component);
    }
    void refer(CacheTier& spec) const { apply(spec.origin); }
    void refer(PoolSpec& spec) const { apply(spec.to); }
    void refer(QueueSpec& spec) const { apply(spec.to); }
    void refer(GatewaySpec& spec) const { apply(spec.to); }
    void refer(AutoscalerSpec& spec) const {
        apply(spec.scales);
        for (ScalingMetric& metric : spec.metrics) apply(metric.metric.target);
    }
    void refer(StationSpec&) const {}
    void refer(ServiceSpec&) const {}
    void refer(FunctionSpec&) const {}
    void refer(DatabaseSpec&) const {}
    void refer(ExternalSpec&) const {}

    const NameSet& doubled_;
    const std::string& variant_;
};

CacheTier* tierOf(Component& component) {
    if (auto* cache = std::get_if<CacheSpec>(&component.spec)) return cache;
    return std::get_if<CdnSpec>(&component.spec);
}

/// What is written on one side is not what a cache of the other side has.
void hearBothSides(Component& component, const Renaming& renaming) {
    CacheTier* tier = tierOf(component);
    if (!tier) return;
    for (Invalidation& invalidation : tier->invalidations) {
        const auto events = invalidation.on;
        for (const Invalidation::Event& event : events)
            if (renaming.concerns(event.component))
                invalidation.on.push_back({renaming.twin(event.component), event.operation});
    }
}

void addComponents(Scenario& both, const Scenario& variant, const Renaming& renaming) {
    for (const Component& component : variant.components) {
        if (both.component(component.name) && !renaming.concerns(component.name)) continue;
        Component added = component;
        renaming.apply(added);
        if (const auto place = both.layout.find(component.name);
            place != both.layout.end() && added.name != component.name) {
            constexpr double kBelow = 80;
            both.layout[added.name] = {place->second.x, place->second.y + kBelow};
        }
        both.components.push_back(std::move(added));
    }
    for (Component& component : both.components) hearBothSides(component, renaming);
}

/// What strikes a component strikes its twin as well.
void repeatFaults(Scenario& both, const Renaming& renaming) {
    std::vector<Fault> faults;
    for (const Fault& fault : both.faults) {
        faults.push_back(fault);
        const bool isZone = fault.kind == Fault::Kind::lose;
        if (isZone || (!renaming.concerns(fault.target) && !renaming.concerns(fault.other)))
            continue;
        faults.push_back(fault);
        renaming.apply(faults.back().target);
        renaming.apply(faults.back().other);
        faults.back().text = renaming.inText(fault.text);
    }
    both.faults = std::move(faults);
}

template <typename List>
bool isNamed(const List& list, const std::string& name) {
    return std::ranges::any_of(list, [&](const auto& entry) { return entry.name == name; });
}

Slo ofTwin(Slo slo, const Renaming& renaming) {
    renaming.apply(slo.objective.metric.target);
    const bool isUnnamed = slo.name == slo.objective.text;
    slo.objective.text = renaming.inText(slo.objective.text);
    if (isUnnamed) slo.name = slo.objective.text;
    return slo;
}

void addObjectives(Scenario& both, const Scenario& variant, const Renaming& renaming) {
    const std::vector<Slo> old = both.slos;
    for (const Slo& slo : old) {
        if (!renaming.concerns(slo.objective.metric.target)) continue;
        Slo twin = ofTwin(slo, renaming);
        if (twin.name == slo.name) twin.name = renaming.twin(slo.name);
        both.slos.push_back(std::move(twin));
    }
    for (const Slo& slo : variant.slos)
        if (!isNamed(old, slo.name)) both.slos.push_back(ofTwin(slo, renaming));
}

Alert ofTwin(Alert alert, const Renaming& renaming) {
    renaming.apply(alert.left);
    alert.text = renaming.inText(alert.text);
    return alert;
}

void addAlerts(Scenario& both, const Scenario& variant, const Renaming& renaming) {
    const std::vector<Alert> old = both.alerts;
    for (const Alert& alert : old) {
        if (alert.burn || !renaming.concerns(alert.left)) continue;
        both.alerts.push_back(ofTwin(alert, renaming));
        both.alerts.back().name = renaming.twin(alert.name);
    }
    for (const Alert& alert : variant.alerts)
        if (!isNamed(old, alert.name)) both.alerts.push_back(ofTwin(alert, renaming));
}

}  // namespace

Scenario sideBySide(const Scenario& base, const Scenario& variant, std::set<std::string> changed) {
    Doubling(base, variant, changed).complete();
    const Renaming renaming(changed, base.rollOut->variant);
    Scenario both = base;
    for (const KeyClass& keys : variant.keys)
        if (!both.keyClass(keys.name)) both.keys.push_back(keys);
    addComponents(both, variant, renaming);
    repeatFaults(both, renaming);
    addObjectives(both, variant, renaming);
    addAlerts(both, variant, renaming);
    return both;
}

}  // namespace headroom::model
