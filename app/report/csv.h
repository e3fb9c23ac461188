// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/report/run_record.h"

/// Results as tidy tables (RFC 4180, one observation a row, a header, base units), for spreadsheets and data frames.
/// Fields that a spreadsheet would take for a formula are prefixed with an apostrophe.
namespace headroom::report {

/// variant, load, kind, target, metric, statistic, unit, value, half_width: every figure that is known.
std::string figuresCsv(const Document& document);
/// variant, load, time_s, series, unit, value: one row for each sample interval, at its end; empty where nothing was
/// there to measure.
std::string seriesCsv(const Document& document);

}  // namespace headroom::report
