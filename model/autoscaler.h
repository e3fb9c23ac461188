// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What changes the number of instances while the system runs.
namespace headroom::model {

/// hpa: Kubernetes HorizontalPodAutoscaler v2 (pkg/controller/podautoscaler). kpa: Knative's
/// autoscaler (knative/serving pkg/autoscaler/scaling). target: AWS target tracking ("Target
/// tracking scaling policies for Application Auto Scaling"). What Cloud Run does besides starting
/// instances for waiting requests is the `scaling` of a function.
enum class AutoscalerKind : std::uint8_t { hpa, kpa, target };

/// What is held at a target. cpu: busy share of CPUs. memory: share of `memory.limit`. concurrency:
/// requests held by an instance. rps: requests a second and instance. metric: any other.
struct ScalingMetric {
    enum class Kind : std::uint8_t { cpu, memory, concurrency, rps, metric };
    Kind kind = Kind::cpu;
    double target = 0.8;  ///< in base units, above 0
    MetricRef metric;     ///< Kind::metric: `{metric: events.queue_length, each: 100}`
    bool each = true;  ///< Kind::metric: the target is for each instance (AverageValue), else Value
};

/// Within any `period` the count changes by at most `value` instances, or by `value` of what there
/// was at its beginning.
struct ScalingPolicy {
    enum class Kind : std::uint8_t { instances, share };
    Kind kind = Kind::share;
    double value = 1;  ///< a count, or a fraction: 1 is 100 %
    Duration period = std::chrono::seconds(15);
};

/// One direction. Defaults of autoscaling/v2: up {0 s, the greater of 4 instances and 100 % in 15
/// s}, down {300 s, 100 % in 15 s}.
struct ScalingBehaviour {
    enum class Select : std::uint8_t { most, least, disabled };
    Duration stabilisation{};             ///< the most moderate recommendation of this time counts
    std::vector<ScalingPolicy> policies;  ///< empty: any change
    Select select = Select::most;  ///< of several policies; disabled: never in this direction
    double tolerance = 0.1;        ///< no change while current/target is within 1 ± this
};

/// Of kind kpa; config/core/configmaps/autoscaler.yaml.
struct KpaSettings {
    Duration stableWindow = std::chrono::seconds(60);  ///< 6 s … 1 h
    double panicWindow = 0.1;   ///< of the stable window, 0.01 … 1; 1 s at least
    double panicThreshold = 2;  ///< desired over ready instances, 1.1 … 10
    double utilisation = 0.7;   ///< of the target that is really aimed at, 0 … 1
    double upRate = 1000;       ///< desired over ready instances at most, above 1
    double downRate = 2;        ///< ready over desired at most, above 1
    Duration downDelay{};       ///< the most of this time is kept
    Duration toZeroGrace = std::chrono::seconds(30);
    double burst = 211;  ///< requests above capacity that must fit; below 0: unlimited
    int activation = 1;  ///< least number above 0
};

/// Of kind target, with a data point each `every`. AWS shows 3 and 15 data points of a minute and
/// 10 % in the alarms that these policies create; cooldowns are those of ECS.
struct TargetSettings {
    int highPoints = 3;      ///< data points in a row above the target before instances are added
    int lowPoints = 15;      ///< below target · (1 − lowMargin) before some are removed
    double lowMargin = 0.1;  ///< 0 … 1
    Duration upCooldown = std::chrono::minutes(5);
    Duration downCooldown = std::chrono::minutes(5);
    bool scaleIn = true;
};

/// Scales a service, gateway or queue (its consumers) by name. It begins with the component's own
/// `instances`; a number beyond the bounds is brought back into them at once.
struct AutoscalerSpec {
    std::string scales;
    AutoscalerKind kind = AutoscalerKind::hpa;
    int minInstances = 1;                       ///< 0 with kpa only
    int maxInstances = 10;                      ///< Kubernetes has no default; this is ours
    std::vector<ScalingMetric> metrics;         ///< the greatest result counts; never empty
    Duration every = std::chrono::seconds(15);  ///< hpa 15 s, kpa 2 s, target 1 min
    std::optional<Distribution> startUp;        ///< instead of the component's own `start_up`
    ScalingBehaviour up, down;
    /// hpa: CPU of an instance younger than this counts only once it is ready and measured since.
    Duration cpuInitialisation = std::chrono::minutes(5);
    /// hpa: an instance that was never ready within this time of its start is not ready yet.
    Duration initialReadiness = std::chrono::seconds(30);
    TargetSettings tracking;  ///< target
    KpaSettings kpa;
};

/// What a kind does where the file says nothing, with the metric it then has: hpa CPU 80 %, kpa
/// concurrency 100 for each instance (of which 70 % are aimed at), target CPU 60 %.
AutoscalerSpec autoscalerDefaults(AutoscalerKind kind);

}  // namespace headroom::model
