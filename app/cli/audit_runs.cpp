// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit_runs.h"

#include <algorithm>
#include <cassert>

namespace headroom::cli {

namespace {

using sim::ClaimPoint;

ClaimPoint withoutNeedlessUsers(const model::ScenarioFile& file, ClaimPoint point) {
    if (!point.users) return point;
    model::Overrides overrides;
    overrides.variant = point.variant;
    const model::LoadedScenario loaded = file.scenario(overrides);
    if (loaded.scenario && sim::constantUsers(loaded.scenario->workload) == point.users) point.users.reset();
    return point;
}

class AuditEvidence : public sim::Evidence {
public:
    AuditEvidence(const AuditPlan& plan, const std::vector<report::RunRecord>& runs) : plan_(plan), runs_(runs) {}

    Run runAt(const ClaimPoint& point) const override {
        const std::size_t index = plan_.runOf(point);
        if (index >= runs_.size()) return {nullptr, "the audit was interrupted before its run", ""};
        return {&runs_[index].result, "", titleOf(runs_[index])};
    }
    Limit capacityOf(const std::string&) const override {
        return {{}, "it is about the capacity, which takes a search over loads; an audit does not make it"};
    }

private:
    const AuditPlan& plan_;
    const std::vector<report::RunRecord>& runs_;
};

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
    const auto found = std::ranges::find(points_, point, &std::pair<ClaimPoint, std::size_t>::first);
    assert(found != points_.end());
    return found->second;
}

std::vector<sim::ClaimVerdict> judgeByRuns(const std::vector<model::Claim>& claims, const AuditPlan& plan,
                                           const std::vector<report::RunRecord>& runs) {
    const AuditEvidence evidence(plan, runs);
    std::vector<sim::ClaimVerdict> verdicts;
    for (const model::Claim& claim : claims) verdicts.push_back(judgeClaim(claim, evidence));
    return verdicts;
}

}  // namespace headroom::cli
