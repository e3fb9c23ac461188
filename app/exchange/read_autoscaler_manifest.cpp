// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

/// HorizontalPodAutoscaler, autoscaling/v2 (and /v1, which knows CPU only): kubernetes/api,
/// autoscaling/v2/types.go. Defaults are those of the format, which are those of Kubernetes.
namespace headroom::exchange {

namespace {

using model::AutoscalerSpec;
using model::ScalingBehaviour;
using model::ScalingMetric;
using model::ScalingPolicy;

constexpr int kMostInstances = 100'000;

class AutoscalerReader {
public:
    AutoscalerReader(const ForeignYaml& object, const Source& source)
        : object_(object), source_(source) {}

    void read() {
        out_.name = object_.textAt("metadata.name");
        out_.where = source_.placeOf(object_);
        out_.target = object_.textAt("spec.scaleTargetRef.name");
        if (out_.target.empty())
            return source_.leaveOut(object_, "a HorizontalPodAutoscaler without a target");
        readBounds();
        out_.spec.metrics.clear();
        if (const ForeignYaml* metrics = object_.at("spec.metrics"))
            for (const ForeignYaml& metric : metrics->children) readMetric(metric);
        if (const auto cpu =
                wholeOf(object_.textAt("spec.targetCPUUtilizationPercentage"), 1, 1000))
            addMetric(ScalingMetric::Kind::cpu, *cpu / 100.0);
        if (const ForeignYaml* behaviour = object_.at("spec.behavior")) {
            if (const ForeignYaml* up = behaviour->find("scaleUp"))
                readDirection(*up, out_.spec.up);
            if (const ForeignYaml* down = behaviour->find("scaleDown"))
                readDirection(*down, out_.spec.down);
        }
        source_.into.scalers.push_back(std::move(out_));
    }

private:
    void readBounds() {
        const auto least = wholeOf(object_.textAt("spec.minReplicas"), 0, kMostInstances);
        const auto most = wholeOf(object_.textAt("spec.maxReplicas"), 1, kMostInstances);
        if (least == 0)
            source_.leaveOut(object_,
                             "`minReplicas: 0`, which only Knative's autoscaler has here; 1 "
                             "instance stays");
        out_.spec.minInstances = std::max(1, least.value_or(1));
        out_.spec.maxInstances = std::max(out_.spec.minInstances, most.value_or(10));
    }

    ScalingMetric& addMetric(ScalingMetric::Kind kind, double target) {
        ScalingMetric metric;
        metric.kind = kind;
        metric.target = target;
        out_.spec.metrics.push_back(metric);
        out_.external.emplace_back();
        return out_.spec.metrics.back();
    }

    void leaveOut(const ForeignYaml& metric, const std::string& what) const {
        source_.leaveOut(metric, "the metric " + what + " of `" + out_.name + "`");
    }

    void readMetric(const ForeignYaml& metric) {
        const std::string_view type = metric.textAt("type");
        if (type == "Resource") return readResource(metric, *orNone(metric.find("resource")));
        if (type == "ContainerResource")
            return readResource(metric, *orNone(metric.find("containerResource")));
        if (type == "Pods") return readPods(metric);
        if (type == "External") return readExternal(metric);
        leaveOut(metric, "of type `" + std::string(type) + "`");
    }

    static const ForeignYaml* orNone(const ForeignYaml* value) {
        static const ForeignYaml none;
        return value != nullptr ? value : &none;
    }

    void readResource(const ForeignYaml& metric, const ForeignYaml& resource) {
        const std::string name(resource.textAt("name"));
        const auto percent = wholeOf(resource.textAt("target.averageUtilization"), 1, 100'000);
        if (!percent || (name != "cpu" && name != "memory"))
            return leaveOut(metric,
                            "`" + name + "`, which has no `averageUtilization` of cpu or memory,");
        addMetric(name == "cpu" ? ScalingMetric::Kind::cpu : ScalingMetric::Kind::memory,
                  *percent / 100.0);
    }

    void readPods(const ForeignYaml& metric) {
        const std::string name(metric.textAt("pods.metric.name"));
        const auto target = coresOf(metric.textAt("pods.target.averageValue"));
        const auto has = [&](std::string_view word) {
            return name.find(word) != std::string::npos;
        };
        if (!target) return leaveOut(metric, "`" + name + "`, whose target is no number,");
        if (has("per_second") || has("rps") || has("_rate"))
            addMetric(ScalingMetric::Kind::rps, *target);
        else if (has("in_flight") || has("inflight") || has("concurren") || has("active_requests"))
            addMetric(ScalingMetric::Kind::concurrency, *target);
        else
            leaveOut(metric, "`" + name + "`, which the model has not,");
    }

    // What it is called outside is compared with what is in the draft once that is known.
    void readExternal(const ForeignYaml& metric) {
        const ForeignYaml& external = *orNone(metric.find("external"));
        const auto each = coresOf(external.textAt("target.averageValue"));
        const auto value = coresOf(external.textAt("target.value"));
        const std::string name(external.textAt("metric.name"));
        if (!each && !value) return leaveOut(metric, "`" + name + "`, whose target is no number,");
        addMetric(ScalingMetric::Kind::metric, each ? *each : *value).each = each.has_value();
        out_.external.back() = name;
    }

    static model::Duration secondsOf(int seconds) { return std::chrono::seconds(seconds); }

    void readDirection(const ForeignYaml& from, ScalingBehaviour& into) const {
        using Select = ScalingBehaviour::Select;
        if (const auto window = wholeOf(from.textAt("stabilizationWindowSeconds"), 0, 3600))
            into.stabilisation = secondsOf(*window);
        const std::string_view select = from.textAt("selectPolicy");
        into.select = select == "Min"        ? Select::least
                      : select == "Disabled" ? Select::disabled
                                             : Select::most;
        if (const auto tolerance = coresOf(from.textAt("tolerance"))) into.tolerance = *tolerance;
        const ForeignYaml* policies = from.find("policies");
        if (policies == nullptr || policies->children.empty()) return;
        into.policies.clear();
        for (const ForeignYaml& policy : policies->children) readPolicy(policy, into);
    }

    void readPolicy(const ForeignYaml& policy, ScalingBehaviour& into) const {
        constexpr int kMost = std::numeric_limits<std::int32_t>::max();
        const auto value = wholeOf(policy.textAt("value"), 1, kMost);
        const auto period = wholeOf(policy.textAt("periodSeconds"), 1, 1800);
        if (!value || !period)
            return source_.leaveOut(policy, "a policy of `" + out_.name + "` that cannot be read");
        // Any change at all: what an export writes for no policies.
        if (*value == kMost) return;
        const bool pods = policy.textAt("type") == "Pods";
        into.policies.push_back({pods ? ScalingPolicy::Kind::instances : ScalingPolicy::Kind::share,
                                 pods ? *value : *value / 100.0, secondsOf(*period)});
    }

    const ForeignYaml& object_;
    const Source& source_;
    Scaler out_{.spec = model::autoscalerDefaults(model::AutoscalerKind::hpa)};
};

}  // namespace

void readAutoscaler(const ForeignYaml& object, const Source& source) {
    AutoscalerReader(object, source).read();
}

}  // namespace headroom::exchange
