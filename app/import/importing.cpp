// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/importing.h"

#include <algorithm>
#include <array>

namespace headroom::import {

namespace {

constexpr int kLinesLookedAt = 10;

bool has(const std::string& line, std::string_view part) { return line.find(part) != std::string::npos; }

std::optional<model::TextError> whyNot(const std::string& line) {
    if (line.size() >= 2 && line[0] == '\x1f' && line[1] == '\x8b')
        return model::TextError{"a compressed file", "the file unpacked, as by `gunzip`", ""};
    if (!line.empty() && line[0] == '\0')
        return model::TextError{"Gatling's binary log, as version 3.13 and later write it", "the text log of Gatling up to 3.12", ""};
    if (line.starts_with("<?xml") || line.starts_with("<testResults"))
        return model::TextError{"XML", "JMeter's results as CSV (jmeter.save.saveservice.output_format=csv)", ""};
    if (line.starts_with("Type,Name,Request Count"))
        return model::TextError{"Locust's final figures, which are no series", "its file …_stats_history.csv", ""};
    if (line.starts_with("Method,Name,Error,Occurrences"))
        return model::TextError{"Locust's failures, which are no series", "its file …_stats_history.csv", ""};
    if (std::ranges::any_of(line, [](char c) { return c == '\0'; })) return model::TextError{"binary data", "a text file", ""};
    return std::nullopt;
}

// A sample of the exposition format without comments above it: `name{a="b"} 1 …` or `name 1`.
bool isSampleLine(const std::string& line) {
    const std::size_t end = line.find_first_of("{ ");
    if (end == 0 || end == std::string::npos) return false;
    const auto isName = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == ':'; };
    return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(end), isName) &&
           (line[end] == '{' || numberOf(line.substr(end, line.find(' ', end + 1) - end)));
}

std::optional<Format> formatOfLine(const std::string& line) {
    if (has(line, "timeStamp") && has(line, "elapsed")) return Format::jmeter;
    if (line.starts_with("Timestamp,User Count") || line.starts_with("\"Timestamp\",\"User Count\"")) return Format::locust;
    if (line.starts_with("metric_name,timestamp,metric_value")) return Format::k6Csv;
    if (line.starts_with("{") && has(line, "\"metric\"") && (has(line, "\"Metric\"") || has(line, "\"Point\""))) return Format::k6Json;
    if (line.starts_with("RUN\t") || line.starts_with("ASSERTION\t")) return Format::gatling;
    if (line.starts_with("# TYPE ") || line.starts_with("# HELP ") || line.starts_with("# UNIT ") || line == "# EOF" || isSampleLine(line))
        return Format::openmetrics;
    return std::nullopt;
}

}  // namespace

std::string_view formatWord(Format format) {
    switch (format) {
        case Format::csv: return "csv";
        case Format::openmetrics: return "openmetrics";
        case Format::k6Csv:
        case Format::k6Json: return "k6";
        case Format::locust: return "locust";
        case Format::jmeter: return "jmeter";
        case Format::gatling: return "gatling";
    }
    return "csv";
}

model::Parsed<Format> formatOf(const std::string& path) {
    BadLines bad;
    LineReader lines(path, bad);
    std::string line;
    if (!lines.isOpen()) return model::TextError{"a file that cannot be read", "one that can", ""};
    for (int i = 0; i < kLinesLookedAt && lines.next(line); ++i) {
        if (const auto why = whyNot(line)) return *why;
        if (line.empty()) continue;
        if (const auto format = formatOfLine(line)) return *format;
        if (line.starts_with("#")) continue;
        const char first = line.front();
        if (first == '{' || first == '[')
            return model::TextError{"JSON that is neither of k6 nor of traces", "a file as k6, OTLP or Jaeger write it", ""};
        return Format::csv;
    }
    return model::TextError{"an empty file", "metrics", ""};
}

void readFile(Format format, Reading& reading) {
    switch (format) {
        case Format::csv: readCsv(reading); break;
        case Format::openmetrics: readOpenMetrics(reading); break;
        case Format::k6Csv: readK6Csv(reading); break;
        case Format::k6Json: readK6Json(reading); break;
        case Format::locust: readLocust(reading); break;
        case Format::jmeter: readJmeter(reading); break;
        case Format::gatling: readGatling(reading); break;
    }
    reading.sink.flush();
}

std::ptrdiff_t Columns::find(std::string_view name) const {
    const auto found = std::ranges::find(header_, name);
    return found == header_.end() ? -1 : found - header_.begin();
}

std::string_view fieldAt(const std::vector<std::string>& record, std::ptrdiff_t column) {
    if (column < 0 || static_cast<std::size_t>(column) >= record.size()) return "";
    return record[static_cast<std::size_t>(column)];
}

}  // namespace headroom::import
