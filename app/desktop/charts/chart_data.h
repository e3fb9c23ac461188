// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"

#include <QPointF>
#include <QString>

#include <limits>
#include <memory>
#include <vector>

/// What a chart shows, as values.
namespace headroom::desktop {

/// Ascending in x; y is NaN where nothing is known, and the line is broken there.
struct ChartPoints {
    std::vector<double> x, y;
    std::vector<double> halfWidth;  ///< empty, or one for each point; NaN: none

    std::size_t size() const { return x.size(); }
};

struct ChartLine {
    QString name;
    std::shared_ptr<const ChartPoints> points;
    bool marked = false;   ///< every point has a marker: few of them, each computed for itself
    bool estimate = false; ///< thin and dashed: from the analytic model
    int colour = -1;       ///< that of the series with this number; negative: its own
    bool measured = false; ///< by production: a thin line with diamonds
};

/// A level to hold, across the chart.
struct ChartRule {
    double y = 0;
    QString label;
};

/// A stretch of x with a name: a fault, a firing alert, the warm-up that is not counted. Of no width: a line.
struct ChartSpan {
    double from = 0, to = 0;
    QString label;
    bool bad = false;
};

struct ChartData {
    QString title;
    QString about;        ///< for those who do not see it, and the tool tip
    model::Unit unit = model::Unit::count;
    enum class Across { time, load };
    Across across = Across::time;
    bool logarithmicX = false, logarithmicY = false;
    double xFrom = 0, xTo = 1;
    double reachesUpTo = 0;  ///< y reaches this far at least
    QString empty;           ///< said where there is nothing to draw
    std::vector<ChartLine> lines;
    std::vector<ChartRule> rules;
    std::vector<ChartSpan> spans;
};

constexpr std::size_t kMostLines = 6;

struct Range {
    double low = 0, high = 1;
    double width() const { return high - low; }
    bool operator==(const Range&) const = default;
};

/// Points to draw of those within the range: at most four for each pixel column, its first, lowest, highest and last, so
/// that no peak is lost. Unbroken stretches of the line one after the other.
std::vector<std::vector<QPointF>> decimated(const ChartPoints& points, const Range& range, int columns);

struct ChartTick {
    double value = 0;
    QString label;
};
/// Round values in the range, about `wanted` of them, in the unit that suits them.
std::vector<ChartTick> valueTicks(const Range& range, model::Unit unit, int wanted);
std::vector<ChartTick> timeTicks(const Range& range, int wanted);
/// Of a range of decimal logarithms.
std::vector<ChartTick> logarithmicTicks(const Range& range, model::Unit unit);

/// As rows of `x` and a column for each line, for spreadsheets.
QString csvOf(const ChartData& data);

}  // namespace headroom::desktop
