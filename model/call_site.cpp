// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/call_site.h"

#include <algorithm>
#include <set>

namespace headroom::model {
namespace {

class CallSiteCollector {
public:
    explicit CallSiteCollector(std::vector<CallSite>& sites) : sites_(sites) {}

    void visit(const Component& component, const Operation& operation) {
        component_ = &component;
        operation_ = &operation;
        visit(operation.steps, "components." + component.name + ".operations." + operation.name, 1);
    }

private:
    void visit(const Steps& steps, const std::string& path, double expected) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const std::string part =
                steps[i].name.empty() ? "[" + std::to_string(i) + "]" : "." + steps[i].name;
            std::visit([&](const auto& action) { visit(action, path + part, expected); },
                       steps[i].action);
        }
    }

    void visit(const Work&, const std::string&, double) {}
    void visit(const Delay&, const std::string&, double) {}
    void visit(const Mark&, const std::string&, double) {}
    void visit(const Push&, const std::string&, double) {}
    void visit(const Call& call, const std::string& path, double expected) {
        add(call, &call, path + ".call", expected);
        visit(call.onError.steps, path + ".call.on_error.steps", sites_.back().expected);
    }
    void visit(const Send& send, const std::string& path, double expected) {
        add(send, nullptr, path + ".send", expected);
    }
    template <typename Request>
    void add(const Request& request, const Call* call, std::string path, double expected) {
        sites_.push_back({component_, operation_, request.to, request.operation, request.keys, call,
                          expected * request.probability * request.times, std::move(path)});
    }
    void visit(const Sequence& sequence, const std::string& path, double expected) {
        visit(sequence.steps, path + ".steps", expected);
    }
    void visit(const Parallel& parallel, const std::string& path, double expected) {
        visit(parallel.branches, path + ".parallel.steps", expected);
    }
    void visit(const Choose& choose, const std::string& path, double expected) {
        for (std::size_t i = 0; i < choose.alternatives.size(); ++i) {
            const Choose::Alternative& alternative = choose.alternatives[i];
            visit(alternative.steps, path + ".choose[" + std::to_string(i) + "].steps",
                  expected * alternative.share);
        }
    }

    std::vector<CallSite>& sites_;
    const Component* component_ = nullptr;
    const Operation* operation_ = nullptr;
};

void addActions(const Profile& profile, const ProfileAction& common,
                std::vector<ProfileAction>& actions) {
    for (const Action& action : profile.actions) {
        actions.push_back(common);
        actions.back().operation = action.operation;
        actions.back().path += ".actions." + action.operation;
    }
    for (std::size_t i = 0; i < profile.journey.size(); ++i) {
        actions.push_back(common);
        actions.back().operation = profile.journey[i];
        actions.back().path += ".journey[" + std::to_string(i) + "]";
    }
}

}  // namespace

std::vector<CallSite> callSites(const Scenario& scenario) {
    std::vector<CallSite> sites;
    CallSiteCollector collector(sites);
    for (const Component& component : scenario.components) {
        for (const Operation& operation : component.operations)
            collector.visit(component, operation);
    }
    return sites;
}

std::vector<ProfileAction> profileActions(const Workload& workload) {
    std::vector<ProfileAction> actions;
    for (const Profile& profile : workload.profiles) {
        const std::string path = "workload.profiles." + profile.name;
        const bool own = !profile.entry.empty();
        addActions(profile,
                   {own ? profile.entry : workload.entry,
                    {},
                    path,
                    own ? path + ".entry" : "workload.entry"},
                   actions);
    }
    return actions;
}

ComponentIndex::ComponentIndex(const Scenario& scenario) {
    for (const Component& component : scenario.components)
        byName_.emplace(component.name, &component);
    findRings(scenario);
}

/// Every component is left once: a walk along what hands on, deepest first, finds a ring where it
/// comes back to itself.
void ComponentIndex::findRings(const Scenario& scenario) {
    std::set<const Component*> left;
    std::vector<const Component*> walk;
    struct Open {
        const Component* component;
        std::size_t next = 0;
    };
    std::vector<Open> open;
    const auto enter = [&](const Component* component) {
        walk.push_back(component);
        open.push_back({component});
    };
    for (const Component& component : scenario.components) {
        if (!left.contains(&component)) enter(&component);
        while (!open.empty()) {
            const auto names = open.back().component->destinations();
            if (open.back().next == names.size()) {
                left.insert(open.back().component);
                open.pop_back();
                walk.pop_back();
                continue;
            }
            const Component* to = find(names[open.back().next++]);
            if (!to || left.contains(to)) continue;
            const auto ring = std::ranges::find(walk, to);
            if (ring == walk.end()) {
                enter(to);
            } else {
                auto& members = rings_.emplace_back(ring, walk.end());
                std::ranges::rotate(members, std::ranges::min_element(members));
            }
        }
    }
}

const Component* ComponentIndex::find(std::string_view name) const {
    const auto found = byName_.find(name);
    return found == byName_.end() ? nullptr : found->second;
}

std::vector<const Component*> ComponentIndex::behind(const Component& component,
                                                     std::string_view operation) const {
    std::vector<const Component*> next;
    if (!component.passesOn(operation)) return next;
    for (const std::string_view name : component.destinations()) {
        if (const Component* found = find(name)) next.push_back(found);
    }
    return next;
}

const std::vector<Receiver>& ComponentIndex::receivers(const Component& component,
                                                       const std::string& operation) const {
    // Empty while it is being found out, so that a ring ends there.
    const auto [place, isNew] = receivers_.try_emplace({&component, operation});
    if (isNew) place->second = collect(component, operation);
    return place->second;
}

namespace {

/// What part of its requests a pass-through hands to one of its destinations.
double shareOf(const Component& component, std::string_view destination) {
    const auto* balancer = std::get_if<LoadBalancerSpec>(&component.spec);
    if (!balancer || balancer->targets.empty()) return 1;
    double sum = 0, own = 0;
    for (const BalancerTarget& target : balancer->targets) {
        const double weight = balancer->policy == BalancingPolicy::weighted ? target.weight : 1;
        sum += weight;
        if (target.component == destination) own = weight;
    }
    return sum > 0 ? own / sum : 0;
}

}  // namespace

std::vector<Receiver> ComponentIndex::collect(const Component& component,
                                              const std::string& operation) const {
    if (!component.passesOn(operation)) return {{&component, 1}};
    std::vector<Receiver> found;
    for (const Component* next : behind(component, operation)) {
        const double share = shareOf(component, next->name);
        for (const Receiver& end : receivers(*next, operation)) {
            const auto known = std::ranges::find(found, end.component, &Receiver::component);
            if (known == found.end())
                found.push_back({end.component, share * end.share});
            else
                known->share += share * end.share;
        }
    }
    return found;
}

std::string passPath(const Component& passThrough) {
    const bool isCache = cacheTierOf(passThrough.spec) != nullptr;
    return "components." + passThrough.name + (isCache ? ".origin" : ".to");
}

}  // namespace headroom::model
