// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/checks.h"
#include "model/said.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace headroom::model {
namespace {

/// What a call or send asks for.
struct Asked {
    const std::string& to;
    const std::string& operation;
    const std::string& keys;
};
using CallVisitor = std::function<void(const Asked&, const std::string& path)>;

void forEachCall(const Steps& steps, const std::string& path, const CallVisitor& visit);

/// Goes into what one action holds; `path` leads to the step.
struct ActionWalker {
    const std::string& path;
    const CallVisitor& visit;

    void operator()(const Work&) const {}
    void operator()(const Delay&) const {}
    void operator()(const Mark&) const {}
    void operator()(const Push&) const {}
    void operator()(const Send& send) const {
        visit({send.to, send.operation, send.keys}, path + ".send");
    }
    void operator()(const Call& call) const {
        visit({call.to, call.operation, call.keys}, path + ".call");
        forEachCall(call.onError.steps, path + ".call.on_error.steps", visit);
    }
    void operator()(const Sequence& sequence) const {
        forEachCall(sequence.steps, path + ".steps", visit);
    }
    void operator()(const Parallel& parallel) const {
        forEachCall(parallel.branches, path + ".parallel.steps", visit);
    }
    void operator()(const Choose& choose) const {
        for (std::size_t i = 0; i < choose.alternatives.size(); ++i) {
            forEachCall(choose.alternatives[i].steps,
                        path + ".choose[" + std::to_string(i) + "].steps", visit);
        }
    }
};

void forEachCall(const Steps& steps, const std::string& path, const CallVisitor& visit) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string step = path + "[" + std::to_string(i) + "]";
        std::visit(ActionWalker{step, visit}, steps[i].action);
    }
}

/// A request on its way: what it asks for, with which class of keys, and the part of the file that
/// sent it.
struct Request {
    std::string component;
    std::string operation;
    std::string keys;
    bool fromInstance;  ///< a service or function makes it
    std::string path;
};

bool hasInstances(const Component& component) {
    return std::holds_alternative<ServiceSpec>(component.spec) ||
           std::holds_alternative<FunctionSpec>(component.spec);
}

class RequestCheck {
public:
    explicit RequestCheck(const Scenario& scenario) : scenario_(scenario) {
        for (const Component& component : scenario.components)
            byName_.emplace(component.name, &component);
    }

    std::vector<RequestFault> run() {
        for (const Profile& profile : scenario_.workload.profiles) start(profile);
        while (!open_.empty()) {
            const Request request = std::move(open_.front());
            open_.pop_front();
            callsOf(request);
        }
        return std::move(faults_);
    }

private:
    void start(const Profile& profile) {
        const std::string path = "workload.profiles." + profile.name;
        const std::string& entry = profile.entry.empty() ? scenario_.workload.entry : profile.entry;
        for (const Action& action : profile.actions) {
            follow({entry, action.operation, {}, false, path + ".actions." + action.operation});
        }
        for (std::size_t i = 0; i < profile.journey.size(); ++i) {
            follow({entry,
                    profile.journey[i],
                    {},
                    false,
                    path + ".journey[" + std::to_string(i) + "]"});
        }
    }

    void follow(Request request) {
        std::set<std::string> passed;
        follow(std::move(request), passed);
    }

    /// Through pass-throughs, each once, to the components that do the operation.
    void follow(Request request, std::set<std::string>& passed) {
        const Component* component = find(request.component);
        if (!component || !passed.insert(request.component).second) return;
        checkPassing(*component, request);
        if (!component->passesOn(request.operation)) {
            if (seen_.insert({request.component, request.operation, request.keys}).second)
                open_.push_back(std::move(request));
            return;
        }
        // What a queue delivers comes from its consumers.
        if (std::holds_alternative<QueueSpec>(component->spec)) request.fromInstance = false;
        for (const std::string_view to : component->destinations()) {
            Request next = request;
            next.component = to;
            follow(std::move(next), passed);
        }
    }

    void callsOf(const Request& request) {
        const Component* component = find(request.component);
        const Operation* operation = component->operation(request.operation);
        if (!operation) return;
        forEachCall(
            operation->steps, "components." + component->name + ".operations." + operation->name,
            [&](const Asked& call, const std::string& path) {
                follow({call.to, call.operation, call.keys.empty() ? request.keys : call.keys,
                        hasInstances(*component), path});
            });
    }

    void checkPassing(const Component& component, const Request& request) {
        const auto* cache = std::get_if<CacheSpec>(&component.spec);
        const CacheTier* tier = cacheTierOf(component.spec);
        const auto* pool = std::get_if<PoolSpec>(&component.spec);
        if (cache && !cache->hitRatio) checkScope(component, cache->scope, request);
        if (tier && !tier->hitRatio) checkKey(component, *tier, request);
        if (pool) checkScope(component, pool->scope, request);
    }

    void checkScope(const Component& component, Scope scope, const Request& request) {
        if (scope != Scope::instance || request.fromInstance) return;
        fault("components." + component.name + ".scope",
              said("Model",
                   "`instance`, but a request reaches `%1` that no service or function makes",
                   {component.name}),
              said("Model", "`shared`, or calls of services and functions only"));
    }

    void checkKey(const Component& component, const CacheTier& cache, const Request& request) {
        const auto& writes = cache.writes;
        if (std::ranges::find(writes, request.operation) != writes.end()) return;
        if (request.keys.empty()) {
            fault(request.path,
                  std::holds_alternative<CacheSpec>(component.spec)
                      ? said("Model", "`%1` without `keys`, which reaches the cache `%2`",
                             {request.operation, component.name})
                      : said("Model", "`%1` without `keys`, which reaches the cdn `%2`",
                             {request.operation, component.name}),
                  said("Model", "`keys`, the class of keys that is looked up"));
            return;
        }
        const KeyClass* keys = scenario_.keyClass(request.keys);
        if (cache.capacityBytes && keys && keys->size.count == 0) {
            fault("keys." + request.keys,
                  said("Model", "keys without `size` in the cache `%1`", {component.name}),
                  said("Model", "`size`, as the capacity of the cache is in bytes"));
        }
    }

    void fault(const std::string& path, std::string found, std::string expected) {
        if (reported_.insert(path).second)
            faults_.push_back({path, std::move(found), std::move(expected)});
    }

    const Component* find(std::string_view name) const {
        const auto found = byName_.find(name);
        return found == byName_.end() ? nullptr : found->second;
    }

    const Scenario& scenario_;
    std::map<std::string_view, const Component*> byName_;
    std::deque<Request> open_;
    std::set<std::tuple<std::string, std::string, std::string>> seen_;
    std::set<std::string> reported_;
    std::vector<RequestFault> faults_;
};

}  // namespace

std::vector<RequestFault> checkRequests(const Scenario& scenario) {
    return RequestCheck(scenario).run();
}

}  // namespace headroom::model
