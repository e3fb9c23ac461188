// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/report/markup.h"
#include "model/metric.h"

/// Line charts as inline SVG. Series differ by colour (Okabe & Ito, "Color Universal Design", 2008), by dash pattern
/// and by marker, so that they can be told apart without colour.
namespace headroom::report {

struct ChartPoint {
    double x = 0;
    double y = 0;  ///< NaN: nothing known, the line is broken there
    std::optional<double> halfWidth = std::nullopt;
};

struct ChartLine {
    std::string name;
    std::vector<ChartPoint> points;  ///< ascending in x
    bool markEveryPoint = false;     ///< with the interval, and its text on hover
};

/// A level to hold, drawn across the chart.
struct ChartRule {
    double y = 0;
    std::string label;
};

/// A stretch of time in which something happened, as a strip along the top.
struct ChartSpan {
    double from = 0, to = 0;
    std::string label;  ///< on hover
    std::string style;  ///< a class: `alert-span`, `fault-span`
};

struct LineChart {
    std::string id;           ///< unique in the page
    std::string title;
    std::string description;  ///< what a reader who does not see it should know
    model::Unit unit = model::Unit::count;
    enum class Across { time, load };
    Across across = Across::time;
    std::string acrossLabel;
    bool logarithmic = false;         ///< of y
    double end = 0;                   ///< of the x axis, for time
    double shadedUntil = 0;           ///< the warm-up that is not counted
    double atLeastUpTo = 0;           ///< the y axis reaches this far
    std::vector<ChartLine> lines;     ///< at most kMostLines
    std::vector<ChartRule> rules;
    std::vector<ChartSpan> spans = {};
};

constexpr std::size_t kMostLines = 6;

/// A `figure` with the chart; says so in words where there is nothing to draw.
void writeLineChart(Markup& page, const LineChart& chart);

/// `points` thinned out to about `most`, keeping the lowest and highest of each stretch.
std::vector<ChartPoint> decimated(const std::vector<ChartPoint>& points, std::size_t most);

}  // namespace headroom::report
