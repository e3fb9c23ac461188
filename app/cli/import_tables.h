// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/console.h"
#include "app/import/csv_mapping.h"
#include "app/import/line_reader.h"
#include "app/import/series_sink.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// What `headroom import` says.
namespace headroom::cli {

/// What came of an import.
struct ImportOutcome {
    std::int64_t id = 0;
    std::string source, kind;
    std::vector<import::SeriesSummary> series;
    import::BadLines bad;
    std::vector<std::string> notes;
};

std::string importText(const ImportOutcome& outcome, const Style& style);
nlohmann::ordered_json importJson(const ImportOutcome& outcome);
std::string mappingText(const import::CsvMapping& mapping, const Style& style);
std::string importsText(const std::vector<archive::Import>& imports, const Style& style);
nlohmann::ordered_json importsJson(const std::vector<archive::Import>& imports);
/// The first bad lines with their places, and how many there are, on standard error.
void printBadLines(const std::string& source, const import::BadLines& bad);

}  // namespace headroom::cli
