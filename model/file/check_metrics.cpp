// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/checks.h"
#include "model/file/diagnostic_list.h"
#include "model/said.h"

#include <algorithm>
#include <set>

namespace headroom::model {
namespace {

std::vector<std::string> targetNames(const Scenario& scenario) {
    std::vector<std::string> names{"workload"};
    for (const Component& component : scenario.components) names.push_back(component.name);
    const auto groups = scenario.cacheGroups();
    names.insert(names.end(), groups.begin(), groups.end());
    return names;
}

std::vector<std::string> actionNames(const Scenario& scenario) {
    std::set<std::string> names;
    for (const Profile& profile : scenario.workload.profiles) {
        for (const Action& action : profile.actions) names.insert(action.operation);
        names.insert(profile.journey.begin(), profile.journey.end());
    }
    return {names.begin(), names.end()};
}

/// What may stand behind a target's name; none where whatever is asked for is taken.
std::vector<std::string> operationNames(const Scenario& scenario, const std::string& target) {
    if (target == "workload") return actionNames(scenario);
    const Component* component = scenario.component(target);
    if (!component || component->isPassThrough()) return {};
    std::vector<std::string> names = component->parts();
    for (const Operation& operation : component->operations) names.push_back(operation.name);
    return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

bool isGroup(const std::string& target, const Scenario& scenario) {
    return contains(scenario.cacheGroups(), target);
}

bool isKnown(const MetricRef& metric, const Scenario& scenario) {
    if (!contains(targetNames(scenario), metric.target)) return false;
    if (isGroup(metric.target, scenario))
        return metric.operation.empty() && metric.metric == Metric::hitRatio;
    const auto operations = operationNames(scenario, metric.target);
    return metric.operation.empty() || operations.empty() || contains(operations, metric.operation);
}

void collectMetrics(const Expression& expression, std::vector<MetricRef>& metrics) {
    using Kind = Expression::Kind;
    if (expression.kind == Kind::metric || expression.kind == Kind::capacity) {
        metrics.push_back(expression.metric);
    }
    for (const Expression& operand : expression.operands) collectMetrics(operand, metrics);
}

}  // namespace

void checkMetricRef(Reading& reading, const Item& item, const MetricRef& metric,
                    const Scenario& scenario) {
    if (const auto* row = findNotSimulated("a metric", "", metricName(metric.metric)))
        reading.unsupported(item, *row);
    if (isKnown(metric, scenario)) return;
    const auto targets = targetNames(scenario);
    if (!contains(targets, metric.target)) {
        reading.expectName(
            item, metric.target,
            inVariant(said("Model", "`workload` or the name of a component"), scenario.variant),
            targets);
        return;
    }
    if (isGroup(metric.target, scenario)) {
        reading.error(item, said("Model", "%1, of a group of caches", {item.node->describe()}),
                      quoted(metric.target + ".hit_ratio"));
        return;
    }
    reading.expectName(
        item, metric.operation,
        inVariant(said("Model", "the name of an operation of %1", {quoted(metric.target)}),
                  scenario.variant),
        operationNames(scenario, metric.target));
}

namespace {

/// A claim that names no variant may be about any, so that one variant that knows its target is
/// enough.
void checkAnywhere(Reading& reading, const Item& item, const MetricRef& metric,
                   const ScenariosByVariant& scenarios) {
    const bool known = std::ranges::any_of(
        scenarios, [&](const auto& entry) { return isKnown(metric, entry.second); });
    if (!known) checkMetricRef(reading, item, metric, scenarios.at(""));
}

void checkClaimMetric(Reading& reading, const Item& item, const MetricRef& metric,
                      const std::string& claimed, const ScenariosByVariant& scenarios) {
    const std::string& variant = metric.variant.empty() ? claimed : metric.variant;
    const auto scenario = scenarios.find(variant);
    if (scenario == scenarios.end()) {
        reading.expectName(item, variant, said("Model", "the name of a variant"),
                           reading.names().variants);
    } else if (metric.target.empty()) {
        return;  // `capacity`
    } else if (variant.empty()) {
        checkAnywhere(reading, item, metric, scenarios);
    } else {
        checkMetricRef(reading, item, metric, scenario->second);
    }
}

/// `key` of the entry `i` of a list at the top of the file.
std::optional<Item> entryIn(const YamlNode& root, const std::string& list, std::size_t i,
                            std::string_view key) {
    const YamlNode* node = root.find(list);
    if (!node || i >= node->children.size()) return {};
    const Item element = elementOf({node, list}, i);
    const YamlNode* entry = element.node->find(key);
    if (!entry) return {};
    return entryOf(element, *entry);
}

}  // namespace

void checkObjectives(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    for (std::size_t i = 0; i < scenario.slos.size(); ++i) {
        const MetricRef& metric = scenario.slos[i].objective.metric;
        const auto item = entryIn(root, "slos", i, "objective");
        if (item && !metric.target.empty()) checkMetricRef(reading, *item, metric, scenario);
    }
}

void checkAlerts(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    std::vector<std::string> slos;
    for (const Slo& slo : scenario.slos) slos.push_back(slo.name);
    for (std::size_t i = 0; i < scenario.alerts.size(); ++i) {
        std::vector<MetricRef> metrics;
        collectMetrics(scenario.alerts[i].left, metrics);
        const auto when = entryIn(root, "alerts", i, "when");
        for (const MetricRef& metric : metrics) {
            if (when) checkMetricRef(reading, *when, metric, scenario);
        }
        const auto burn = entryIn(root, "alerts", i, "burn");
        const YamlNode* slo = burn ? burn->node->find("slo") : nullptr;
        if (slo)
            reading.expectName(entryOf(*burn, *slo), slo->text,
                               said("Model", "the name of an objective"), slos);
    }
}

void checkObserved(Reading& reading, const YamlNode& root, const Scenario& scenario,
                   const ScenariosByVariant& scenarios) {
    const YamlNode* observed = root.find("observed");
    const YamlNode* series = observed ? observed->find("series") : nullptr;
    if (!series || series->children.size() != scenario.observed.series.size()) return;
    for (std::size_t i = 0; i < series->children.size(); ++i) {
        const Item list = entryOf(entryOf({&root, ""}, *observed), *series);
        checkAnywhere(reading, entryOf(list, series->children[i]),
                      scenario.observed.series[i].metric, scenarios);
    }
}

void checkClaims(Reading& reading, const YamlNode& root, const Scenario& scenario,
                 const ScenariosByVariant& scenarios) {
    for (std::size_t i = 0; i < scenario.claims.size(); ++i) {
        const Claim& claim = scenario.claims[i];
        const auto item = entryIn(root, "claims", i, "of");
        std::vector<MetricRef> metrics;
        if (claim.of) collectMetrics(*claim.of, metrics);
        if (!item || (!claim.variant.empty() && !scenarios.contains(claim.variant))) continue;
        for (const MetricRef& metric : metrics) {
            checkClaimMetric(reading, *item, metric, claim.variant, scenarios);
        }
    }
}

void checkLayout(Reading& reading, const YamlNode& root, const ScenariosByVariant& scenarios) {
    const YamlNode* layout = root.find("layout");
    if (!layout || !layout->isMapping()) return;
    std::set<std::string> names;
    for (const auto& [variant, scenario] : scenarios) {
        for (const Component& component : scenario.components) names.insert(component.name);
    }
    const std::vector<std::string> candidates(names.begin(), names.end());
    for (const YamlNode& entry : layout->children) {
        if (names.contains(entry.key) || reading.isFull()) continue;
        reading.errorAtKey(entryOf({layout, "layout"}, entry), quoted(entry.key),
                           said("Model", "the name of a component"),
                           nearestName(entry.key, candidates));
    }
}

}  // namespace headroom::model
