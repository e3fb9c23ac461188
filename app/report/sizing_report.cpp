// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/sizing_report.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/quantity/number_text.h"

namespace headroom::report {

namespace {

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
    table.columns.push_back({"Cost a month", TableColumn::Kind::number, 0});
    table.columns.push_back({"P95", TableColumn::Kind::number, 0});
    table.columns.push_back({"Objectives", TableColumn::Kind::name, 0});
    table.columns.push_back({"By", TableColumn::Kind::name, 1});
    for (const sim::SizedPoint& point : points) {
        std::vector<Cell> row;
        for (const auto& [path, value] : point.setting) row.push_back({printable(value)});
        row.push_back(valueCell(point.cost, model::Unit::usd));
        row.push_back(valueCell({point.p95, std::nullopt}, model::Unit::seconds));
        row.push_back({point.held() ? "held" : "missed", point.held() ? Mark::good : Mark::bad});
        row.push_back({point.run ? "simulation" : "theory"});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string countOf(int number, const std::string& one, const std::string& more) {
    return countText(number) + " " + (number == 1 ? one : more);
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
    if (!sizing.best) {
        std::string text = "No setting was found that keeps every objective";
        if (!sizing.objective.empty()) text += ": `" + printable(sizing.objective) + "` is missed";
        if (sizing.nearest) text += " even with " + settingText(sizing.nearest->setting) + ", which comes nearest";
        return text + ".";
    }
    std::string text = "The cheapest that keeps every objective is " + settingText(sizing.best->setting);
    if (sizing.best->cost.value)
        text += ", at " + valueText(sizing.best->cost, model::Unit::usd) + " a month";
    return text + (sizing.confirmed ? ". A simulation confirms it."
                                    : ". This is by theory; no simulation confirms it.");
}

std::vector<std::string> sizingDetails(const sim::Sizing& sizing) {
    std::vector<std::string> details;
    if (!sizing.best && !sizing.component.empty())
        details.push_back("In the way stands " + printable(sizing.component) + ": " + printable(sizing.why) + ".");
    if (!sizing.priced && sizing.solved > 0)
        details.push_back("Nothing has a price, so the smallest sum of the parameters counts as the cheapest.");
    details.push_back("Theory looked at " + countOf(sizing.solved, "setting", "settings") +
                      (sizing.exhaustive ? ", which is all of them; " : ", lowering one after the other; ") +
                      countOf(sizing.runs, "was", "were") + " simulated.");
    return details;
}

Table frontTable(const sim::Sizing& sizing) {
    return tableOf(sizing.front, "What nothing beats in both cost and P95");
}

Table simulatedTable(const sim::Sizing& sizing) { return tableOf(sizing.simulated, "Simulated"); }

}  // namespace headroom::report
