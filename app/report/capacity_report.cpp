// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/capacity_report.h"

#include "app/report/json.h"
#include "app/report/safe_text.h"
#include "app/report/theory.h"
#include "app/report/value_text.h"
#include "model/said.h"
#include "sim/study/objective_margin.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

using Json = nlohmann::ordered_json;
using model::Metric;
using model::said;
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

// What gives way, by what is known of it. %1: the objective, %2: the component.
struct BreakWords {
    const char *both, *objective, *component;
};
constexpr BreakWords kBeyond{
    HEADROOM_SAID("Report", "Beyond, the objective `%1` is missed, and %2 holds the system back."),
    HEADROOM_SAID("Report", "Beyond, the objective `%1` is missed."),
    HEADROOM_SAID("Report", "Beyond, %2 holds the system back.")};
constexpr BreakWords kThen{
    HEADROOM_SAID("Report", "then the objective `%1` is missed, and %2 holds the system back"),
    HEADROOM_SAID("Report", "then the objective `%1` is missed"),
    HEADROOM_SAID("Report", "then %2 holds the system back")};

// Empty where nothing is known.
std::string breakText(const sim::Break& found, const BreakWords& words) {
    const bool objective = !found.objective.empty(), component = !found.component.empty();
    if (!objective && !component) return {};
    const char* chosen = objective && component ? words.both
                         : objective            ? words.objective
                                                : words.component;
    return said("Report", chosen, {printable(found.objective), printable(found.component)});
}

std::string signedShare(double share) {
    return (share < 0 ? "−" : "+") + model::formatValue(std::abs(share), model::Unit::share);
}

std::string listOf(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + printable(name) + "`";
    return text;
}

std::string limitSentence(const sim::Capacity& capacity) {
    std::string limit = loadOfStudy(*capacity.limit.value, capacity.perSecond);
    if (capacity.limit.halfWidth)
        limit += " ± " + loadOfStudy(*capacity.limit.halfWidth, capacity.perSecond);
    if (capacity.neverHeld.empty())
        return capacity.simulated
                   ? said("Report", "Every objective holds up to %1.", {limit})
                   : said("Report",
                          "Every objective holds up to %1 by theory; the limit was not simulated.",
                          {limit});
    return capacity.simulated
               ? said("Report", "Every other objective holds up to %1.", {limit})
               : said(
                     "Report",
                     "Every other objective holds up to %1 by theory; the limit was not simulated.",
                     {limit});
}

std::string mendingSentence(const sim::Mending& mending, bool perSecond) {
    const char* words =
        !mending.confirmed ? HEADROOM_SAID("Report", "With %1 it goes on to %2 by theory")
        : *mending.confirmed
            ? HEADROOM_SAID(
                  "Report",
                  "With %1 it goes on to %2 by theory, and a simulation a little below held")
            : HEADROOM_SAID(
                  "Report",
                  "With %1 it goes on to %2 by theory, but a simulation a little below missed");
    const std::string text = said(
        "Report", words, {printable(mending.what), loadOfStudy(mending.then.limit, perSecond)});
    const std::string then = breakText(mending.then, kThen);
    return text + (then.empty() ? "" : "; " + then) + ".";
}

}  // namespace

std::string loadOfStudy(double load, bool perSecond) {
    return perSecond ? model::formatValue(load, model::Unit::perSecond)
                     : said("Report", "%1 users", {countText(std::round(load))});
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
        return said("Report",
                    "Every objective holds at every load looked at, up to 64 times the end of the "
                    "range: nothing that the scenario states gives way.");
    if (!capacity.limit.value)
        return said("Report", "No load was found at which every objective holds.");
    const std::string beyond = breakText(capacity.first, kBeyond);
    return limitSentence(capacity) + (beyond.empty() ? "" : " " + beyond);
}

std::vector<std::string> capacityDetails(const sim::Capacity& capacity) {
    std::vector<std::string> details;
    if (!capacity.neverHeld.empty())
        details.push_back(
            said("Report", "Missed at the smallest load already, and so left out of the limit: %1.",
                 {listOf(capacity.neverHeld)}));
    if (!capacity.first.why.empty())
        details.push_back(printable(capacity.first.component) + ": " + printable(capacity.first.why) + ".");
    for (const sim::Mending& mending : capacity.next)
        details.push_back(mendingSentence(mending, capacity.perSecond));
    if (capacity.knee)
        details.push_back(
            said("Report", "The knee is at %1: beyond, response times grow faster than throughput.",
                 {loadOfStudy(*capacity.knee, capacity.perSecond)}));
    details.push_back(
        capacity.collapse
            ? said("Report", "It collapses at %1: goodput has fallen by a tenth there.",
                   {loadOfStudy(*capacity.collapse, capacity.perSecond)})
            : said(
                  "Report",
                  "No collapse was seen: goodput does not fall by a tenth anywhere in the range."));
    if (capacity.simulated && capacity.theoryLimit > 0)
        details.push_back(said("Report", "Theory alone puts the limit at %1 (%2).",
                               {loadOfStudy(capacity.theoryLimit, capacity.perSecond),
                                signedShare(capacity.theoryLimit / *capacity.limit.value - 1)}));
    return details;
}

Table curveTable(const sim::Capacity& capacity) {
    Table table{said("Report", "Against load"),
                {{said("Report", "Load"), TableColumn::Kind::number, 0},
                 {said("Report", "Objectives"), TableColumn::Kind::name, 0},
                 {said("Report", "Goodput"), TableColumn::Kind::number, 2},
                 {said("Report", "Mean"), TableColumn::Kind::number, 3},
                 {said("Report", "P95"), TableColumn::Kind::number, 0},
                 {said("Report", "Errors"), TableColumn::Kind::number, 0},
                 {said("Report", "Cost a month"), TableColumn::Kind::number, 4},
                 {said("Report", "By"), TableColumn::Kind::name, 1}},
                {}};
    for (const sim::CapacityPoint& point : capacity.curve) {
        const sim::RunResult& result = point.run ? *point.run : point.solve.result;
        const sim::Figures& figures = result.workload.figures;
        const bool held = sim::marginOf(result.slos).held && (point.run || point.solve.saturated.empty());
        table.rows.push_back(
            {capacity.perSecond ? valueCell({point.load, std::nullopt}, model::Unit::perSecond)
                                : countCell(point.load),
             {held ? sloText(Mark::good) : sloText(Mark::bad), held ? Mark::good : Mark::bad},
             valueCell(figures.at(Metric::throughput), model::Unit::perSecond),
             valueCell(figures.at(Metric::responseTime), model::Unit::seconds),
             valueCell(figures.at(Metric::responseTime, Statistic::p95), model::Unit::seconds),
             valueCell(figures.at(Metric::errorRatio), model::Unit::share),
             valueCell(result.costPerMonth, model::Unit::usd),
             {point.run ? said("Report", "simulation") : said("Report", "theory")}});
    }
    return withoutEmptyColumns(std::move(table));
}

Table sensitivityTable(const sim::Capacity& capacity, std::size_t most) {
    Table table{said("Report", "What moves the limit (each a tenth larger, by theory)"),
                {{said("Report", "Number"), TableColumn::Kind::name, 0},
                 {said("Report", "Limit"), TableColumn::Kind::number, 0}},
                {}};
    for (const sim::Sensitivity& s : capacity.sensitivities)
        if (table.rows.size() < most)
            table.rows.push_back({{printable(s.path)}, {signedShare(s.limitChange)}});
    return table;
}

}  // namespace headroom::report
