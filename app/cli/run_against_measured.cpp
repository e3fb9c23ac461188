// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_against_measured.h"

#include "app/import/measured_import.h"
#include "model/quantity/quantity.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::cli {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Value i is of the interval that ends at (i + 1) samples; empty where there is no such series.
std::vector<double> valuesOf(const std::vector<archive::Series>& all, const std::string& name, double sampleSeconds) {
    auto found = std::ranges::find(all, name, [](const archive::Series& series) { return series.key.name; });
    if (found == all.end())
        found = std::ranges::find(all, "mean(" + name + ")", [](const archive::Series& series) { return series.key.name; });
    std::vector<double> values;
    if (found == all.end()) return values;
    for (const archive::Point& point : found->points) {
        const auto index = static_cast<std::size_t>(
            std::max<std::int64_t>(0, std::llround(static_cast<double>(point.ms) / 1000 / sampleSeconds) - 1));
        if (values.size() <= index) values.resize(index + 1, kNone);
        values[index] = point.value;
    }
    return values;
}

}  // namespace

model::Parsed<sim::ReplayResult> runAgainstMeasured(archive::Archive& archive, const archive::Run& run,
                                                    const MeasuredMoment& moment) {
    const std::vector<archive::Series> series = archive.seriesOfRun(run.id);
    if (series.empty() || !(run.sampleSeconds > 0))
        return model::TextError{"run " + std::to_string(run.id) + " without series", "a run that kept them", ""};
    import::MeasuredSelection selection;
    selection.import = moment.import;
    selection.from = moment.from;
    selection.sample = model::toText(model::fromSeconds(run.sampleSeconds));
    const auto part = import::measuredFrom(archive, selection);
    if (!part) return part.error();
    sim::ReplayResult result;
    for (const sim::MeasuredSeries& one : part->measured.series) {
        const std::vector<double> values = valuesOf(series, one.name, run.sampleSeconds);
        if (values.empty() || !one.operation.empty())
            result.notInModel.push_back(one.operation.empty() ? one.name : model::said("Simulation", "%1 of %2", {one.name, one.operation}));
        else
            result.agreements.push_back(sim::agreement(one, {values}, 0.95));
    }
    return result;
}

}  // namespace headroom::cli
