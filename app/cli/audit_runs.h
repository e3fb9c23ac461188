// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"
#include "model/file/scenario_file.h"
#include "sim/judge/claims.h"

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

/// The claims by the runs of a plan, in its order; fewer where they were interrupted.
std::vector<sim::ClaimVerdict> judgeByRuns(const std::vector<model::Claim>& claims, const AuditPlan& plan,
                                           const std::vector<report::RunRecord>& runs);

}  // namespace headroom::cli
