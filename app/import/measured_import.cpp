// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/measured_import.h"

#include "model/file/csv_table.h"
#include "model/quantity/quantity.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace headroom::import {

namespace {

using archive::Series;

constexpr std::int64_t kMostIntervals = 100'000;

model::TextError error(std::string found, std::string expected) {
    return {std::move(found), std::move(expected), ""};
}

bool isMetric(const Series& series) {
    if (series.points.empty()) return false;
    return series.key.name == "workload.users" || model::parseMetricRef(series.key.name);
}

/// Whatever an archive holds, which may have come from anywhere.
bool isMoment(std::int64_t ms) { return ms >= -archive::kLatestMs && ms <= archive::kLatestMs; }

// The commonest distance from point to point.
std::int64_t stepOf(const std::vector<Series>& all) {
    std::map<std::int64_t, int> steps;
    for (const Series& series : all)
        for (std::size_t i = 1; i < series.points.size(); ++i) {
            const std::int64_t step = series.points[i].ms - series.points[i - 1].ms;
            if (step > 0) ++steps[step];
        }
    const auto most =
        std::ranges::max_element(steps, {}, [](const auto& entry) { return entry.second; });
    return most == steps.end() ? 60'000 : most->first;
}

struct Grid {
    std::int64_t startMs = 0, stepMs = 60'000;  ///< point t belongs to the interval (start +
                                                ///< i·step, start + (i + 1)·step]
    std::size_t intervals = 0;
};

sim::MeasuredSeries onGrid(const Series& series, const Grid& grid) {
    const auto operation = series.key.labels.find("operation");
    sim::MeasuredSeries out{
        series.key.name, operation == series.key.labels.end() ? "" : operation->second,
        std::vector<double>(grid.intervals, std::numeric_limits<double>::quiet_NaN())};
    std::vector<int> counts(grid.intervals, 0);
    for (const archive::Point& point : series.points) {
        const std::int64_t index = (point.ms - grid.startMs - 1) / grid.stepMs;
        if (point.ms <= grid.startMs || index >= static_cast<std::int64_t>(grid.intervals) ||
            !std::isfinite(point.value))
            continue;
        const auto i = static_cast<std::size_t>(index);
        out.values[i] = counts[i]++ == 0
                            ? point.value
                            : out.values[i] + (point.value - out.values[i]) / counts[i];
    }
    return out;
}

model::Parsed<std::int64_t> momentOf(const std::string& text, std::int64_t otherwise) {
    if (text.empty()) return otherwise;
    const auto seconds = model::parseTimestamp(text);
    if (!seconds)
        return error("`" + text + "`",
                     model::said("Import", "a time such as `2026-11-21 14:00:00` (UTC)"));
    const auto moment = archive::momentOf(*seconds * 1000);
    if (!moment) return error("`" + text + "`", model::said("Import", "a time of this age"));
    return *moment;
}

model::Parsed<Grid> gridOf(const std::vector<Series>& all, const MeasuredSelection& selection) {
    Grid grid{0, stepOf(all), 0};
    if (!selection.sample.empty()) {
        const auto sample = model::parseDuration(selection.sample);
        if (!sample || *sample < std::chrono::milliseconds(1))
            return error("--sample " + selection.sample,
                         model::said("Import", "a time such as `1 min`"));
        grid.stepMs = std::chrono::duration_cast<std::chrono::milliseconds>(*sample).count();
    }
    std::int64_t first = std::numeric_limits<std::int64_t>::max(),
                 last = std::numeric_limits<std::int64_t>::min();
    for (const Series& series : all)
        for (const archive::Point& point : series.points) {
            first = std::min(first, point.ms);
            last = std::max(last, point.ms);
        }
    const auto from = momentOf(selection.from, first - grid.stepMs),
               until = momentOf(selection.until, last);
    if (!from) return from.error();
    if (!until) return until.error();
    const std::int64_t intervals =
        *until > *from ? (*until - *from + grid.stepMs - 1) / grid.stepMs : 0;
    if (intervals < 2 || intervals > kMostIntervals)
        return error(intervals == 1
                         ? model::said("Import", "1 intervals")
                         : model::said("Import", "%1 intervals", {std::to_string(intervals)}),
                     model::said("Import", "from 2 to 100 k; see --from, --until and --sample"));
    grid.startMs = *from;
    grid.intervals = static_cast<std::size_t>(intervals);
    return grid;
}

}  // namespace

model::Parsed<MeasuredPart> measuredFrom(archive::Archive& archive,
                                         const MeasuredSelection& selection) {
    std::int64_t id = selection.import;
    if (id == 0) {
        const auto imports = archive.imports();
        if (imports.empty())
            return error(model::said("Import", "nothing imported"),
                         model::said("Import", "metrics; see `headroom import`"));
        id = imports.front().id;
    }
    archive.import(id);  // says if there is none
    return measuredFrom(archive.seriesOfImport(id), selection);
}

model::Parsed<MeasuredPart> measuredFrom(std::vector<Series> all,
                                         const MeasuredSelection& selection) {
    for (Series& series : all)
        std::erase_if(series.points, [](const archive::Point& point) { return !isMoment(point.ms); });
    std::erase_if(all, [](const Series& series) { return !isMetric(series); });
    if (all.empty())
        return error(
            model::said("Import", "no series that is a metric of the model"),
            model::said("Import",
                        "names such as `workload.throughput`; see `headroom import --as`"));
    const auto grid = gridOf(all, selection);
    if (!grid) return grid.error();
    MeasuredPart part{{static_cast<double>(grid->stepMs) / 1000, grid->intervals, {}},
                      grid->startMs};
    for (const Series& series : all) part.measured.series.push_back(onGrid(series, *grid));
    return part;
}

}  // namespace headroom::import
