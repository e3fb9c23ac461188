// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/exports.h"
#include "app/exchange/yaml_out.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::exchange {

namespace {

using Json = nlohmann::ordered_json;
using model::AutoscalerSpec;
using model::ScalingBehaviour;
using model::ScalingMetric;
using model::ScalingPolicy;

/// A quantity of Kubernetes: whole, or in thousandths.
std::string quantity(double value) {
    const double milli = std::round(value * 1000);
    if (std::fmod(milli, 1000) == 0) return std::to_string(static_cast<std::int64_t>(milli / 1000));
    return std::to_string(static_cast<std::int64_t>(milli)) + "m";
}

Json resource(const char* name, double share) {
    return {{"type", "Resource"},
            {"resource",
             {{"name", name},
              {"target",
               {{"type", "Utilization"}, {"averageUtilization", std::lround(share * 100)}}}}}};
}

Json ofPods(const char* name, double target) {
    return {{"type", "Pods"},
            {"pods",
             {{"metric", {{"name", name}}},
              {"target", {{"type", "AverageValue"}, {"averageValue", quantity(target)}}}}}};
}

Json external(const ScalingMetric& metric) {
    const std::string name = labelName(toText(metric.metric));
    const Json target =
        metric.each ? Json{{"type", "AverageValue"}, {"averageValue", quantity(metric.target)}}
                    : Json{{"type", "Value"}, {"value", quantity(metric.target)}};
    return {{"type", "External"}, {"external", {{"metric", {{"name", name}}}, {"target", target}}}};
}

Json metricOf(const ScalingMetric& metric) {
    switch (metric.kind) {
        case ScalingMetric::Kind::cpu: return resource("cpu", metric.target);
        case ScalingMetric::Kind::memory: return resource("memory", metric.target);
        case ScalingMetric::Kind::concurrency: return ofPods("requests_in_flight", metric.target);
        case ScalingMetric::Kind::rps: return ofPods("requests_per_second", metric.target);
        case ScalingMetric::Kind::metric: break;
    }
    return external(metric);
}

Json policyOf(const ScalingPolicy& policy) {
    const bool pods = policy.kind == ScalingPolicy::Kind::instances;
    return {{"type", pods ? "Pods" : "Percent"},
            {"value", std::lround(pods ? policy.value : policy.value * 100)},
            {"periodSeconds", std::max(1L, std::lround(model::toSeconds(policy.period)))}};
}

Json behaviourOf(const ScalingBehaviour& behaviour) {
    using Select = ScalingBehaviour::Select;
    Json policies = Json::array();
    for (const ScalingPolicy& policy : behaviour.policies) policies.push_back(policyOf(policy));
    // Without policies Kubernetes puts in its own; ours means any change.
    if (policies.empty())
        policies.push_back({{"type", "Pods"},
                            {"value", std::numeric_limits<std::int32_t>::max()},
                            {"periodSeconds", 1}});
    Json json = {
        {"stabilizationWindowSeconds", std::lround(model::toSeconds(behaviour.stabilisation))},
        {"selectPolicy", behaviour.select == Select::most    ? "Max"
                         : behaviour.select == Select::least ? "Min"
                                                             : "Disabled"},
        {"policies", std::move(policies)}};
    if (behaviour.tolerance != 0.1)
        json["tolerance"] = quantity(behaviour.tolerance);  // Kubernetes 1.33 or later
    return json;
}

Json manifestOf(const model::Component& component, const AutoscalerSpec& scaler) {
    Json metrics = Json::array();
    for (const ScalingMetric& metric : scaler.metrics) metrics.push_back(metricOf(metric));
    return {
        {"apiVersion", "autoscaling/v2"},
        {"kind", "HorizontalPodAutoscaler"},
        {"metadata", {{"name", labelName(component.name)}}},
        {"spec",
         {{"scaleTargetRef",
           {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", labelName(scaler.scales)}}},
          {"minReplicas", scaler.minInstances},
          {"maxReplicas", scaler.maxInstances},
          {"metrics", std::move(metrics)},
          {"behavior",
           {{"scaleUp", behaviourOf(scaler.up)}, {"scaleDown", behaviourOf(scaler.down)}}}}}};
}

}  // namespace

std::string horizontalPodAutoscalers(const model::Scenario& scenario) {
    std::string text;
    for (const model::Component& component : scenario.components) {
        const auto* scaler = std::get_if<AutoscalerSpec>(&component.spec);
        if (scaler == nullptr || scaler->kind != model::AutoscalerKind::hpa) continue;
        text += (text.empty() ? "" : "---\n") + yamlText(manifestOf(component, *scaler));
    }
    return text;
}

}  // namespace headroom::exchange
