// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/capacity_report.h"

#include <algorithm>
#include <cmath>

#include "app/report/json.h"
#include "app/report/safe_text.h"
#include "app/report/theory.h"
#include "app/report/value_text.h"
#include "sim/study/objective_margin.h"

namespace headroom::report {

namespace {

using Json = nlohmann::ordered_json;
using model::Metric;
using model::Statistic;

Json numberOrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
Json textOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json breakJson(const sim::Break& found) {
    return {{"objective", textOrNull(found.objective)},
            {"component", textOrNull(found.component)},
            {"why", textOrNull(found.why)}};
}

Json mendingJson(const sim::Mending& mending) {
    Json json = breakJson(mending.then);
    json["after"] = mending.what;
    json["limit"] = mending.then.limit;
    json["confirmed"] = mending.confirmed ? Json(*mending.confirmed) : Json(nullptr);
    return json;
}

Json pointJson(const model::Scenario& scenario, const sim::CapacityPoint& point) {
    return {{"load", point.load},
            {"solve", solveJson(recordOf(scenario, point.solve), point.solve)},
            {"run", point.run ? runJson({scenario, *point.run}) : Json(nullptr)}};
}

std::string sentenceOf(const sim::Break& found) {
    std::string text;
    if (!found.objective.empty()) text = "the objective `" + printable(found.objective) + "` is missed";
    if (!found.component.empty())
        text += (text.empty() ? "" : ", and ") + printable(found.component) + " holds the system back";
    return text;
}

std::string signedShare(double share) {
    return (share < 0 ? "−" : "+") + model::formatValue(std::abs(share), model::Unit::share);
}

std::string listOf(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + printable(name) + "`";
    return text;
}

}  // namespace

std::string loadOfStudy(double load, bool perSecond) {
    return perSecond ? model::formatValue(load, model::Unit::perSecond) : countText(std::round(load)) + " users";
}

Json capacityJson(const model::Scenario& scenario, const sim::Capacity& capacity) {
    Json curve = Json::array(), next = Json::array(), sensitivities = Json::array();
    for (const sim::CapacityPoint& point : capacity.curve) curve.push_back(pointJson(scenario, point));
    for (const sim::Mending& mending : capacity.next) next.push_back(mendingJson(mending));
    for (const sim::Sensitivity& s : capacity.sensitivities)
        sensitivities.push_back({{"path", s.path}, {"limit_change", s.limitChange}});
    const bool nothing = capacity.first.objective.empty() && capacity.first.component.empty();
    return {{"headroom", 1},
            {"scenario", scenario.name},
            {"variant", textOrNull(scenario.variant)},
            {"limit",
             {{"value", numberOrNull(capacity.limit.value)},
              {"half_width", numberOrNull(capacity.limit.halfWidth)}}},
            {"unit", capacity.perSecond ? "per_s" : "users"},
            {"limit_by_theory", capacity.theoryLimit > 0 ? Json(capacity.theoryLimit) : Json(nullptr)},
            {"simulated", capacity.simulated},
            {"beyond_range", capacity.beyondRange},
            {"breaks_first", nothing ? Json(nullptr) : breakJson(capacity.first)},
            {"next", std::move(next)},
            {"never_held", capacity.neverHeld},
            {"knee", numberOrNull(capacity.knee)},
            {"collapse", numberOrNull(capacity.collapse)},
            {"curve", std::move(curve)},
            {"sensitivities", std::move(sensitivities)},
            {"runs", capacity.runs},
            {"interrupted", capacity.interrupted},
            {"notes", capacity.notes}};
}

std::string capacitySentence(const sim::Capacity& capacity) {
    if (capacity.beyondRange)
        return "Every objective holds at every load looked at, up to 64 times the end of the range: nothing that "
               "the scenario states gives way.";
    if (!capacity.limit.value) return "No load was found at which every objective holds.";
    std::string text = (capacity.neverHeld.empty() ? "Every objective" : "Every other objective") +
                       std::string(" holds up to ") + loadOfStudy(*capacity.limit.value, capacity.perSecond);
    if (capacity.limit.halfWidth)
        text += " ± " + loadOfStudy(*capacity.limit.halfWidth, capacity.perSecond);
    text += capacity.simulated ? "." : " by theory; the limit was not simulated.";
    const std::string first = sentenceOf(capacity.first);
    return first.empty() ? text : text + " Beyond, " + first + ".";
}

std::vector<std::string> capacityDetails(const sim::Capacity& capacity) {
    std::vector<std::string> details;
    if (!capacity.neverHeld.empty())
        details.push_back("Missed at the smallest load already, and so left out of the limit: " +
                          listOf(capacity.neverHeld) + ".");
    if (!capacity.first.why.empty())
        details.push_back(printable(capacity.first.component) + ": " + printable(capacity.first.why) + ".");
    for (const sim::Mending& mending : capacity.next) {
        std::string text = "With " + printable(mending.what) + " it goes on to " +
                           loadOfStudy(mending.then.limit, capacity.perSecond) + " by theory";
        if (mending.confirmed)
            text += *mending.confirmed ? ", and a simulation a little below held" : ", but a simulation a little below missed";
        const std::string then = sentenceOf(mending.then);
        details.push_back(text + (then.empty() ? "." : "; then " + then + "."));
    }
    if (capacity.knee)
        details.push_back("The knee is at " + loadOfStudy(*capacity.knee, capacity.perSecond) +
                          ": beyond, response times grow faster than throughput.");
    details.push_back(capacity.collapse
                          ? "It collapses at " + loadOfStudy(*capacity.collapse, capacity.perSecond) +
                                ": goodput has fallen by a tenth there."
                          : "No collapse was seen: goodput does not fall by a tenth anywhere in the range.");
    if (capacity.simulated && capacity.theoryLimit > 0)
        details.push_back("Theory alone puts the limit at " +
                          loadOfStudy(capacity.theoryLimit, capacity.perSecond) + " (" +
                          signedShare(capacity.theoryLimit / *capacity.limit.value - 1) + ").");
    return details;
}

Table curveTable(const sim::Capacity& capacity) {
    Table table{"Against load",
                {{"Load", TableColumn::Kind::number, 0},
                 {"Objectives", TableColumn::Kind::name, 0},
                 {"Goodput", TableColumn::Kind::number, 2},
                 {"Mean", TableColumn::Kind::number, 3},
                 {"P95", TableColumn::Kind::number, 0},
                 {"Errors", TableColumn::Kind::number, 0},
                 {"Cost a month", TableColumn::Kind::number, 4},
                 {"By", TableColumn::Kind::name, 1}},
                {}};
    for (const sim::CapacityPoint& point : capacity.curve) {
        const sim::RunResult& result = point.run ? *point.run : point.solve.result;
        const sim::Figures& figures = result.workload.figures;
        const bool held = sim::marginOf(result.slos).held && (point.run || point.solve.saturated.empty());
        table.rows.push_back(
            {capacity.perSecond ? valueCell({point.load, std::nullopt}, model::Unit::perSecond) : countCell(point.load),
             {held ? "held" : "missed", held ? Mark::good : Mark::bad},
             valueCell(figures.at(Metric::throughput), model::Unit::perSecond),
             valueCell(figures.at(Metric::responseTime), model::Unit::seconds),
             valueCell(figures.at(Metric::responseTime, Statistic::p95), model::Unit::seconds),
             valueCell(figures.at(Metric::errorRatio), model::Unit::share),
             valueCell(result.costPerMonth, model::Unit::usd),
             {point.run ? "simulation" : "theory"}});
    }
    return withoutEmptyColumns(std::move(table));
}

Table sensitivityTable(const sim::Capacity& capacity, std::size_t most) {
    Table table{"What moves the limit (each a tenth larger, by theory)",
                {{"Number", TableColumn::Kind::name, 0}, {"Limit", TableColumn::Kind::number, 0}},
                {}};
    for (const sim::Sensitivity& s : capacity.sensitivities)
        if (table.rows.size() < most)
            table.rows.push_back({{printable(s.path)}, {signedShare(s.limitChange)}});
    return table;
}

}  // namespace headroom::report
