// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "model/quantity/parsed.h"

#include <string>
#include <vector>

/// Which column of a CSV file is what.
namespace headroom::import {

struct CsvColumn {
    std::string column;  ///< its name in the first line
    std::string series;  ///< what it becomes
    model::Unit unit = model::Unit::count;
    double factor = 1;  ///< from the numbers of the file to base units: 0.001 for milliseconds
    bool operator==(const CsvColumn&) const = default;
};

struct CsvMapping {
    std::string time;  ///< the column of times
    std::vector<CsvColumn> columns;
    bool operator==(const CsvMapping&) const = default;
};

/// A guess from the names and the first rows: to be shown and confirmed. Columns without numbers are left out. Errors:
/// no column of times, no numbers.
model::Parsed<CsvMapping> guessMapping(const std::string& path);

/// JSON: `{"time": "Time", "columns": [{"column": "CPU %", "series": "api.utilisation", "unit": "share", "factor": 0.01}]}`.
std::string toText(const CsvMapping& mapping);
model::Parsed<CsvMapping> parseMapping(const std::string& text);

}  // namespace headroom::import
