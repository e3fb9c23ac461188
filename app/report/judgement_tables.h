// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/report/table.h"

/// Tables of what was judged and what is paid for.
namespace headroom::report {

/// Each alert: whether and when it fired, in the first replication and in how many.
Table alertsTable(const sim::RunResult& result);
/// Error budgets: how fast they burn, how long they last, when somebody would be told.
Table budgetsTable(const sim::RunResult& result);
/// Each meter of each component with its units and cost a month, dearest component first.
Table costTable(const sim::RunResult& result);
/// The parts of the health score.
Table healthTable(const sim::RunResult& result);

/// `82 of 100`; `–` if unknown.
std::string healthText(const sim::Health& health);
/// `health = 100 x (0.4 x objectives + …)`: the sum with this run's parts.
std::string healthFormula(const sim::Health& health);
/// `5 min – 7 min 30 s, 12 min – 13 min and 3 more`; empty if there are none.
std::string spansText(const std::vector<sim::TimeSpan>& spans);

}  // namespace headroom::report
