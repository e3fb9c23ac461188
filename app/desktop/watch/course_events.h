// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"
#include "model/scenario.h"
#include "sim/result.h"

/// What happens in the course of a run: faults of the scenario and alerts that fire.
namespace headroom::desktop {

struct CourseEvent {
    enum class Kind { fault, alert };
    Kind kind = Kind::fault;
    double from = 0, to = 0;  ///< seconds
    QString name;             ///< `lose eu`, `Errors above 1 %`
    QString about;            ///< a sentence with its times
};

/// In order of time. Without a result, which alerts need, the faults alone.
std::vector<CourseEvent> eventsOf(const model::Scenario& scenario, const sim::RunResult* result, double endSeconds);
ChartSpan spanOf(const CourseEvent& event);

}  // namespace headroom::desktop
