// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/csv_mapping.h"
#include "app/import/line_reader.h"
#include "app/import/series_sink.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// Files of other tools, read as a stream into series. Memory does not grow with the file.
namespace headroom::import {

enum class Format { csv, openmetrics, k6Csv, k6Json, locust, jmeter, jmeterXml, gatling, gatlingBinary };

/// The word for it: `csv`, `openmetrics`, `k6`, `locust`, `jmeter`, `gatling`.
std::string_view formatWord(Format format);

/// What a file is by its first lines, or what it is instead and what to do about it.
model::Parsed<Format> formatOf(const std::string& path);

/// What every reader works with.
struct Reading {
    LineReader& lines;
    SeriesSink& sink;
    BadLines& bad;
    std::int64_t intervalMs = 10'000;  ///< into which single requests are gathered
    CsvMapping mapping;                ///< of Format::csv
    std::function<bool()> goesOn;      ///< asked now and then; false: stop
    std::vector<std::string> notes;    ///< what the user should know of the figures
};

// Each reads to the end of the file; what cannot be read is in `bad`. Points are flushed at the end.
void readCsv(Reading& reading);
void readOpenMetrics(Reading& reading);
void readK6Csv(Reading& reading);
void readK6Json(Reading& reading);
void readLocust(Reading& reading);
void readJmeter(Reading& reading);
void readJmeterXml(Reading& reading);
void readGatling(Reading& reading);
void readGatlingBinary(Reading& reading);

void readFile(Format format, Reading& reading);

/// Columns of a CSV file by the names of its header.
class Columns {
public:
    explicit Columns(const std::vector<std::string>& header) : header_(header) {}
    /// -1 if there is none.
    std::ptrdiff_t find(std::string_view name) const;
    std::size_t size() const { return header_.size(); }

private:
    std::vector<std::string> header_;
};
/// The field, or an empty text where the record is too short or there is no such column.
std::string_view fieldAt(const std::vector<std::string>& record, std::ptrdiff_t column);

}  // namespace headroom::import
