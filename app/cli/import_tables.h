// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/console.h"
#include "app/import/file_import.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// What `headroom import` says.
namespace headroom::cli {

using import::ImportOutcome;

std::string importText(const ImportOutcome& outcome, const Style& style);
nlohmann::ordered_json importJson(const ImportOutcome& outcome);
std::string mappingText(const import::CsvMapping& mapping, const Style& style);
std::string importsText(const std::vector<archive::Import>& imports, const Style& style);
nlohmann::ordered_json importsJson(const std::vector<archive::Import>& imports);
/// The first bad lines with their places, and how many there are, on standard error.
void printBadLines(const std::string& source, const import::BadLines& bad);

}  // namespace headroom::cli
