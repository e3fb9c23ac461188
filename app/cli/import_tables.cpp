// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_tables.h"

#include "app/cli/archive_access.h"
#include "app/cli/text_table.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"

#include <charconv>

namespace headroom::cli {

namespace {

using report::Table;
using Kind = report::TableColumn::Kind;
using Json = nlohmann::ordered_json;

std::string factorText(double factor) {
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, factor).ptr};
}

Json badJson(const import::BadLines& bad) {
    Json json = Json::array();
    for (const import::BadLine& line : bad.first())
        json.push_back({{"line", line.line}, {"found", line.found}, {"expected", line.expected}});
    return json;
}

}  // namespace

std::string importText(const ImportOutcome& outcome, const Style& style) {
    Table table{"", {{"series", Kind::text}, {"unit", Kind::name}, {"points", Kind::number}, {"from", Kind::name}, {"until", Kind::name}}, {}};
    for (const import::SeriesSummary& series : outcome.series)
        table.rows.push_back({{report::printable(import::toText(series.key))},
                              {std::string(archive::unitWord(series.key.unit))},
                              {report::countText(static_cast<double>(series.points))},
                              {timeText(series.firstMs)},
                              {timeText(series.lastMs)}});
    std::string text = style.bold("Import " + std::to_string(outcome.id)) + ": " + report::printable(outcome.source) + " (" + outcome.kind + ")\n\n";
    text += outcome.series.empty() ? "No series in it.\n" : tableText(std::move(table), style);
    if (outcome.bad.count() > 0) text += "\nLines left out: " + std::to_string(outcome.bad.count()) + "\n";
    for (const std::string& note : outcome.notes) text += "Note: " + note + "\n";
    return text;
}

Json importJson(const ImportOutcome& outcome) {
    Json series = Json::array();
    for (const import::SeriesSummary& one : outcome.series)
        series.push_back({{"name", one.key.name},
                          {"labels", one.key.labels},
                          {"unit", archive::unitWord(one.key.unit)},
                          {"points", one.points},
                          {"from_ms", one.firstMs},
                          {"until_ms", one.lastMs}});
    return {{"headroom", 1},      {"import", outcome.id},           {"source", outcome.source},
            {"kind", outcome.kind}, {"series", std::move(series)}, {"skipped", outcome.bad.count()},
            {"problems", badJson(outcome.bad)}, {"notes", outcome.notes}};
}

std::string mappingText(const import::CsvMapping& mapping, const Style& style) {
    Table table{"", {{"column", Kind::name}, {"becomes", Kind::name}, {"unit", Kind::name}, {"times", Kind::number}}, {}};
    table.rows.push_back({{report::printable(mapping.time)}, {"the time"}, {""}, {""}});
    for (const import::CsvColumn& column : mapping.columns)
        table.rows.push_back({{report::printable(column.column)},
                              {report::printable(column.series)},
                              {std::string(archive::unitWord(column.unit))},
                              {factorText(column.factor)}});
    return tableText(std::move(table), style);
}

std::string importsText(const std::vector<archive::Import>& imports, const Style& style) {
    if (imports.empty()) return "Nothing is imported.\n";
    Table table{"", {{"import", Kind::number}, {"at", Kind::name}, {"kind", Kind::name}, {"source", Kind::text}, {"lines left out", Kind::number}, {"state", Kind::name}}, {}};
    for (const archive::Import& import : imports)
        table.rows.push_back({{std::to_string(import.id)},
                              {timeText(import.importedMs)},
                              {import.kind},
                              {report::printable(import.source)},
                              {std::to_string(import.skipped)},
                              {import.complete ? "complete" : "broken off"}});
    return tableText(std::move(table), style);
}

Json importsJson(const std::vector<archive::Import>& imports) {
    Json json = Json::array();
    for (const archive::Import& import : imports)
        json.push_back({{"import", import.id}, {"source", import.source}, {"kind", import.kind}, {"imported_ms", import.importedMs}, {"skipped", import.skipped}, {"complete", import.complete}});
    return {{"headroom", 1}, {"imports", std::move(json)}};
}

void printBadLines(const std::string& source, const import::BadLines& bad) {
    for (const import::BadLine& line : bad.first())
        printError(source + ":" + std::to_string(line.line) + ": warning: left out: found " + line.found + ", expected " + line.expected);
    const auto more = bad.count() - static_cast<std::int64_t>(bad.first().size());
    if (more > 0) printError(source + ": warning: " + std::to_string(more) + " further lines left out");
}

}  // namespace headroom::cli
