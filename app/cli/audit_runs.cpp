// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit_runs.h"

#include "app/cli/run_points.h"
#include "model/said.h"
#include "sim/study/capacity_search.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::cli {

namespace {

using model::said;
using sim::ClaimPoint;

ClaimPoint withoutNeedlessUsers(const model::ScenarioFile& file, ClaimPoint point) {
    if (!point.users) return point;
    model::Overrides overrides;
    overrides.variant = point.variant;
    const model::LoadedScenario loaded = file.scenario(overrides);
    if (loaded.scenario && sim::constantUsers(loaded.scenario->workload) == point.users)
        point.users.reset();
    return point;
}

class AuditEvidence : public sim::Evidence {
public:
    AuditEvidence(const AuditPlan& plan, const std::vector<report::RunRecord>& runs,
                  const AuditCapacities* capacities)
        : plan_(plan), runs_(runs), capacities_(capacities) {}

    Run runAt(const ClaimPoint& point) const override {
        const std::size_t index = plan_.runOf(point);
        if (index >= runs_.size()) return {nullptr, said("Report", "the audit was interrupted before its run"), ""};
        return {&runs_[index].result, "", titleOf(runs_[index])};
    }
    Limit capacityOf(const std::string& variant) const override {
        if (capacities_) return capacities_->at(variant);
        return {{},
                said("Report",
                     "it is about the capacity, which takes a search over loads, as `headroom "
                     "audit` makes it")};
    }

private:
    const AuditPlan& plan_;
    const std::vector<report::RunRecord>& runs_;
    const AuditCapacities* capacities_;
};

std::string caveatOf(const sim::Capacity& capacity) {
    if (capacity.neverHeld.empty()) return {};
    std::string names;
    for (const std::string& name : capacity.neverHeld)
        names += (names.empty() ? "`" : "`, `") + name;
    return said("Report", "the limit leaves out %1, missed at any load", {names + "`"});
}

/// Whether a tenth is too coarse for a claim about the capacity of this variant.
bool isCloseToBound(const sim::Evidence::Limit& limit, const std::vector<model::Claim>& claims,
                    const std::string& variant) {
    if (!limit.load.value) return false;
    const double margin = std::max(limit.load.halfWidth.value_or(0), 0.1 * *limit.load.value);
    const auto isNear = [&](const std::optional<double>& bound) {
        return bound && std::abs(*limit.load.value - *bound) <= margin;
    };
    return std::ranges::any_of(claims, [&](const model::Claim& claim) {
        if (!claim.of || claim.of->kind != model::Expression::Kind::capacity) return false;
        const std::string& own = claim.of->metric.variant;
        return (own.empty() ? claim.variant : own) == variant &&
               (isNear(claim.above) || isNear(claim.below));
    });
}

sim::Evidence::Limit limitOf(const model::Scenario& scenario, const sim::CapacityOptions& options) {
    const sim::Capacity capacity = sim::findCapacity(scenario, options);
    if (capacity.interrupted)
        return {{}, said("Report", "the audit was interrupted while it looked for the capacity")};
    if (capacity.beyondRange) return {{capacity.theoryLimit, std::nullopt}, ""};
    if (!capacity.limit.value)
        return {{},
                said("Report", "it is about the capacity, and no load was found that it ends at")};
    return {capacity.limit, "", caveatOf(capacity)};
}

}  // namespace

AuditPlan::AuditPlan(const model::ScenarioFile& file, const std::vector<model::Claim>& claims) {
    for (const ClaimPoint& point : sim::pointsOf(claims)) {
        const ClaimPoint run = withoutNeedlessUsers(file, point);
        const auto found = std::ranges::find(runs_, run);
        points_.emplace_back(point, static_cast<std::size_t>(found - runs_.begin()));
        if (found == runs_.end()) runs_.push_back(run);
    }
}

std::size_t AuditPlan::runOf(const ClaimPoint& point) const {
    const auto found =
        std::ranges::find(points_, point, &std::pair<ClaimPoint, std::size_t>::first);
    assert(found != points_.end());
    return found->second;
}

AuditCapacities capacitiesOf(const model::ScenarioFile& file,
                             const std::vector<model::Claim>& claims,
                             const std::vector<std::pair<std::string, std::string>>& settings,
                             int threads, std::stop_token stop, ProgressBar& bar) {
    AuditCapacities capacities;
    std::vector<std::pair<sim::Evidence::Limit*, model::Scenario>> searches;
    for (const std::string& variant : sim::variantsOfCapacity(claims)) {
        model::LoadedScenario loaded =
            file.scenario({variant, settings, std::nullopt, std::nullopt});
        sim::Evidence::Limit& limit = capacities[variant];
        if (loaded.scenario)
            searches.emplace_back(&limit, std::move(*loaded.scenario));
        else
            limit.why =
                said("Report", "it is about the capacity of a variant that makes no scenario");
    }
    SharedProgress progress(
        bar, std::vector<double>(searches.size(), 1.0 / static_cast<double>(searches.size())));
    forEachAtOnce(searches.size(), threads, [&](std::size_t i) {
        const auto& [limit, scenario] = searches[i];
        const std::string label =
            "capacity of " + (scenario.variant.empty() ? scenario.name : scenario.variant);
        sim::CapacityOptions options;
        options.threads = threadsOfEach(searches.size(), threads);
        options.stop = stop;
        options.progress = [&](double fraction, const std::string&) {
            progress.update(i, label, fraction);
        };
        options.limitOnly = true;
        // Documents name capacities in round numbers; what is close to one is looked at as
        // `headroom capacity` does.
        sim::CapacityOptions coarse = options;
        coarse.precision = 0.1;
        coarse.mostRuns = 4;
        *limit = limitOf(scenario, coarse);
        if (isCloseToBound(*limit, claims, scenario.variant)) *limit = limitOf(scenario, options);
    });
    return capacities;
}

std::vector<sim::ClaimVerdict> judgeByRuns(const std::vector<model::Claim>& claims,
                                           const AuditPlan& plan,
                                           const std::vector<report::RunRecord>& runs,
                                           const AuditCapacities* capacities) {
    const AuditEvidence evidence(plan, runs, capacities);
    std::vector<sim::ClaimVerdict> verdicts;
    for (const model::Claim& claim : claims) verdicts.push_back(judgeClaim(claim, evidence));
    return verdicts;
}

}  // namespace headroom::cli
