// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/report/run_record.h"
#include "model/metric.h"
#include "sim/measure/estimate.h"

#include <string>
#include <vector>

/// A run on its way into the archive and out of it.
namespace headroom::archive {

Run runOf(const report::RunRecord& record, const report::Provenance& provenance, std::int64_t finishedMs);
/// Times count from the start of the run; each point stands at the end of its sample interval.
std::vector<Series> seriesOf(const sim::RunResult& result);

/// As the simulation gave it.
sim::Series seriesFrom(const Series& series);

/// What `headroom run --json` printed, to the byte. Throws ArchiveError if the file holds something else.
std::string jsonOf(const Run& run, const std::vector<Series>& series);
/// What `headroom run --csv` wrote as series.csv, to the byte.
std::string seriesCsvOf(const Run& run, const std::vector<Series>& series);

/// A figure of a filed run: `components.api.response_time.p95`.
struct FiledFigure {
    std::string path;
    sim::Estimate value;
    model::Unit unit = model::Unit::count;
};
/// Every figure of its JSON, in its order, unknown ones too.
std::vector<FiledFigure> figuresOf(const Run& run);
const FiledFigure* find(const std::vector<FiledFigure>& figures, std::string_view path);

/// b − a, with the interval of the difference of independent runs; unknown if one of them is.
sim::Estimate difference(const sim::Estimate& a, const sim::Estimate& b);

}  // namespace headroom::archive
