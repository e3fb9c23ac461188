// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft_objectives.h"

#include "app/exchange/exports.h"
#include "app/exchange/yaml_out.h"
#include "app/report/safe_text.h"
#include "model/quantity/number_text.h"

#include <algorithm>
#include <cmath>

namespace headroom::exchange {

namespace {

using model::AutoscalerSpec;
using model::Metric;
using model::MetricRef;
using model::ScalingBehaviour;
using model::ScalingMetric;
using model::ScalingPolicy;
using model::Statistic;
using model::toText;
using model::Unit;

/// A figure as the format writes it.
std::string quantityText(double value, Unit unit) {
    switch (unit) {
        case Unit::seconds: return toText(model::fromSeconds(value));
        case Unit::perSecond: return toText(model::Rate{value});
        case Unit::share: return toText(model::Share{value});
        case Unit::bytes: return toText(model::Bytes{std::llround(value)});
        case Unit::usd: return toText(model::Money{value});
        case Unit::bytesPerSecond: return toText(model::Bandwidth{value});
        case Unit::count: break;
    }
    return toText(model::Count{value});
}

std::string windowText(model::Duration window) {
    using std::chrono::hours;
    if (window % hours(24) == model::Duration::zero())
        return std::to_string(window / hours(24)) + " days";
    return toText(window);
}

/// The metric behind the name that an export gives it for Kubernetes.
std::optional<MetricRef> metricCalled(const std::string& name, const DraftGraph& graph) {
    for (const DraftNode& node : graph.nodes)
        for (int m = 0; m < model::kMetricCount; ++m)
            for (int s = 0; s < model::kStatisticCount; ++s) {
                const MetricRef ref{node.name, "", static_cast<Metric>(m),
                                    static_cast<Statistic>(s), ""};
                if (s > 0 && !isTime(ref.metric)) break;
                if (node.isReached && labelName(toText(ref)) == name) return ref;
            }
    return std::nullopt;
}

std::string policiesText(const ScalingBehaviour& behaviour) {
    std::string out;
    for (const ScalingPolicy& policy : behaviour.policies) {
        const bool count = policy.kind == ScalingPolicy::Kind::instances;
        out += (out.empty() ? "" : ", ") +
               (count ? model::numberText(policy.value) : toText(model::Share{policy.value})) +
               " every " + toText(policy.period);
    }
    return "[" + out + "]";
}

bool same(const ScalingBehaviour& a, const ScalingBehaviour& b) {
    return a.stabilisation == b.stabilisation && a.select == b.select &&
           a.tolerance == b.tolerance && policiesText(a) == policiesText(b);
}

std::string directionText(const ScalingBehaviour& behaviour) {
    using Select = ScalingBehaviour::Select;
    std::string out = "{stabilisation: " + toText(behaviour.stabilisation) +
                      ", policies: " + policiesText(behaviour);
    if (behaviour.select != Select::most)
        out +=
            std::string(", select: ") + (behaviour.select == Select::least ? "least" : "disabled");
    if (behaviour.tolerance != 0.1)
        out += ", tolerance: " + toText(model::Share{behaviour.tolerance});
    return out + "}";
}

/// Utilisation is a share of what is requested; here it is one of the CPUs there are.
double shareOfCpus(double target, const DraftNode& node) {
    const Running* running = node.running;
    if (running == nullptr || !running->cpuRequest || !running->cpuLimit) return target;
    return target * *running->cpuRequest / *running->cpuLimit;
}

std::string metricText(const ScalingMetric& metric, const DraftNode& node) {
    switch (metric.kind) {
        case ScalingMetric::Kind::cpu:
            return "{cpu: " + toText(model::Share{shareOfCpus(metric.target, node)}) + "}";
        case ScalingMetric::Kind::memory:
            return "{memory: " + toText(model::Share{metric.target}) + "}";
        case ScalingMetric::Kind::concurrency:
            return "{concurrency: " + model::numberText(metric.target) + "}";
        case ScalingMetric::Kind::rps: return "{rps: " + toText(model::Rate{metric.target}) + "}";
        case ScalingMetric::Kind::metric: break;
    }
    return "{metric: " + toText(metric.metric) + (metric.each ? ", each: " : ", value: ") +
           quantityText(metric.target, unitOf(metric.metric.metric)) + "}";
}

}  // namespace

DraftObjectives::DraftObjectives(const Manifests& manifests, const DraftGraph& graph,
                                 const std::map<std::size_t, std::string>& without) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < manifests.promises.size(); ++i) {
        const Promise& promise = manifests.promises[i];
        if (const auto why = without.find(i); why != without.end()) {
            leftOut_.push_back(promise.where + ": the objective `" + promise.name +
                               "`: " + why->second);
            continue;
        }
        MetricRef metric = promise.metric;
        if (metric.target.empty()) {
            const DraftNode* service = graph.find(componentName(promise.service));
            const bool isPart = service != nullptr && service->isReached && !service->isEntry;
            metric.target = isPart ? service->name : "workload";
        }
        std::string name = promise.name;
        for (int number = 2; !names.insert(name).second; ++number)
            name = promise.name + " " + std::to_string(number);
        promises_.push_back(i);
        text_ += "  - {name: " + yamlString(name) + ", objective: " +
                 yamlString(toText(metric) + (promise.below ? " < " : " > ") +
                            quantityText(promise.threshold, unitOf(metric.metric)));
        if (promise.over) text_ += ", over: " + windowText(*promise.over);
        text_ += "} # " + report::printable(promise.where);
        text_ += promise.note.empty() ? "\n" : ": assumed: " + promise.note + "\n";
    }
    if (!text_.empty()) text_ = "\nslos:\n" + text_;
}

std::string scalerName(const Manifests& manifests, const DraftGraph& graph, const Scaler& scaler) {
    const std::string name = componentName(scaler.name);
    const auto first = std::ranges::find_if(
        manifests.scalers, [&](const Scaler& other) { return componentName(other.name) == name; });
    const bool isTaken = graph.find(name) != nullptr || name == "workload" || &*first != &scaler;
    return isTaken ? componentName(scaler.target) + "_hpa" : name;
}

std::string autoscalerText(const Manifests& manifests, const DraftGraph& graph,
                           const Scaler& scaler, const DraftNode& node,
                           std::vector<std::string>& leftOut) {
    const AutoscalerSpec standard = model::autoscalerDefaults(model::AutoscalerKind::hpa);
    const AutoscalerSpec& spec = scaler.spec;
    std::string metrics;
    for (std::size_t i = 0; i < spec.metrics.size(); ++i) {
        ScalingMetric metric = spec.metrics[i];
        if (metric.kind == ScalingMetric::Kind::metric) {
            const auto found = metricCalled(scaler.external.at(i), graph);
            if (!found) {
                leftOut.push_back(scaler.where + ": the metric `" + scaler.external[i] + "` of `" +
                                  scaler.name + "`, which nothing in this draft has");
                continue;
            }
            metric.metric = *found;
        }
        metrics += (metrics.empty() ? "" : ", ") + metricText(metric, node);
    }
    std::string out = "  " + scalerName(manifests, graph, scaler) + ": # " +
                      report::printable(scaler.where) +
                      "\n    type: autoscaler\n    scales: " + node.name +
                      "\n    kind: hpa\n    instances: {min: " + std::to_string(spec.minInstances) +
                      ", max: " + std::to_string(spec.maxInstances) + "}\n";
    const bool converts = node.running != nullptr && node.running->cpuRequest &&
                          node.running->cpuLimit &&
                          *node.running->cpuRequest != *node.running->cpuLimit;
    if (!metrics.empty())
        out += "    metrics: [" + metrics + "]" +
               (converts ? " # shares of requested CPU, as shares of its limit" : "") + "\n";
    else
        out += "    metrics: [{cpu: 80 %}] # Kubernetes' default; none was understood\n";
    out +=
        "    start_up: 20 s # FILL IN: assumed, from the decision until an instance takes "
        "requests\n";
    if (!same(spec.up, standard.up)) out += "    up: " + directionText(spec.up) + "\n";
    if (!same(spec.down, standard.down)) out += "    down: " + directionText(spec.down) + "\n";
    return out;
}

}  // namespace headroom::exchange
