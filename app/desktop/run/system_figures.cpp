// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/system_figures.h"

#include "app/desktop/base/text.h"
#include "app/report/verdict.h"

#include <cmath>
#include <utility>

namespace headroom::desktop {

namespace {

using model::Metric;
using model::Statistic;

double valueOf(const sim::Figures& figures, Metric metric, Statistic statistic = Statistic::mean) {
    return figures.at(metric, statistic).value.value_or(kNotKnown);
}

ComponentFigures figuresOf(const sim::Figures& f) {
    return {.throughput = valueOf(f, Metric::throughput),
            .p95 = valueOf(f, Metric::responseTime, Statistic::p95),
            .errors = valueOf(f, Metric::errorRatio),
            .utilisation = valueOf(f, Metric::utilisation),
            .occupancy = valueOf(f, Metric::occupancy),
            .queueLength = valueOf(f, Metric::queueLength),
            .hitRatio = valueOf(f, Metric::hitRatio),
            .instances = valueOf(f, Metric::instances)};
}

/// What arrives at a component, split over its callers by the time that their visits stand in the call: exact where it
/// answers all of them alike.
void addCallRates(const sim::RunResult& result, SystemFigures& figures) {
    QHash<QString, double> standing;
    for (const sim::TargetResult& caller : result.components)
        for (const sim::CallShare& call : caller.calls) standing[toQt(call.callee)] += call.standing;
    for (const sim::TargetResult& caller : result.components)
        for (const sim::CallShare& call : caller.calls) {
            const QString to = toQt(call.callee);
            const double all = standing.value(to);
            const double share = all > 0 ? call.standing / all : kNotKnown;
            figures.callRates[toQt(caller.name) + u'>' + to] = share * figures.components.value(to).throughput;
        }
}

}  // namespace

double ComponentFigures::load() const {
    if (std::isnan(utilisation)) return occupancy;
    return std::isnan(occupancy) ? utilisation : std::max(utilisation, occupancy);
}

SystemFigures figuresOf(const report::RunRecord& run, SystemFigures::Source source) {
    SystemFigures figures;
    figures.source = source;
    figures.confidence = run.result.confidence;
    for (const sim::TargetResult& component : run.result.components)
        figures.components[toQt(component.name)] = figuresOf(component.figures);
    figures.bottleneck = toQt(report::bottleneckOf(run.result));
    addCallRates(run.result, figures);
    return figures;
}

SystemFigures figuresAt(const Course& course, double seconds, const report::RunRecord* run) {
    SystemFigures figures;
    figures.source = course.growing ? SystemFigures::Source::growing : SystemFigures::Source::simulated;
    figures.atSeconds = seconds;
    static const std::pair<const char*, double ComponentFigures::*> kParts[] = {
        {"throughput", &ComponentFigures::throughput},   {"utilisation", &ComponentFigures::utilisation},
        {"occupancy", &ComponentFigures::occupancy},     {"error_ratio", &ComponentFigures::errors},
        {"queue_length", &ComponentFigures::queueLength}, {"hit_ratio", &ComponentFigures::hitRatio},
        {"instances", &ComponentFigures::instances}};
    for (const sim::Series& series : course.series) {
        const QString name = toQt(series.name);
        const double value = course.at(series.name, seconds);
        if (name.startsWith(u"p95("))
            figures.components[name.mid(4).section(u'.', 0, 0)].p95 = value;
        for (const auto& [metric, member] : kParts)
            if (name.section(u'.', 1) == QLatin1String(metric))
                figures.components[name.section(u'.', 0, 0)].*member = value;
    }
    figures.components.remove(QStringLiteral("workload"));
    if (run != nullptr) addCallRates(run->result, figures);
    return figures;
}

}  // namespace headroom::desktop
