// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_history.h"

#include "model/file/csv_table.h"
#include "model/quantity/number_text.h"

#include <algorithm>
#include <array>

namespace headroom::cli {

namespace {

using model::CsvTable;
using model::TextError;

std::string namesOf(const CsvTable& table) {
    std::string names;
    for (const std::string& name : table.names) names += (names.empty() ? "" : ", ") + model::quoted(name);
    return names;
}

model::Parsed<std::size_t> named(const CsvTable& table, const std::string& name) {
    if (const auto column = table.column(name)) return *column;
    return TextError{"no column " + model::quoted(name), "one of " + namesOf(table), ""};
}

std::optional<std::size_t> firstOf(const CsvTable& table, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const auto column = table.column(name)) return column;
    return std::nullopt;
}

model::Parsed<std::size_t> timeColumn(const CsvTable& table, const std::string& name) {
    if (!name.empty()) return named(table, name);
    return firstOf(table, {"time", "Time", "timestamp", "date", "day", "month"}).value_or(0);
}

model::Parsed<std::size_t> loadColumn(const CsvTable& table, const std::string& name, std::size_t time) {
    if (!name.empty()) return named(table, name);
    if (const auto users = firstOf(table, {"users", "load"})) return *users;
    if (table.names.size() == 2) return 1 - time;
    return TextError{"the columns " + namesOf(table), "`--column` to say which is the load", ""};
}

std::optional<double> secondsOf(const std::string& cell) {
    constexpr std::size_t kMonth = 7;  // 2026-11
    const std::string text(model::trimmed(cell));
    if (text.size() == kMonth && text[4] == '-') return model::parseTimestamp(text + "-01");
    return model::parseTimestamp(text);
}

}  // namespace

model::Parsed<std::vector<sim::LoadSample>> loadHistoryOf(std::string_view csv, const HistoryColumns& columns) {
    const model::Parsed<CsvTable> table = model::parseCsv(csv);
    if (!table) return table.error();
    const auto time = timeColumn(*table, columns.time);
    if (!time) return time.error();
    const auto load = loadColumn(*table, columns.load, *time);
    if (!load) return load.error();
    std::vector<sim::LoadSample> samples;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const std::string where = " in row " + std::to_string(row + 1);
        const std::string &timeCell = table->rows[row][*time], &loadCell = table->rows[row][*load];
        const std::optional<double> seconds = secondsOf(timeCell);
        if (!seconds) return TextError{model::quoted(timeCell) + where, "a time such as `2026-11-21 18:00`", ""};
        if (model::trimmed(loadCell).empty()) continue;
        const auto count = model::parseNumber(model::trimmed(loadCell));
        if (!count) return TextError{model::quoted(loadCell) + where, "a number", ""};
        samples.push_back({*seconds, *count * columns.factor});
    }
    return samples;
}

}  // namespace headroom::cli
