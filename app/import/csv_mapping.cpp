// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/csv_mapping.h"

#include "app/archive/bounded_json.h"
#include "app/archive/series.h"
#include "app/import/importing.h"
#include "model/file/csv_table.h"
#include "model/said.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace headroom::import {

namespace {

using model::Unit;
using Json = nlohmann::ordered_json;

constexpr int kRowsLookedAt = 200;

struct Word {
    const char* in;  ///< part of a column's name, in lower case
    const char* series;
    Unit unit;
};
// The first that fits counts.
constexpr std::array kWords = {
    Word{"p99", "p99(workload.response_time)", Unit::seconds},     Word{"99%", "p99(workload.response_time)", Unit::seconds},
    Word{"p95", "p95(workload.response_time)", Unit::seconds},     Word{"95%", "p95(workload.response_time)", Unit::seconds},
    Word{"p90", "p90(workload.response_time)", Unit::seconds},     Word{"p50", "p50(workload.response_time)", Unit::seconds},
    Word{"median", "p50(workload.response_time)", Unit::seconds},  Word{"latency", "workload.response_time", Unit::seconds},
    Word{"response time", "workload.response_time", Unit::seconds}, Word{"response_time", "workload.response_time", Unit::seconds},
    Word{"duration", "workload.response_time", Unit::seconds},     Word{"throughput", "workload.throughput", Unit::perSecond},
    Word{"requests/s", "workload.throughput", Unit::perSecond},    Word{"req/s", "workload.throughput", Unit::perSecond},
    Word{"rps", "workload.throughput", Unit::perSecond},           Word{"qps", "workload.throughput", Unit::perSecond},
    Word{"error", "workload.error_ratio", Unit::share},            Word{"users", "workload.users", Unit::count},
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isMilliseconds(const std::string& name) {
    return name.ends_with("ms") || name.find("(ms)") != std::string::npos || name.find("milli") != std::string::npos;
}

CsvColumn guessColumn(const std::string& column) {
    CsvColumn guess{column, column, Unit::count, 1};
    const std::string name = lower(column);
    if (const auto metric = model::parseMetricRef(column)) {
        guess.series = toText(*metric);
        guess.unit = unitOf(metric->metric);
        return guess;
    }
    for (const Word& word : kWords) {
        if (name.find(word.in) == std::string::npos) continue;
        guess.series = word.series;
        guess.unit = word.unit;
        break;
    }
    if (guess.unit == Unit::seconds && isMilliseconds(name)) guess.factor = 1e-3;
    const bool isPercent = name.find('%') != std::string::npos && guess.unit != Unit::seconds;
    if (isPercent) guess.factor = 1e-2;
    if (isPercent && guess.unit == Unit::count) guess.unit = Unit::share;
    return guess;
}

struct Sample {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

Sample sampleOf(const std::string& path) {
    BadLines bad;
    LineReader first(path, bad);
    std::string line;
    first.next(line);
    const bool hasSeparator = line.starts_with("sep=") && line.size() == 5;
    if (hasSeparator) first.next(line);
    LineReader lines(path, bad);
    CsvReader reader(lines, bad, delimiterOf(line));
    Sample sample;
    std::vector<std::string> record;
    if (hasSeparator) reader.next(record);
    reader.next(sample.header);
    while (sample.rows.size() < kRowsLookedAt && reader.next(record))
        if (record.size() == sample.header.size()) sample.rows.push_back(record);
    return sample;
}

template <typename Test>
bool allAre(const Sample& sample, std::size_t column, const Test& test) {
    bool any = false;
    for (const auto& row : sample.rows) {
        if (row[column].empty() || row[column] == "N/A" || row[column] == "null") continue;
        if (!test(row[column])) return false;
        any = true;
    }
    return any;
}

std::optional<std::size_t> timeColumn(const Sample& sample) {
    const auto isTime = [&](std::size_t i) { return allAre(sample, i, [](const auto& cell) { return model::parseTimestamp(cell).has_value(); }); };
    for (std::size_t i = 0; i < sample.header.size(); ++i) {
        const std::string name = lower(sample.header[i]);
        if ((name.find("time") != std::string::npos || name.find("date") != std::string::npos || name == "ts") && isTime(i)) return i;
    }
    for (std::size_t i = 0; i < sample.header.size(); ++i)
        if (isTime(i) && !allAre(sample, i, [](const auto& cell) { return numberOf(cell).has_value(); })) return i;
    return std::nullopt;
}

}  // namespace

model::Parsed<CsvMapping> guessMapping(const std::string& path) {
    const Sample sample = sampleOf(path);
    const auto time = timeColumn(sample);
    if (!time)
        return model::TextError{model::said("Import", "no column of times in its first line"),
                                model::said("Import", "one such as `time` or `timestamp`"), ""};
    CsvMapping mapping{sample.header[*time], {}};
    for (std::size_t i = 0; i < sample.header.size(); ++i)
        if (i != *time && allAre(sample, i, [](const auto& cell) { return numberOf(cell).has_value(); }))
            mapping.columns.push_back(guessColumn(sample.header[i]));
    if (mapping.columns.empty())
        return model::TextError{model::said("Import", "no column of numbers"),
                                model::said("Import", "at least one"), ""};
    return mapping;
}

std::string toText(const CsvMapping& mapping) {
    Json json{{"time", mapping.time}, {"columns", Json::array()}};
    for (const CsvColumn& column : mapping.columns)
        json["columns"].push_back({{"column", column.column},
                                   {"series", column.series},
                                   {"unit", archive::unitWord(column.unit)},
                                   {"factor", column.factor}});
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

model::Parsed<CsvMapping> parseMapping(const std::string& text) {
    const Json json = archive::parseBoundedJson<Json>(text);
    const model::TextError problem{model::said("Import", "no mapping"),
                                   model::said("Import", "JSON as `--write-mapping` writes it"),
                                   ""};
    if (!json.is_object() || !json.contains("time") || !json["time"].is_string() || !json.contains("columns") ||
        !json["columns"].is_array())
        return problem;
    CsvMapping mapping{json["time"], {}};
    for (const Json& column : json["columns"]) {
        if (!column.is_object() || !column.contains("column") || !column["column"].is_string()) return problem;
        const std::string name = column["column"];
        const Json series = column.value("series", Json(name)), unit = column.value("unit", Json("count"));
        const Json factor = column.value("factor", Json(1.0));
        if (!series.is_string() || !unit.is_string() || !factor.is_number()) return problem;
        mapping.columns.push_back({name, series, archive::unitFromWord(unit.get<std::string>()), factor});
    }
    return mapping;
}

}  // namespace headroom::import
