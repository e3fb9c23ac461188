// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/health.h"

#include "model/said.h"
#include "sim/judge/objectives.h"
#include "sim/judge/pressure.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using model::Metric;
using model::said;
using model::Scenario;
using model::Unit;

std::string share(double value) { return model::formatValue(value, Unit::share); }

HealthPart objectivesPart(const RunResult& result) {
    HealthPart part{"objectives", 0.4, std::nullopt,
                    said("Simulation", "no objective could be judged")};
    int held = 0, judged = 0;
    for (const SloVerdict& slo : result.slos) {
        if (!slo.met) continue;
        ++judged;
        held += *slo.met ? 1 : 0;
    }
    if (judged == 0) return part;
    part.score = static_cast<double>(held) / judged;
    part.why = said("Simulation", "%1 of %2 held", {std::to_string(held), std::to_string(judged)});
    return part;
}

double tightestAllowance(const Scenario& scenario) {
    double tightest = kAssumedErrorRatio;
    bool found = false;
    for (const model::Slo& slo : scenario.slos) {
        const model::MetricRef& ref = slo.objective.metric;
        const bool ofUsers = ref.target == "workload" || ref.target == scenario.workload.entry;
        const auto allowed = allowedErrors(slo.objective);
        if (!ofUsers || !ref.operation.empty() || !allowed) continue;
        tightest = found ? std::min(tightest, *allowed) : *allowed;
        found = true;
    }
    return tightest;
}

HealthPart errorsPart(const Scenario& scenario, const RunResult& result) {
    HealthPart part{"errors", 0.25, std::nullopt, said("Simulation", "nothing was asked")};
    const auto errors = result.workload.figures.at(Metric::errorRatio).value;
    if (!errors) return part;
    const double allowed = tightestAllowance(scenario);
    part.score = std::max(0.0, 1 - *errors / (kErrorsToZero * allowed));
    part.why =
        said("Simulation", "%1 of the actions fail, %2 may", {share(*errors), share(allowed)});
    return part;
}

HealthPart headroomPart(const Scenario& scenario, const RunResult& result) {
    HealthPart part{"headroom", 0.25, std::nullopt,
                    said("Simulation", "nothing in it can run out")};
    double highest = -1;
    for (const TargetResult& target : result.components) {
        const model::Component* component = scenario.component(target.name);
        const auto level = component ? pressureOn(*component, target.figures).level.value
                                     : std::optional<double>();
        if (!level || *level <= highest) continue;
        highest = *level;
        part.why = said("Simulation", "%1 is used to %2", {target.name, share(highest)});
    }
    if (highest < 0) return part;
    part.score = std::clamp((1 - highest) / (1 - kComfortablePressure), 0.0, 1.0);
    return part;
}

bool isGrave(model::Severity severity) {
    return severity == model::Severity::critical || severity == model::Severity::high;
}

HealthPart alertsPart(const RunResult& result) {
    HealthPart part{"alerts", 0.1, std::nullopt, said("Simulation", "no alert could be evaluated")};
    double worst = -1;
    for (const AlertResult& alert : result.alerts) {
        if (!alert.shareOfTime) continue;
        const double weighted = *alert.shareOfTime * (isGrave(alert.severity) ? 1 : 0.5);
        if (weighted <= worst) continue;
        worst = weighted;
        part.why =
            said("Simulation", "%1 fires %2 of the time", {alert.name, share(*alert.shareOfTime)});
    }
    if (worst < 0) return part;
    if (worst == 0) part.why = said("Simulation", "none fires");
    part.score = 1 - worst;
    return part;
}

}  // namespace

Health healthOf(const Scenario& scenario, const RunResult& result) {
    Health health;
    health.parts = {objectivesPart(result), errorsPart(scenario, result),
                    headroomPart(scenario, result), alertsPart(result)};
    double sum = 0, weights = 0;
    for (const HealthPart& part : health.parts) {
        if (!part.score) continue;
        sum += part.weight * *part.score;
        weights += part.weight;
    }
    if (weights > 0) health.score = 100 * sum / weights;
    return health;
}

}  // namespace headroom::sim
