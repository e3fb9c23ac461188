// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/report/markup.h"
#include "app/report/run_record.h"

namespace headroom::report {

/// The architecture as a layered graph with the figures of a run: type, throughput, 95th percentile or errors, and a
/// bar of utilisation in each node; operations on each edge; the bottleneck by frame and word. `id` is unique in
/// the page.
void writeGraph(Markup& page, const RunRecord& run, const std::string& id);

}  // namespace headroom::report
