// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/capacity_charts.h"

#include "app/desktop/base/text.h"
#include "app/report/value_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

namespace headroom::desktop {

namespace {

using model::Metric;
using model::Statistic;
using model::Unit;
using Figure = std::function<sim::Estimate(const sim::RunResult&)>;

struct CapacityChartText {
    Q_DECLARE_TR_FUNCTIONS(headroom::desktop)
};
QString tr(const char* text) { return CapacityChartText::tr(text); }

Figure figureOf(Metric metric, Statistic statistic = Statistic::mean) {
    return [=](const sim::RunResult& result) { return result.workload.figures.at(metric, statistic); };
}

std::shared_ptr<const ChartPoints> pointsOf(const std::vector<RunPtr>& runs, const Figure& figure) {
    auto points = std::make_shared<ChartPoints>();
    for (const RunPtr& run : runs) {
        const sim::Estimate estimate = figure(run->result);
        const double value = estimate.value.value_or(std::nan(""));
        points->x.push_back(report::loadOf(run->scenario).peak);
        points->y.push_back(std::isfinite(value) ? value : std::nan(""));  // without end beyond saturation
        points->halfWidth.push_back(estimate.halfWidth.value_or(std::nan("")));
    }
    return points;
}

bool isKnown(const ChartPoints& points) {
    return std::ranges::any_of(points.y, [](double y) { return !std::isnan(y); });
}

/// One colour for a figure, dashed from theory, with markers from simulation.
void add(ChartData& data, const LoadCurves& curves, const QString& name, int colour, const Figure& figure) {
    if (auto theory = pointsOf(curves.theory, figure); isKnown(*theory))
        data.lines.push_back({tr("%1, estimate").arg(name), theory, false, true, colour});
    if (auto simulated = pointsOf(curves.simulated, figure); isKnown(*simulated))
        data.lines.push_back({name, simulated, true, false, colour});
}

bool seenByUsers(const model::MetricRef& ref, const model::Workload& workload) {
    return ref.operation.empty() && (ref.target == "workload" || ref.target == workload.entry);
}

void addRules(ChartData& data, const model::Scenario& scenario, Metric metric) {
    for (const model::Slo& slo : scenario.slos) {
        const model::MetricRef& ref = slo.objective.metric;
        const bool complement = metric == Metric::errorRatio && ref.metric == Metric::availability;
        if ((ref.metric != metric && !complement) || !seenByUsers(ref, scenario.workload)) continue;
        const double threshold = model::magnitude(slo.objective.threshold);
        const double level = complement ? 1 - threshold : threshold;
        const QString statistic =
            model::isTime(metric) ? toQt(report::statisticText(ref.statistic)) + u' ' : QString();
        const bool below = complement ? !slo.objective.below : slo.objective.below;
        data.rules.push_back({level, statistic + (below ? QStringLiteral("< ") : QStringLiteral("> ")) + valueText(level, data.unit)});
    }
}

void addMarks(ChartData& data, const sim::Capacity& capacity) {
    const auto mark = [&](const std::optional<double>& load, const QString& text, bool bad) {
        if (load) data.spans.push_back({*load, *load, text.arg(countText(std::round(*load))), bad});
    };
    mark(capacity.knee, tr("knee %1"), false);
    if (const auto& half = capacity.limit.halfWidth; half && capacity.limit.value)
        data.spans.push_back({*capacity.limit.value - *half, *capacity.limit.value + *half, {}, false});
    mark(capacity.limit.value, capacity.simulated ? tr("limit %1") : tr("limit %1, estimate"), true);
    mark(capacity.collapse, tr("collapse %1"), true);
}

/// From the range of loads, reaching as far as anything that was computed.
void spread(ChartData& data, const LoadCurves& curves, const model::Workload& workload) {
    data.xFrom = workload.rangeFrom;
    data.xTo = workload.rangeTo;
    for (const RunPtr& run : curves.simulated) {
        const double load = report::loadOf(run->scenario).peak;
        data.xFrom = std::min(data.xFrom, load);
        data.xTo = std::max(data.xTo, load);
    }
}

ChartData blank(const QString& title, const QString& about, Unit unit) {
    ChartData data;
    data.title = title;
    data.about = about;
    data.unit = unit;
    data.across = ChartData::Across::load;
    data.logarithmicX = true;
    data.empty = tr("Nothing computed yet");
    return data;
}

ChartData linesOf(CapacityChart chart, const LoadCurves& curves, const model::Scenario& scenario) {
    switch (chart) {
        case CapacityChart::responseTime: {
            ChartData data = blank(tr("Response time against the load"), tr("Response time of users' actions at each load"), Unit::seconds);
            data.logarithmicY = true;
            add(data, curves, QStringLiteral("p95"), 0, figureOf(Metric::responseTime, Statistic::p95));
            add(data, curves, QStringLiteral("p50"), 1, figureOf(Metric::responseTime, Statistic::p50));
            addRules(data, scenario, Metric::responseTime);
            return data;
        }
        case CapacityChart::errors: {
            ChartData data = blank(tr("Errors"), tr("Share of users' actions that end in an error"), Unit::share);
            data.reachesUpTo = 0.001;
            add(data, curves, tr("errors"), 0, figureOf(Metric::errorRatio));
            addRules(data, scenario, Metric::errorRatio);
            return data;
        }
        case CapacityChart::goodput: {
            ChartData data = blank(tr("Throughput"), tr("Actions of users answered per second"), Unit::perSecond);
            add(data, curves, tr("answered"), 0, figureOf(Metric::throughput));
            addRules(data, scenario, Metric::throughput);
            return data;
        }
        case CapacityChart::cost: {
            ChartData data = blank(tr("Cost a month"), tr("What the parts with a price cost a month, at list prices"), Unit::usd);
            add(data, curves, tr("cost"), 0, [](const sim::RunResult& result) { return result.costPerMonth; });
            return data;
        }
    }
    return {};
}

}  // namespace

ChartData chartOf(CapacityChart chart, const LoadCurves& curves, const sim::Capacity* capacity, const model::Scenario& scenario) {
    ChartData data = linesOf(chart, curves, scenario);
    spread(data, curves, scenario.workload);
    if (capacity != nullptr) addMarks(data, *capacity);
    return data;
}

}  // namespace headroom::desktop
