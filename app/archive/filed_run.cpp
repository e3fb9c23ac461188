// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/filed_run.h"

#include "app/archive/bounded_json.h"
#include "app/report/csv.h"
#include "app/report/json.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::archive {

namespace {

using Json = nlohmann::ordered_json;

std::optional<double> numberOf(const Json& json, const char* key) {
    const auto entry = json.find(key);
    if (entry == json.end() || !entry->is_number()) return std::nullopt;
    return entry->get<double>();
}

bool isFigure(const Json& json) { return json.is_object() && json.size() == 2 && json.contains("value") && json.contains("half_width"); }

// The metric is the last part of a path that is the name of one: `components.api.response_time.p95`.
model::Unit unitOfPath(std::string_view path) {
    while (!path.empty()) {
        const std::size_t dot = path.rfind('.');
        const std::string_view part = path.substr(dot == std::string_view::npos ? 0 : dot + 1);
        if (part.starts_with("cost") || part == "per_month" || part == "per_thousand_users") return model::Unit::usd;
        if (const auto metric = model::metricFromName(part)) return unitOf(*metric);
        path = path.substr(0, dot == std::string_view::npos ? 0 : dot);
    }
    return model::Unit::count;
}

void collect(const Json& json, const std::string& path, std::vector<FiledFigure>& out) {
    if (isFigure(json)) {
        out.push_back({path, {numberOf(json, "value"), numberOf(json, "half_width")}, unitOfPath(path)});
        return;
    }
    if (!json.is_object()) return;
    for (const auto& [key, value] : json.items()) collect(value, path.empty() ? key : path + "." + key, out);
}

}  // namespace

Run runOf(const report::RunRecord& record, const report::Provenance& provenance, std::int64_t finishedMs) {
    Json result = report::runJson(record);
    result.erase("series");
    const report::Load load = report::loadOf(record.scenario);
    Run run;
    run.scenario = record.result.scenario;
    run.scenarioText = provenance.fileText;
    run.file = provenance.fileName;
    run.variant = record.result.variant;
    run.load = load.peak;
    run.loadIsOpen = load.open;
    run.seed = std::to_string(record.result.seed);
    run.version = provenance.version;
    run.command = provenance.commandLine;
    run.finishedMs = finishedMs;
    run.sampleSeconds = record.result.sampleSeconds;
    run.result = report::jsonText(result);
    return run;
}

std::vector<Series> seriesOf(const sim::RunResult& result) {
    std::vector<Series> all;
    for (const sim::Series& series : result.series) {
        Series out{{series.name, {}, series.unit}, {}};
        for (std::size_t i = 0; i < series.values.size(); ++i)
            out.points.push_back({std::llround(static_cast<double>(i + 1) * result.sampleSeconds * 1000), series.values[i]});
        all.push_back(std::move(out));
    }
    return all;
}

sim::Series seriesFrom(const Series& series) {
    sim::Series out{series.key.name, series.key.unit, {}};
    for (const Point& point : series.points) out.values.push_back(point.value);
    return out;
}

std::string jsonOf(const Run& run, const std::vector<Series>& series) {
    Json json = parseBoundedJson<Json>(run.result);
    if (!json.is_object())
        throw ArchiveError(ArchiveError::Kind::unusable,
                           model::said("Archive", "the figures of run %1 are damaged", {std::to_string(run.id)}));
    Json& out = json["series"] = {{"sample_s", run.sampleSeconds}};
    for (const Series& one : series) {
        Json& values = out[one.key.name] = Json::array();
        for (const Point& point : one.points)
            values.push_back(std::isfinite(point.value) ? Json(point.value) : Json(nullptr));
    }
    return report::jsonText(json);
}

std::string seriesCsvOf(const Run& run, const std::vector<Series>& series) {
    report::RunRecord record;
    record.scenario.variant = run.variant;
    if (run.loadIsOpen)
        record.scenario.workload.arrivals = model::Arrivals{.rate = model::Schedule::constant(run.load)};
    else
        record.scenario.workload.users = model::Schedule::constant(run.load);
    record.scenario.workload.profiles.push_back({});
    record.result.sampleSeconds = run.sampleSeconds;
    for (const Series& one : series) record.result.series.push_back(seriesFrom(one));
    return report::seriesCsv({{}, {std::move(record)}});
}

std::vector<FiledFigure> figuresOf(const Run& run) {
    std::vector<FiledFigure> figures;
    const Json json = parseBoundedJson<Json>(run.result);
    if (!json.is_discarded()) collect(json, "", figures);
    return figures;
}

const FiledFigure* find(const std::vector<FiledFigure>& figures, std::string_view path) {
    const auto found = std::ranges::find(figures, path, &FiledFigure::path);
    return found == figures.end() ? nullptr : &*found;
}

sim::Estimate difference(const sim::Estimate& a, const sim::Estimate& b) {
    sim::Estimate out;
    if (a.value && b.value) out.value = *b.value - *a.value;
    if (a.halfWidth && b.halfWidth) out.halfWidth = std::hypot(*a.halfWidth, *b.halfWidth);
    return out;
}

}  // namespace headroom::archive
