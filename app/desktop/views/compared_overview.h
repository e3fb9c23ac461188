// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/table.h"

namespace headroom::desktop {

/// A row for each run, with its cost a month. The best of a column carries a star, where its
/// interval keeps clear of all others.
report::Table comparedOverview(const std::vector<report::RunRecord>& runs);

}  // namespace headroom::desktop
