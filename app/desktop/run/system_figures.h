// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/course.h"
#include "app/report/run_record.h"

#include <QHash>
#include <QString>

#include <limits>

/// The state of the system that the canvas and the inspector show: of a whole run, or at one moment of it.
namespace headroom::desktop {

constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

struct ComponentFigures {
    double throughput = kNotKnown, p95 = kNotKnown, errors = kNotKnown, utilisation = kNotKnown;
    double occupancy = kNotKnown, queueLength = kNotKnown, hitRatio = kNotKnown, instances = kNotKnown;

    /// The share to draw as a bar: of servers, CPUs or connections, or of slots where they are fuller.
    double load() const;
};

struct SystemFigures {
    enum class Source { none, estimate, simulated, growing };
    Source source = Source::none;
    double confidence = 0;
    double atSeconds = -1;  ///< a moment of the run; negative: the whole of it
    QHash<QString, ComponentFigures> components;
    QHash<QString, double> callRates;  ///< `from>to`, per second
    QString bottleneck;

    double callRate(const QString& from, const QString& to) const { return callRates.value(from + u'>' + to, kNotKnown); }
};

SystemFigures figuresOf(const report::RunRecord& run, SystemFigures::Source source);
/// At a moment of the run's course; the parts of calls are those of the whole run, if there is one.
SystemFigures figuresAt(const Course& course, double seconds, const report::RunRecord* run);

}  // namespace headroom::desktop
