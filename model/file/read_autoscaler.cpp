// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/policy_reader.h"
#include "model/file/quantity_reader.h"
#include "model/said.h"

#include <array>

namespace headroom::model {
namespace {

/// In English: `an autoscaler of kind `kpa``
const char* ofKind(AutoscalerKind kind) {
    constexpr std::array kKinds = {HEADROOM_SAID("Model", "an autoscaler of kind `hpa`"),
                                   HEADROOM_SAID("Model", "an autoscaler of kind `kpa`"),
                                   HEADROOM_SAID("Model", "an autoscaler of kind `target`")};
    return kKinds[static_cast<std::size_t>(kind)];
}

std::string saidKind(AutoscalerKind kind) { return said("Model", ofKind(kind)); }

/// `{metric: events.queue_length, each: 100}`
void readOtherMetric(MapReader& map, ScalingMetric& out) {
    Reading& reading = map.reading();
    const auto entry = map.require("metric");
    std::string text;
    if (!entry || !readText(reading, *entry, text)) return;
    const Parsed<MetricRef> metric = parseMetricRef(text);
    if (!metric) return reading.textError(*entry, metric.error());
    out.metric = *metric;
    const auto each = map.get("each");
    const auto value = map.get("value");
    if (each && value)
        reading.errorAtKey(*value, said("Model", "`value` beside `each`"),
                           said("Model", "one of them"));
    if (!each && !value)
        return map.error(said("Model", "a metric without a target"),
                         said("Model", "`each` for an instance, or `value` for all"));
    out.each = each.has_value();
    const Item& given = each ? *each : *value;
    const auto target = readQuantityOf(reading, given, unitOf(metric->metric));
    if (target) out.target = *target;
    if (target && !(*target > 0)) reading.wrongKind(given, said("Model", "a target above 0"));
}

/// Reads every target there is, so that all keys are known; there should be one.
int readTargets(MapReader& map, ScalingMetric& metric) {
    using Kind = ScalingMetric::Kind;
    int given = 0;
    const auto take = [&](std::string_view key, Kind kind) {
        if (!map.has(key)) return false;
        metric.kind = kind;
        ++given;
        return true;
    };
    if (take("cpu", Kind::cpu)) map.sharePositive("cpu", metric.target);
    if (take("memory", Kind::memory)) map.sharePositive("memory", metric.target);
    if (take("concurrency", Kind::concurrency))
        map.count("concurrency", metric.target, Zero::forbidden);
    if (Rate rate; take("rps", Kind::rps)) {
        map.rate("rps", rate, Zero::forbidden);
        metric.target = rate.perSecond;
    }
    if (take("metric", Kind::metric)) readOtherMetric(map, metric);
    for (const std::string_view key : {"each", "value"}) {
        const auto target = map.get(key);
        if (target && !map.has("metric"))
            map.reading().errorAtKey(*target, said("Model", "%1 without `metric`", {quoted(key)}),
                                     said("Model", "`metric`, what it is a target of"));
    }
    return given;
}

ScalingMetric readMetric(Reading& reading, const Item& item) {
    ScalingMetric metric;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a metric of an autoscaler"));
    const int given = readTargets(map, metric);
    const bool isEmpty = given == 0 && item.node->children.empty();
    if (map.isMapping() && (given > 1 || isEmpty))
        map.error(
            given > 1 ? said("Model", "several metrics in one entry")
                      : said("Model", "a metric without a name"),
            said("Model", "one of `cpu`, `memory`, `concurrency`, `rps` or `metric` in each"));
    return metric;
}

void readMetrics(MapReader& owner, AutoscalerSpec& spec) {
    const auto entry = owner.get("metrics");
    if (!entry) return;
    if (!entry->node->isSequence() || entry->node->children.empty())
        return owner.reading().wrongKind(*entry,
                                         said("Model", "a list of metrics such as [{cpu: 70 %}]"));
    spec.metrics.clear();
    for (std::size_t i = 0; i < entry->node->children.size(); ++i) {
        const Item item = elementOf(*entry, i);
        spec.metrics.push_back(readMetric(owner.reading(), item));
        const bool fits = spec.kind != AutoscalerKind::kpa ||
                          spec.metrics.back().kind == ScalingMetric::Kind::concurrency ||
                          spec.metrics.back().kind == ScalingMetric::Kind::rps;
        if (!fits)
            owner.reading().error(item,
                                  said("Model", "a metric that %1 has not", {saidKind(spec.kind)}),
                                  said("Model", "`concurrency` or `rps`"));
    }
    if (spec.kind == AutoscalerKind::kpa && spec.metrics.size() > 1)
        owner.reading().error(elementOf(*entry, 1),
                              said("Model", "a second metric in %1", {saidKind(spec.kind)}),
                              said("Model", "one metric"));
}

void readInstances(MapReader& owner, AutoscalerSpec& spec) {
    const auto entry = owner.get("instances");
    if (!entry) return;
    MapReader map(owner.reading(), *entry,
                  HEADROOM_SAID("Model", "the `instances` of an autoscaler"));
    map.whole("min", spec.minInstances, {.least = 0, .most = kMostServers});
    map.whole("max", spec.maxInstances, {.least = 1, .most = kMostServers});
    checkOrder(map, "min", spec.minInstances, spec.maxInstances);
    const auto least = map.get("min");
    if (least && spec.minInstances == 0 && spec.kind != AutoscalerKind::kpa)
        owner.reading().error(*least, said("Model", "`0` in %1", {saidKind(spec.kind)}),
                              said("Model", "1 or more; only `kind: kpa` scales to zero"));
}

/// `4 every 15 s` or `100 % every 15 s`
std::optional<ScalingPolicy> readPolicy(Reading& reading, const Item& item) {
    const auto parts = item.node->isScalar() ? splitEvery(item.node->text) : std::nullopt;
    const auto period = parts ? parseDuration(parts->period) : Parsed<Duration>(TextError{});
    const auto amount = parts ? parseQuantity(parts->amount) : Parsed<Quantity>(TextError{});
    const bool isShare = amount && std::holds_alternative<Share>(*amount);
    const bool isCount = amount && std::holds_alternative<Count>(*amount);
    if (!period || period->count() == 0 || !(isShare || isCount) || !(magnitude(*amount) > 0)) {
        reading.wrongKind(item,
                          said("Model", "a policy such as `4 every 15 s` or `100 % every 15 s`"));
        return {};
    }
    return ScalingPolicy{isShare ? ScalingPolicy::Kind::share : ScalingPolicy::Kind::instances,
                         magnitude(*amount), *period};
}

void readPolicies(MapReader& map, ScalingBehaviour& behaviour) {
    const auto entry = map.get("policies");
    if (!entry) return;
    if (!entry->node->isSequence())
        return map.reading().wrongKind(*entry,
                                       said("Model", "a list of policies such as [4 every 15 s]"));
    behaviour.policies.clear();
    for (std::size_t i = 0; i < entry->node->children.size(); ++i) {
        if (const auto policy = readPolicy(map.reading(), elementOf(*entry, i)))
            behaviour.policies.push_back(*policy);
    }
}

void readSelect(MapReader& map, ScalingBehaviour& behaviour) {
    using Select = ScalingBehaviour::Select;
    map.choice<Select>(
        "select", behaviour.select,
        {{"most", Select::most}, {"least", Select::least}, {"disabled", Select::disabled}});
}

void readHpaDirection(MapReader& owner, std::string_view key, const char* what,
                      ScalingBehaviour& behaviour) {
    const auto entry = owner.get(key);
    if (!entry) return;
    MapReader map(owner.reading(), *entry, what);
    map.duration("stabilisation", behaviour.stabilisation);
    readPolicies(map, behaviour);
    readSelect(map, behaviour);
    map.share("tolerance", behaviour.tolerance);
}

void readHpa(MapReader& map, AutoscalerSpec& spec) {
    map.share("tolerance", spec.up.tolerance);
    spec.down.tolerance = spec.up.tolerance;
    readHpaDirection(map, "up", HEADROOM_SAID("Model", "`up` of an autoscaler of kind `hpa`"),
                     spec.up);
    readHpaDirection(map, "down", HEADROOM_SAID("Model", "`down` of an autoscaler of kind `hpa`"),
                     spec.down);
    map.duration("cpu_initialisation", spec.cpuInitialisation);
    map.duration("initial_readiness", spec.initialReadiness);
}

void readFactor(MapReader& map, std::string_view key, double& out, double least, double most) {
    const auto entry = map.get(key);
    double value = 0;
    if (!entry || !readWeight(map.reading(), *entry, value)) return;
    if (value >= least && value <= most) {
        out = value;
        return;
    }
    map.reading().wrongKind(
        *entry, said("Model", "from %1 to %2", {toText(Count{least}), toText(Count{most})}));
}

void readKpa(MapReader& map, KpaSettings& kpa) {
    map.duration("stable_window", kpa.stableWindow);
    if (const auto entry = map.get("stable_window");
        entry &&
        (kpa.stableWindow < std::chrono::seconds(6) || kpa.stableWindow > std::chrono::hours(1)))
        map.reading().wrongKind(*entry, said("Model", "from `6 s` to `1 h`"));
    readFactor(map, "panic_window", kpa.panicWindow, 0.01, 1);
    readFactor(map, "panic_threshold", kpa.panicThreshold, 1.1, 10);
    map.sharePositive("utilisation", kpa.utilisation);
    readFactor(map, "up_rate", kpa.upRate, 1.01, 1e9);
    readFactor(map, "down_rate", kpa.downRate, 1.01, 1e9);
    map.duration("down_delay", kpa.downDelay);
    map.duration("to_zero_grace", kpa.toZeroGrace);
    if (const auto entry = map.get("burst"); entry && entry->node->text == "unlimited")
        kpa.burst = -1;
    else
        map.count("burst", kpa.burst);
    map.whole("activation", kpa.activation, {.least = 1, .most = kMostServers});
}

void readTargetDirection(MapReader& owner, std::string_view key, const char* what, int& points,
                         Duration& cooldown, double* margin, bool* enabled) {
    const auto entry = owner.get(key);
    if (!entry) return;
    MapReader map(owner.reading(), *entry, what);
    map.whole("points", points, {.least = 1, .most = 1000});
    map.duration("cooldown", cooldown);
    if (margin) map.share("margin", *margin);
    if (enabled) map.flag("enabled", *enabled);
}

void readTarget(MapReader& map, TargetSettings& target) {
    readTargetDirection(map, "up", HEADROOM_SAID("Model", "`up` of an autoscaler of kind `target`"),
                        target.highPoints, target.upCooldown, nullptr, nullptr);
    readTargetDirection(map, "down",
                        HEADROOM_SAID("Model", "`down` of an autoscaler of kind `target`"),
                        target.lowPoints, target.downCooldown, &target.lowMargin, &target.scaleIn);
}

AutoscalerKind readKind(MapReader& map) {
    AutoscalerKind kind = AutoscalerKind::hpa;
    map.choice<AutoscalerKind>("kind", kind,
                               {{"hpa", AutoscalerKind::hpa},
                                {"kpa", AutoscalerKind::kpa},
                                {"target", AutoscalerKind::target}});
    return kind;
}

}  // namespace

void readAutoscaler(MapReader& map, Component& component) {
    AutoscalerSpec spec = autoscalerDefaults(readKind(map));
    map.call(ofKind(spec.kind));
    map.requireComponent("scales", spec.scales);
    readInstances(map, spec);
    readMetrics(map, spec);
    map.duration("every", spec.every, Zero::forbidden);
    map.distribution("start_up", spec.startUp);
    switch (spec.kind) {
        case AutoscalerKind::hpa: readHpa(map, spec); break;
        case AutoscalerKind::kpa: readKpa(map, spec.kpa); break;
        case AutoscalerKind::target: readTarget(map, spec.tracking); break;
    }
    component.spec = std::move(spec);
}

}  // namespace headroom::model
