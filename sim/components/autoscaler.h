// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/autoscaler.h"
#include "sim/control/horizontal_pod_autoscaler.h"
#include "sim/control/knative_pod_autoscaler.h"
#include "sim/control/replica_calculator.h"
#include "sim/control/target_tracking.h"
#include "sim/control/windowed_average.h"
#include "sim/program/program.h"

#include <optional>
#include <vector>

namespace headroom::sim {

class Engine;
class Service;

/// Changes the number of instances of a service or gateway, or of consumers of a queue. At each of its sync periods it reads the metrics
/// that the real one would read, hands them to the algorithm of its kind (sim/control) and has the
/// component start or drain them.
///
/// Metrics are means since the period before, as a scrape gives them: CPU time used by each
/// instance, memory at the moment, requests in the component (waiting ones included, as Knative's
/// queue-proxy and activator count them), requests begun; any other metric as the sample intervals
/// show it that have ended since. Kind hpa leaves out the CPU of instances
/// that became ready within the period; kind kpa keeps buckets of a second.
class Autoscaler {
public:
    Autoscaler(const Program& program, ComponentIndex component, std::uint32_t number);

    void start(Engine& engine);
    void onTick(Engine& engine);

private:
    /// What was used since the last reading.
    struct Reading {
        double cpus = 0;       ///< in use on average
        double requests = 0;   ///< in the component on average
        double perSecond = 0;  ///< begun
    };
    Reading read(Engine& engine);
    void readPods(Engine& engine);
    double total(const Engine& engine, const model::ScalingMetric& metric, const Reading& r) const;
    std::optional<double> observed(const Engine& engine, const model::MetricRef& metric) const;
    void tickHpa(Engine& engine);
    void tickKpa(Engine& engine);
    void tickTarget(Engine& engine);
    std::optional<int> propose(const Engine& engine, const model::ScalingMetric& metric,
                               const Reading& reading, int current) const;
    void scaleTo(Engine& engine, int count);
    KnativePodAutoscaler::Settings kpaSettings() const;
    TargetTracking::Settings targetSettings() const;
    SimTime tick() const;

    model::AutoscalerSpec spec_;
    std::uint32_t number_;
    ComponentIndex target_;
    ReplicaCalculator calculator_;
    std::optional<HorizontalPodAutoscaler> hpa_;
    std::optional<KnativePodAutoscaler> kpa_;
    std::optional<TargetTracking> tracking_;
    std::vector<WindowedAverage> averages_;  ///< by metric, for kpa
    SimTime lastReading_ = 0;
    SimTime nextDecision_ = 0;
    std::uint64_t requestArea_ = 0, begun_ = 0;
    std::vector<std::uint64_t> cpuTimes_;  ///< by instance of the service
    std::vector<PodSample> pods_;
    HorizontalPodAutoscaler::Proposals proposals_;
    TargetTracking::Metrics metrics_;
};

}  // namespace headroom::sim
