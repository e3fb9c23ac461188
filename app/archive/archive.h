// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive_error.h"
#include "app/archive/database.h"
#include "app/archive/series.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Runs and measured series in one SQLite file (schema.cpp). What was filed stays through `kill -9` and a full disk:
/// each run, and each part of an import, is there as a whole or not at all. Several processes may use a file at once.
/// Everything here throws ArchiveError.
namespace headroom::archive {

/// A run to be filed, or one from the file.
struct Run {
    std::int64_t id = 0;  ///< from 1; given when filed
    std::string scenario;
    std::string scenarioText;  ///< empty in lists
    std::string file;
    std::string variant;  ///< empty: the base
    double load = 0;
    bool loadIsOpen = false;
    std::string seed;
    std::string version;
    std::string command;
    std::int64_t finishedMs = 0;
    double sampleSeconds = 0;
    std::string result;  ///< JSON as of `headroom run --json`, without its series
};

struct Import {
    std::int64_t id = 0;
    std::string source;
    std::string kind;
    std::int64_t importedMs = 0;
    std::int64_t skipped = 0;  ///< lines left out
    bool complete = false;     ///< false: it was broken off
};

/// How far one query of a server was read.
struct Fetch {
    std::string name;
    std::string query;
    std::int64_t stepMs = 0, fromMs = 0, untilMs = 0;
    std::int64_t nextMs = 0;  ///< first time not read yet; after `untilMs`: done
};

class Archive {
public:
    enum class Open { existing, orNew };
    /// A file that is no archive, or of a newer version, is refused and not touched; an older one is brought up to date.
    explicit Archive(const std::string& path, Open open = Open::orNew);

    std::int64_t add(const Run& run, const std::vector<Series>& series);
    /// The newest first; at most `limit`, of this scenario if it is not empty.
    std::vector<Run> runs(std::size_t limit, const std::string& scenario = {});
    Run run(std::int64_t id);
    std::vector<Series> seriesOfRun(std::int64_t id);
    void deleteRuns(const std::vector<std::int64_t>& ids);  ///< all of them or, if one is not there, none
    /// How many were deleted.
    std::int64_t deleteRunsBefore(std::int64_t ms);

    std::int64_t begin(const Import& import);
    /// Further points, in one transaction with how far a server was read for them.
    void append(std::int64_t import, const std::vector<Series>& series, const std::optional<Fetch>& progress = {});
    void finish(std::int64_t import, std::int64_t skipped);
    std::vector<Import> imports();
    Import import(std::int64_t id);
    std::vector<SeriesKey> seriesNames(std::int64_t import);
    std::vector<Series> seriesOfImport(std::int64_t id);
    std::vector<Fetch> fetches(std::int64_t import);
    void deleteImport(std::int64_t id);

private:
    std::int64_t scenarioId(const Run& run);
    std::int64_t seriesId(const char* owner, std::int64_t ownerId, const SeriesKey& key);
    void appendPoints(std::int64_t series, const std::vector<Point>& points);
    std::vector<Series> seriesOf(const char* owner, std::int64_t id);
    std::vector<Point> pointsOf(std::int64_t series);

    Database database_;
};

/// HEADROOM_ARCHIVE, or `headroom/archive.sqlite` in the user's data directory. Nothing if HEADROOM_ARCHIVE is set and
/// empty: then no archive is kept.
std::optional<std::string> defaultArchive();

}  // namespace headroom::archive
