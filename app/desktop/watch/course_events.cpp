// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watch/course_events.h"

#include "app/desktop/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

struct CourseEventText {
    Q_DECLARE_TR_FUNCTIONS(headroom::desktop)
};
QString tr(const char* text) { return CourseEventText::tr(text); }

QString stretchText(double from, double to) {
    return tr("%1 to %2").arg(timeText(std::round(from)), timeText(std::round(to)));
}

/// How it was got over, where a run has shown it.
QString recoveryText(const sim::RunResult* result, const std::string& fault, double from) {
    if (result == nullptr) return {};
    const auto found = std::ranges::find_if(result->recoveries, [&](const sim::Recovery& one) { return one.fault == fault && one.from == from; });
    if (found == result->recoveries.end()) return {};
    if (!found->timeToRecover.value) return u'\n' + tr("Not recovered from before the end");
    return u'\n' + tr("Recovered after %1").arg(estimateText(found->timeToRecover, model::Unit::seconds));
}

CourseEvent eventOf(const model::Fault& fault, const sim::RunResult* result, double end) {
    const double from = model::toSeconds(fault.at);
    const double to = fault.lasting ? std::min(end, from + model::toSeconds(*fault.lasting)) : fault.kind == model::Fault::Kind::flush ? from : end;
    const QString name = toQt(fault.text);
    return {CourseEvent::Kind::fault, from, to, name, tr("Fault: %1, %2").arg(name, stretchText(from, to)) + recoveryText(result, fault.text, from)};
}

void addAlerts(std::vector<CourseEvent>& events, const QString& name, const QString& what, const std::vector<sim::TimeSpan>& spans) {
    for (const sim::TimeSpan& span : spans)
        events.push_back({CourseEvent::Kind::alert, span.fromSeconds, span.toSeconds, name, tr("Alert: %1, %2").arg(what, stretchText(span.fromSeconds, span.toSeconds))});
}

}  // namespace

std::vector<CourseEvent> eventsOf(const model::Scenario& scenario, const sim::RunResult* result, double endSeconds) {
    std::vector<CourseEvent> events;
    for (const model::Fault& fault : scenario.faults)
        if (model::toSeconds(fault.at) < endSeconds) events.push_back(eventOf(fault, result, endSeconds));
    if (result != nullptr) {
        for (const sim::AlertResult& alert : result->alerts)
            addAlerts(events, toQt(alert.name), QStringLiteral("%1 (%2)").arg(toQt(alert.name), toQt(alert.condition)), alert.fired);
        for (const sim::SloVerdict& slo : result->slos)
            if (slo.budget) addAlerts(events, toQt(slo.name), tr("error budget of %1 burns fast").arg(toQt(slo.name)), slo.budget->pages);
    }
    std::ranges::stable_sort(events, {}, &CourseEvent::from);
    return events;
}

ChartSpan spanOf(const CourseEvent& event) {
    return {event.from, event.to, (event.kind == CourseEvent::Kind::alert ? QStringLiteral("▲ ") : QStringLiteral("✕ ")) + event.name, true};
}

}  // namespace headroom::desktop
