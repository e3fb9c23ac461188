// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_controller.h"
#include "app/report/table.h"

#include <QStringList>

#include <vector>

namespace headroom::desktop {

/// Component, cost a month, share of all, cost of a thousand users a month; the dearest first.
report::Table costByComponent(const report::RunRecord& run);
/// One row for each variant's last run with known cost: load, cost, cost of a thousand users, against the first.
report::Table costByVariant(const std::vector<RunPtr>& runs);
/// Components that the run used and that have no price.
QStringList withoutPrice(const report::RunRecord& run);

}  // namespace headroom::desktop
