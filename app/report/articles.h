// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/audit.h"
#include "app/report/comparison.h"
#include "app/report/run_record.h"
#include "sim/study/capacity_search.h"

/// What each study reports. First the verdict, the limit, the cost and what to try; then figures,
/// charts and the architecture; then what is needed to judge it and to run it again: assumptions,
/// command line and scenario.
namespace headroom::report {

/// One run, or several with an overview before them. Precondition: at least one run.
Article runArticle(const Document& document);
Article comparisonArticle(const Provenance& provenance, const ComparedRuns& compared);
Article capacityArticle(const Provenance& provenance, const model::Scenario& scenario,
                        const sim::Capacity& capacity);
/// Of one scenario file; it may have no runs.
Article auditArticle(const Audit& audit);

}  // namespace headroom::report
