// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/importing.h"
#include "model/file/csv_table.h"
#include "model/said.h"

#include <cmath>

namespace headroom::import {

namespace {

std::string inQuotes(std::string_view text) { return "`" + std::string(text.substr(0, 60)) + "`"; }

bool isEmpty(std::string_view cell) {
    return cell.empty() || cell == "N/A" || cell == "null" || cell == "NaN" || cell == "undefined";
}

// One block of rows below one header; Grafana writes several, with an empty line between them.
struct Block {
    std::size_t width = 0;
    std::ptrdiff_t time = -1;
    std::vector<std::pair<std::ptrdiff_t, SeriesKey>> columns;
    std::vector<double> factors;
};

Block blockOf(const std::vector<std::string>& header, const CsvMapping& mapping) {
    const Columns names(header);
    Block block{header.size(), names.find(mapping.time), {}, {}};
    for (const CsvColumn& column : mapping.columns) {
        const std::ptrdiff_t index = names.find(column.column);
        if (index < 0) continue;
        block.columns.push_back({index, {column.series, {}, column.unit}});
        block.factors.push_back(column.factor);
    }
    return block;
}

void readRow(Reading& reading, const Block& block, const std::vector<std::string>& row, std::int64_t line) {
    if (row.size() != block.width) {
        reading.bad.add(
            line,
            row.size() == 1 ? model::said("Import", "1 fields")
                            : model::said("Import", "%1 fields", {std::to_string(row.size())}),
            model::said("Import", "%1, as the header has", {std::to_string(block.width)}));
        return;
    }
    const std::string_view cell = fieldAt(row, block.time);
    const auto seconds = model::parseTimestamp(cell);
    const auto time = seconds ? archive::momentOf(*seconds * 1000) : std::nullopt;
    if (!time) {
        reading.bad.add(
            line, inQuotes(cell),
            model::said("Import", "a time such as `2023-11-16 18:17:03`, or a number of seconds"));
        return;
    }
    std::string wrong;
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
        const std::string_view text = fieldAt(row, block.columns[i].first);
        if (isEmpty(text)) continue;
        const auto value = numberOf(text);
        if (value)
            reading.sink.add(block.columns[i].second, {*time, *value * block.factors[i]});
        else if (wrong.empty())
            wrong = inQuotes(text);
    }
    if (!wrong.empty()) reading.bad.add(line, wrong, model::said("Import", "a number"));
}

}  // namespace

void readCsv(Reading& reading) {
    std::string line;
    if (!reading.lines.next(line)) return;
    if (line.starts_with("sep=") && line.size() == 5) reading.lines.next(line);
    const char delimiter = delimiterOf(line);
    CsvReader header(reading.lines, reading.bad, delimiter);
    std::vector<std::string> record;
    if (!CsvReader::splitLine(line, delimiter, record)) return;
    Block block = blockOf(record, reading.mapping);
    bool atHeader = false;
    while (header.next(record)) {
        if (header.number() % 1000 == 0 && !reading.goesOn()) return;
        if (record.size() == 1 && record.front().empty()) {
            atHeader = true;
            continue;
        }
        if (atHeader)
            block = blockOf(record, reading.mapping);
        else
            readRow(reading, block, record, header.number());
        atHeader = false;
    }
}

}  // namespace headroom::import
