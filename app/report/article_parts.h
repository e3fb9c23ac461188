// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/line_chart.h"
#include "app/report/run_record.h"

#include <string>
#include <vector>

/// Blocks that several kinds of reports have in common.
namespace headroom::report {

using Blocks = std::vector<Block>;

/// Adds a heading with a table and what is said of it; nothing where the table is empty.
void addTable(Blocks& blocks, const std::string& title, Table table, const std::string& note = {},
              int level = 2);

KeyFigures keyFiguresOf(const RunRecord& run);
/// With commands that try them on this run.
Suggestions suggestionsFor(const RunRecord& run, const Provenance& provenance);
/// The evidence of one run: objectives, budgets, architecture, charts, tables, settings. `id` is
/// unique in the report; `level` is that of its headings.
void addEvidence(Blocks& blocks, const RunRecord& run, const std::string& id, int level);
/// Every run with its verdict under a heading of its own, linked to as `#point-1` on.
void addRuns(Blocks& blocks, const std::vector<RunRecord>& runs, const Provenance& provenance);

/// What was simulated, the variants among `runs`, and the assumptions that the scenario states.
void addAssumptions(Blocks& blocks, const model::Scenario& scenario,
                    const std::vector<RunRecord>& runs);
/// Command line, version and scenario.
void addProvenance(Blocks& blocks, const Provenance& provenance);

/// How confident the intervals are, and of which cache the hits in tables are.
std::string intervalNote(const sim::RunResult& result);
Drawing drawingOf(const LineChart& chart);

}  // namespace headroom::report
