// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/claims.h"

#include "sim/judge/uncertain.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Claim;
using model::Expression;
using model::Scenario;

std::string quoted(const std::string& variant) {
    return variant.empty() ? "the base" : "`" + variant + "`";
}

std::string aboutVariant(const std::string& variant, const Scenario& scenario) {
    return "it is about variant " + quoted(variant) + "; this run is of " +
           (scenario.variant.empty() ? "the base" : "variant " + quoted(scenario.variant));
}

/// Why this expression cannot be had from one run of this variant; empty if it can.
std::string obstacle(const Expression& expression, const Scenario& scenario) {
    if (expression.kind == Expression::Kind::capacity)
        return "it is about the capacity, which a single run does not give";
    const std::string& variant = expression.metric.variant;
    if (expression.kind == Expression::Kind::metric && !variant.empty() &&
        variant != scenario.variant)
        return aboutVariant(variant, scenario);
    for (const Expression& operand : expression.operands)
        if (std::string why = obstacle(operand, scenario); !why.empty()) return why;
    return {};
}

/// The number of closed users of the run; nothing where it varies or the workload is open.
std::optional<double> constantUsers(const model::Workload& workload) {
    std::vector<const model::Schedule*> schedules;
    if (workload.users) schedules.push_back(&*workload.users);
    for (const model::Profile& profile : workload.profiles)
        if (profile.users) schedules.push_back(&*profile.users);
    double users = 0;
    for (const model::Schedule* schedule : schedules) {
        if (!schedule->isConstant()) return std::nullopt;
        users += schedule->peak();
    }
    return schedules.empty() ? std::nullopt : std::optional(users);
}

std::string usersObstacle(double claimed, const Scenario& scenario) {
    const std::string about =
        "it is about " + model::formatValue(claimed, model::Unit::count) + " users; ";
    const std::optional<double> users = constantUsers(scenario.workload);
    if (!users) return about + "this run has no constant number of users";
    if (*users == claimed) return {};
    return about + "this run has " + model::formatValue(*users, model::Unit::count);
}

std::string obstacle(const Claim& claim, const Scenario& scenario) {
    if (!claim.variant.empty() && claim.variant != scenario.variant)
        return aboutVariant(claim.variant, scenario);
    if (claim.users)
        if (std::string why = usersObstacle(*claim.users, scenario); !why.empty()) return why;
    if (!claim.of) return "it names nothing that can be measured";
    if (!claim.above && !claim.below) return "it names no bound";
    return obstacle(*claim.of, scenario);
}

Estimate evaluate(const Expression& expression, const RunResult& result) {
    using Kind = Expression::Kind;
    if (expression.kind == Kind::number) return exactly(expression.number);
    if (expression.kind == Kind::metric) return result.figure(expression.metric);
    if (expression.kind == Kind::capacity) return {};
    assert(expression.operands.size() == 2);
    const Estimate a = evaluate(expression.operands[0], result);
    const Estimate b = evaluate(expression.operands[1], result);
    switch (expression.kind) {
        case Kind::add: return a + b;
        case Kind::subtract: return a - b;
        case Kind::multiply: return a * b;
        default: return a / b;
    }
}

std::string text(double value, const std::optional<model::Unit>& unit) {
    return model::formatValue(value, unit.value_or(model::Unit::count));
}

std::string boundText(const Claim& claim, const std::optional<model::Unit>& unit) {
    if (claim.above && claim.below)
        return "between " + text(*claim.above, unit) + " and " + text(*claim.below, unit);
    return claim.above ? "at least " + text(*claim.above, unit)
                       : "at most " + text(*claim.below, unit);
}

bool near(const Estimate& value, const std::optional<double>& bound) {
    return bound && value.halfWidth && *value.halfWidth > 0 &&
           std::abs(*value.value - *bound) <= *value.halfWidth;
}

void judgeValue(const Claim& claim, ClaimVerdict& verdict) {
    const std::string bound = "claimed: " + boundText(claim, verdict.unit);
    if (!verdict.value.value) {
        verdict.why = bound + "; this run has no such figure";
        return;
    }
    const double value = *verdict.value.value;
    verdict.holds =
        (!claim.above || value >= *claim.above) && (!claim.below || value <= *claim.below);
    verdict.why = bound;
    if (near(verdict.value, claim.above) || near(verdict.value, claim.below))
        verdict.why += "; too close to call, the bound lies within the interval of the figure";
}

ClaimVerdict judge(const Claim& claim, const Scenario& scenario, const RunResult& result) {
    ClaimVerdict verdict;
    verdict.says = claim.says;
    verdict.source = claim.source;
    if (claim.of) verdict.unit = model::unitOf(*claim.of);
    verdict.why = obstacle(claim, scenario);
    if (!verdict.why.empty()) return verdict;
    verdict.value = evaluate(*claim.of, result);
    judgeValue(claim, verdict);
    return verdict;
}

}  // namespace

std::vector<ClaimVerdict> judgeClaims(const Scenario& scenario, const RunResult& result) {
    std::vector<ClaimVerdict> verdicts;
    for (const Claim& claim : scenario.claims) verdicts.push_back(judge(claim, scenario, result));
    return verdicts;
}

}  // namespace headroom::sim
