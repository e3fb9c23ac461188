// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archive.h"

#include "app/archive/schema.h"
#include "model/said.h"

#include <QFile>
#include <QStandardPaths>

#include <bit>
#include <filesystem>
#include <string_view>

namespace headroom::archive {

namespace {

using model::said;

static_assert(std::endian::native == std::endian::little, "points are stored as they are in memory");

constexpr const char* kRunColumns =
    "SELECT run.id, scenario.name, file, variant, load, load_is_open, seed, version, command, finished_ms, sample_s, "
    "result, scenario.text FROM run JOIN scenario ON scenario.id = scenario_id ";

Run runFrom(const Statement& row, bool withText) {
    return {row.integer(0), row.text(1), withText ? row.text(12) : "", row.text(2), row.text(3), row.real(4),
            row.integer(5) != 0, row.text(6), row.text(7), row.text(8), row.integer(9), row.real(10), row.text(11)};
}

Import importFrom(const Statement& row) {
    return {row.integer(0), row.text(1), row.text(2), row.integer(3), row.integer(4), row.integer(5) != 0};
}

[[noreturn]] void noSuchRun(std::int64_t id) {
    throw ArchiveError(ArchiveError::Kind::missing, said("Archive", "there is no run %1 in the archive", {std::to_string(id)}));
}

[[noreturn]] void noSuchImport(std::int64_t id) {
    throw ArchiveError(ArchiveError::Kind::missing, said("Archive", "there is no import %1 in the archive", {std::to_string(id)}));
}

Database openDatabase(const std::string& path, Archive::Open open) {
    if (const std::string why = whyNotAnArchive(path); !why.empty())
        throw ArchiveError(ArchiveError::Kind::unusable, why);
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (open == Archive::Open::orNew && !folder.empty()) {
        std::error_code problem;
        std::filesystem::create_directories(folder, problem);
        if (problem)
            throw ArchiveError(ArchiveError::Kind::failed, said("Archive", "its folder cannot be made: %1", {problem.message()}));
    }
    return Database(path, open == Archive::Open::orNew);
}

template <typename T>
std::vector<T> valuesOf(std::span<const std::byte> blob) {
    std::vector<T> values(blob.size() / sizeof(T));
    std::copy_n(blob.begin(), values.size() * sizeof(T), std::as_writable_bytes(std::span(values)).begin());
    return values;
}

}  // namespace

Archive::Archive(const std::string& path, Open open) : database_(openDatabase(path, open)) {
    // What computes rows instead of holding them may go on for ever, or do more than was asked for.
    if (database_.integer("SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger') OR sql LIKE 'CREATE VIRTUAL%'") > 0)
        throw ArchiveError(ArchiveError::Kind::unusable,
                           said("Archive", "it holds views or triggers, which no archive of Headroom does"));
    migrate(database_, newestVersion());
    // Only now: until the first commit the file says of itself what it is without a log beside it.
    database_.execute("PRAGMA journal_mode = WAL");
}

std::int64_t Archive::scenarioId(const Run& run) {
    database_.prepare("INSERT INTO scenario (name, text) VALUES (?, ?) ON CONFLICT (text) DO NOTHING")
        .bind(run.scenario)
        .bind(run.scenarioText)
        .run();
    Statement id = database_.prepare("SELECT id FROM scenario WHERE text = ?");
    id.bind(run.scenarioText).step();
    return id.integer(0);
}

std::int64_t Archive::add(const Run& run, const std::vector<Series>& series) {
    Transaction transaction(database_);
    database_
        .prepare("INSERT INTO run (scenario_id, file, variant, load, load_is_open, seed, version, command, finished_ms, "
                 "sample_s, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(scenarioId(run))
        .bind(run.file)
        .bind(run.variant)
        .bind(run.load)
        .bind(std::int64_t{run.loadIsOpen})
        .bind(run.seed)
        .bind(run.version)
        .bind(run.command)
        .bind(run.finishedMs)
        .bind(run.sampleSeconds)
        .bind(run.result)
        .run();
    const std::int64_t id = database_.lastId();
    for (const Series& one : series) appendPoints(seriesId("run_id", id, one.key), one.points);
    transaction.commit();
    return id;
}

std::vector<Run> Archive::runs(std::size_t limit, const std::string& scenario) {
    Statement rows = database_.prepare(std::string(kRunColumns) +
                                       "WHERE ?1 = '' OR scenario.name = ?1 ORDER BY run.id DESC LIMIT ?2");
    rows.bind(scenario).bind(static_cast<std::int64_t>(limit));
    std::vector<Run> runs;
    while (rows.step()) runs.push_back(runFrom(rows, false));
    return runs;
}

Run Archive::run(std::int64_t id) {
    Statement row = database_.prepare(std::string(kRunColumns) + "WHERE run.id = ?");
    if (!row.bind(id).step()) noSuchRun(id);
    return runFrom(row, true);
}

std::vector<Series> Archive::seriesOfRun(std::int64_t id) { return seriesOf("run_id", id); }
std::vector<Series> Archive::seriesOfImport(std::int64_t id) { return seriesOf("import_id", id); }

void Archive::deleteRuns(const std::vector<std::int64_t>& ids) {
    Transaction transaction(database_);
    for (const std::int64_t id : ids) {
        database_.prepare("DELETE FROM run WHERE id = ?").bind(id).run();
        if (database_.changes() == 0) noSuchRun(id);
    }
    database_.execute("DELETE FROM scenario WHERE id NOT IN (SELECT scenario_id FROM run)");
    transaction.commit();
}

std::int64_t Archive::deleteRunsBefore(std::int64_t ms) {
    Transaction transaction(database_);
    database_.prepare("DELETE FROM run WHERE finished_ms < ?").bind(ms).run();
    const std::int64_t deleted = database_.changes();
    database_.execute("DELETE FROM scenario WHERE id NOT IN (SELECT scenario_id FROM run)");
    transaction.commit();
    return deleted;
}

std::int64_t Archive::begin(const Import& import) {
    database_.prepare("INSERT INTO import (source, kind, imported_ms, skipped, complete) VALUES (?, ?, ?, 0, 0)")
        .bind(import.source)
        .bind(import.kind)
        .bind(import.importedMs)
        .run();
    return database_.lastId();
}

void Archive::append(std::int64_t import, const std::vector<Series>& series, const std::optional<Fetch>& progress) {
    Transaction transaction(database_);
    for (const Series& one : series) appendPoints(seriesId("import_id", import, one.key), one.points);
    if (progress)
        database_
            .prepare("INSERT INTO fetch (import_id, name, query, step_ms, from_ms, until_ms, next_ms) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (import_id, name) DO UPDATE SET next_ms = excluded.next_ms")
            .bind(import)
            .bind(progress->name)
            .bind(progress->query)
            .bind(progress->stepMs)
            .bind(progress->fromMs)
            .bind(progress->untilMs)
            .bind(progress->nextMs)
            .run();
    transaction.commit();
}

void Archive::finish(std::int64_t import, std::int64_t skipped) {
    database_.prepare("UPDATE import SET complete = 1, skipped = ? WHERE id = ?").bind(skipped).bind(import).run();
}

std::vector<Import> Archive::imports() {
    Statement rows =
        database_.prepare("SELECT id, source, kind, imported_ms, skipped, complete FROM import ORDER BY id DESC");
    std::vector<Import> imports;
    while (rows.step()) imports.push_back(importFrom(rows));
    return imports;
}

Import Archive::import(std::int64_t id) {
    Statement row =
        database_.prepare("SELECT id, source, kind, imported_ms, skipped, complete FROM import WHERE id = ?");
    if (!row.bind(id).step()) noSuchImport(id);
    return importFrom(row);
}

std::vector<SeriesKey> Archive::seriesNames(std::int64_t import) {
    Statement rows = database_.prepare("SELECT name, labels, unit FROM series WHERE import_id = ? ORDER BY id");
    rows.bind(import);
    std::vector<SeriesKey> names;
    while (rows.step()) names.push_back({rows.text(0), labelsFromText(rows.text(1)), unitFromWord(rows.text(2))});
    return names;
}

std::vector<Fetch> Archive::fetches(std::int64_t import) {
    Statement rows = database_.prepare(
        "SELECT name, query, step_ms, from_ms, until_ms, next_ms FROM fetch WHERE import_id = ? ORDER BY name");
    rows.bind(import);
    std::vector<Fetch> fetches;
    while (rows.step())
        fetches.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)});
    return fetches;
}

void Archive::deleteImport(std::int64_t id) {
    database_.prepare("DELETE FROM import WHERE id = ?").bind(id).run();
    if (database_.changes() == 0) noSuchImport(id);
}

std::int64_t Archive::seriesId(const char* owner, std::int64_t ownerId, const SeriesKey& key) {
    const std::string labels = labelsText(key.labels);
    Statement known = database_.prepare(std::string("SELECT id FROM series WHERE ") + owner +
                                        " = ? AND name = ? AND labels = ?");
    if (known.bind(ownerId).bind(key.name).bind(labels).step()) return known.integer(0);
    database_.prepare(std::string("INSERT INTO series (") + owner + ", name, labels, unit) VALUES (?, ?, ?, ?)")
        .bind(ownerId)
        .bind(key.name)
        .bind(labels)
        .bind(unitWord(key.unit))
        .run();
    return database_.lastId();
}

void Archive::appendPoints(std::int64_t series, const std::vector<Point>& points) {
    if (points.empty()) return;
    std::vector<std::int64_t> times;
    std::vector<double> values;
    for (const Point& point : points) {
        times.push_back(point.ms);
        values.push_back(point.value);
    }
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    database_
        .prepare("INSERT INTO chunk (series_id, part, first_ms, last_ms, times, points) VALUES "
                 "(?1, (SELECT count(*) FROM chunk WHERE series_id = ?1), ?2, ?3, ?4, ?5)")
        .bind(series)
        .bind(*first)
        .bind(*last)
        .bind(std::as_bytes(std::span(times)))
        .bind(std::as_bytes(std::span(values)))
        .run();
}

std::vector<Series> Archive::seriesOf(const char* owner, std::int64_t id) {
    Statement rows =
        database_.prepare(std::string("SELECT id, name, labels, unit FROM series WHERE ") + owner + " = ? ORDER BY id");
    rows.bind(id);
    std::vector<Series> all;
    while (rows.step())
        all.push_back({{rows.text(1), labelsFromText(rows.text(2)), unitFromWord(rows.text(3))}, pointsOf(rows.integer(0))});
    return all;
}

std::vector<Point> Archive::pointsOf(std::int64_t series) {
    Statement rows = database_.prepare("SELECT times, points FROM chunk WHERE series_id = ? ORDER BY part");
    rows.bind(series);
    std::vector<Point> points;
    while (rows.step()) {
        const auto times = valuesOf<std::int64_t>(rows.blob(0));
        const auto values = valuesOf<double>(rows.blob(1));
        for (std::size_t i = 0; i < std::min(times.size(), values.size()); ++i) points.push_back({times[i], values[i]});
    }
    return points;
}

std::optional<std::string> defaultArchive() {
    if (qEnvironmentVariableIsSet("HEADROOM_ARCHIVE")) {
        const QByteArray path = qgetenv("HEADROOM_ARCHIVE");
        if (path.isEmpty()) return std::nullopt;
        return path.toStdString();
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QFile::encodeName(folder).toStdString() + "/headroom/archive.sqlite";
}

}  // namespace headroom::archive
