// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_charts.h"

#include "app/report/judgement_tables.h"
#include "app/report/safe_text.h"
#include "app/report/timeline.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;
using model::Statistic;
using model::Unit;

std::vector<ChartPoint> pointsOf(const sim::Series& series, double sampleSeconds) {
    std::vector<ChartPoint> points;
    for (std::size_t i = 0; i < series.values.size(); ++i)
        points.push_back({(static_cast<double>(i) + 0.5) * sampleSeconds, series.values[i]});
    return points;
}

double meanOf(const sim::Series& series) {
    double sum = 0;
    int known = 0;
    for (const double value : series.values)
        if (std::isfinite(value)) {
            sum += value;
            ++known;
        }
    return known > 0 ? sum / known : 0;
}

LineChart chartOver(const RunRecord& run, const std::string& id, const std::string& title, Unit unit) {
    LineChart chart;
    chart.id = id;
    chart.title = title;
    chart.description = said("Report", "%1 over simulated time, %2.", {title, titleOf(run)});
    chart.unit = unit;
    chart.acrossLabel = said("Report", "simulated time");
    chart.end = run.result.simulatedSeconds;
    chart.shadedUntil = run.result.warmUpSeconds;
    for (const Timeline::Row& row : timelineOf(run, id).rows)
        for (const sim::TimeSpan& span : row.spans)
            chart.spans.push_back({span.fromSeconds, span.toSeconds, row.name + ", " + spansText({span}), row.style});
    return chart;
}

void addLine(LineChart& chart, const RunRecord& run, std::string_view series, const std::string& name) {
    const sim::Series* found = seriesOf(run.result, series);
    if (found == nullptr || chart.lines.size() >= kMostLines) return;
    chart.lines.push_back({printable(name), pointsOf(*found, run.result.sampleSeconds)});
}

bool seenByUsers(const model::MetricRef& ref, const model::Workload& workload) {
    return ref.operation.empty() && (ref.target == "workload" || ref.target == workload.entry);
}

// The objectives on a metric that users see, as levels to hold; only those on one statistic, if one
// is named.
void addRules(LineChart& chart, const model::Scenario& scenario, Metric metric,
              std::optional<Statistic> only = std::nullopt) {
    for (const model::Slo& slo : scenario.slos) {
        const model::MetricRef& ref = slo.objective.metric;
        if (ref.metric != metric || !seenByUsers(ref, scenario.workload)) continue;
        if (only && ref.statistic != *only) continue;
        const double threshold = model::magnitude(slo.objective.threshold);
        const std::string statistic = isTime(metric) ? statisticText(ref.statistic) + " " : "";
        chart.rules.push_back({threshold, printable(slo.name) + ": " + statistic + (slo.objective.below ? "< " : "> ") +
                                              model::formatValue(threshold, chart.unit)});
    }
}

// Availability and error ratio are two words for one thing.
void addErrorRules(LineChart& chart, const model::Scenario& scenario) {
    addRules(chart, scenario, Metric::errorRatio);
    LineChart availability;
    availability.unit = Unit::share;
    addRules(availability, scenario, Metric::availability);
    for (ChartRule& rule : availability.rules)
        chart.rules.push_back({1 - rule.y, said("Report", "%1 available", {rule.label})});
}

LineChart responseChart(const RunRecord& run, const std::string& id) {
    LineChart chart = chartOver(run, id + "-response",
                                said("Report", "Response time of users' actions"), Unit::seconds);
    for (const char* quantile : {"p50", "p95", "p99"})
        addLine(chart, run, std::string(quantile) + "(workload.response_time)", quantile);
    addRules(chart, run.scenario, Metric::responseTime);
    return chart;
}

LineChart throughputChart(const RunRecord& run, const std::string& id) {
    LineChart chart =
        chartOver(run, id + "-throughput", said("Report", "Actions per second"), Unit::perSecond);
    addLine(chart, run, "workload.throughput", said("Report", "answered"));
    addLine(chart, run, "workload.arrival_rate", said("Report", "begun"));
    addRules(chart, run.scenario, Metric::throughput);
    return chart;
}

LineChart errorChart(const RunRecord& run, const std::string& id) {
    LineChart chart = chartOver(
        run, id + "-errors", said("Report", "Share of actions that end in an error"), Unit::share);
    addLine(chart, run, "workload.error_ratio", said("Report", "errors"));
    addErrorRules(chart, run.scenario);
    return chart;
}

bool changes(const sim::Series& series) {
    const auto differs = [&series](double value) { return std::isfinite(value) && value != series.values.front(); };
    return std::ranges::any_of(series.values, differs);
}

// The components for which `metric` is highest on average, at most kMostLines; those where it never changes have
// nothing to show over time.
LineChart highestChart(const RunRecord& run, LineChart chart, Metric metric) {
    std::vector<std::pair<double, std::string>> means;
    for (const sim::TargetResult& component : run.result.components) {
        const auto* series = seriesOf(run.result, component.name + "." + std::string(metricName(metric)));
        if (series != nullptr && changes(*series)) means.emplace_back(-meanOf(*series), component.name);
    }
    std::ranges::stable_sort(means, {}, [](const auto& entry) { return entry.first; });
    if (means.size() > kMostLines) {
        means.resize(kMostLines);
        chart.title =
            said("Report", "%1, the %2 highest", {chart.title, std::to_string(kMostLines)});
    }
    for (const auto& [mean, name] : means) addLine(chart, run, name + "." + std::string(metricName(metric)), name);
    return chart;
}

LineChart usersChart(const RunRecord& run, const std::string& id) {
    LineChart chart = chartOver(run, id + "-users", said("Report", "Users"), Unit::count);
    addLine(chart, run, "workload.users", said("Report", "users"));
    return chart;
}

LineChart againstLoad(const std::string& id, const std::string& title, Unit unit, bool open) {
    LineChart chart;
    chart.id = id;
    chart.title = title;
    chart.description = said("Report", "%1 against the load, a line for each variant.", {title});
    chart.unit = unit;
    chart.across = LineChart::Across::load;
    chart.acrossLabel = open ? said("Report", "arrivals per second") : said("Report", "users");
    return chart;
}

void addPoint(LineChart& chart, const RunRecord& run, const sim::Estimate& estimate) {
    const std::string name = variantOf(run);
    auto line = std::ranges::find(chart.lines, name, &ChartLine::name);
    if (line == chart.lines.end()) {
        if (chart.lines.size() >= kMostLines) return;
        chart.lines.push_back({name, {}, true});
        line = chart.lines.end() - 1;
    }
    if (estimate.value) line->points.push_back({loadOf(run.scenario).peak, *estimate.value, estimate.halfWidth});
}

LineChart filled(LineChart chart, const std::vector<RunRecord>& runs, Metric metric, Statistic statistic) {
    for (const RunRecord& run : runs) addPoint(chart, run, run.result.workload.figures.at(metric, statistic));
    for (ChartLine& line : chart.lines) std::ranges::stable_sort(line.points, {}, &ChartPoint::x);
    return chart;
}

}  // namespace

const sim::Series* seriesOf(const sim::RunResult& result, std::string_view name) {
    const auto found = std::ranges::find(result.series, name, &sim::Series::name);
    return found != result.series.end() ? &*found : nullptr;
}

std::vector<LineChart> chartsOver(const RunRecord& run, const std::string& id) {
    std::vector<LineChart> charts{responseChart(run, id), throughputChart(run, id), errorChart(run, id)};
    if (loadOf(run.scenario).varies) charts.push_back(usersChart(run, id));
    LineChart busy = chartOver(run, id + "-busy", said("Report", "Utilisation"), Unit::share);
    busy.atLeastUpTo = 1;
    charts.push_back(highestChart(run, std::move(busy), Metric::utilisation));
    charts.push_back(highestChart(
        run, chartOver(run, id + "-waiting", said("Report", "Requests waiting"), Unit::count),
        Metric::queueLength));
    charts.push_back(highestChart(
        run, chartOver(run, id + "-instances", said("Report", "Instances"), Unit::count),
        Metric::instances));
    std::erase_if(charts, [](const LineChart& chart) { return chart.lines.empty(); });
    return charts;
}

HeatMap utilisationMap(const RunRecord& run, const std::string& id) {
    HeatMap map{
        id + "-heat",
        said("Report", "Utilisation of every component over time"),
        said("Report",
             "Utilisation by component and time. The means are in the table of components."),
        run.result.simulatedSeconds,
        {}};
    for (const sim::TargetResult& component : run.result.components)
        if (const sim::Series* series = seriesOf(run.result, component.name + ".utilisation"))
            map.rows.push_back({component.name, series->values, component.name == bottleneckOf(run.result)});
    return map;
}

std::vector<LineChart> chartsAgainstLoad(const std::vector<RunRecord>& runs, const std::string& id) {
    const model::Scenario& scenario = runs.front().scenario;
    const bool open = loadOf(scenario).open;
    LineChart times = againstLoad(
        id + "-p95", said("Report", "95th percentile of the response time"), Unit::seconds, open);
    times.logarithmic = true;
    addRules(times, scenario, Metric::responseTime,
             Statistic::p95);  // the quantile that the chart shows
    LineChart errors = againstLoad(
        id + "-errors", said("Report", "Share of actions that end in an error"), Unit::share, open);
    addErrorRules(errors, scenario);
    const LineChart rates = againstLoad(
        id + "-throughput", said("Report", "Actions answered per second"), Unit::perSecond, open);
    return {filled(std::move(times), runs, Metric::responseTime, Statistic::p95),
            filled(std::move(errors), runs, Metric::errorRatio, Statistic::mean),
            filled(rates, runs, Metric::throughput, Statistic::mean)};
}

}  // namespace headroom::report
