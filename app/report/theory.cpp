// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/theory.h"

#include "app/report/json.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

using Json = nlohmann::ordered_json;
using model::Metric;
using model::said;
using model::Statistic;

void removeIntervals(Json& json) {
    if (json.is_object()) json.erase("half_width");
    for (Json& part : json)
        if (part.is_structured()) removeIntervals(part);
}

void addGap(const model::MetricRef& ref, const RunRecord& run, const sim::Solution& solution,
            std::vector<TheoryGap>& gaps) {
    const std::optional<double> theory = solution.result.figure(ref).value;
    const std::optional<double> simulated = run.result.figure(ref).value;
    if (theory && simulated) gaps.push_back({toText(ref), unitOf(ref.metric), *theory, *simulated});
}

std::string relativeText(const TheoryGap& gap) {
    const std::optional<double> relative = gap.relative();
    if (!relative) return std::string(kUnknown);
    const std::string sign = *relative < 0 ? "−" : "+";
    return sign + model::formatValue(std::abs(*relative), model::Unit::share);
}

}  // namespace

std::optional<double> TheoryGap::relative() const {
    if (simulated == 0) return std::nullopt;
    return (theory - simulated) / simulated;
}

RunRecord recordOf(const model::Scenario& scenario, const sim::Solution& solution) {
    return {scenario, solution.result};
}

Json solveJson(const RunRecord& estimate, const sim::Solution& solution) {
    Json json = runJson(estimate);
    for (const char* simulated : {"replications", "confidence", "simulated_s", "warm_up_s", "events", "wall_s",
                                  "peak_memory_bytes", "interrupted", "unfinished", "series", "alerts", "seed"})
        json.erase(simulated);
    removeIntervals(json);
    json["approximations"] = solution.approximations;
    json["saturated"] = solution.saturated;
    return json;
}

std::vector<TheoryGap> gapsOf(const RunRecord& run, const sim::Solution& solution) {
    std::vector<TheoryGap> gaps;
    const auto add = [&](const std::string& target, Metric metric, Statistic statistic = Statistic::mean) {
        model::MetricRef ref;
        ref.target = target;
        ref.metric = metric;
        ref.statistic = statistic;
        addGap(ref, run, solution, gaps);
    };
    add("workload", Metric::throughput);
    add("workload", Metric::responseTime);
    add("workload", Metric::responseTime, Statistic::p95);
    add("workload", Metric::errorRatio);
    if (const sim::TargetResult* busiest = busiestOf(run.result)) add(busiest->name, Metric::utilisation);
    return gaps;
}

Table theoryTable(const RunRecord& run, const sim::Solution& solution) {
    Table table{said("Report", "Beside queueing theory (headroom solve)"),
                {{said("Report", "Figure"), TableColumn::Kind::name, 0},
                 {said("Report", "Simulated"), TableColumn::Kind::number, 0},
                 {said("Report", "Theory"), TableColumn::Kind::number, 0},
                 {said("Report", "Difference"), TableColumn::Kind::number, 0}},
                {}};
    for (const TheoryGap& gap : gapsOf(run, solution))
        table.rows.push_back({{printable(gap.metric)},
                              valueCell({gap.simulated, std::nullopt}, gap.unit),
                              valueCell({gap.theory, std::nullopt}, gap.unit),
                              {relativeText(gap)}});
    return table;
}

Json theoryJson(const RunRecord& run, const sim::Solution& solution) {
    Json differences = Json::object();
    for (const TheoryGap& gap : gapsOf(run, solution))
        differences[gap.metric] = {{"solve", gap.theory},
                                   {"run", gap.simulated},
                                   {"relative", gap.relative() ? Json(*gap.relative()) : Json(nullptr)}};
    return {{"differences", std::move(differences)},
            {"approximations", solution.approximations},
            {"saturated", solution.saturated}};
}

}  // namespace headroom::report
