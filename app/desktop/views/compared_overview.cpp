// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/compared_overview.h"

#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

namespace headroom::desktop {

namespace {

using model::Metric;
using model::Statistic;
using Figure = std::function<sim::Estimate(const sim::RunResult&)>;

constexpr std::string_view kCost = "cost";

/// Of a column where less is better.
struct BestColumn {
    std::string_view id;
    Figure figure;
};

const BestColumn kBestColumns[] = {
    {"mean",
     [](const sim::RunResult& result) {
         return result.workload.figures.at(Metric::responseTime, Statistic::mean);
     }},
    {"p95",
     [](const sim::RunResult& result) {
         return result.workload.figures.at(Metric::responseTime, Statistic::p95);
     }},
    {"errors",
     [](const sim::RunResult& result) {
         return result.workload.figures.at(Metric::errorRatio, Statistic::mean);
     }},
    {kCost, [](const sim::RunResult& result) { return result.costPerMonth; }}};

/// The run whose figure is the least by more than the intervals; nothing where that cannot be said.
std::optional<std::size_t> clearlyLeast(const std::vector<report::RunRecord>& runs,
                                        const Figure& figure) {
    std::vector<sim::Estimate> all;
    for (const report::RunRecord& run : runs) all.push_back(figure(run.result));
    if (runs.size() < 2 ||
        std::ranges::any_of(all, [](const sim::Estimate& one) { return !one.value; }))
        return std::nullopt;
    const auto least =
        std::ranges::min_element(all, {}, [](const sim::Estimate& one) { return *one.value; });
    for (auto other = all.begin(); other != all.end(); ++other)
        if (other != least && *least->value + least->halfWidth.value_or(0) >=
                                  *other->value - other->halfWidth.value_or(0))
            return std::nullopt;
    return static_cast<std::size_t>(least - all.begin());
}

}  // namespace

report::Table comparedOverview(const std::vector<report::RunRecord>& runs) {
    report::Table table = report::pointsTable(runs, {});
    table.columns.push_back(
        {model::said("Table", "Cost a month"), report::TableColumn::Kind::number, 0, kCost});
    for (std::size_t row = 0; row < runs.size(); ++row)
        table.rows[row].push_back(
            {report::estimateText(runs[row].result.costPerMonth, model::Unit::usd)});
    for (const auto& [id, figure] : kBestColumns) {
        const auto column = std::ranges::find(table.columns, id, &report::TableColumn::id);
        const auto best = clearlyLeast(runs, figure);
        if (best && column != table.columns.end())
            table.rows[*best][static_cast<std::size_t>(column - table.columns.begin())].text +=
                " ★";
    }
    const bool priced = std::ranges::any_of(runs, [](const report::RunRecord& run) {
        return run.result.costPerMonth.value.has_value();
    });
    if (priced) return table;
    table.columns.pop_back();
    for (std::vector<report::Cell>& row : table.rows) row.pop_back();
    return table;
}

}  // namespace headroom::desktop
