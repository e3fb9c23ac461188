// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/autoscaler.h"

#include "sim/engine/engine.h"
#include "sim/study/interval_metric.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::ScalingMetric;
constexpr SimTime kSecond = 1'000'000'000;
constexpr double kMilli = 1000;

std::int64_t milli(double value) { return std::llround(value * kMilli); }

ScalingTolerance toleranceOf(const model::AutoscalerSpec& spec) {
    return {spec.up.tolerance, spec.down.tolerance};
}

}  // namespace

Autoscaler::Autoscaler(const Program& program, ComponentIndex component, std::uint32_t number)
    : spec_(std::get<model::AutoscalerSpec>(program.components[component].spec->spec)),
      number_(number),
      target_(program.components[component].scales),
      calculator_(toleranceOf(spec_)) {
    const std::uint32_t reserved = program.components[target_].reservedInstances;
    cpuTimes_.resize(reserved);
    pods_.reserve(reserved);
    const SimTime window = spec_.kind == model::AutoscalerKind::kpa ? spec_.kpa.stableWindow.count()
                                                                    : spec_.every.count();
    for (std::size_t i = 0; i < spec_.metrics.size(); ++i) averages_.emplace_back(window, tick());
    proposals_.resize(spec_.metrics.size());
    metrics_.resize(spec_.metrics.size());
}

// Knative gathers by the second and decides more seldom.
SimTime Autoscaler::tick() const {
    const SimTime every = spec_.every.count();
    return spec_.kind == model::AutoscalerKind::kpa ? std::min(kSecond, every) : every;
}

KnativePodAutoscaler::Settings Autoscaler::kpaSettings() const {
    KnativePodAutoscaler::Settings settings;
    settings.target = 1;  // averages are given as numbers of instances
    settings.panicThreshold = spec_.kpa.panicThreshold;
    settings.maxUpRate = spec_.kpa.upRate;
    settings.maxDownRate = spec_.kpa.downRate;
    settings.stableWindow = spec_.kpa.stableWindow.count();
    settings.scaleDownDelay = spec_.kpa.downDelay.count();
    settings.tick = spec_.every.count();
    settings.burstCapacity = spec_.kpa.burst;
    settings.activationScale = spec_.kpa.activation;
    settings.min = spec_.minInstances;
    settings.max = spec_.maxInstances;
    settings.scaleToZeroGrace = spec_.kpa.toZeroGrace.count();
    return settings;
}

TargetTracking::Settings Autoscaler::targetSettings() const {
    TargetTracking::Settings settings;
    for (const ScalingMetric& metric : spec_.metrics) settings.targets.push_back(metric.target);
    settings.highPoints = spec_.tracking.highPoints;
    settings.lowPoints = spec_.tracking.lowPoints;
    settings.lowMargin = spec_.tracking.lowMargin;
    settings.scaleOutCooldown = spec_.tracking.upCooldown.count();
    settings.scaleInCooldown = spec_.tracking.downCooldown.count();
    settings.scaleIn = spec_.tracking.scaleIn;
    settings.min = spec_.minInstances;
    settings.max = spec_.maxInstances;
    return settings;
}

void Autoscaler::start(Engine& engine) {
    const int ready = engine.readyOf(target_);
    switch (spec_.kind) {
        case model::AutoscalerKind::hpa:
            hpa_.emplace(HorizontalPodAutoscaler::Limits{spec_.minInstances, spec_.maxInstances},
                         ScalingBehaviours{spec_.up, spec_.down});
            break;
        case model::AutoscalerKind::kpa: kpa_.emplace(kpaSettings(), engine.now(), ready); break;
        case model::AutoscalerKind::target: tracking_.emplace(targetSettings()); break;
    }
    nextDecision_ = engine.now() + spec_.every.count();
    engine.plan(engine.now() + tick(), {ControlKind::autoscaler, number_});
}

void Autoscaler::onTick(Engine& engine) {
    engine.plan(engine.now() + tick(), {ControlKind::autoscaler, number_});
    switch (spec_.kind) {
        case model::AutoscalerKind::hpa: return tickHpa(engine);
        case model::AutoscalerKind::kpa: return tickKpa(engine);
        case model::AutoscalerKind::target: return tickTarget(engine);
    }
}

Autoscaler::Reading Autoscaler::read(Engine& engine) {
    const Meter& meter = engine.meter(target_);
    const double elapsed = seconds(engine.now() - lastReading_);
    const std::uint64_t area = meter.inSystem.areaUpTo(engine.now());
    Reading reading;
    reading.requests = seconds(static_cast<SimTime>(area - requestArea_)) / elapsed;
    reading.perSecond = static_cast<double>(meter.begunInAll() - begun_) / elapsed;
    requestArea_ = area;
    begun_ = meter.begunInAll();
    readPods(engine);
    for (const PodSample& pod : pods_) reading.cpus += static_cast<double>(pod.usage) / kMilli;
    return reading;
}

// CPU of each instance in thousandths of a CPU. One that became ready since the last reading has no
// figure for the whole of it yet.
void Autoscaler::readPods(Engine& engine) {
    const ComponentInfo& info = engine.program.components[target_];
    const std::uint32_t end = info.firstInstance + info.reservedInstances;  // none of a queue
    const double elapsed = seconds(engine.now() - lastReading_);
    pods_.clear();
    for (std::uint32_t number = info.firstInstance; number != end; ++number) {
        const Instance& instance = engine.instances[number];
        PodSample pod{PodSample::State::pending, 0, instance.cpus * milli(1)};
        if (instance.state == InstanceState::ready) {
            std::uint64_t& before = cpuTimes_[number - info.firstInstance];
            const bool isNew = instance.readySince > lastReading_;
            if (isNew) before = 0;
            const std::uint64_t used = engine.cpuTime(instance);
            pod.usage = milli(seconds(static_cast<SimTime>(used - before)) / elapsed);
            pod.state = isNew ? PodSample::State::unready : PodSample::State::ready;
            before = used;
        }
        const bool counts =
            instance.state != InstanceState::absent && instance.state != InstanceState::draining;
        if (counts) pods_.push_back(pod);
    }
    lastReading_ = engine.now();
}

/// Over all instances, in the unit of the metric's target.
double Autoscaler::total(const Engine& engine, const ScalingMetric& metric,
                         const Reading& reading) const {
    switch (metric.kind) {
        case ScalingMetric::Kind::cpu: return reading.cpus / engine.cpusOf(target_);
        case ScalingMetric::Kind::concurrency: return reading.requests;
        case ScalingMetric::Kind::rps: return reading.perSecond;
        case ScalingMetric::Kind::memory: return engine.memoryShare(target_);
        case ScalingMetric::Kind::metric: return observed(engine, metric.metric).value_or(0);
    }
    return 0;
}

// As a scrape shows it: over the sample intervals that ended in the period, or the last one.
std::optional<double> Autoscaler::observed(const Engine& engine,
                                           const model::MetricRef& metric) const {
    const TargetLog* log = engine.logOf(metric);
    if (log == nullptr || log->intervals.empty()) return std::nullopt;
    const double sample = engine.sampleSeconds();
    const auto wanted = static_cast<std::size_t>(model::toSeconds(spec_.every) / sample);
    const std::size_t count = std::clamp<std::size_t>(wanted, 1, log->intervals.size());
    const std::size_t first = log->intervals.size() - count;
    if (metric.statistic != model::Statistic::mean) {
        const IntervalQuantiles& last = log->quantiles.back();
        const float value = metric.statistic == model::Statistic::p50   ? last.p50
                            : metric.statistic == model::Statistic::p95 ? last.p95
                                                                        : last.p99;
        return std::isnan(value) ? std::nullopt : std::optional<double>(value);
    }
    const auto metrics = intervalMetrics();
    const auto found = std::ranges::find(metrics, metric.metric, &IntervalMetric::metric);
    if (found == metrics.end() || !found->appliesTo(*log)) return std::nullopt;
    return found->value(sumOf(*log, first, log->intervals.size()),
                        sample * static_cast<double>(count));
}

std::optional<int> Autoscaler::propose(const Engine& engine, const ScalingMetric& metric,
                                       const Reading& reading, int current) const {
    std::optional<ReplicaCalculator::Proposal> proposal;
    if (metric.kind == ScalingMetric::Kind::cpu) {
        proposal = calculator_.byUtilisation(current, pods_, std::llround(metric.target * 100));
    } else if (metric.kind == ScalingMetric::Kind::metric) {
        const std::optional<double> value = observed(engine, metric.metric);
        const int ready = engine.readyOf(target_);
        const std::int64_t target = std::max<std::int64_t>(1, milli(metric.target));
        if (value && metric.each)
            proposal = calculator_.byValuePerReplica(current, milli(*value), target);
        else if (value)
            proposal = calculator_.byValue(current, ready, milli(*value), target);
    } else {
        const std::int64_t all = milli(total(engine, metric, reading));
        proposal = calculator_.byValuePerReplica(current, all,
                                                 std::max<std::int64_t>(1, milli(metric.target)));
    }
    return proposal ? std::optional(proposal->replicas) : std::nullopt;
}

void Autoscaler::tickHpa(Engine& engine) {
    const Reading reading = read(engine);
    const int current = engine.wantedOf(target_);
    for (std::size_t i = 0; i < spec_.metrics.size(); ++i)
        proposals_[i] = propose(engine, spec_.metrics[i], reading, current);
    scaleTo(engine, hpa_->reconcile(engine.now(), current, proposals_));
}

// A bucket ends with its second.
void Autoscaler::tickKpa(Engine& engine) {
    const Reading reading = read(engine);
    const SimTime bucket = engine.now() - 1;
    const SimTime stableWindow = spec_.kpa.stableWindow.count();
    const auto panicWindow = std::max<SimTime>(
        kSecond, std::llround(static_cast<double>(stableWindow) * spec_.kpa.panicWindow));
    double stable = 0, panic = 0;
    for (std::size_t i = 0; i < spec_.metrics.size(); ++i) {
        const double target = spec_.metrics[i].target * spec_.kpa.utilisation;
        averages_[i].record(bucket, total(engine, spec_.metrics[i], reading));
        stable = std::max(stable, averages_[i].average(bucket, stableWindow) / target);
        panic = std::max(panic, averages_[i].average(bucket, panicWindow) / target);
    }
    if (engine.now() < nextDecision_) return;
    nextDecision_ += spec_.every.count();
    const int ready = engine.readyOf(target_);
    scaleTo(engine, kpa_->scale(engine.now(), stable, panic, ready));
}

void Autoscaler::tickTarget(Engine& engine) {
    const Reading reading = read(engine);
    const int ready = engine.readyOf(target_);
    for (std::size_t i = 0; i < spec_.metrics.size(); ++i) {
        metrics_[i].reset();
        if (ready == 0) continue;
        const ScalingMetric& metric = spec_.metrics[i];
        const bool isOther = metric.kind == ScalingMetric::Kind::metric;
        if (isOther && !observed(engine, metric.metric)) continue;
        metrics_[i] = total(engine, metric, reading) / (isOther && !metric.each ? 1 : ready);
    }
    scaleTo(engine, tracking_->decide(engine.now(), engine.wantedOf(target_), metrics_));
}

void Autoscaler::scaleTo(Engine& engine, int count) {
    if (count == engine.wantedOf(target_)) return;
    engine.onScaled();
    engine.scaleTo(target_, count);
}

}  // namespace headroom::sim
