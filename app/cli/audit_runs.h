// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_bar.h"
#include "app/report/run_record.h"
#include "model/file/scenario_file.h"
#include "sim/judge/claims.h"

#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

/// The runs that the claims of a file need, each once.
namespace headroom::cli {

/// Which run answers for which point. Two points are one run where a claim names the number of users that its variant
/// has anyway.
class AuditPlan {
public:
    /// Precondition: the file has no errors.
    AuditPlan(const model::ScenarioFile& file, const std::vector<model::Claim>& claims);

    const std::vector<sim::ClaimPoint>& runs() const { return runs_; }
    /// Index of the run for a point. Precondition: the point is of one of the claims.
    std::size_t runOf(const sim::ClaimPoint& point) const;

private:
    std::vector<sim::ClaimPoint> runs_;
    std::vector<std::pair<sim::ClaimPoint, std::size_t>> points_;
};

/// Limits by variant.
using AuditCapacities = std::map<std::string, sim::Evidence::Limit>;
/// Those that claims are about, by findCapacity: with four simulations, to a tenth, and as `headroom capacity` does
/// where that is too close to what is claimed. At least what was looked at where nothing gives way. `settings` are those of every run.
AuditCapacities capacitiesOf(const model::ScenarioFile& file, const std::vector<model::Claim>& claims,
                             const std::vector<std::pair<std::string, std::string>>& settings, int threads,
                             std::stop_token stop, ProgressBar& bar);

/// The claims by the runs of a plan, in its order; fewer where they were interrupted. Claims about the
/// capacity cannot be judged without `capacities`.
std::vector<sim::ClaimVerdict> judgeByRuns(const std::vector<model::Claim>& claims, const AuditPlan& plan,
                                           const std::vector<report::RunRecord>& runs,
                                           const AuditCapacities* capacities = nullptr);

}  // namespace headroom::cli
