// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/claims.h"

#include "model/said.h"
#include "sim/judge/expression_value.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Claim;
using model::Expression;
using model::said;
using model::Scenario;

/// Visits the metrics and capacities of an expression.
template <typename Visit>
void forEachFigure(const Expression& expression, Visit visit) {
    if (isLeaf(expression) && expression.kind != Expression::Kind::number) visit(expression);
    for (const Expression& operand : expression.operands) forEachFigure(operand, visit);
}

ClaimPoint pointOf(const Claim& claim, const Expression& metric) {
    const std::string& own = metric.metric.variant;
    return {own.empty() ? claim.variant : own, claim.users};
}

/// The figures of all claims that have something to be judged by.
template <typename Visit>
void forEachJudgedFigure(const std::vector<Claim>& claims, Visit visit) {
    for (const Claim& claim : claims)
        if (claim.of && (claim.above || claim.below))
            forEachFigure(*claim.of, [&](const Expression& leaf) { visit(claim, leaf); });
}

template <typename T>
void addOnce(std::vector<T>& list, T value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

/// Why a figure of the claim is not to be had; empty if all are.
std::string obstacle(const Claim& claim, const Evidence& evidence) {
    if (!claim.of) return said("Simulation", "it names nothing that can be measured");
    if (!claim.above && !claim.below) return said("Simulation", "it names no bound");
    std::string why;
    forEachFigure(*claim.of, [&](const Expression& leaf) {
        if (!why.empty()) return;
        if (leaf.kind == Expression::Kind::capacity)
            why = evidence.capacityOf(pointOf(claim, leaf).variant).why;
        else if (const auto run = evidence.runAt(pointOf(claim, leaf)); !run.result)
            why = run.why;
    });
    return why;
}

/// The names of the runs that a claim's figures are from, each once.
std::string judgesOf(const Claim& claim, const Evidence& evidence) {
    std::vector<std::string> names;
    forEachFigure(*claim.of, [&](const Expression& leaf) {
        if (leaf.kind == Expression::Kind::capacity) return;
        std::string name = evidence.runAt(pointOf(claim, leaf)).name;
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    });
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

FigureOf figuresFrom(const Claim& claim, const Evidence& evidence) {
    return [&](const Expression& leaf) -> Estimate {
        const ClaimPoint point = pointOf(claim, leaf);
        if (leaf.kind == Expression::Kind::capacity) return evidence.capacityOf(point.variant).load;
        return evidence.runAt(point).result->figure(leaf.metric);
    };
}

std::string text(double value, const std::optional<model::Unit>& unit) {
    return model::formatValue(value, unit.value_or(model::Unit::count));
}

std::string boundText(const Claim& claim, const std::optional<model::Unit>& unit) {
    if (claim.above && claim.below)
        return said("Simulation", "between %1 and %2",
                    {text(*claim.above, unit), text(*claim.below, unit)});
    return claim.above ? said("Simulation", "at least %1", {text(*claim.above, unit)})
                       : said("Simulation", "at most %1", {text(*claim.below, unit)});
}

bool near(const Estimate& value, const std::optional<double>& bound) {
    return bound && value.halfWidth && *value.halfWidth > 0 &&
           std::abs(*value.value - *bound) <= *value.halfWidth;
}

bool isWithin(const Claim& claim, double value) {
    return (!claim.above || value >= *claim.above) && (!claim.below || value <= *claim.below);
}

std::string workingText(const Claim& claim, const ClaimVerdict& verdict, const FigureOf& figureOf) {
    if (isLeaf(*claim.of)) return "";
    return "; " + workingOf(*claim.of, figureOf) + " = " + text(*verdict.value.value, verdict.unit);
}

/// Whether all of a claim lies on the far side of what no run can exceed.
bool isBeyond(const Claim& claim, double limit) {
    return claim.bound->atMost ? claim.above && *claim.above > limit
                               : claim.below && *claim.below < limit;
}

/// What the file itself says against the claim; empty if nothing.
std::string boundAgainst(const Claim& claim, const std::optional<model::Unit>& unit) {
    if (!claim.bound || !isArithmetic(claim.bound->expression)) return {};
    const std::optional<double> limit = valueOf(claim.bound->expression, {}).value;
    if (!limit || !isBeyond(claim, *limit)) return {};
    const std::string claimed = boundText(claim, unit);
    const std::string working = workingOf(claim.bound->expression, {});
    return claim.bound->atMost ? said("Simulation", "claimed: %1, but it is at most %2 = %3",
                                      {claimed, working, text(*limit, unit)})
                               : said("Simulation", "claimed: %1, but it is at least %2 = %3",
                                      {claimed, working, text(*limit, unit)});
}

void judgeValue(const Claim& claim, const FigureOf& figureOf, ClaimVerdict& verdict) {
    verdict.why = said("Simulation", "claimed: %1", {boundText(claim, verdict.unit)});
    if (!verdict.value.value) {
        verdict.why += "; " + (isLeaf(*claim.of) ? said("Simulation", "this run has no such figure")
                                                 : said("Simulation", "%1 has no value",
                                                        {workingOf(*claim.of, figureOf)}));
        return;
    }
    verdict.holds = isWithin(claim, *verdict.value.value);
    verdict.cannotHold = !*verdict.holds && isArithmetic(*claim.of);
    verdict.why += workingText(claim, verdict, figureOf);
    if (near(verdict.value, claim.above) || near(verdict.value, claim.below))
        verdict.why +=
            "; " + said("Simulation",
                        "too close to call, the bound lies within the interval of the figure");
}

std::string caveatsOf(const Claim& claim, const Evidence& evidence) {
    std::string text;
    forEachFigure(*claim.of, [&](const Expression& leaf) {
        if (leaf.kind != Expression::Kind::capacity) return;
        const std::string caveat = evidence.capacityOf(pointOf(claim, leaf).variant).caveat;
        if (!caveat.empty() && text.find(caveat) == std::string::npos) text += "; " + caveat;
    });
    return text;
}

/// The one run of a scenario.
class OneRun : public Evidence {
public:
    OneRun(const Scenario& scenario, const RunResult& result)
        : scenario_(scenario), result_(result) {}

    Run runAt(const ClaimPoint& point) const override {
        if (!point.variant.empty() && point.variant != scenario_.variant)
            return {nullptr, aboutVariant(point.variant), ""};
        if (point.users)
            if (std::string why = usersObstacle(*point.users); !why.empty())
                return {nullptr, why, ""};
        return {&result_, "", ""};
    }
    Limit capacityOf(const std::string&) const override {
        return {{},
                said("Simulation", "it is about the capacity, which a single run does not give")};
    }

private:
    std::string aboutVariant(const std::string& variant) const {
        if (scenario_.variant.empty())
            return said("Simulation", "it is about variant `%1`; this run is of the base",
                        {variant});
        return said("Simulation", "it is about variant `%1`; this run is of variant `%2`",
                    {variant, scenario_.variant});
    }
    std::string usersObstacle(double claimed) const {
        const std::string asked = text(claimed, model::Unit::count);
        const std::optional<double> users = constantUsers(scenario_.workload);
        if (!users)
            return said("Simulation",
                        "it is about %1 users; this run has no constant number of users", {asked});
        if (*users == claimed) return {};
        return said("Simulation", "it is about %1 users; this run has %2",
                    {asked, text(*users, model::Unit::count)});
    }

    const Scenario& scenario_;
    const RunResult& result_;
};

}  // namespace

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

ClaimVerdict judgeClaim(const Claim& claim, const Evidence& evidence) {
    ClaimVerdict verdict;
    verdict.says = claim.says;
    verdict.source = claim.source;
    if (claim.of) verdict.unit = model::unitOf(*claim.of);
    verdict.why = obstacle(claim, evidence);
    const std::string impossible = boundAgainst(claim, verdict.unit);
    if (verdict.why.empty()) {
        verdict.judgedBy = judgesOf(claim, evidence);
        const FigureOf figureOf = figuresFrom(claim, evidence);
        verdict.value = valueOf(*claim.of, figureOf);
        judgeValue(claim, figureOf, verdict);
        verdict.why += caveatsOf(claim, evidence);
    }
    if (impossible.empty()) return verdict;
    verdict.holds = false;
    verdict.cannotHold = true;
    verdict.why = impossible;
    return verdict;
}

std::vector<ClaimVerdict> judgeClaims(const Scenario& scenario, const RunResult& result) {
    const OneRun evidence(scenario, result);
    std::vector<ClaimVerdict> verdicts;
    for (const Claim& claim : scenario.claims) verdicts.push_back(judgeClaim(claim, evidence));
    return verdicts;
}

std::vector<ClaimPoint> pointsOf(const std::vector<Claim>& claims) {
    std::vector<ClaimPoint> points;
    forEachJudgedFigure(claims, [&](const Claim& claim, const Expression& leaf) {
        if (leaf.kind != Expression::Kind::capacity) addOnce(points, pointOf(claim, leaf));
    });
    return points;
}

std::vector<std::string> variantsOfCapacity(const std::vector<Claim>& claims) {
    std::vector<std::string> variants;
    forEachJudgedFigure(claims, [&](const Claim& claim, const Expression& leaf) {
        if (leaf.kind == Expression::Kind::capacity) addOnce(variants, pointOf(claim, leaf).variant);
    });
    return variants;
}

}  // namespace headroom::sim
