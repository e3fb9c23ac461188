// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watch/course_charts.h"

#include "app/desktop/base/text.h"
#include "app/report/value_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

using model::Metric;
using model::Unit;

struct CourseChartText {
    Q_DECLARE_TR_FUNCTIONS(headroom::desktop)
};
QString tr(const char* text) { return CourseChartText::tr(text); }

std::shared_ptr<const ChartPoints> pointsOf(const std::vector<double>& values, double sampleSeconds) {
    auto points = std::make_shared<ChartPoints>();
    points->x.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) points->x.push_back((static_cast<double>(i) + 0.5) * sampleSeconds);
    points->y = values;
    return points;
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    int known = 0;
    for (const double value : values)
        if (std::isfinite(value)) sum += value, ++known;
    return known > 0 ? sum / known : 0;
}

ChartData over(const Course& course, const QString& title, const QString& about, Unit unit) {
    ChartData data;
    data.title = title;
    data.about = about;
    data.unit = unit;
    data.xTo = course.endSeconds;
    data.empty = tr("Nothing measured yet");
    if (course.warmUpSeconds > 0) data.spans.push_back({0, course.warmUpSeconds, tr("warm-up"), false});
    return data;
}

void add(ChartData& data, const Course& course, std::string_view series, const QString& name) {
    if (const sim::Series* found = course.find(series))
        data.lines.push_back({name, pointsOf(found->values, course.sampleSeconds), false, false});
}

bool seenByUsers(const model::MetricRef& ref, const model::Workload& workload) {
    return ref.operation.empty() && (ref.target == "workload" || ref.target == workload.entry);
}

/// Objectives on what users see, as levels. Availability is shown as its complement.
void addRules(ChartData& data, const model::Scenario& scenario, Metric metric) {
    for (const model::Slo& slo : scenario.slos) {
        const model::MetricRef& ref = slo.objective.metric;
        const bool complement = metric == Metric::errorRatio && ref.metric == Metric::availability;
        if ((ref.metric != metric && !complement) || !seenByUsers(ref, scenario.workload)) continue;
        const double threshold = model::magnitude(slo.objective.threshold);
        const double level = complement ? 1 - threshold : threshold;
        if (std::ranges::any_of(data.rules, [&](const ChartRule& rule) { return std::abs(rule.y - level) < 1e-12; })) continue;
        const QString statistic =
            model::isTime(metric) ? toQt(report::statisticText(ref.statistic)) + u' ' : QString();
        const bool below = complement ? !slo.objective.below : slo.objective.below;
        data.rules.push_back({level, statistic + (below ? QStringLiteral("< ") : QStringLiteral("> ")) + valueText(level, data.unit)});
    }
}

/// The components where the metric is highest on average, at most as many as can be told apart.
void addHighest(ChartData& data, const Course& course, std::string_view metric, bool changingOnly) {
    std::vector<std::pair<double, const sim::Series*>> found;
    const std::string ending = std::string(".").append(metric);
    for (const sim::Series& series : course.series) {
        if (!series.name.ends_with(ending) || series.name.starts_with("workload.")) continue;
        const auto differs = [&](double value) { return std::isfinite(value) && value != series.values.front(); };
        if (!changingOnly || std::ranges::any_of(series.values, differs)) found.emplace_back(meanOf(series.values), &series);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const auto& entry) { return entry.first; });
    if (found.size() > kMostLines) {
        found.resize(kMostLines);
        data.title += tr(", the highest");
    }
    for (const auto& [mean, series] : found)
        data.lines.push_back({toQt(series->name.substr(0, series->name.find('.'))), pointsOf(series->values, course.sampleSeconds), false, false});
}

}  // namespace

std::vector<double> costRates(const Course& course, const model::Scenario& scenario) {
    std::vector<double> rates(course.intervals(), 0);
    bool priced = false;
    for (const model::Component& component : scenario.components) {
        if (!component.price) continue;
        if (!component.price->product.empty()) return {};  // metered in ways that the course does not show
        const sim::Series* visits = course.find(component.name + ".throughput");
        const sim::Series* instances = course.find(component.name + ".instances");
        for (std::size_t i = 0; i < rates.size(); ++i) {
            const auto at = [i](const sim::Series* s) { return s && i < s->values.size() && std::isfinite(s->values[i]) ? s->values[i] : 0.0; };
            if (component.price->perMillion) rates[i] += at(visits) * 3600 / 1e6 * component.price->perMillion->usd;
            if (component.price->instanceHour) rates[i] += at(instances) * component.price->instanceHour->usd;
        }
        priced = true;
    }
    return priced ? rates : std::vector<double>();
}

std::vector<double> meteredRates(const Course& course, const sim::RunResult& result) {
    constexpr double kHoursAMonth = 730;
    std::vector<double> rates(course.intervals(), 0);
    bool known = false;
    for (const sim::ComponentCost& cost : result.costByComponent) {
        const sim::Series* visits = course.find(cost.component + ".throughput");
        const double mean = visits != nullptr ? meanOf(visits->values) : 0;
        if (!cost.perMonth.value || !(mean > 0)) continue;
        known = true;
        for (std::size_t i = 0; i < std::min(rates.size(), visits->values.size()); ++i)
            if (std::isfinite(visits->values[i])) rates[i] += *cost.perMonth.value / kHoursAMonth * visits->values[i] / mean;
    }
    return known ? rates : std::vector<double>();
}

ChartData chartOf(CourseChart chart, const Course& course, const model::Scenario& scenario, const sim::RunResult* result) {
    switch (chart) {
        case CourseChart::users: {
            ChartData data = over(course, tr("Users"), tr("Users at work over simulated time"), Unit::count);
            add(data, course, "workload.users", tr("users"));
            return data;
        }
        case CourseChart::throughput: {
            ChartData data = over(course, tr("Throughput"), tr("Actions of users answered per second"), Unit::perSecond);
            add(data, course, "workload.throughput", tr("answered"));
            addRules(data, scenario, Metric::throughput);
            return data;
        }
        case CourseChart::responseTime: {
            ChartData data = over(course, tr("Response time"), tr("Response time of users' actions, retries included"), Unit::seconds);
            for (const char* quantile : {"p50", "p95", "p99"})
                add(data, course, std::string(quantile) + "(workload.response_time)", QLatin1String(quantile));
            addRules(data, scenario, Metric::responseTime);
            return data;
        }
        case CourseChart::errors: {
            ChartData data = over(course, tr("Errors"), tr("Share of users' actions that end in an error"), Unit::share);
            add(data, course, "workload.error_ratio", tr("errors"));
            addRules(data, scenario, Metric::errorRatio);
            data.reachesUpTo = 0.001;
            return data;
        }
        case CourseChart::waiting: {
            ChartData data = over(course, tr("Requests waiting"), tr("Length of the waiting lines"), Unit::count);
            addHighest(data, course, "queue_length", true);
            data.reachesUpTo = 1;
            return data;
        }
        case CourseChart::hitRatio: {
            ChartData data = over(course, tr("Cache hits"), tr("Share of look-ups that caches answer"), Unit::share);
            addHighest(data, course, "hit_ratio", false);
            data.reachesUpTo = 1;
            return data;
        }
        case CourseChart::instances: {
            ChartData data = over(course, tr("Instances"), tr("Instances that are ready"), Unit::count);
            addHighest(data, course, "instances", true);
            return data;
        }
        case CourseChart::costRate: {
            ChartData data = over(course, tr("Cost an hour"), tr("What the parts with a price cost an hour, at list prices"), Unit::usd);
            std::vector<double> rates = costRates(course, scenario);
            if (rates.empty() && result != nullptr) {
                rates = meteredRates(course, *result);
                data.about = tr("What the run's meters cost an hour, spread over time by the visits to each part, at list prices");
            }
            if (!rates.empty())
                data.lines.push_back({tr("cost"), pointsOf(rates, course.sampleSeconds), false, false});
            return data;
        }
    }
    return {};
}

std::vector<HeatMapRow> heatRowsOf(const Course& course, const std::string& bottleneck) {
    std::vector<HeatMapRow> rows;
    for (const sim::Series& series : course.series)
        if (series.name.ends_with(".utilisation")) {
            const std::string name = series.name.substr(0, series.name.find('.'));
            rows.push_back({toQt(name), series.values, name == bottleneck});
        }
    return rows;
}

}  // namespace headroom::desktop
