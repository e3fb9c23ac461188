// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/csv_table.h"
#include "model/file/replay_reader.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

constexpr double kMostLevel = 1e9;
constexpr double kLongestSeconds = 1e9;  ///< some 30 years

/// What the file says about the recording.
struct ReplayKeys {
    Item file;
    std::optional<Item> time, column;
    std::optional<Duration> every, counts;
    double scale = 1;
};

std::optional<ReplayKeys> readKeys(MapReader& map, bool ofArrivals) {
    const auto file = map.get("replay");
    ReplayKeys keys;
    keys.time = map.get("time");
    keys.column = map.get("column");
    map.duration("every", keys.every);
    if (ofArrivals) map.duration("counts", keys.counts);
    map.count("scale", keys.scale, Zero::forbidden);
    for (const char* key : {"time", "column", "every", "counts", "scale"}) {
        const YamlNode* node = map.item().node->find(key);
        if (!file && node && (ofArrivals || key != std::string_view("counts")))
            map.reading().errorAtKey(entryOf(map.item(), *node),
                                     said("Model", "%1 without `replay`", {quoted(key)}),
                                     said("Model", "`replay`, a CSV file"));
    }
    if (!file) return {};
    keys.file = *file;
    return keys;
}

std::optional<std::size_t> columnOf(Reading& reading, const CsvTable& table, const Item& item) {
    std::string name;
    if (!readText(reading, item, name)) return {};
    const auto column = table.column(name);
    if (!column)
        reading.expectName(item, name, said("Model", "the name of a column of the file"),
                           table.names);
    return column;
}

std::optional<CsvTable> readTable(Reading& reading, const Item& item) {
    std::string name;
    if (!readText(reading, item, name)) return {};
    if (!reading.folder()) return {};
    const auto text =
        reading.folder()->text(name, said("Model", "a CSV file with a first line of names"));
    if (!text) {
        reading.textError(item, text.error());
        return {};
    }
    auto table = parseCsv(*text);
    if (!table) {
        reading.textError(item, table.error());
        return {};
    }
    if (table->rows.empty()) {
        reading.error(item, said("Model", "a file without values"),
                      said("Model", "a CSV file with values"));
        return {};
    }
    return std::move(*table);
}

/// A cell and where in the file it is, for people.
std::string rowText(const std::string& cell, std::size_t row) {
    return said("Model", "%1 in row %2", {quoted(cell), std::to_string(row + 1)});
}

/// Seconds from the first row on; ascending.
std::optional<std::vector<double>> timesOf(Reading& reading, const CsvTable& table,
                                           const Item& item) {
    const auto column = columnOf(reading, table, item);
    if (!column) return {};
    std::vector<double> times;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string& cell = table.rows[row][*column];
        const auto time = parseTimestamp(cell);
        const bool ascends = time && (times.empty() || *time >= times.back());
        const bool isNear = ascends && (times.empty() || *time - times.front() < kLongestSeconds);
        if (!isNear) {
            reading.error(
                item, rowText(cell, row),
                time ? said("Model", "a time after the row before, within 30 years of the first")
                     : said("Model",
                            "a time such as `2023-11-16 18:17:03`, or a number of seconds"));
            return {};
        }
        times.push_back(*time);
    }
    const double first = times.front();
    for (double& time : times) time -= first;
    return times;
}

std::optional<std::vector<double>> levelsOf(Reading& reading, const CsvTable& table,
                                            const Item& item) {
    const auto column = columnOf(reading, table, item);
    if (!column) return {};
    std::vector<double> levels;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string& cell = table.rows[row][*column];
        const Parsed<double> level = parseNumber(cell);
        if (!level || !(*level >= 0) || *level > kMostLevel) {
            reading.error(item, rowText(cell, row), said("Model", "a number from 0 to 1 G"));
            return {};
        }
        levels.push_back(*level);
    }
    return levels;
}

Schedule stepsOf(const std::vector<double>& times, const std::vector<double>& levels,
                 double scale) {
    Schedule schedule;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Duration at = fromSeconds(times[i]);
        if (i > 0) schedule.points.push_back({at, schedule.points.back().level});
        schedule.points.push_back({at, levels[i] * scale});
    }
    return schedule;
}

std::vector<double> evenTimes(std::size_t count, Duration every) {
    std::vector<double> times;
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(static_cast<double>(i) * toSeconds(every));
    return times;
}

/// Arrivals a second, a minute at a time, of single arrivals.
Schedule rateOf(const std::vector<Duration>& arrivals) {
    constexpr double kBin = 60;
    std::vector<double> counts(static_cast<std::size_t>(toSeconds(arrivals.back()) / kBin) + 1,
                               0.0);
    for (const Duration at : arrivals) counts[static_cast<std::size_t>(toSeconds(at) / kBin)] += 1;
    counts.push_back(0);
    return stepsOf(evenTimes(counts.size(), std::chrono::minutes(1)), counts, 1 / kBin);
}

Replay traceOf(Reading& reading, const CsvTable& table, const ReplayKeys& keys) {
    if (!keys.time) {
        reading.errorAtKey(keys.file, said("Model", "`replay` without `column` and `time`"),
                           said("Model", "`column`, of values; or `time`, of single arrivals"));
        return {};
    }
    if (keys.scale != 1)
        reading.errorAtKey(keys.file, said("Model", "`scale` of a recording of single arrivals"),
                           said("Model", "`column`, of values to be scaled"));
    if (const auto* row = findNotSimulated("a recording of single arrivals", "time", ""))
        reading.unsupported(*keys.time, *row);
    Replay replay;
    const auto times = timesOf(reading, table, *keys.time);
    if (!times) return replay;
    for (const double time : *times) replay.times.push_back(fromSeconds(time));
    replay.schedule = rateOf(replay.times);
    return replay;
}

Replay valuesOf(Reading& reading, const CsvTable& table, const ReplayKeys& keys) {
    const auto levels = levelsOf(reading, table, *keys.column);
    if (keys.time.has_value() == keys.every.has_value()) {
        reading.errorAtKey(
            keys.file,
            keys.time ? said("Model", "`every` beside `time`")
                      : said("Model", "`replay` without `time`"),
            said("Model", "`time`, a column of times; or `every`, the time from row to row"));
        return {};
    }
    const auto times = keys.time ? timesOf(reading, table, *keys.time)
                                 : std::optional(evenTimes(table.rows.size(), *keys.every));
    if (!levels || !times) return {};
    const double scale = keys.counts ? keys.scale / toSeconds(*keys.counts) : keys.scale;
    return {.schedule = stepsOf(*times, *levels, scale), .times = {}};
}

}  // namespace

Replay readReplay(MapReader& map, bool ofArrivals) {
    const auto keys = readKeys(map, ofArrivals);
    if (!keys) return {};
    const auto table = readTable(map.reading(), keys->file);
    if (!table) return {};
    if (!keys->column && !ofArrivals) {
        map.reading().errorAtKey(keys->file, said("Model", "`replay` of users without `column`"),
                                 said("Model", "`column`, of numbers of users"));
        return {};
    }
    return keys->column ? valuesOf(map.reading(), *table, *keys)
                        : traceOf(map.reading(), *table, *keys);
}

}  // namespace headroom::model
