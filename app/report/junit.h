// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/audit.h"
#include "app/report/comparison.h"
#include "app/report/run_record.h"
#include "sim/study/capacity_search.h"

#include <string>

/// Objectives and claims as test cases in the JUnit form that GitHub, GitLab and Jenkins show:
/// missed is a failure, not known is skipped. A suite for each run.
namespace headroom::report {

std::string junitOf(const Document& document);
std::string junitOf(const Provenance& provenance, const ComparedRuns& compared);
/// A case for each claim of each file.
std::string junitOf(const std::vector<Audit>& audits);
/// A case for each objective: whether any load keeps it.
std::string junitOf(const Provenance& provenance, const model::Scenario& scenario,
                    const sim::Capacity& capacity);

}  // namespace headroom::report
