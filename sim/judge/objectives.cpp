// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/objectives.h"

#include "sim/judge/error_budget.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Objective;

bool boundsErrors(const Objective& objective) {
    return (objective.metric.metric == Metric::availability && !objective.below) ||
           (objective.metric.metric == Metric::errorRatio && objective.below);
}

std::optional<double> budgetLeft(const Objective& objective, std::optional<double> value) {
    const std::optional<double> allowed = allowedErrors(objective);
    if (!value || !allowed) return std::nullopt;
    const bool positive = objective.metric.metric == Metric::availability;
    return 1 - burnRateOf(positive ? 1 - *value : *value, *allowed);
}

SloVerdict judge(const std::string& name, const Objective& objective, const RunResult& result) {
    SloVerdict verdict;
    verdict.name = name;
    verdict.objective = objective.text;
    verdict.value = result.figure(objective.metric);
    verdict.unit = model::unitOf(objective.metric.metric);
    verdict.threshold = model::magnitude(objective.threshold);
    if (const auto value = verdict.value.value)
        verdict.met = objective.below ? *value < verdict.threshold : *value > verdict.threshold;
    verdict.errorBudgetLeft = budgetLeft(objective, verdict.value.value);
    return verdict;
}

Objective assumedErrorObjective() {
    Objective objective;
    objective.metric.target = "workload";
    objective.metric.metric = Metric::errorRatio;
    objective.threshold = model::Share{kAssumedErrorRatio};
    objective.text = "workload.error_ratio < 1 %";
    return objective;
}

}  // namespace

std::optional<double> allowedErrors(const Objective& objective) {
    if (!boundsErrors(objective)) return std::nullopt;
    const double threshold = model::magnitude(objective.threshold);
    const double allowed =
        objective.metric.metric == Metric::availability ? 1 - threshold : threshold;
    return allowed > 0 ? std::optional(allowed) : std::nullopt;
}

bool hasErrorObjective(const model::Scenario& scenario) {
    return std::ranges::any_of(scenario.slos, [&](const model::Slo& slo) {
        const model::MetricRef& ref = slo.objective.metric;
        const bool seenByUsers = ref.target == "workload" || ref.target == scenario.workload.entry;
        return seenByUsers && ref.operation.empty() && boundsErrors(slo.objective);
    });
}

std::vector<SloVerdict> judgeObjectives(const model::Scenario& scenario, const RunResult& result) {
    std::vector<SloVerdict> verdicts;
    for (const model::Slo& slo : scenario.slos)
        verdicts.push_back(judge(slo.name, slo.objective, result));
    if (!hasErrorObjective(scenario))
        verdicts.push_back(
            judge(model::said("Simulation", kAssumedErrorsName), assumedErrorObjective(), result));
    return verdicts;
}

}  // namespace headroom::sim
