// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/judgement_tables.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace headroom::report {

namespace {

using model::said;
using model::Unit;
using Kind = TableColumn::Kind;

std::string share(const std::optional<double>& value) {
    return value ? model::formatValue(*value, Unit::share) : std::string(kUnknown);
}

bool isGrave(model::Severity severity) {
    return severity == model::Severity::critical || severity == model::Severity::high;
}

// Words of the scenario and of the results, as catalogues find them.
[[maybe_unused]] constexpr const char* kSeverities[] = {
    HEADROOM_SAID("Report", "low"), HEADROOM_SAID("Report", "medium"),
    HEADROOM_SAID("Report", "high"), HEADROOM_SAID("Report", "warning"),
    HEADROOM_SAID("Report", "critical")};
[[maybe_unused]] constexpr const char* kHealthParts[] = {
    HEADROOM_SAID("Report", "objectives"), HEADROOM_SAID("Report", "errors"),
    HEADROOM_SAID("Report", "headroom"), HEADROOM_SAID("Report", "alerts")};
[[maybe_unused]] constexpr const char* kMeterUnits[] = {HEADROOM_SAID("Report", "instance-hours"),
                                                        HEADROOM_SAID("Report", "vCPU-seconds"),
                                                        HEADROOM_SAID("Report", "GiB-seconds"),
                                                        HEADROOM_SAID("Report", "GHz-seconds"),
                                                        HEADROOM_SAID("Report", "CPU-seconds used"),
                                                        HEADROOM_SAID("Report", "requests"),
                                                        HEADROOM_SAID("Report", "items"),
                                                        HEADROOM_SAID("Report", "reads"),
                                                        HEADROOM_SAID("Report", "writes"),
                                                        HEADROOM_SAID("Report", "deletes"),
                                                        HEADROOM_SAID("Report", "GB stored"),
                                                        HEADROOM_SAID("Report", "GB sent"),
                                                        HEADROOM_SAID("Report", "GB processed"),
                                                        HEADROOM_SAID("Report", "months")};

// One of those words in the user's language.
std::string wordText(std::string_view word) { return said("Report", std::string(word).c_str()); }

Cell stateCell(const sim::AlertResult& alert) {
    if (!alert.isKnown) return {said("Report", "not known"), Mark::unknown};
    if (alert.replicationsFired == 0) return {said("Report", "quiet"), Mark::good};
    return {said("Report", "fired"), isGrave(alert.severity) ? Mark::bad : Mark::caution};
}

std::vector<Cell> alertRow(const sim::AlertResult& alert, int replications) {
    const std::string spans = spansText(alert.fired);
    return {stateCell(alert),
            {printable(alert.name)},
            {wordText(severityName(alert.severity))},
            {printable(alert.condition)},
            {spans.empty() ? std::string(kUnknown) : spans},
            {std::to_string(alert.replicationsFired) + "/" + std::to_string(replications)},
            {share(alert.shareOfTime)}};
}

// `30 days`; objectives are stated over days.
std::string periodText(double seconds) {
    constexpr double kDay = 86400;
    if (seconds < 2 * kDay) return timeSpanText(seconds);
    return said("Report", "%1 days", {model::formatValue(seconds / kDay, Unit::count)});
}

std::string burnText(double rate) { return model::formatValue(rate, Unit::count) + "x"; }

std::string toldText(const sim::ErrorBudget& budget) {
    std::string text;
    if (!budget.pages.empty()) text = said("Report", "page: %1", {spansText(budget.pages)});
    if (!budget.tickets.empty())
        text +=
            (text.empty() ? "" : "; ") + said("Report", "ticket: %1", {spansText(budget.tickets)});
    return text.empty() ? said("Report", "nobody") : text;
}

std::string spentText(const sim::ErrorBudget& budget) {
    if (!budget.exhaustedAfterSeconds || !(budget.burnRate > 1))
        return said("Report", "not in its period");
    return said("Report", "in %1", {periodText(*budget.exhaustedAfterSeconds)});
}

std::vector<Cell> budgetRow(const sim::SloVerdict& slo) {
    const sim::ErrorBudget& budget = *slo.budget;
    return {
        {printable(slo.name)},
        {said("Report", "%1 in %2",
              {model::formatValue(budget.allowed, Unit::share), periodText(budget.periodSeconds)})},
        {burnText(budget.burnRate), budget.burnRate > 1 ? Mark::bad : Mark::good},
        {spentText(budget)},
        {toldText(budget)}};
}

// `12 M requests`
std::string unitsText(const sim::CostLine& line) {
    return valueText(line.units, Unit::count) + " " + wordText(meterUnit(line.meter));
}

std::string sourceText(const sim::CostLine& line) {
    std::string text = line.product.empty() ? line.source : line.product + ", " + line.source;
    if (!line.date.empty()) text += ", " + line.date;
    return printable(line.weak ? said("Report", "%1 (weak source)", {text}) : text);
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
    if (shown < spans.size())
        return said("Report", "%1 and %2 more", {text, std::to_string(spans.size() - shown)});
    return text;
}

Table alertsTable(const sim::RunResult& result) {
    Table table{said("Report", "Alerts"),
                {{said("Report", "State"), Kind::name, 0},
                 {said("Report", "Alert"), Kind::name, 0},
                 {said("Report", "Severity"), Kind::name, 1},
                 {said("Report", "Condition"), Kind::text, 0},
                 {said("Report", "Fired"), Kind::text, 0},
                 {said("Report", "Replications"), Kind::number, 2},
                 {said("Report", "Of the time"), Kind::number, 0}},
                {}};
    for (const sim::AlertResult& alert : result.alerts) table.rows.push_back(alertRow(alert, result.replications));
    return table;
}

Table budgetsTable(const sim::RunResult& result) {
    Table table{said("Report", "Error budgets"),
                {{said("Report", "Objective"), Kind::name, 0},
                 {said("Report", "Budget"), Kind::text, 0},
                 {said("Report", "Burn rate"), Kind::number, 0},
                 {said("Report", "Spent"), Kind::number, 0},
                 {said("Report", "Who is told"), Kind::text, 0}},
                {}};
    for (const sim::SloVerdict& slo : result.slos)
        if (slo.budget) table.rows.push_back(budgetRow(slo));
    return table;
}

Table costTable(const sim::RunResult& result) {
    Table table{said("Report", "Cost a month"),
                {{said("Report", "Component"), Kind::name, 0},
                 {said("Report", "Metered"), Kind::text, 0},
                 {said("Report", "Cost"), Kind::number, 0},
                 {said("Report", "Component in all"), Kind::number, 0},
                 {said("Report", "Price"), Kind::text, 1}},
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
    Table table{said("Report", "Health"),
                {{said("Report", "Part"), Kind::name, 0},
                 {said("Report", "Weight"), Kind::number, 0},
                 {said("Report", "Score"), Kind::number, 0},
                 {said("Report", "Why"), Kind::text, 0}},
                {}};
    for (const sim::HealthPart& part : result.health.parts)
        table.rows.push_back(
            {{wordText(part.name)},
             {model::formatValue(part.weight, Unit::count)},
             {part.score ? model::formatValue(*part.score, Unit::count) : std::string(kUnknown),
              std::nullopt, part.score},
             {printable(part.why)}});
    return table;
}

std::string healthText(const sim::Health& health) {
    if (!health.score) return std::string(kUnknown);
    return said("Report", "%1 of 100", {countText(std::round(*health.score))});
}

std::string healthFormula(const sim::Health& health) {
    if (!health.score) return said("Report", "health is not known: none of its parts is");
    std::string sum;
    double weights = 0;
    for (const sim::HealthPart& part : health.parts) {
        if (!part.score) continue;
        weights += part.weight;
        sum += (sum.empty() ? "" : " + ") + model::formatValue(part.weight, Unit::count) + " x " +
               model::formatValue(*part.score, Unit::count) + " (" + wordText(part.name) + ")";
    }
    const bool whole = std::abs(weights - 1) < 1e-9;
    const std::string score = countText(std::round(*health.score));
    if (whole) return said("Report", "health = 100 x (%1) = %2", {sum, score});
    return said("Report", "health = 100 x (%1) / %2 = %3",
                {sum, model::formatValue(weights, Unit::count), score});
}

}  // namespace headroom::report
