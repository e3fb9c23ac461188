// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/schema.h"

#include "app/archive/archive_error.h"
#include "model/said.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace headroom::archive {

namespace {

using model::said;

// Comments inside of a table stay in the file: `sqlite3 FILE .schema` shows them.
constexpr const char* kRunsAndSeries = R"sql(
CREATE TABLE scenario (         -- each text once, however often it was run
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,         -- `name:` in it
    text TEXT NOT NULL UNIQUE   -- the YAML file as it was
);
CREATE TABLE run (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that notes elsewhere stay right
    scenario_id  INTEGER NOT NULL REFERENCES scenario (id),
    file         TEXT NOT NULL,     -- the file's name as it was given
    variant      TEXT NOT NULL,     -- empty: the base
    load         REAL NOT NULL,     -- users, or arrivals a second, at the peak
    load_is_open INTEGER NOT NULL CHECK (load_is_open IN (0, 1)),  -- 1: arrivals a second
    seed         TEXT NOT NULL,     -- 64 bits without sign, which SQLite has no number for
    version      TEXT NOT NULL,     -- of the program
    command      TEXT NOT NULL,     -- what to type to run it again
    finished_ms  INTEGER NOT NULL,  -- since 1970, UTC
    sample_s     REAL NOT NULL,
    result       TEXT NOT NULL      -- JSON as of `headroom run --json`, without its series
);
CREATE INDEX run_of_scenario ON run (scenario_id);
CREATE TABLE import (           -- metrics from elsewhere
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source      TEXT NOT NULL,      -- a file's name, or a server's address without credentials
    kind        TEXT NOT NULL,      -- csv, openmetrics, k6, locust, jmeter, gatling, prometheus
    imported_ms INTEGER NOT NULL,   -- since 1970, UTC
    skipped     INTEGER NOT NULL,   -- lines left out
    complete    INTEGER NOT NULL CHECK (complete IN (0, 1))
);
CREATE TABLE series (           -- simulated and measured alike
    id        INTEGER PRIMARY KEY,
    run_id    INTEGER REFERENCES run (id) ON DELETE CASCADE,
    import_id INTEGER REFERENCES import (id) ON DELETE CASCADE,
    name      TEXT NOT NULL,    -- `p95(api.response_time)`
    labels    TEXT NOT NULL,    -- what tells series of one name apart: a JSON object, keys sorted
    unit      TEXT NOT NULL,    -- s, per_s, share, count, bytes, bytes_per_s, usd
    CHECK ((run_id IS NULL) <> (import_id IS NULL))
);
CREATE UNIQUE INDEX series_of_run ON series (run_id, name, labels) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX series_of_import ON series (import_id, name, labels) WHERE import_id IS NOT NULL;
CREATE TABLE chunk (            -- points of a series
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    part      INTEGER NOT NULL, -- 0, 1, …
    first_ms  INTEGER NOT NULL, -- of the points in it; since 1970, or since the start of the run
    last_ms   INTEGER NOT NULL,
    times     BLOB NOT NULL,    -- milliseconds, 64-bit integers, little-endian
    points    BLOB NOT NULL,    -- 64-bit IEEE 754, little-endian; not a number: nothing was there to measure
    PRIMARY KEY (series_id, part)
) WITHOUT ROWID;
)sql";

constexpr const char* kFetches = R"sql(
CREATE TABLE fetch (            -- how far a server was read, so that an import can go on where it stopped
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    name      TEXT NOT NULL,    -- of the series it becomes
    query     TEXT NOT NULL,    -- PromQL
    step_ms   INTEGER NOT NULL CHECK (step_ms > 0),
    from_ms   INTEGER NOT NULL,
    until_ms  INTEGER NOT NULL,
    next_ms   INTEGER NOT NULL, -- the first time not read yet; after until_ms: done
    PRIMARY KEY (import_id, name)
) WITHOUT ROWID;
)sql";

constexpr std::array kSteps = {kRunsAndSeries, kFetches};

constexpr std::size_t kHeadBytes = 100;
constexpr char kMagic[] = "SQLite format 3";  // with its 0 at the end: 16 bytes

std::uint32_t bigEndian(const char* bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string newerText(std::int64_t version) {
    return said("Archive", "it is of a newer version of Headroom (archive version %1, known up to %2)",
                {std::to_string(version), std::to_string(newestVersion())});
}

}  // namespace

std::int64_t newestVersion() { return static_cast<std::int64_t>(kSteps.size()); }

void migrate(Database& database, std::int64_t version) {
    if (database.integer("PRAGMA user_version") == version) return;
    Transaction transaction(database);
    const std::int64_t found = database.integer("PRAGMA user_version");  // another process may have been faster
    if (found > newestVersion()) throw ArchiveError(ArchiveError::Kind::unusable, newerText(found));
    for (std::int64_t step = found; step < version; ++step) database.execute(kSteps[static_cast<std::size_t>(step)]);
    if (found == 0) database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    if (found < version) database.execute("PRAGMA user_version = " + std::to_string(version));
    transaction.commit();
}

std::string whyNotAnArchive(const std::string& path) {
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status)) return "";
    if (!std::filesystem::is_regular_file(status)) return said("Archive", "it is not a file");
    std::ifstream file(path, std::ios::binary);
    if (!file) return said("Archive", "it cannot be read: %1", {std::strerror(errno)});
    std::array<char, kHeadBytes> head{};
    file.read(head.data(), kHeadBytes);
    if (file.gcount() == 0) return "";
    const bool isSqlite = file.gcount() == kHeadBytes && std::memcmp(head.data(), kMagic, sizeof kMagic) == 0;
    if (!isSqlite || bigEndian(head.data() + 68) != kApplicationId) return said("Archive", "it is not an archive of Headroom");
    const std::int64_t version = bigEndian(head.data() + 60);
    return version > newestVersion() ? newerText(version) : "";
}

}  // namespace headroom::archive
