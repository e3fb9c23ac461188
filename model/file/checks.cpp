// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/checks.h"

#include <algorithm>

#include "model/architecture.h"
#include "model/file/node_path.h"

namespace headroom::model {
namespace {

/// Reports a fault at the part of the file that its path leads to, or as near as there is one.
void place(Reading& reading, const YamlNode& root, const std::string& path, const std::string& found,
           const std::string& expected) {
    const auto parts = parsePath(path);
    const PathWalk reached = walkAbsolute(root, parts ? *parts : NodePath{});
    const Item item{reached.node, path};
    if (reached.node->isScalar()) reading.error(item, found, expected);
    else reading.errorAtKey(item, found, expected);
}

std::vector<std::string> targetNames(const Scenario& scenario) {
    std::vector<std::string> names{"workload"};
    for (const Component& component : scenario.components) names.push_back(component.name);
    return names;
}

void addActions(const Scenario& scenario, std::vector<std::string>& names) {
    for (const Profile& profile : scenario.workload.profiles) {
        for (const Action& action : profile.actions) names.push_back(action.operation);
        names.insert(names.end(), profile.journey.begin(), profile.journey.end());
    }
}

/// What may stand behind a target's name. Pass-throughs and external services take whatever they are asked for.
std::vector<std::string> operationNames(const Scenario& scenario, const std::string& target) {
    std::vector<std::string> names;
    if (target == "workload") addActions(scenario, names);
    const Component* component = scenario.component(target);
    if (!component) return names;
    for (const Operation& operation : component->operations) names.push_back(operation.name);
    return names;
}

}  // namespace

void checkArchitecture(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    const auto graphFaults = checkGraph(scenario);
    for (const GraphFault& fault : graphFaults) place(reading, root, fault.path, fault.found, fault.expected);
    if (!graphFaults.empty()) return;
    for (const KeyFault& fault : checkKeys(scenario)) place(reading, root, fault.path, fault.found, fault.expected);
}

void checkMetric(Reading& reading, const Item& item, const MetricRef& metric, const Scenario& scenario) {
    const std::string variant = scenario.variant.empty() ? "" : " in the variant " + quoted(scenario.variant);
    const auto targets = targetNames(scenario);
    if (std::ranges::find(targets, metric.target) == targets.end()) {
        reading.expectName(item, metric.target, "`workload` or the name of a component" + variant, targets);
        return;
    }
    const auto operations = operationNames(scenario, metric.target);
    if (metric.operation.empty() || operations.empty()) return;
    reading.expectName(item, metric.operation, "the name of an operation of " + quoted(metric.target) + variant,
                       operations);
}

}  // namespace headroom::model
