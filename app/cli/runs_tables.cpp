// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_tables.h"

#include "app/archive/filed_run.h"
#include "app/cli/archive_access.h"
#include "app/cli/text_table.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace headroom::cli {

namespace {

using archive::FiledFigure;
using archive::Run;
using model::said;
using report::Cell;
using report::Table;
using Kind = report::TableColumn::Kind;
using Json = nlohmann::ordered_json;

std::string loadOf(const Run& run) { return report::loadText({run.load, run.loadIsOpen, false}); }
std::string variantOf(const Run& run) { return run.variant.empty() ? said("Report", "base") : report::printable(run.variant); }

Cell cellAt(const std::vector<FiledFigure>& figures, std::string_view path) {
    const FiledFigure* figure = find(figures, path);
    return figure ? report::valueCell(figure->value, figure->unit) : Cell{std::string(report::kUnknown)};
}

// `2 of 3`
Cell objectivesCell(const Run& run) {
    const Json json = Json::parse(run.result, nullptr, false);
    if (json.is_discarded() || !json.contains("slos") || json["slos"].empty()) return {std::string(report::kUnknown)};
    std::size_t met = 0, all = json["slos"].size();
    for (const Json& slo : json["slos"]) met += slo.value("met", Json(false)) == Json(true);
    return {said("Report", "%1 of %2", {std::to_string(met), std::to_string(all)}), met == all ? report::Mark::good : report::Mark::bad};
}

std::vector<Cell> rowOf(const Run& run) {
    const std::vector<FiledFigure> figures = figuresOf(run);
    return {{std::to_string(run.id)},
            {timeText(run.finishedMs)},
            {report::printable(run.scenario)},
            {variantOf(run)},
            {loadOf(run)},
            cellAt(figures, "workload.throughput"),
            cellAt(figures, "workload.response_time.p95"),
            objectivesCell(run)};
}

bool isMain(const std::string& path) {
    if (path.starts_with("workload.") || path == "cost.per_month") return true;
    return path.starts_with("components.") &&
           (path.ends_with(".utilisation") || path.ends_with(".throughput") || path.ends_with(".response_time.p95"));
}

bool isShown(const FiledFigure& figure, bool all) { return figure.value.value && (all || isMain(figure.path)); }

Table figuresTable(const std::vector<FiledFigure>& figures) {
    Table table{"", {{said("Report", "figure"), Kind::name}, {said("Report", "value"), Kind::number}}, {}};
    for (const FiledFigure& figure : figures)
        if (isShown(figure, false))
            table.rows.push_back({{report::printable(figure.path)}, report::estimateCell(figure.value, figure.unit)});
    return table;
}

}  // namespace

Table runsTable(const std::vector<Run>& runs) {
    Table table{"",
                {{said("Report", "run"), Kind::number},
                 {said("Report", "finished"), Kind::name, 3},
                 {said("Report", "scenario"), Kind::text},
                 {said("Report", "variant"), Kind::name},
                 {said("Report", "load"), Kind::number},
                 {said("Report", "throughput"), Kind::number, 1},
                 {said("Report", "p95"), Kind::number, 1},
                 {said("Report", "objectives"), Kind::name, 2}},
                {}};
    for (const Run& run : runs) table.rows.push_back(rowOf(run));
    return table;
}

std::string runsText(const std::vector<Run>& runs, const Style& style) {
    return runs.empty() ? "No runs are filed.\n" : tableText(runsTable(runs), style);
}

std::string runText(const Run& run, const Style& style) {
    std::string text = style.bold("Run " + std::to_string(run.id)) + ": " + report::printable(run.scenario) + ", " +
                       variantOf(run) + " at " + loadOf(run) + "\n";
    text += "Finished " + timeText(run.finishedMs) + ", version " + report::printable(run.version) + ", seed " + run.seed + "\n";
    text += "Again: " + report::printable(run.command) + "\n\n";
    return text + tableText(figuresTable(figuresOf(run)), style);
}

Table comparisonTable(const std::vector<Run>& runs, bool all) {
    const std::vector<FiledFigure> first = figuresOf(runs.front());
    Table table{"", {{said("Report", "figure"), Kind::name}, {said("Report", "run %1", {std::to_string(runs.front().id)}), Kind::number}}, {}};
    for (const FiledFigure& figure : first)
        if (isShown(figure, all))
            table.rows.push_back({{report::printable(figure.path)}, report::valueCell(figure.value, figure.unit)});
    for (std::size_t i = 1; i < runs.size(); ++i) {
        table.columns.push_back({said("Report", "run %1", {std::to_string(runs[i].id)}), Kind::number});
        table.columns.push_back({said("Report", "difference"), Kind::number});
        const std::vector<FiledFigure> figures = figuresOf(runs[i]);
        std::size_t row = 0;
        for (const FiledFigure& figure : first) {
            if (!isShown(figure, all)) continue;
            const FiledFigure* same = find(figures, figure.path);
            const sim::Estimate value = same ? same->value : sim::Estimate{};
            table.rows[row].push_back(report::valueCell(value, figure.unit));
            table.rows[row++].push_back(report::shortEstimateCell(archive::difference(figure.value, value), figure.unit));
        }
    }
    return table;
}

std::string comparisonText(const std::vector<Run>& runs, bool all, const Style& style) {
    return tableText(comparisonTable(runs, all), style) +
           "Intervals are those of independent runs; `headroom compare` gives narrower ones of variants.\n";
}

}  // namespace headroom::cli
