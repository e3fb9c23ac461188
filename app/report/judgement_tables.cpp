// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/judgement_tables.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/report/safe_text.h"
#include "app/report/value_text.h"

namespace headroom::report {

namespace {

using model::Unit;
using Kind = TableColumn::Kind;

std::string share(const std::optional<double>& value) {
    return value ? model::formatValue(*value, Unit::share) : std::string(kUnknown);
}

bool isGrave(model::Severity severity) {
    return severity == model::Severity::critical || severity == model::Severity::high;
}

Cell stateCell(const sim::AlertResult& alert) {
    if (!alert.isKnown) return {"not known", Mark::unknown};
    if (alert.replicationsFired == 0) return {"quiet", Mark::good};
    return {"fired", isGrave(alert.severity) ? Mark::bad : Mark::caution};
}

std::vector<Cell> alertRow(const sim::AlertResult& alert, int replications) {
    const std::string spans = spansText(alert.fired);
    return {stateCell(alert),
            {printable(alert.name)},
            {std::string(severityName(alert.severity))},
            {printable(alert.condition)},
            {spans.empty() ? std::string(kUnknown) : spans},
            {std::to_string(alert.replicationsFired) + "/" + std::to_string(replications)},
            {share(alert.shareOfTime)}};
}

// `30 days`; objectives are stated over days.
std::string periodText(double seconds) {
    constexpr double kDay = 86400;
    if (seconds < 2 * kDay) return timeSpanText(seconds);
    return model::formatValue(seconds / kDay, Unit::count) + " days";
}

std::string burnText(double rate) { return model::formatValue(rate, Unit::count) + "x"; }

std::string toldText(const sim::ErrorBudget& budget) {
    std::string text;
    if (!budget.pages.empty()) text = "page: " + spansText(budget.pages);
    if (!budget.tickets.empty()) text += (text.empty() ? "" : "; ") + std::string("ticket: ") + spansText(budget.tickets);
    return text.empty() ? "nobody" : text;
}

std::vector<Cell> budgetRow(const sim::SloVerdict& slo) {
    const sim::ErrorBudget& budget = *slo.budget;
    const bool tooFast = budget.burnRate > 1;
    return {{printable(slo.name)},
            {model::formatValue(budget.allowed, Unit::share) + " in " + periodText(budget.periodSeconds)},
            {burnText(budget.burnRate), tooFast ? Mark::bad : Mark::good},
            {budget.exhaustedAfterSeconds && tooFast ? "in " + periodText(*budget.exhaustedAfterSeconds) : "not in its period"},
            {toldText(budget)}};
}

// `12 M requests`
std::string unitsText(const sim::CostLine& line) {
    return valueText(line.units, Unit::count) + " " + std::string(meterUnit(line.meter));
}

std::string sourceText(const sim::CostLine& line) {
    std::string text = line.product.empty() ? line.source : line.product + ", " + line.source;
    if (!line.date.empty()) text += ", " + line.date;
    return printable(text + (line.weak ? " (weak source)" : ""));
}

void addCostRows(const sim::ComponentCost& cost, double total, Table& table) {
    const double perMonth = cost.perMonth.value.value_or(0);
    const std::optional<double> bar = total > 0 ? std::optional(perMonth / total) : std::nullopt;
    for (const sim::CostLine& line : cost.lines) {
        const bool first = &line == &cost.lines.front();
        table.rows.push_back({{first ? printable(cost.component) : ""},
                              {unitsText(line)},
                              estimateCell(line.usd, Unit::usd),
                              {first ? estimateText(cost.perMonth, Unit::usd) : "", std::nullopt, first ? bar : std::nullopt},
                              {sourceText(line)}});
    }
}

}  // namespace

std::string spansText(const std::vector<sim::TimeSpan>& spans) {
    constexpr std::size_t kMost = 3;
    std::string text;
    const std::size_t shown = spans.size() > kMost ? kMost - 1 : spans.size();
    for (std::size_t i = 0; i < shown; ++i)
        text += (i > 0 ? ", " : "") + timeSpanText(spans[i].fromSeconds) + " – " + timeSpanText(spans[i].toSeconds);
    if (shown < spans.size()) text += " and " + std::to_string(spans.size() - shown) + " more";
    return text;
}

Table alertsTable(const sim::RunResult& result) {
    Table table{"Alerts",
                {{"State", Kind::name, 0},
                 {"Alert", Kind::name, 0},
                 {"Severity", Kind::name, 1},
                 {"Condition", Kind::text, 0},
                 {"Fired", Kind::text, 0},
                 {"Replications", Kind::number, 2},
                 {"Of the time", Kind::number, 0}},
                {}};
    for (const sim::AlertResult& alert : result.alerts) table.rows.push_back(alertRow(alert, result.replications));
    return table;
}

Table budgetsTable(const sim::RunResult& result) {
    Table table{"Error budgets",
                {{"Objective", Kind::name, 0},
                 {"Budget", Kind::text, 0},
                 {"Burn rate", Kind::number, 0},
                 {"Spent", Kind::number, 0},
                 {"Who is told", Kind::text, 0}},
                {}};
    for (const sim::SloVerdict& slo : result.slos)
        if (slo.budget) table.rows.push_back(budgetRow(slo));
    return table;
}

Table costTable(const sim::RunResult& result) {
    Table table{"Cost a month",
                {{"Component", Kind::name, 0},
                 {"Metered", Kind::text, 0},
                 {"Cost", Kind::number, 0},
                 {"Component in all", Kind::number, 0},
                 {"Price", Kind::text, 1}},
                {}};
    std::vector<const sim::ComponentCost*> dearestFirst;
    for (const sim::ComponentCost& cost : result.costByComponent) dearestFirst.push_back(&cost);
    std::ranges::stable_sort(dearestFirst, std::greater{},
                             [](const sim::ComponentCost* cost) { return cost->perMonth.value.value_or(0); });
    for (const sim::ComponentCost* cost : dearestFirst)
        addCostRows(*cost, result.costPerMonth.value.value_or(0), table);
    return table;
}

Table healthTable(const sim::RunResult& result) {
    Table table{"Health",
                {{"Part", Kind::name, 0}, {"Weight", Kind::number, 0}, {"Score", Kind::number, 0}, {"Why", Kind::text, 0}},
                {}};
    for (const sim::HealthPart& part : result.health.parts)
        table.rows.push_back({{part.name},
                              {model::formatValue(part.weight, Unit::count)},
                              {part.score ? model::formatValue(*part.score, Unit::count) : std::string(kUnknown), std::nullopt,
                               part.score},
                              {printable(part.why)}});
    return table;
}

std::string healthText(const sim::Health& health) {
    if (!health.score) return std::string(kUnknown);
    return countText(std::round(*health.score)) + " of 100";
}

std::string healthFormula(const sim::Health& health) {
    if (!health.score) return "health is not known: none of its parts is";
    std::string sum;
    double weights = 0;
    for (const sim::HealthPart& part : health.parts) {
        if (!part.score) continue;
        weights += part.weight;
        sum += (sum.empty() ? "" : " + ") + model::formatValue(part.weight, Unit::count) + " x " +
               model::formatValue(*part.score, Unit::count) + " (" + part.name + ")";
    }
    const bool whole = std::abs(weights - 1) < 1e-9;
    return "health = 100 x (" + sum + ")" + (whole ? "" : " / " + model::formatValue(weights, Unit::count)) + " = " +
           countText(std::round(*health.score));
}

}  // namespace headroom::report
