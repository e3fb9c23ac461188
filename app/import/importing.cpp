// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/importing.h"

#include "model/said.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace headroom::import {

namespace {

constexpr int kLinesLookedAt = 10;

bool has(const std::string& line, std::string_view part) { return line.find(part) != std::string::npos; }

std::optional<model::TextError> whyNot(const std::string& line) {
    if (line.starts_with("PK\x03\x04") || line.starts_with("\x28\xb5\x2f\xfd") || line.starts_with("\xfd" "7zXZ"))
        return model::TextError{model::said("Import", "a file that is not packed by gzip"),
                                model::said("Import", "the file unpacked, or packed by `gzip`"),
                                ""};
    if (line.starts_with("Type,Name,Request Count"))
        return model::TextError{
            model::said("Import", "Locust's final figures, which are no series"),
            model::said("Import", "its file …_stats_history.csv"), ""};
    if (line.starts_with("Method,Name,Error,Occurrences"))
        return model::TextError{model::said("Import", "Locust's failures, which are no series"),
                                model::said("Import", "its file …_stats_history.csv"), ""};
    if (std::ranges::any_of(line, [](char c) { return c == '\0'; }))
        return model::TextError{model::said("Import", "binary data"),
                                model::said("Import", "a text file"), ""};
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

/// A byte 0 for the record of the run, then the length of Gatling's version and its first digit.
bool isGatlingBinary(std::string_view head) {
    return head.size() >= 6 && head.starts_with(std::string_view("\0\0\0\0", 4)) && head[4] > 0 && head[4] < 64 &&
           std::isdigit(static_cast<unsigned char>(head[5]));
}

std::optional<Format> formatOfLine(const std::string& line) {
    if (line.starts_with("<testResults")) return Format::jmeterXml;
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
        case Format::jmeter:
        case Format::jmeterXml: return "jmeter";
        case Format::gatling:
        case Format::gatlingBinary: return "gatling";
    }
    return "csv";
}

model::Parsed<Format> formatOf(const std::string& path) {
    BadLines bad;
    LineReader lines(path, bad);
    std::string line;
    if (std::error_code none; std::filesystem::is_directory(path, none))
        return model::TextError{model::said("Import", "a folder"),
                                model::said("Import", "a file in it"), ""};
    ByteReader bytes(path);
    char head[6];
    if (isGatlingBinary({head, bytes.read(head, sizeof head)})) return Format::gatlingBinary;
    std::error_code problem;
    if (const auto status = std::filesystem::status(path, problem); exists(status) && !is_regular_file(status))
        return model::TextError{model::said("Import", "a pipe or a device"),
                                model::said("Import", "a file"), ""};
    if (!lines.isOpen())
        return model::TextError{model::said("Import", "a file that cannot be read"),
                                model::said("Import", "one that can"), ""};
    for (int i = 0; i < kLinesLookedAt && lines.next(line); ++i) {
        if (const auto why = whyNot(line)) return *why;
        if (line.empty()) continue;
        if (const auto format = formatOfLine(line)) return *format;
        if (line.starts_with("#") || line.starts_with("<?xml")) continue;
        if (line.starts_with("<"))
            return model::TextError{model::said("Import", "XML that is not of JMeter"),
                                    model::said("Import", "`testResults`, as JMeter writes it"),
                                    ""};
        const char first = line.front();
        if (first == '{' || first == '[')
            return model::TextError{
                model::said("Import", "JSON that is neither of k6 nor of traces"),
                model::said("Import", "a file as k6, OTLP or Jaeger write it"), ""};
        return Format::csv;
    }
    if (!lines.isWhole())
        return model::TextError{model::said("Import", "a packed file that is damaged or cut off"),
                                model::said("Import", "one that `gzip -t` finds whole"), ""};
    return model::TextError{model::said("Import", "an empty file"),
                            model::said("Import", "metrics"), ""};
}

void readFile(Format format, Reading& reading) {
    switch (format) {
        case Format::csv: readCsv(reading); break;
        case Format::openmetrics: readOpenMetrics(reading); break;
        case Format::k6Csv: readK6Csv(reading); break;
        case Format::k6Json: readK6Json(reading); break;
        case Format::locust: readLocust(reading); break;
        case Format::jmeter: readJmeter(reading); break;
        case Format::jmeterXml: readJmeterXml(reading); break;
        case Format::gatling: readGatling(reading); break;
        case Format::gatlingBinary: readGatlingBinary(reading); break;
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
