// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watch/measured_lines.h"

#include "app/desktop/base/text.h"
#include "app/desktop/measured/measurements.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::desktop {

namespace {

struct MeasuredText {
    Q_DECLARE_TR_FUNCTIONS(headroom::desktop)
};

struct Twin {
    CourseChart chart;
    const char* series;
    int line;  ///< of the chart, by number
};
constexpr Twin kTwins[] = {{CourseChart::users, "workload.users", 0},
                           {CourseChart::throughput, "workload.throughput", 0},
                           {CourseChart::responseTime, "p50(workload.response_time)", 0},
                           {CourseChart::responseTime, "p95(workload.response_time)", 1},
                           {CourseChart::responseTime, "p99(workload.response_time)", 2},
                           {CourseChart::errors, "workload.error_ratio", 0}};

ChartLine lineOf(const QString& name, int colour, const archive::Series& series, const Measurements& measurements, const Course& course) {
    ChartLine line{name, measurements.pointsOf(series, course.endSeconds), false, false, colour};
    line.measured = true;
    return line;
}

}  // namespace

void addMeasured(ChartData& data, CourseChart chart, const Measurements& measurements, const Course& course) {
    const std::size_t simulated = data.lines.size();
    for (const Twin& twin : kTwins) {
        const archive::Series* series = twin.chart == chart ? measurements.find(twin.series) : nullptr;
        const auto number = static_cast<std::size_t>(twin.line);
        if (series == nullptr || number >= simulated) continue;
        data.lines.push_back(lineOf(MeasuredText::tr("%1 measured").arg(data.lines[number].name), twin.line, *series, measurements, course));
    }
}

std::vector<std::string> measuredBeside(const Measurements& measurements) {
    std::vector<std::string> names = measurements.names();
    std::erase_if(names, [](const std::string& name) { return std::ranges::any_of(kTwins, [&](const Twin& twin) { return name == twin.series; }); });
    return names;
}

ChartData measuredChart(const std::string& name, const Measurements& measurements, const Course& course) {
    const archive::Series& series = *measurements.find(name);
    ChartData data;
    data.title = toQt(name);
    const bool alone = course.series.empty();
    data.about = (alone ? MeasuredText::tr("%1, measured") : MeasuredText::tr("%1, measured and simulated")).arg(data.title);
    data.unit = series.key.unit;
    data.xTo = course.endSeconds;
    data.empty = MeasuredText::tr("Nothing measured in the time of the run");
    auto simulated = std::make_shared<ChartPoints>();
    if (const sim::Series* twin = course.find(name)) {
        for (std::size_t i = 0; i < twin->values.size(); ++i) simulated->x.push_back((static_cast<double>(i) + 0.5) * course.sampleSeconds);
        simulated->y = twin->values;
    }
    if (!alone) data.lines.push_back({MeasuredText::tr("simulated"), simulated, false, false});
    data.lines.push_back(lineOf(MeasuredText::tr("measured"), 0, series, measurements, course));
    return data;
}

}  // namespace headroom::desktop
