// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/verdict.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Tables as values: the terminal and the page show the same words.
namespace headroom::report {

/// What a cell's text is rounded from, in its base unit.
struct CellFigure {
    sim::Estimate value;
    model::Unit unit = model::Unit::count;
};

struct Cell {
    std::string text;                         ///< printable
    std::optional<Mark> mark = std::nullopt;  ///< a state, before the text
    std::optional<double> bar = std::nullopt; ///< a share that the page also draws
    std::string link = {};                    ///< where the page leads to
    std::optional<CellFigure> figure = std::nullopt;
};

/// A figure as cell, in the words of value_text.h: `182 ms`, `182 ms ± 4 ms`, `182 ms ± 4`; and `30 000`.
Cell valueCell(const sim::Estimate& value, model::Unit unit);
Cell estimateCell(const sim::Estimate& value, model::Unit unit);
Cell shortEstimateCell(const sim::Estimate& value, model::Unit unit);
Cell countCell(double count);

struct TableColumn {
    std::string header;
    enum class Kind { name, number, text } kind = Kind::number;  ///< text may be broken into lines
    int rank = 0;  ///< where a table is too wide, columns of the highest rank go first; rank 0 stays
    std::string_view id = {};  ///< what programs find the column by, in any language; may be empty
};

struct Table {
    std::string caption;
    std::vector<TableColumn> columns;
    std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// Without the columns that hold nothing but unknown figures, save those of rank 0.
Table withoutEmptyColumns(Table table);

Table objectivesTable(const sim::RunResult& result);
/// One row for each fault: when the users' actions had recovered, and how many failed until then.
Table recoveriesTable(const sim::RunResult& result);
Table claimsTable(const sim::RunResult& result);
/// The claims of one file over several runs, each as judged by the first run that could.
std::vector<sim::ClaimVerdict> claimsOver(const std::vector<RunRecord>& runs);
/// With the runs that judged them.
Table claimsTable(const std::vector<sim::ClaimVerdict>& claims);
Table componentsTable(const sim::RunResult& result);
/// All users' actions together, then each operation.
Table actionsTable(const sim::RunResult& result);
/// One row for each run; `linkPrefix` + number leads to its part of the page. Columns by id:
/// `mean`, `p95`, `errors`.
Table pointsTable(const std::vector<RunRecord>& runs, const std::string& linkPrefix);

/// The cache with the most look-ups, whose hit ratio stands for all in short tables; null if there is none.
const sim::TargetResult* busiestCacheOf(const sim::RunResult& result);

}  // namespace headroom::report
