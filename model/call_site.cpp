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
    for (const Component& component : scenario.components) followFrom(component);
}

/// Every component is followed once: a walk stops where an earlier one has been.
void ComponentIndex::followFrom(const Component& component) {
    std::vector<const Component*> walk;
    std::set<const Component*> inWalk;
    const Component* at = &component;
    while (at && !receivers_.contains(at) && at->isPassThrough() && inWalk.insert(at).second) {
        walk.push_back(at);
        at = behind(*at);
    }
    const auto ring = std::ranges::find(walk, at);
    if (ring != walk.end()) {
        auto& members = rings_.emplace_back(ring, walk.end());
        std::ranges::rotate(members, std::ranges::min_element(members));
    }
    const Component* end = ring != walk.end() ? nullptr : at;
    if (end) end = receivers_.try_emplace(end, end).first->second;
    for (const Component* passed : walk) receivers_[passed] = end;
}

const Component* ComponentIndex::find(std::string_view name) const {
    const auto found = byName_.find(name);
    return found == byName_.end() ? nullptr : found->second;
}

const Component* ComponentIndex::behind(const Component& component) const {
    return find(component.passesTo());
}

const Component* ComponentIndex::receiver(const Component& component) const {
    const auto found = receivers_.find(&component);
    return found == receivers_.end() ? nullptr : found->second;
}

std::string passPath(const Component& passThrough) {
    const bool isCache = std::holds_alternative<CacheSpec>(passThrough.spec);
    return "components." + passThrough.name + (isCache ? ".origin" : ".to");
}

}  // namespace headroom::model
