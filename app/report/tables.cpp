// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/safe_text.h"
#include "app/report/table.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <utility>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;
using model::Statistic;
using model::Unit;
using Kind = TableColumn::Kind;

Cell cellOf(std::string text, const sim::Estimate& value, Unit unit) {
    return {std::move(text), std::nullopt, std::nullopt, {}, CellFigure{value, unit}};
}

std::string budgetText(const std::optional<double>& left) {
    if (!left) return std::string(kUnknown);
    if (*left >= 0) return said("Report", "%1 left", {model::formatValue(*left, Unit::share)});
    return said("Report", "spent %1 times", {countText(1 - *left)});
}

std::vector<Cell> objectiveRow(const sim::SloVerdict& slo) {
    const Mark mark = markOf(slo);
    return {{sloText(mark), mark},
            {printable(slo.name)},
            {printable(slo.objective)},
            estimateCell(slo.value, slo.unit),
            {budgetText(slo.errorBudgetLeft), std::nullopt, slo.errorBudgetLeft}};
}

std::string recoveredText(const sim::RunResult& result, const sim::Recovery& recovery) {
    if (recovery.timeToRecover.value)
        return estimateText(recovery.timeToRecover, Unit::seconds);
    if (recovery.recovered == 0) return said("Report", "not in the run");
    return said("Report", "in %1 of %2 runs",
                {std::to_string(recovery.recovered), std::to_string(result.replications)});
}

std::vector<Cell> recoveryRow(const sim::RunResult& result, const sim::Recovery& recovery) {
    const Mark mark = recovery.timeToRecover.value ? Mark::good : Mark::bad;
    return {{printable(recovery.fault)},
            {model::formatValue(recovery.from, Unit::seconds)},
            {recovery.until ? model::formatValue(*recovery.until, Unit::seconds) : std::string(kUnknown)},
            {recoveredText(result, recovery), mark},
            estimateCell(recovery.errors, Unit::count)};
}

std::vector<Cell> claimRow(const sim::ClaimVerdict& claim) {
    const Mark mark = markOf(claim);
    const Unit unit = claim.unit.value_or(Unit::count);
    const bool exact = claim.value.halfWidth == 0.0;  // arithmetic, which has no interval
    return {{claimText(claim), mark},
            {printable(claim.says)},
            exact ? valueCell(claim.value, unit) : estimateCell(claim.value, unit),
            {printable(claim.why)},
            {printable(claim.source)}};
}

Table emptyClaimsTable() {
    return {said("Report", "Claims"),
            {{said("Report", "Verdict"), Kind::name, 0},
             {said("Report", "Claim"), Kind::text, 0},
             {said("Report", "Simulated"), Kind::number, 0},
             {said("Report", "Why"), Kind::text, 0},
             {said("Report", "Source"), Kind::text, 1}},
            {}};
}

// One figure of a component as a column.
struct FigureColumn {
    const char* header;
    Metric metric;
    Statistic statistic;
    int rank;
    bool bar;
};

constexpr FigureColumn kComponentColumns[] = {
    {HEADROOM_SAID("Report", "Throughput"), Metric::throughput, Statistic::mean, 0, false},
    {HEADROOM_SAID("Report", "Busy"), Metric::utilisation, Statistic::mean, 0, true},
    {HEADROOM_SAID("Report", "Held"), Metric::occupancy, Statistic::mean, 6, true},
    {HEADROOM_SAID("Report", "Waiting"), Metric::queueLength, Statistic::mean, 3, false},
    {HEADROOM_SAID("Report", "Wait"), Metric::wait, Statistic::mean, 2, false},
    {HEADROOM_SAID("Report", "Mean"), Metric::responseTime, Statistic::mean, 5, false},
    {HEADROOM_SAID("Report", "P95"), Metric::responseTime, Statistic::p95, 0, false},
    {HEADROOM_SAID("Report", "Errors"), Metric::errorRatio, Statistic::mean, 0, false},
    {HEADROOM_SAID("Report", "Hits"), Metric::hitRatio, Statistic::mean, 1, false},
    {HEADROOM_SAID("Report", "Instances"), Metric::instances, Statistic::mean, 4, false},
    {HEADROOM_SAID("Report", "Cold starts"), Metric::coldStarts, Statistic::mean, 7, false},
    {HEADROOM_SAID("Report", "Delivery P95"), Metric::deliveryTime, Statistic::p95, 8, false},
    {HEADROOM_SAID("Report", "Lag"), Metric::lag, Statistic::mean, 9, false},
    {HEADROOM_SAID("Report", "Connections"), Metric::connections, Statistic::mean, 10, false},
    {HEADROOM_SAID("Report", "Egress"), Metric::egress, Statistic::mean, 11, false},
    {HEADROOM_SAID("Report", "Stale"), Metric::staleRatio, Statistic::mean, 12, false},
    {HEADROOM_SAID("Report", "First paint P95"), Metric::firstPaint, Statistic::p95, 13, false},
    {HEADROOM_SAID("Report", "Largest paint P95"), Metric::largestPaint, Statistic::p95, 14, false},
    {HEADROOM_SAID("Report", "Late frames"), Metric::lateFrames, Statistic::mean, 15, false},
};

std::vector<Cell> componentRow(const sim::RunResult& result, const sim::TargetResult& component) {
    const bool limit = component.name == bottleneckOf(result);
    std::vector<Cell> row{
        {printable(component.name), limit ? std::optional(Mark::bad) : std::nullopt},
        {typeText(component.type)}};
    for (const FigureColumn& column : kComponentColumns) {
        const sim::Estimate& figure = component.figures.at(column.metric, column.statistic);
        row.push_back(valueCell(figure, unitOf(column.metric)));
        if (column.bar) row.back().bar = figure.value;
    }
    return row;
}

std::vector<Cell> actionRow(const sim::TargetResult& target, const std::string& name) {
    const auto time = [&target](Statistic statistic) {
        return estimateCell(target.figures.at(Metric::responseTime, statistic), Unit::seconds);
    };
    return {{name},
            estimateCell(target.figures.at(Metric::throughput), Unit::perSecond),
            time(Statistic::mean),
            time(Statistic::p50),
            time(Statistic::p95),
            time(Statistic::p99),
            estimateCell(target.figures.at(Metric::errorRatio), Unit::share)};
}

Cell loadCell(const RunRecord& run) {
    const Load load = loadOf(run.scenario);
    return cellOf(countText(load.peak) + (load.open ? " /s" : ""), {load.peak, std::nullopt},
                  load.open ? Unit::perSecond : Unit::count);
}

Cell scoreCell(const RunRecord& run) {
    const Score score = scoreOf(run.result);
    if (score.total() == 0) return {std::string(kUnknown)};
    return {std::to_string(score.held) + "/" + std::to_string(score.total()), markOf(run.result)};
}

std::vector<Cell> pointRow(const RunRecord& run, const std::string& link) {
    const sim::Figures& figures = run.result.workload.figures;
    const sim::TargetResult* cache = busiestCacheOf(run.result);
    const auto time = [&figures](Statistic statistic) {
        return shortEstimateCell(figures.at(Metric::responseTime, statistic), Unit::seconds);
    };
    const std::string limit = printable(bottleneckOf(run.result));
    return {{variantOf(run), std::nullopt, std::nullopt, link},
            loadCell(run),
            valueCell(figures.at(Metric::throughput), Unit::perSecond),
            time(Statistic::mean),
            time(Statistic::p95),
            valueCell(figures.at(Metric::errorRatio), Unit::share),
            cache != nullptr ? valueCell(cache->figures.at(Metric::hitRatio), Unit::share) : Cell{std::string(kUnknown)},
            {limit.empty() ? std::string(kUnknown) : limit},
            scoreCell(run)};
}

bool isEmpty(const Table& table, std::size_t column) {
    return std::ranges::all_of(table.rows, [column](const std::vector<Cell>& row) {
        return row[column].text.empty() || row[column].text == kUnknown;
    });
}

}  // namespace

Cell valueCell(const sim::Estimate& value, Unit unit) {
    return cellOf(valueText(value, unit), value, unit);
}

Cell estimateCell(const sim::Estimate& value, Unit unit) {
    return cellOf(estimateText(value, unit), value, unit);
}

Cell shortEstimateCell(const sim::Estimate& value, Unit unit) {
    return cellOf(shortEstimateText(value, unit), value, unit);
}

Cell countCell(double count) {
    return cellOf(countText(count), {count, std::nullopt}, Unit::count);
}

Table withoutEmptyColumns(Table table) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        if (table.columns[column].rank == 0 || !isEmpty(table, column)) continue;
        table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
        for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
    }
    return table;
}

Table objectivesTable(const sim::RunResult& result) {
    Table table{said("Report", "Objectives"),
                {{said("Report", "Verdict"), Kind::name, 0},
                 {said("Report", "Name"), Kind::name, 0},
                 {said("Report", "Objective"), Kind::text, 0},
                 {said("Report", "Simulated"), Kind::number, 0},
                 {said("Report", "Error budget"), Kind::number, 1}},
                {}};
    for (const sim::SloVerdict& slo : result.slos) table.rows.push_back(objectiveRow(slo));
    return withoutEmptyColumns(std::move(table));
}

Table recoveriesTable(const sim::RunResult& result) {
    Table table{said("Report", "Faults"),
                {{said("Report", "Fault"), Kind::text, 0},
                 {said("Report", "From"), Kind::number, 0},
                 {said("Report", "Until"), Kind::number, 1},
                 {said("Report", "Time to recover"), Kind::number, 0},
                 {said("Report", "Failed actions"), Kind::number, 0}},
                {}};
    for (const sim::Recovery& recovery : result.recoveries) table.rows.push_back(recoveryRow(result, recovery));
    return table;
}

Table claimsTable(const sim::RunResult& result) {
    Table table = emptyClaimsTable();
    for (const sim::ClaimVerdict& claim : result.claims) table.rows.push_back(claimRow(claim));
    return withoutEmptyColumns(std::move(table));
}

std::vector<sim::ClaimVerdict> claimsOver(const std::vector<RunRecord>& runs) {
    std::vector<sim::ClaimVerdict> claims;
    for (std::size_t i = 0; i < runs.front().result.claims.size(); ++i) {
        const auto judges = [i](const RunRecord& run) {
            return i < run.result.claims.size() && run.result.claims[i].holds.has_value();
        };
        const auto judge = std::ranges::find_if(runs, judges);
        claims.push_back((judge != runs.end() ? *judge : runs.front()).result.claims[i]);
        if (judge != runs.end()) claims.back().judgedBy = titleOf(*judge);
    }
    return claims;
}

Table claimsTable(const std::vector<sim::ClaimVerdict>& claims) {
    Table table = emptyClaimsTable();
    table.columns.insert(table.columns.begin() + 3, {said("Report", "Judged by"), Kind::text, 1});
    for (const sim::ClaimVerdict& claim : claims) {
        std::vector<Cell> row = claimRow(claim);
        row.insert(row.begin() + 3, Cell{claim.judgedBy.empty() ? std::string(kUnknown) : printable(claim.judgedBy)});
        table.rows.push_back(std::move(row));
    }
    return withoutEmptyColumns(std::move(table));
}

Table componentsTable(const sim::RunResult& result) {
    Table table{
        said("Report", "Components"),
        {{said("Report", "Component"), Kind::name, 0}, {said("Report", "Type"), Kind::name, 8}},
        {}};
    for (const FigureColumn& column : kComponentColumns)
        table.columns.push_back({said("Report", column.header), Kind::number, column.rank});
    for (const sim::TargetResult& component : result.components)
        if (component.type != "autoscaler")  // nobody asks it for anything
            table.rows.push_back(componentRow(result, component));
    return withoutEmptyColumns(std::move(table));
}

Table actionsTable(const sim::RunResult& result) {
    Table table{said("Report", "What users see"),
                {{said("Report", "Action"), Kind::name, 0},
                 {said("Report", "Throughput"), Kind::number, 0},
                 {said("Report", "Mean"), Kind::number, 1},
                 {said("Report", "P50"), Kind::number, 2},
                 {said("Report", "P95"), Kind::number, 0},
                 {said("Report", "P99"), Kind::number, 3},
                 {said("Report", "Errors"), Kind::number, 0}},
                {}};
    table.rows.push_back(actionRow(result.workload, said("Report", "all")));
    for (const sim::TargetResult& operation : result.operations)
        table.rows.push_back(actionRow(operation, printable(operation.name)));
    return withoutEmptyColumns(std::move(table));
}

Table pointsTable(const std::vector<RunRecord>& runs, const std::string& linkPrefix) {
    Table table{
        said("Report", "Every point"),
        {{said("Report", "Variant"), Kind::name, 0},
         {loadOf(runs.front().scenario).open ? said("Report", "Arrivals") : said("Report", "Users"),
          Kind::number, 0},
         {said("Report", "Through"), Kind::number, 3},
         {said("Report", "Mean"), Kind::number, 2, "mean"},
         {said("Report", "P95"), Kind::number, 0, "p95"},
         {said("Report", "Errors"), Kind::number, 0, "errors"},
         {said("Report", "Hits"), Kind::number, 4},
         {said("Report", "Held back by"), Kind::name, 0},
         {said("Report", "Objectives"), Kind::name, 0}},
        {}};
    for (std::size_t i = 0; i < runs.size(); ++i)
        table.rows.push_back(pointRow(runs[i], linkPrefix.empty() ? "" : linkPrefix + std::to_string(i + 1)));
    return withoutEmptyColumns(std::move(table));
}

const sim::TargetResult* busiestCacheOf(const sim::RunResult& result) {
    const sim::TargetResult* busiest = nullptr;
    double most = -1;
    for (const sim::TargetResult& component : result.components) {
        if (!component.figures.at(Metric::hitRatio).value) continue;
        const double rate = component.figures.at(Metric::throughput).value.value_or(0);
        if (rate <= most) continue;
        most = rate;
        busiest = &component;
    }
    return busiest;
}

}  // namespace headroom::report
