// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/checks.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <set>
#include <tuple>

namespace headroom::model {
namespace {

using CallVisitor = std::function<void(const Call&, const std::string& path)>;

void forEachCall(const Steps& steps, const std::string& path, const CallVisitor& visit);

/// Goes into what one action holds; `path` leads to the step.
struct ActionWalker {
    const std::string& path;
    const CallVisitor& visit;

    void operator()(const Work&) const {}
    void operator()(const Delay&) const {}
    void operator()(const Call& call) const {
        visit(call, path + ".call");
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
    std::string path;
};

class KeyCheck {
public:
    explicit KeyCheck(const Scenario& scenario) : scenario_(scenario) {}

    std::vector<KeyFault> run() {
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
            follow({entry, action.operation, {}, path + ".actions." + action.operation});
        }
        for (std::size_t i = 0; i < profile.journey.size(); ++i) {
            follow({entry, profile.journey[i], {}, path + ".journey[" + std::to_string(i) + "]"});
        }
    }

    /// Through pass-throughs to the component that does the operation.
    void follow(Request request) {
        const Component* component = scenario_.component(request.component);
        // As many hops as components: a ring of pass-throughs is the graph check's to report.
        for (std::size_t hops = 0; component && hops <= scenario_.components.size(); ++hops) {
            if (const auto* cache = std::get_if<CacheSpec>(&component->spec))
                checkCache(*component, *cache, request);
            if (!component->isPassThrough()) break;
            component = scenario_.component(component->passesTo());
        }
        if (!component || component->isPassThrough()) return;
        request.component = component->name;
        if (seen_.insert({request.component, request.operation, request.keys}).second) {
            open_.push_back(std::move(request));
        }
    }

    void callsOf(const Request& request) {
        const Component* component = scenario_.component(request.component);
        const Operation* operation = component->operation(request.operation);
        if (!operation) return;
        forEachCall(operation->steps,
                    "components." + component->name + ".operations." + operation->name,
                    [&](const Call& call, const std::string& path) {
                        follow({call.to, call.operation,
                                call.keys.empty() ? request.keys : call.keys, path});
                    });
    }

    void checkCache(const Component& component, const CacheSpec& cache, const Request& request) {
        if (cache.hitRatio ||
            std::ranges::find(cache.writes, request.operation) != cache.writes.end())
            return;
        if (request.keys.empty()) {
            fault(request.path,
                  "`" + request.operation + "` without `keys`, which reaches the cache `" +
                      component.name + "`",
                  "`keys`, the class of keys that is looked up");
            return;
        }
        const KeyClass* keys = scenario_.keyClass(request.keys);
        if (cache.capacityBytes && keys && keys->size.count == 0) {
            fault("keys." + request.keys,
                  "keys without `size` in the cache `" + component.name + "`",
                  "`size`, as the capacity of the cache is in bytes");
        }
    }

    void fault(const std::string& path, std::string found, std::string expected) {
        if (reported_.insert(path).second)
            faults_.push_back({path, std::move(found), std::move(expected)});
    }

    const Scenario& scenario_;
    std::deque<Request> open_;
    std::set<std::tuple<std::string, std::string, std::string>> seen_;
    std::set<std::string> reported_;
    std::vector<KeyFault> faults_;
};

}  // namespace

std::vector<KeyFault> checkKeys(const Scenario& scenario) { return KeyCheck(scenario).run(); }

}  // namespace headroom::model
