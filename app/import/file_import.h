// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/import/importing.h"

#include <functional>
#include <string>
#include <vector>

/// A file of metrics into the archive, as the command line and the window do it.
namespace headroom::import {

struct FileImport {
    std::string path;
    Format format = Format::csv;
    CsvMapping mapping = {};  ///< of Format::csv
    std::vector<Renaming> renamings = {};
    std::int64_t intervalMs = 10'000;  ///< into which single requests are gathered
    std::int64_t importedMs = 0;       ///< now
};

/// What came of an import.
struct ImportOutcome {
    std::int64_t id = 0;
    std::string source, kind;
    std::vector<SeriesSummary> series;
    BadLines bad;
    std::vector<std::string> notes;
    enum class State { complete, stopped, brokenOff } state = State::complete;  ///< brokenOff: the file could not be read to its end
};

/// Files it part by part, in bounded memory. `goesOn` is told how much of the file is read (0 … 1) and asked now and
/// then; false: stop. What is not complete is marked so in the archive. Throws ArchiveError.
ImportOutcome importFile(archive::Archive& archive, const FileImport& what, const std::function<bool(double share)>& goesOn);

}  // namespace headroom::import
