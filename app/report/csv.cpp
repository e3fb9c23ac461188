// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/csv.h"

#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "app/report/safe_text.h"
#include "app/report/value_text.h"

namespace headroom::report {

namespace {

using model::Metric;
using model::Statistic;

std::string exact(double value) {
    if (!std::isfinite(value)) return "";
    std::array<char, 32> buffer{};
    return {buffer.begin(), std::to_chars(buffer.begin(), buffer.end(), value).ptr};
}

std::string exact(const std::optional<double>& value) { return value ? exact(*value) : ""; }

std::string field(std::string_view raw) {
    std::string text = printable(raw);
    constexpr std::string_view kFormulaStarts = "=+-@";
    const std::size_t first = text.find_first_not_of(' ');  // some spreadsheets take no notice of blanks
    if (first != std::string::npos && kFormulaStarts.find(text[first]) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string_view unitName(model::Unit unit) {
    switch (unit) {
        case model::Unit::seconds: return "s";
        case model::Unit::perSecond: return "per_s";
        case model::Unit::share: return "share";
        case model::Unit::count: return "count";
        case model::Unit::bytes: return "bytes";
        case model::Unit::bytesPerSecond: return "bytes_per_s";
        case model::Unit::usd: return "usd";
    }
    return "count";
}

/// What every row of a run begins with: variant and load.
std::string runFields(const RunRecord& run) {
    return field(run.scenario.variant) + "," + exact(loadOf(run.scenario).peak) + ",";
}

class FigureRows {
public:
    FigureRows(std::string& out, const RunRecord& run) : out_(out), prefix_(runFields(run)) {}

    void add(std::string_view kind, const sim::TargetResult& target) {
        for (int m = 0; m < model::kMetricCount; ++m) {
            const auto metric = static_cast<Metric>(m);
            const int statistics = model::isTime(metric) ? model::kStatisticCount : 1;
            for (int s = 0; s < statistics; ++s) add(kind, target, metric, static_cast<Statistic>(s));
        }
    }

private:
    void add(std::string_view kind, const sim::TargetResult& target, Metric metric, Statistic statistic) {
        const sim::Estimate& estimate = target.figures.at(metric, statistic);
        if (!estimate.value) return;
        out_ += prefix_ + std::string(kind) + "," + field(target.name) + ",";
        out_ += std::string(metricName(metric)) + "," + std::string(statisticName(statistic)) + ",";
        out_ += std::string(unitName(unitOf(metric))) + ",";
        out_ += exact(estimate.value) + "," + exact(estimate.halfWidth) + "\r\n";
    }

    std::string& out_;
    std::string prefix_;
};

void addSeries(std::string& out, const RunRecord& run, const sim::Series& series) {
    const std::string prefix = runFields(run);
    const std::string middle = "," + field(series.name) + "," + std::string(unitName(series.unit)) + ",";
    for (std::size_t i = 0; i < series.values.size(); ++i)
        out += prefix + exact(static_cast<double>(i + 1) * run.result.sampleSeconds) + middle +
               exact(series.values[i]) + "\r\n";
}

}  // namespace

std::string figuresCsv(const Document& document) {
    std::string out = "variant,load,kind,target,metric,statistic,unit,value,half_width\r\n";
    for (const RunRecord& run : document.runs) {
        FigureRows rows(out, run);
        rows.add("workload", run.result.workload);
        for (const auto& operation : run.result.operations) rows.add("operation", operation);
        for (const auto& component : run.result.components) rows.add("component", component);
        for (const auto& part : run.result.componentOperations) rows.add("component_operation", part);
    }
    return out;
}

std::string seriesCsv(const Document& document) {
    std::string out = "variant,load,time_s,series,unit,value\r\n";
    for (const RunRecord& run : document.runs)
        for (const sim::Series& series : run.result.series) addSeries(out, run, series);
    return out;
}

}  // namespace headroom::report
