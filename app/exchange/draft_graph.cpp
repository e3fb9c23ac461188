// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft_graph.h"

#include "app/exchange/plain_name.h"

#include <algorithm>
#include <array>
#include <functional>

namespace headroom::exchange {

namespace {

bool hasWord(const std::string& name, const auto& words) {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

// Addresses of what watches: traces and metrics are sent there, requests are not.
bool isOfWatching(const std::string& key) {
    constexpr std::array<std::string_view, 10> kWords{"otel",   "sentry",  "jaeger",     "zipkin",
                                                      "statsd", "datadog", "prometheus", "tracing",
                                                      "loki",   "newrelic"};
    std::string name = key;
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    return hasWord(name, kWords);
}

bool receivesByName(const std::string& name) {
    constexpr std::array<std::string_view, 8> kWords{
        "worker", "consumer", "celery", "sidekiq", "listener", "processor", "subscriber", "job"};
    return hasWord(name, kWords);
}

// What databases and brokers name are members of their own cluster.
bool asksOthers(Role role) {
    return role == Role::service || role == Role::loadBalancer || role == Role::pool;
}
bool isServiceLike(Role role) { return role == Role::service || role == Role::loadBalancer; }

class GraphBuilder {
public:
    explicit GraphBuilder(const Manifests& manifests) : manifests_(manifests) {}

    DraftGraph build() {
        addRunning();
        addMadeUp();
        nameHosts();
        addCalls();
        turnReceivers();
        settleRoles();
        findEntries();
        for (DraftNode& node : graph_.nodes)
            if (node.isEntry) reach(indexOf(node));
        // A ring that no entry leads to is reached by nothing and left out with the rest.
        leaveOutUnreached();
        return std::move(graph_);
    }

private:
    std::size_t indexOf(const DraftNode& node) const {
        return static_cast<std::size_t>(&node - graph_.nodes.data());
    }
    DraftNode& at(std::size_t i) { return graph_.nodes[i]; }

    std::string freshName(const std::string& text) {
        std::string name = componentName(text);
        if (name == "workload") name = "workload_service";  // a target of its own
        std::string fresh = name;
        for (int number = 2; !names_.insert(fresh).second; ++number)
            fresh = name + "_" + std::to_string(number);
        return fresh;
    }

    std::size_t addNode(const std::string& text, Role role, const Running* running,
                        const std::string& why) {
        DraftNode node;
        node.name = freshName(text);
        node.role = role;
        node.running = running;
        node.why = why;
        graph_.nodes.push_back(std::move(node));
        return graph_.nodes.size() - 1;
    }

    void addRunning() {
        for (const Running& running : manifests_.running) {
            const Role role = roleOfImage(running.image);
            if (role == Role::tool || running.instances == 0) {
                graph_.leftOut.push_back(
                    running.where + ": `" + running.name + "`, " +
                    (role == Role::tool ? "which no request passes through (" + running.image + ")"
                                        : std::string("of which nothing runs (0 replicas)")));
                tools_.insert(running.hosts.begin(), running.hosts.end());
                tools_.insert(running.name);
                continue;
            }
            const std::string of = running.image.empty() ? "built from source" : running.image;
            const std::size_t node =
                addNode(running.name, role, &running, running.where + ", " + of);
            for (const std::string& host : running.hosts) hosts_.emplace(host, node);
            at(node).isEntry = running.published;
        }
    }

    // What scalers and promises are about and no manifest describes.
    void addMadeUp() {
        const auto require = [this](const std::string& text, const std::string& why) -> DraftNode* {
            const std::string name = componentName(text);
            const auto found = std::ranges::find(graph_.nodes, name, &DraftNode::name);
            if (found != graph_.nodes.end()) return &*found;
            // Beside an architecture, what is missing there is not made up.
            if (!manifests_.running.empty()) return nullptr;
            return &at(addNode(text, Role::service, nullptr, why));
        };
        for (const Scaler& scaler : manifests_.scalers) require(scaler.target, scaler.where);
        const auto isPart = [](const Promise& promise) {
            return !promise.metric.target.empty() && promise.metric.target != "workload";
        };
        for (const Promise& promise : manifests_.promises) {
            DraftNode* node =
                isPart(promise) ? require(promise.metric.target, promise.where) : nullptr;
            if (node != nullptr && !promise.metric.operation.empty())
                node->operations.insert(promise.metric.operation);
        }
        for (const Promise& promise : manifests_.promises)
            if (graph_.nodes.empty())
                require(promise.service.empty() ? "system" : promise.service, promise.where);
        // Actions of users are operations of what they reach first.
        for (const Promise& promise : manifests_.promises)
            if (!isPart(promise) && !promise.metric.operation.empty() && manifests_.running.empty())
                graph_.nodes.front().operations.insert(promise.metric.operation);
        // Without manifests of what runs, nothing says who calls whom: one after the other.
        if (manifests_.running.empty())
            for (std::size_t i = 0; i + 1 < graph_.nodes.size(); ++i)
                at(i).calls.push_back({i + 1, "a guess", false});
    }

    static bool selects(const Alias& alias, const Running& running) {
        return !alias.selector.empty() &&
               std::ranges::all_of(alias.selector, [&](const auto& pair) {
                   const auto label = running.labels.find(pair.first);
                   return label != running.labels.end() && label->second == pair.second;
               });
    }

    void nameHosts() {
        for (const Alias& alias : manifests_.aliases) {
            const bool isPublished =
                alias.published ||
                std::ranges::find(manifests_.published, alias.name) != manifests_.published.end();
            for (DraftNode& node : graph_.nodes)
                if (node.running != nullptr && selects(alias, *node.running)) {
                    hosts_.emplace(alias.name, indexOf(node));
                    node.isEntry = node.isEntry || isPublished;
                }
        }
        // Where no Service is in the files, a Deployment's own name is what it would be called.
        for (const DraftNode& node : graph_.nodes)
            if (node.running != nullptr) hosts_.emplace(node.running->name, indexOf(node));
    }

    // `db`, `db.shop.svc.cluster.local`, and `db-0.db.shop`, one pod of it.
    std::optional<std::size_t> nodeOf(const std::string& host) const {
        if (const auto found = hosts_.find(host); found != hosts_.end()) return found->second;
        const std::size_t dot = host.find('.');
        if (dot == std::string::npos) return std::nullopt;
        const std::string first = host.substr(0, dot), rest = host.substr(dot + 1);
        if (first.find_last_not_of("0123456789") != std::string::npos &&
            first[first.find_last_not_of("0123456789")] == '-')
            if (const auto pod = hosts_.find(rest.substr(0, rest.find('.'))); pod != hosts_.end())
                return pod->second;
        const bool isInside = rest.find("svc") == 0 || rest.find(".svc") != std::string::npos ||
                              rest.find('.') == std::string::npos;
        const auto found = isInside ? hosts_.find(first) : hosts_.end();
        return found == hosts_.end() ? std::nullopt : std::optional(found->second);
    }

    static bool isElsewhere(const std::string& host) {
        const std::size_t dot = host.rfind('.');
        if (dot == std::string::npos || host.find(".svc") != std::string::npos) return false;
        const std::string last = host.substr(dot + 1);
        return last.size() >= 2 && last != "local" && last != "localhost" &&
               std::ranges::all_of(last, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    void addCalls() {
        const std::size_t count = graph_.nodes.size();
        for (std::size_t i = 0; i < count; ++i)
            if (at(i).running != nullptr && asksOthers(at(i).role))
                for (const Reference& reference : at(i).running->references) addCall(i, reference);
    }

    void addCall(std::size_t from, const Reference& reference) {
        std::optional<std::size_t> to = nodeOf(reference.host);
        if (!to && tools_.contains(reference.host)) return;
        if (!to && reference.isStated) {
            graph_.leftOut.push_back(at(from).running->where + ": `" + reference.from + "` of `" +
                                     reference.host + "`, which is not in the file");
            return;
        }
        if (!to && isElsewhere(reference.host) && !isOfWatching(reference.from)) {
            to = addNode(reference.host, roleOfAddress(reference.scheme, reference.host), nullptr,
                         reference.from + " of " + at(from).running->name);
            hosts_.emplace(reference.host, *to);
        }
        if (!to || *to == from) return;
        auto& calls = at(from).calls;
        const auto known = std::ranges::find(calls, *to, &DraftCall::to);
        if (known == calls.end()) {
            calls.push_back({*to, reference.from, reference.isStated});
        } else {
            if (known->isStated) known->from = reference.from;
            known->isStated = known->isStated || reference.isStated;
        }
    }

    std::vector<std::size_t> callersOf(std::size_t to) const {
        std::vector<std::size_t> callers;
        for (const DraftNode& node : graph_.nodes)
            if (std::ranges::find(node.calls, to, &DraftCall::to) != node.calls.end())
                callers.push_back(indexOf(node));
        return callers;
    }

    void removeCall(std::size_t from, std::size_t to) {
        std::erase_if(at(from).calls, [to](const DraftCall& call) { return call.to == to; });
    }

    // Who names a broker sends to it, or takes from it: the latter if its name says so, or if
    // nobody else asks it for anything.
    void turnReceivers() {
        const std::size_t count = graph_.nodes.size();
        for (std::size_t queue = 0; queue < count; ++queue) {
            if (at(queue).role != Role::queue) continue;
            at(queue).isEntry = false;
            std::vector<std::size_t> receivers;
            const std::vector<std::size_t> callers = callersOf(queue);
            for (const std::size_t caller : callers) {
                const bool idle =
                    callersOf(caller).empty() && !at(caller).isEntry && callers.size() > 1;
                if (receivesByName(at(caller).name) || (idle && at(caller).role == Role::service))
                    receivers.push_back(caller);
            }
            if (receivers.size() == callers.size() && !receivers.empty() &&
                !receivesByName(at(receivers.front()).name))
                receivers.erase(receivers.begin());  // somebody has to send
            for (std::size_t i = 0; i < receivers.size(); ++i) {
                // Each of several receivers gets every message, by a queue of its own.
                const std::size_t own =
                    i == 0 ? queue : copyOfQueue(queue, receivers, receivers[i]);
                removeCall(receivers[i], queue);
                at(own).calls.push_back({receivers[i], "", false});
                at(receivers[i]).isReceiver = true;
            }
        }
    }

    std::size_t copyOfQueue(std::size_t queue, const std::vector<std::size_t>& receivers,
                            std::size_t receiver) {
        const std::size_t copy = addNode(at(queue).name + "_for_" + at(receiver).name, Role::queue,
                                         at(queue).running, at(queue).why);
        for (const std::size_t sender : callersOf(queue))
            if (std::ranges::find(receivers, sender) == receivers.end())
                at(sender).calls.push_back({copy, "as to " + at(queue).name, false});
        return copy;
    }

    void settleRoles() {
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            if (at(i).role == Role::loadBalancer) settleBalancer(i);
            if (at(i).role == Role::pool) settlePool(i);
        }
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i)
            if (at(i).role == Role::store) settleStore(i);
        for (DraftNode& node : graph_.nodes)
            if (!isServiceLike(node.role)) node.isEntry = false;
    }

    // A balancer's file is not in the manifests. In front of everything, it leads to what nobody
    // else asks.
    void settleBalancer(std::size_t i) {
        DraftNode& node = at(i);
        std::erase_if(node.calls, [this](const DraftCall& call) {
            return !isServiceLike(at(call.to).role) && at(call.to).role != Role::external;
        });
        if (node.calls.empty() && callersOf(i).empty())
            for (const DraftNode& other : graph_.nodes)
                if (indexOf(other) != i && other.role == Role::service && !other.isReceiver &&
                    !other.isEntry && callersOf(indexOf(other)).empty())
                    node.calls.push_back({indexOf(other), "a guess: nobody else asks it", false});
        if (node.calls.empty()) {
            node.role = Role::service;
            node.notes.push_back("taken for a service: nothing says what it passes requests to");
        }
    }

    void settlePool(std::size_t i) {
        DraftNode& node = at(i);
        std::erase_if(node.calls,
                      [this](const DraftCall& call) { return at(call.to).role != Role::database; });
        if (node.calls.size() > 1) node.calls.resize(1);
        if (node.calls.empty()) {
            node.role = Role::database;
            node.notes.push_back("taken for a database: nothing says which one is behind it");
        }
    }

    // In front of the database that most of its callers ask too.
    void settleStore(std::size_t i) {
        std::map<std::size_t, int> shared;
        for (const std::size_t caller : callersOf(i))
            for (const DraftCall& call : at(caller).calls)
                if (at(call.to).role == Role::database || at(call.to).role == Role::pool)
                    ++shared[call.to];
        DraftNode& node = at(i);
        node.calls.clear();
        if (shared.empty()) return;
        const auto most =
            std::ranges::max_element(shared, {}, [](const auto& one) { return one.second; });
        node.isCache = true;
        node.calls.push_back({most->first, "a guess: who asks it asks both", false});
    }

    void findEntries() {
        std::vector<std::size_t> published;
        for (const DraftNode& node : graph_.nodes)
            if (node.isEntry) published.push_back(indexOf(node));
        const auto isCalled = [this](std::size_t i) {
            return std::ranges::any_of(callersOf(i), [&](std::size_t caller) {
                return isServiceLike(at(caller).role) && caller != i;
            });
        };
        // Ports are published for debugging too: of those, only what no other service asks.
        std::vector<std::size_t> entries = published;
        std::erase_if(entries, isCalled);
        if (entries.empty()) entries = published;
        if (entries.empty())
            for (const DraftNode& node : graph_.nodes)
                if (isServiceLike(node.role) && !node.isReceiver && !isCalled(indexOf(node)))
                    entries.push_back(indexOf(node));
        if (entries.empty())
            for (const DraftNode& node : graph_.nodes)
                if (entries.empty() && isServiceLike(node.role)) entries.push_back(indexOf(node));
        for (DraftNode& node : graph_.nodes) node.isEntry = false;
        for (const std::size_t entry : entries) at(entry).isEntry = true;
    }

    // Depth first; a call that leads back to who waits for it is cut, stated ones last.
    void reach(std::size_t i) {
        at(i).isReached = true;
        onPath_.insert(i);
        std::ranges::stable_sort(at(i).calls, std::greater<>(), &DraftCall::isStated);
        for (std::size_t c = 0; c < at(i).calls.size();) {
            const DraftCall call = at(i).calls[c];
            if (onPath_.contains(call.to)) {
                graph_.leftOut.push_back("the call from `" + at(i).name + "` to `" +
                                         at(call.to).name + "` (" + call.from +
                                         "), which leads back to its caller");
                at(i).calls.erase(at(i).calls.begin() + static_cast<std::ptrdiff_t>(c));
                continue;
            }
            if (!at(call.to).isReached) reach(call.to);
            ++c;
        }
        onPath_.erase(i);
        if (at(i).role == Role::loadBalancer && at(i).calls.empty()) at(i).role = Role::service;
    }

    void leaveOutUnreached() {
        for (const DraftNode& node : graph_.nodes)
            if (!node.isReached)
                graph_.leftOut.push_back("`" + node.name + "` (" + node.why +
                                         "), which nothing was found to call");
    }

    const Manifests& manifests_;
    DraftGraph graph_;
    std::set<std::string> names_, tools_;
    std::map<std::string, std::size_t> hosts_;
    std::set<std::size_t> onPath_;
};

}  // namespace

std::string componentName(const std::string& text) {
    const std::string name = plainName(text, '_', 60);
    return name.front() >= '0' && name.front() <= '9' ? "n" + name : name;
}

const DraftNode* DraftGraph::find(const std::string& name) const {
    const auto found = std::ranges::find(nodes, name, &DraftNode::name);
    return found == nodes.end() ? nullptr : &*found;
}

std::vector<std::size_t> DraftGraph::entries() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].isEntry) out.push_back(i);
    return out;
}

DraftGraph graphOf(const Manifests& manifests) { return GraphBuilder(manifests).build(); }

}  // namespace headroom::exchange
