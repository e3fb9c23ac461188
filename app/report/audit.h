// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"
#include "app/report/table.h"

#include <string>
#include <vector>

/// The documented claims of scenarios against what the model gives.
namespace headroom::report {

/// One scenario file with its claims judged by the runs they need.
struct Audit {
    std::string scenario;  ///< its name
    Document document;     ///< with its claims

    const std::vector<sim::ClaimVerdict>& claims() const { return *document.audit; }
};

/// Verdict, claim, source, what the model gives, and why, in terminal width.
Table auditTable(const std::vector<sim::ClaimVerdict>& claims);
/// One row for each scenario: how many claims hold, and do not.
Table auditOverview(const std::vector<Audit>& audits);

}  // namespace headroom::report
