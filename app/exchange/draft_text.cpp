// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft_graph.h"
#include "app/exchange/draft_objectives.h"
#include "app/exchange/exports.h"
#include "app/exchange/yaml_out.h"
#include "app/report/safe_text.h"
#include "model/file/scenario_file.h"
#include "model/quantity/number_text.h"

#include <algorithm>
#include <cmath>

/// The draft as the text of a scenario: what was read, what was assumed, what is to be filled in.
namespace headroom::exchange {

namespace {

using model::Bytes;
using model::toText;

constexpr int kSlots = 100;        // of an instance
constexpr double kServiceMs = 5;   // on a whole CPU
constexpr double kStoreHits = 80;  // percent
constexpr int kDatabaseServers = 8;
constexpr std::int64_t kMemory = 512LL << 20;

std::string comment(const std::string& text, const std::string& indent) {
    std::string out;
    for (const std::string& line : report::wrapped(report::printable(text), 96 - indent.size()))
        out += indent + "# " + line + "\n";
    return out;
}

std::string operationOf(const DraftNode& node) {
    switch (node.role) {
        case Role::queue: return "message";
        case Role::service:
        case Role::loadBalancer:
        case Role::external: return "request";
        default: return "read";
    }
}

/// One component.
class ComponentText {
public:
    ComponentText(const DraftGraph& graph, const DraftNode& node, const Scaler* scaler,
                  std::string scalerName)
        : graph_(graph), node_(node), scaler_(scaler), scalerName_(std::move(scalerName)) {}

    std::string text() {
        out_ = "  " + node_.name + ": # " + report::printable(node_.why) + "\n";
        for (const std::string& note : node_.notes) out_ += comment(note, "    ");
        switch (node_.role) {
            case Role::service: service(); break;
            case Role::loadBalancer: balancer(); break;
            case Role::database: database(); break;
            case Role::store: store(); break;
            case Role::queue: queue(); break;
            case Role::pool: pool(); break;
            default: external(); break;
        }
        return out_;
    }
    /// What was put in for want of better, by the path of its value.
    const std::vector<std::pair<std::string, std::string>>& assumed() const { return assumed_; }

private:
    void line(const std::string& text, const std::string& remark = "") {
        out_ += "    " + text + (remark.empty() ? "" : " # " + remark) + "\n";
    }
    // About no single number.
    void assumeAtAll(const std::string& says) { assumed_.emplace_back("", says); }
    void assume(const std::string& path, const std::string& says) {
        assumed_.emplace_back(node_.name + "." + path, says);
    }
    const std::string& nameOf(std::size_t node) const { return graph_.nodes[node].name; }

    std::optional<double> cores() const {
        if (node_.running == nullptr) return std::nullopt;
        return node_.running->cpuLimit ? node_.running->cpuLimit : node_.running->cpuRequest;
    }

    void service() {
        line("type: service");
        instances();
        const double quota = cores().value_or(1);
        const int cpus = std::max(1, static_cast<int>(quota));
        line("cpus: " + std::to_string(cpus),
             !cores()
                 ? "assumed: none is stated"
                 : model::numberText(quota) + " stated" +
                       (quota < 1 ? "; one is the least here, and work takes longer instead" : ""));
        if (!cores()) assume("cpus", "One CPU for each instance of " + node_.name);
        line("concurrency: " + std::to_string(kSlots),
             "assumed: requests that an instance holds at a time");
        assume("concurrency", "An instance of " + node_.name + " holds " + std::to_string(kSlots) +
                                  " requests at a time");
        memory();
        operations(std::min(1.0, quota));
    }

    void instances() {
        const int stated = node_.running != nullptr ? node_.running->instances.value_or(1) : 1;
        const int count = scaler_ != nullptr ? std::clamp(stated, scaler_->spec.minInstances,
                                                          scaler_->spec.maxInstances)
                                             : stated;
        line("instances: " + std::to_string(count),
             scaler_ != nullptr ? "at the start; " + scalerName_ + " changes it" : "");
    }

    bool needsMemory() const {
        return scaler_ != nullptr &&
               std::ranges::any_of(scaler_->spec.metrics, [](const auto& metric) {
                   return metric.kind == model::ScalingMetric::Kind::memory;
               });
    }

    void memory() {
        const auto stated = node_.running != nullptr ? node_.running->memory : std::nullopt;
        if (!stated && !needsMemory()) return;
        const std::int64_t limit = stated.value_or(kMemory);
        line("memory: {base: " + toText(Bytes{limit / 2}) +
                 ", limit: " + toText(Bytes{limit}) + "}",
             stated ? "half of its limit is assumed to be taken from the start" : "assumed");
        assume("memory.base",
               "Half of the memory of " + node_.name + " is taken without a request");
    }

    void operations(double share) {
        line("operations:");
        std::set<std::string> names = node_.operations;
        if (node_.isReceiver) names.insert("message");
        if (names.empty() || isAsked()) names.insert("request");
        for (const std::string& name : names) {
            line("  " + name + ":");
            line("    - work: exp(" + model::numberText(kServiceMs / share) + " ms)",
                 "FILL IN: assumed");
            assume("operations." + name + "[0].work", "A request takes " +
                                                          model::numberText(kServiceMs) +
                                                          " ms of a CPU in " + node_.name);
            for (const DraftCall& call : node_.calls) step(call);
        }
    }

    // Whether somebody asks it for `request`.
    bool isAsked() const {
        const auto self = static_cast<std::size_t>(&node_ - graph_.nodes.data());
        return node_.isEntry ? node_.operations.empty()
                             : std::ranges::any_of(graph_.nodes, [&](const DraftNode& other) {
                                   return other.isReached && other.role != Role::queue &&
                                          std::ranges::find(other.calls, self, &DraftCall::to) !=
                                              other.calls.end();
                               });
    }

    void step(const DraftCall& call) {
        const DraftNode& to = graph_.nodes[call.to];
        const std::string verb = to.role == Role::queue ? "send" : "call";
        const bool behindCache = std::ranges::any_of(node_.calls, [&](const DraftCall& other) {
            const DraftNode& cache = graph_.nodes[other.to];
            return cache.isCache && cache.calls.front().to == call.to;
        });
        const std::string from = call.from.empty() ? "" : report::printable(call.from);
        if (!behindCache)
            line("    - " + verb + ": {to: " + to.name + ", operation: " + operationOf(to) + "}",
                 from);
        if (to.role == Role::database || to.role == Role::pool ||
            (to.role == Role::store && !to.isCache))
            line("    - call: {to: " + to.name + ", operation: write, probability: 20 %}",
                 from + (from.empty() ? "" : "; ") + "FILL IN: the share is assumed");
    }

    void balancer() {
        line("type: load_balancer");
        std::string to;
        for (const DraftCall& call : node_.calls) to += (to.empty() ? "" : ", ") + nameOf(call.to);
        line("to: " + (node_.calls.size() > 1 ? "[" + to + "]" : to), node_.calls.front().from);
        if (node_.calls.size() > 1)
            assumeAtAll(
                   node_.name + " passes requests to all behind it alike; its rules were not read");
    }

    void database() {
        const int servers = cores() ? std::max(1, static_cast<int>(*cores())) : kDatabaseServers;
        const int copies = node_.running != nullptr ? node_.running->instances.value_or(1) - 1 : 0;
        line("type: database");
        line("servers: " + std::to_string(servers),
             cores() ? "one for each CPU stated"
                     : "FILL IN: assumed, queries that it works on at a time");
        if (!cores())
            assume("servers",
                   node_.name + " works on " + std::to_string(servers) + " queries at a time");
        if (copies > 0)
            line("replicas: " + std::to_string(copies),
                 "the other instances, taken for copies to read from");
        reads("2 ms", "5 ms");
    }

    void reads(const std::string& read, const std::string& write) {
        line("operations:");
        for (const auto& [name, time] : {std::pair("read", read), std::pair("write", write)}) {
            line(std::string("  ") + name + ": [{work: exp(" + time + ")}]", "FILL IN: assumed");
            assume(std::string("operations.") + name + "[0].work",
                   std::string("A ") + name + " takes " + time + " in " + node_.name);
        }
    }

    void store() {
        if (node_.isCache) {
            line("type: cache");
            line("hit_ratio: " + model::numberText(kStoreHits) + " %", "FILL IN: assumed");
            assume("hit_ratio", model::numberText(kStoreHits) + " % of what is asked of " +
                                    node_.name + " is there");
            line("access: 0.5 ms", "assumed");
            line("origin: " + nameOf(node_.calls.front().to),
                 "assumed: services that ask the one ask the other");
            return;
        }
        line("type: database", "no database behind it was found: it holds the data itself");
        line("servers: 1", "Redis does one command at a time");
        reads("0.2 ms", "0.2 ms");
    }

    void queue() {
        line("type: queue");
        if (node_.calls.empty()) {
            line("to: " + node_.name + "_receiver", "FILL IN: nobody was found who receives");
            line("consumers: 10", "assumed");
            out_ += "  " + node_.name +
                    "_receiver: {type: external, latency: exp(10 ms)} # FILL IN: assumed\n";
            assumed_.emplace_back(node_.name + "_receiver.latency",
                                  "What receives from " + node_.name + " takes 10 ms");
            return;
        }
        line("to: " + nameOf(node_.calls.front().to));
        const DraftNode& receiver = graph_.nodes[node_.calls.front().to];
        const int consumers =
            receiver.running != nullptr ? receiver.running->instances.value_or(1) : 1;
        line("consumers: " + std::to_string(consumers),
             "assumed: one for each instance that receives");
        assume("consumers", "Each instance behind " + node_.name + " takes one message at a time");
    }

    void pool() {
        line("type: pool");
        line("size: {max: 20}", "PgBouncer's default_pool_size; FILL IN yours");
        line("to: " + nameOf(node_.calls.front().to));
        assume("size.max", node_.name + " has 20 connections");
    }

    void external() {
        line("type: external");
        line("latency: 'lognormal(mean=100 ms, cv=1)'", "FILL IN: assumed");
        assume("latency", node_.name + " answers after 100 ms");
    }

    const DraftGraph& graph_;
    const DraftNode& node_;
    const Scaler* scaler_;
    std::string scalerName_;
    std::string out_;
    std::vector<std::pair<std::string, std::string>> assumed_;
};

/// The whole file.
class DraftWriter {
public:
    DraftWriter(const Manifests& manifests, const DraftGraph& graph, const std::string& title,
                const std::vector<std::string>& files)
        : manifests_(manifests),
          graph_(graph),
          title_(title),
          files_(files),
          leftOut_(manifests.leftOut) {
        leftOut_.insert(leftOut_.end(), graph.leftOut.begin(), graph.leftOut.end());
    }

    /// `objectives`: what is written as `slos`.
    std::string text(const DraftObjectives& objectives) {
        std::string body = components() + workload() + objectives.text();
        leftOut_.insert(leftOut_.end(), objectives.leftOut().begin(), objectives.leftOut().end());
        body += assumptions();
        return head() + "\n" + body;
    }

private:
    const Scaler* scalerOf(const DraftNode& node) const {
        for (const Scaler& scaler : manifests_.scalers)
            if (componentName(scaler.target) == node.name && node.role == Role::service)
                return &scaler;
        return nullptr;
    }

    std::string head() const {
        std::string files;
        for (const std::string& file : files_) files += (files.empty() ? "" : ", ") + file;
        std::string out = "headroom: 1\nname: " + yamlString(title_) +
                          "\nabout: " + yamlString("First draft from " + files) + "\n\n";
        out += comment(
            "This is what manifests tell: what runs, how much of it, and who names whom. They tell "
            "no times, "
            "no rates and no users.",
            "");
        out += comment(
            "FILL IN what is marked so, in this order: how many users there are and how often they "
            "act; the "
            "`work` of each operation; the `servers` of databases. Traces tell times: headroom "
            "import "
            "traces.json. What production measured sets them: headroom calibrate.",
            "");
        if (leftOut_.empty() && manifests_.unread.empty()) return out;
        out += "#\n# Left out:\n";
        for (const std::string& what : leftOut_) out += comment("- " + what, "");
        for (const auto& [key, owners] : manifests_.unread) {
            std::set<std::string> distinct(owners.begin(), owners.end());
            std::string of;
            for (const std::string& owner : distinct) of += (of.empty() ? "" : ", ") + owner;
            out += comment("- `" + key + "` of " + of, "");
        }
        return out;
    }

    std::string components() {
        std::string out = "components:\n";
        for (const DraftNode& node : graph_.nodes) {
            if (!node.isReached) continue;
            const Scaler* scaler = scalerOf(node);
            ComponentText component(
                graph_, node, scaler,
                scaler == nullptr ? "" : scalerName(manifests_, graph_, *scaler));
            out += component.text();
            assumed_.insert(assumed_.end(), component.assumed().begin(), component.assumed().end());
        }
        for (const Scaler& scaler : manifests_.scalers) {
            const DraftNode* node = graph_.find(componentName(scaler.target));
            if (node != nullptr && node->isReached && scalerOf(*node) == &scaler)
                out += autoscalerText(manifests_, graph_, scaler, *node, leftOut_);
            else
                leftOut_.push_back(scaler.where + ": the autoscaler `" + scaler.name +
                                   "`, whose target `" + scaler.target +
                                   "` is not a service of this draft, or has one already");
        }
        return out;
    }

    std::string workload() {
        const std::vector<std::size_t> entries = graph_.entries();
        std::string out = "\nworkload:\n";
        if (entries.size() == 1) out += "  entry: " + graph_.nodes[entries.front()].name + "\n";
        out += "  users: 100 # FILL IN: assumed\n  profiles:\n";
        for (const std::size_t entry : entries) {
            const DraftNode& node = graph_.nodes[entry];
            std::string actions;
            for (const std::string& operation : node.operations)
                actions += (actions.empty() ? "" : ", ") + operation + ": 1";
            if (actions.empty()) actions = "request: 1";
            out += entries.size() == 1
                       ? "    users: {"
                       : "    of_" + node.name + ": {entry: " + node.name + ", share: " +
                             model::numberText(
                                 std::floor(1000.0 / static_cast<double>(entries.size())) / 10) +
                             " %, ";
            out += "think: exp(10 s), actions: {" + actions + "}} # FILL IN: assumed\n";
        }
        return out + "  range: 100..10 k\n";
    }

    std::string assumptions() const {
        std::string out =
            "\nassumptions:\n  - {says: 100 users act every 10 s, why: Manifests do not tell, "
            "parameter: workload.users}\n";
        for (const auto& [path, says] : assumed_)
            out += "  - {says: " + yamlString(says) + ", why: Manifests do not tell" +
                   (path.empty() ? "" : ", parameter: " + yamlString(path)) + "}\n";
        return out;
    }

    const Manifests& manifests_;
    const DraftGraph& graph_;
    const std::string& title_;
    const std::vector<std::string>& files_;
    std::vector<std::string> leftOut_;
    std::vector<std::pair<std::string, std::string>> assumed_;
};

// By the place of the diagnostic: `slos[2].objective`.
std::map<std::size_t, std::string> brokenPromises(const std::string& text,
                                                  const DraftObjectives& objectives) {
    std::map<std::size_t, std::string> broken;
    const model::ScenarioFile file(text, "draft", ".");
    for (const model::Diagnostic& diagnostic : file.diagnostics()) {
        if (!diagnostic.path.starts_with("slos[")) continue;
        const auto index =
            model::parseNumber(diagnostic.path.substr(5, diagnostic.path.find(']') - 5));
        if (index && *index < static_cast<double>(objectives.promises().size()))
            broken[objectives.promises()[static_cast<std::size_t>(*index)]] =
                "found " + diagnostic.found;
    }
    return broken;
}

}  // namespace

model::Parsed<std::string> draftText(const Manifests& manifests, const std::string& title,
                                     const std::vector<std::string>& files) {
    constexpr std::size_t kMost = 500;
    if (manifests.running.size() > kMost)
        return model::TextError{"more than 500 services", "the manifests of one system", ""};
    const DraftGraph graph = graphOf(manifests);
    std::string leftOut;
    for (const std::string& what : manifests.leftOut)
        leftOut += (leftOut.empty() ? "; left out: " : "; ") + what;
    if (graph.entries().empty())
        return model::TextError{"nothing that takes requests" + leftOut.substr(0, 500),
                                "a service, a Deployment, an autoscaler or an objective", ""};
    // An objective about what the draft has not is found by reading the draft, as everybody does.
    std::map<std::size_t, std::string> without;
    for (;;) {
        const DraftObjectives objectives(manifests, graph, without);
        std::string text = DraftWriter(manifests, graph, title, files).text(objectives);
        const std::size_t before = without.size();
        for (const auto& [promise, why] : brokenPromises(text, objectives))
            without.emplace(promise, why);
        if (without.size() == before) return text;
    }
}

}  // namespace headroom::exchange
