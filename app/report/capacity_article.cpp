// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/article_parts.h"
#include "app/report/articles.h"
#include "app/report/capacity_report.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"
#include "sim/study/capacity_search.h"

#include <algorithm>
#include <optional>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;
using model::Statistic;
using model::Unit;
using sim::Capacity;

std::string intervalOf(const Capacity& capacity) {
    if (!capacity.limit.halfWidth) return {};
    return "± " + loadOfStudy(*capacity.limit.halfWidth, capacity.perSecond);
}

// The point of the curve nearest below the limit; null if none is.
const sim::CapacityPoint* pointAtLimit(const Capacity& capacity) {
    const sim::CapacityPoint* nearest = nullptr;
    for (const sim::CapacityPoint& point : capacity.curve)
        if (capacity.limit.value && point.load <= *capacity.limit.value * (1 + 1e-9))
            nearest = &point;
    return nearest;
}

const sim::RunResult& resultAt(const sim::CapacityPoint& point) {
    return point.run ? *point.run : point.solve.result;
}

KeyFigures figuresOf(const Capacity& capacity) {
    KeyFigures figures;
    const auto add = [&](const char* name, const std::optional<double>& load,
                         const std::string& interval = {}) {
        if (load)
            figures.figures.push_back(
                {said("Report", name), loadOfStudy(*load, capacity.perSecond), interval});
    };
    add(HEADROOM_SAID("Report", "Limit"), capacity.limit.value, intervalOf(capacity));
    if (capacity.theoryLimit > 0 && capacity.simulated)
        add(HEADROOM_SAID("Report", "Limit by theory"), capacity.theoryLimit);
    add(HEADROOM_SAID("Report", "Knee"), capacity.knee);
    add(HEADROOM_SAID("Report", "Collapse"), capacity.collapse);
    if (const sim::CapacityPoint* point = pointAtLimit(capacity);
        point != nullptr && resultAt(*point).costPerMonth.value)
        figures.figures.push_back(
            {said("Report", "A month at %1", {loadOfStudy(point->load, capacity.perSecond)}),
             valueText(resultAt(*point).costPerMonth, Unit::usd)});
    return figures;
}

LineChart chartOf(const Capacity& capacity, const char* id, const std::string& title, Unit unit,
                  Metric metric, Statistic statistic) {
    LineChart chart;
    chart.id = id;
    chart.title = title;
    chart.description =
        said("Report", "%1 against the load, by theory and by simulation.", {title});
    chart.unit = unit;
    chart.across = LineChart::Across::load;
    chart.acrossLabel =
        capacity.perSecond ? said("Report", "arrivals per second") : said("Report", "users");
    chart.logarithmic = metric == Metric::responseTime;
    ChartLine theory{said("Report", "theory"), {}},
        simulation{said("Report", "simulation"), {}, true};
    for (const sim::CapacityPoint& point : capacity.curve) {
        if (const auto& value = point.solve.result.workload.figures.at(metric, statistic).value)
            theory.points.push_back({point.load, *value});
        if (!point.run) continue;
        const sim::Estimate& figure = point.run->workload.figures.at(metric, statistic);
        if (figure.value)
            simulation.points.push_back({point.load, *figure.value, figure.halfWidth});
    }
    chart.lines = {std::move(theory), std::move(simulation)};
    return chart;
}

Drawings chartsOf(const Capacity& capacity) {
    Drawings charts;
    for (const LineChart& chart :
         {chartOf(capacity, "capacity-p95", said("Report", "95th percentile of the response time"),
                  Unit::seconds, Metric::responseTime, Statistic::p95),
          chartOf(capacity, "capacity-errors",
                  said("Report", "Share of actions that end in an error"), Unit::share,
                  Metric::errorRatio, Statistic::mean),
          chartOf(capacity, "capacity-goodput", said("Report", "Actions answered per second"),
                  Unit::perSecond, Metric::throughput, Statistic::mean)})
        charts.items.push_back(drawingOf(chart));
    return charts;
}

Notes notesOf(const Capacity& capacity) {
    Notes notes;
    if (capacity.interrupted)
        notes.items.push_back(said("Report", "Interrupted; this is what was finished."));
    for (const std::string& note : capacity.notes) notes.items.push_back(printable(note));
    return notes;
}

std::string settingsOf(const model::Scenario& scenario, const Capacity& capacity) {
    const char* words =
        capacity.runs == 1
            ? HEADROOM_SAID("Report", "%1 simulation of %2, up to %3 replications each, seed %4.")
            : HEADROOM_SAID("Report", "%1 simulations of %2, up to %3 replications each, seed %4.");
    return said(
        "Report", words,
        {std::to_string(capacity.runs), timeSpanText(model::toSeconds(scenario.run.duration)),
         std::to_string(scenario.run.replications.atMost), std::to_string(scenario.run.seed)});
}

}  // namespace

Article capacityArticle(const Provenance& provenance, const model::Scenario& scenario,
                        const Capacity& capacity) {
    Article article;
    article.version = printable(provenance.version);
    article.kicker = capacity.simulated ? said("Report", "capacity, simulated")
                                        : said("Report", "capacity, by theory");
    article.title = printable(scenario.name);
    article.subtitle = printable(scenario.variant);
    article.front.emplace_back(
        Judgement{capacity.limit.value || capacity.beyondRange ? Mark::good : Mark::bad,
                  {capacitySentence(capacity)},
                  capacityDetails(capacity)});
    article.front.emplace_back(figuresOf(capacity));
    article.front.emplace_back(notesOf(capacity));
    article.front.emplace_back(sensitivityTable(capacity, 6));
    Blocks& rest = article.rest;
    rest.emplace_back(Heading{2, said("Report", "Against the load"), "against-load"});
    rest.emplace_back(chartsOf(capacity));
    rest.emplace_back(curveTable(capacity));
    if (const sim::CapacityPoint* point = pointAtLimit(capacity); point != nullptr && point->run) {
        const std::string where = loadOfStudy(point->load, capacity.perSecond);
        addTable(rest, said("Report", "Objectives at %1", {where}), objectivesTable(*point->run));
        addTable(rest, said("Report", "Components at %1", {where}), componentsTable(*point->run));
    }
    addTable(rest, said("Report", "What moves the limit"), sensitivityTable(capacity, 12),
             said("Report",
                  "Each number of the file a tenth larger; the change of the limit by theory."));
    rest.emplace_back(Heading{2, said("Report", "Settings"), "settings"});
    rest.emplace_back(Paragraph{settingsOf(scenario, capacity)});
    addAssumptions(rest, scenario, std::vector<RunRecord>{RunRecord{scenario, {}}});
    addProvenance(rest, provenance);
    return article;
}

}  // namespace headroom::report
