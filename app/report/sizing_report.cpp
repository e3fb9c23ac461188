// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/sizing_report.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

namespace headroom::report {

namespace {

using model::said;
using Json = nlohmann::ordered_json;

Json numberOrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
Json textOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json settingJson(const sim::SweepPoint& setting) {
    Json json = Json::object();
    for (const auto& [path, value] : setting) {
        const auto number = model::parseNumber(value);
        json[path] = number ? Json(*number) : Json(value);
        if (number && *number == static_cast<double>(static_cast<long>(*number)))
            json[path] = static_cast<long>(*number);
    }
    return json;
}

Json costJson(const sim::SizedPoint& point) {
    return {{"value", numberOrNull(point.cost.value)}, {"half_width", numberOrNull(point.cost.halfWidth)}};
}

Json pointJson(const sim::SizedPoint& point) {
    return {{"setting", settingJson(point.setting)},
            {"cost_per_month", costJson(point)},
            {"p95", numberOrNull(point.p95)},
            {"held", point.held()},
            {"simulated", point.run.has_value()}};
}

Table tableOf(const std::vector<sim::SizedPoint>& points, std::string caption) {
    Table table{std::move(caption), {}, {}};
    if (points.empty()) return table;
    for (const auto& [path, value] : points.front().setting)
        table.columns.push_back({printable(path), TableColumn::Kind::number, 0});
    table.columns.push_back({said("Report", "Cost a month"), TableColumn::Kind::number, 0});
    table.columns.push_back({said("Report", "P95"), TableColumn::Kind::number, 0});
    table.columns.push_back({said("Report", "Objectives"), TableColumn::Kind::name, 0});
    table.columns.push_back({said("Report", "By"), TableColumn::Kind::name, 1});
    for (const sim::SizedPoint& point : points) {
        std::vector<Cell> row;
        for (const auto& [path, value] : point.setting) row.push_back({printable(value)});
        row.push_back(valueCell(point.cost, model::Unit::usd));
        row.push_back(valueCell({point.p95, std::nullopt}, model::Unit::seconds));
        const Mark mark = point.held() ? Mark::good : Mark::bad;
        row.push_back({sloText(mark), mark});
        row.push_back({point.run ? said("Report", "simulation") : said("Report", "theory")});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string noneSentence(const sim::Sizing& sizing) {
    const std::string objective = printable(sizing.objective);
    if (!sizing.nearest)
        return objective.empty()
                   ? said("Report", "No setting was found that keeps every objective.")
                   : said("Report",
                          "No setting was found that keeps every objective: `%1` is missed.",
                          {objective});
    const std::string nearest = settingText(sizing.nearest->setting);
    if (objective.empty())
        return said(
            "Report",
            "No setting was found that keeps every objective even with %1, which comes nearest.",
            {nearest});
    return said("Report",
                "No setting was found that keeps every objective: `%1` is missed even with %2, "
                "which comes nearest.",
                {objective, nearest});
}

std::string lookedText(const sim::Sizing& sizing) {
    const char* all =
        sizing.solved == 1
            ? HEADROOM_SAID("Report", "Theory looked at %1 setting, which is all of them")
            : HEADROOM_SAID("Report", "Theory looked at %1 settings, which is all of them");
    const char* some =
        sizing.solved == 1
            ? HEADROOM_SAID("Report", "Theory looked at %1 setting, lowering one after the other")
            : HEADROOM_SAID("Report", "Theory looked at %1 settings, lowering one after the other");
    return said("Report", sizing.exhaustive ? all : some, {countText(sizing.solved)});
}

}  // namespace

std::string settingText(const sim::SweepPoint& setting) {
    std::string text;
    for (const auto& [path, value] : setting)
        text += (text.empty() ? "" : ", ") + printable(path) + " = " + printable(value);
    return text;
}

Json sizingJson(const sim::Sizing& sizing) {
    Json front = Json::array(), simulated = Json::array();
    for (const sim::SizedPoint& point : sizing.front) front.push_back(pointJson(point));
    for (const sim::SizedPoint& point : sizing.simulated) simulated.push_back(pointJson(point));
    Json inTheWay = nullptr;
    if (!sizing.best)
        inTheWay = {{"objective", textOrNull(sizing.objective)},
                    {"component", textOrNull(sizing.component)},
                    {"why", textOrNull(sizing.why)},
                    {"nearest", sizing.nearest ? pointJson(*sizing.nearest) : Json(nullptr)}};
    return {{"setting", sizing.best ? settingJson(sizing.best->setting) : Json(nullptr)},
            {"cost_per_month", sizing.best ? costJson(*sizing.best) : Json(nullptr)},
            {"confirmed", sizing.confirmed},
            {"front", std::move(front)},
            {"simulated", std::move(simulated)},
            {"in_the_way", std::move(inTheWay)},
            {"exhaustive", sizing.exhaustive},
            {"solved", sizing.solved},
            {"runs", sizing.runs},
            {"interrupted", sizing.interrupted}};
}

std::string sizingSentence(const sim::Sizing& sizing) {
    if (!sizing.best) return noneSentence(sizing);
    const std::string setting = settingText(sizing.best->setting);
    const std::string best =
        sizing.best->cost.value
            ? said("Report", "The cheapest that keeps every objective is %1, at %2 a month.",
                   {setting, valueText(sizing.best->cost, model::Unit::usd)})
            : said("Report", "The cheapest that keeps every objective is %1.", {setting});
    return best + " " +
           (sizing.confirmed ? said("Report", "A simulation confirms it.")
                             : said("Report", "This is by theory; no simulation confirms it."));
}

std::string inTheWayText(const sim::Sizing& sizing) {
    return said("Report", "In the way stands %1: %2.",
                {printable(sizing.component), printable(sizing.why)});
}

std::vector<std::string> sizingDetails(const sim::Sizing& sizing) {
    std::vector<std::string> details;
    if (!sizing.best && !sizing.component.empty()) details.push_back(inTheWayText(sizing));
    if (!sizing.priced && sizing.solved > 0)
        details.push_back(said(
            "Report",
            "Nothing has a price, so the smallest sum of the parameters counts as the cheapest."));
    const char* simulated = sizing.runs == 1 ? HEADROOM_SAID("Report", "%1 was simulated.")
                                             : HEADROOM_SAID("Report", "%1 were simulated.");
    details.push_back(lookedText(sizing) + "; " +
                      said("Report", simulated, {countText(sizing.runs)}));
    return details;
}

Table frontTable(const sim::Sizing& sizing) {
    return tableOf(sizing.front, said("Report", "What nothing beats in both cost and P95"));
}

Table simulatedTable(const sim::Sizing& sizing) {
    return tableOf(sizing.simulated, said("Report", "Simulated"));
}

}  // namespace headroom::report
