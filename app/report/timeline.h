// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/report/markup.h"
#include "app/report/run_record.h"

namespace headroom::report {

/// What happened when: a row for each alert that fired and each fault, on the time axis of the charts.
struct Timeline {
    struct Row {
        std::string name;
        std::string style;  ///< a class: `alert-span`, `fault-span`
        std::vector<sim::TimeSpan> spans;
    };
    std::string id;
    double seconds = 0;
    std::vector<Row> rows;
};

/// Faults first, then alerts in the order of the file; of the first replication.
Timeline timelineOf(const RunRecord& run, const std::string& id);

/// A `figure`; nothing where nothing happened.
void writeTimeline(Markup& page, const Timeline& timeline);

}  // namespace headroom::report
