// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit_runs.h"

#include "app/cli/run_points.h"
#include "sim/study/capacity_search.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <mutex>
#include <numeric>

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
    AuditEvidence(const AuditPlan& plan, const std::vector<report::RunRecord>& runs, const AuditCapacities* capacities)
        : plan_(plan), runs_(runs), capacities_(capacities) {}

    Run runAt(const ClaimPoint& point) const override {
        const std::size_t index = plan_.runOf(point);
        if (index >= runs_.size()) return {nullptr, "the audit was interrupted before its run", ""};
        return {&runs_[index].result, "", titleOf(runs_[index])};
    }
    Limit capacityOf(const std::string& variant) const override {
        if (capacities_) return capacities_->at(variant);
        return {{}, "it is about the capacity, which takes a search over loads, as `headroom audit` makes it"};
    }

private:
    const AuditPlan& plan_;
    const std::vector<report::RunRecord>& runs_;
    const AuditCapacities* capacities_;
};

std::string caveatOf(const sim::Capacity& capacity) {
    if (capacity.neverHeld.empty()) return {};
    std::string names;
    for (const std::string& name : capacity.neverHeld) names += (names.empty() ? "`" : "`, `") + name;
    return "the limit leaves out " + names + "`, missed at any load";
}

sim::Evidence::Limit limitOf(const model::Scenario& scenario, int threads, const std::stop_token& stop,
                             const std::function<void(double)>& progress) {
    sim::CapacityOptions options;
    options.threads = threads;
    options.stop = stop;
    options.progress = [&](double fraction, const std::string&) { progress(fraction); };
    options.limitOnly = true;
    // Documents name capacities in round numbers.
    options.precision = 0.1;
    options.mostRuns = 4;
    const sim::Capacity capacity = sim::findCapacity(scenario, options);
    if (capacity.interrupted) return {{}, "the audit was interrupted while it looked for the capacity"};
    if (capacity.beyondRange) return {{capacity.theoryLimit, std::nullopt}, ""};
    if (!capacity.limit.value) return {{}, "it is about the capacity, and no load was found that it ends at"};
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
    const auto found = std::ranges::find(points_, point, &std::pair<ClaimPoint, std::size_t>::first);
    assert(found != points_.end());
    return found->second;
}

AuditCapacities capacitiesOf(const model::ScenarioFile& file, const std::vector<model::Claim>& claims,
                             const std::vector<std::pair<std::string, std::string>>& settings, int threads,
                             std::stop_token stop, ProgressBar& bar) {
    const std::vector<std::string> variants = sim::variantsOfCapacity(claims);
    const int threadsOfEach = std::max(1, threads / std::max(1, static_cast<int>(variants.size())));
    std::vector<sim::Evidence::Limit> limits(variants.size());
    std::mutex mutex;
    std::vector<double> done(variants.size());
    forEachAtOnce(variants.size(), threads, [&](std::size_t i) {
        const model::LoadedScenario loaded = file.scenario({variants[i], settings, std::nullopt, std::nullopt});
        if (!loaded.scenario) {
            limits[i].why = "it is about the capacity of a variant that makes no scenario";
            return;
        }
        limits[i] = limitOf(*loaded.scenario, threadsOfEach, stop, [&](double fraction) {
            const std::scoped_lock lock(mutex);
            done[i] = fraction;
            bar.update("capacity of " + (variants[i].empty() ? loaded.scenario->name : variants[i]),
                       std::accumulate(done.begin(), done.end(), 0.0) / static_cast<double>(done.size()));
        });
    });
    AuditCapacities capacities;
    for (std::size_t i = 0; i < variants.size(); ++i) capacities.emplace(variants[i], std::move(limits[i]));
    return capacities;
}

std::vector<sim::ClaimVerdict> judgeByRuns(const std::vector<model::Claim>& claims, const AuditPlan& plan,
                                           const std::vector<report::RunRecord>& runs,
                                           const AuditCapacities* capacities) {
    const AuditEvidence evidence(plan, runs, capacities);
    std::vector<sim::ClaimVerdict> verdicts;
    for (const model::Claim& claim : claims) verdicts.push_back(judgeClaim(claim, evidence));
    return verdicts;
}

}  // namespace headroom::cli
