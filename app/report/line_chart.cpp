// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/line_chart.h"

#include "app/report/axis.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <span>

namespace headroom::report {

namespace {

using model::said;

constexpr double kWidth = 540;
constexpr double kLeft = 64;
constexpr double kRight = 524;
constexpr double kPlotHeight = 170;
constexpr double kLegendRow = 20;
constexpr double kBelow = 44;
constexpr double kCharacter = 6.6;  // mean advance of the 12 px sans-serif, on the safe side
constexpr std::size_t kMostPoints = 400;

double textWidth(std::string_view text) { return static_cast<double>(displayWidth(text)) * kCharacter; }

double highestOf(const LineChart& chart) {
    double highest = chart.atLeastUpTo;
    for (const ChartLine& line : chart.lines)
        for (const ChartPoint& point : line.points)
            if (std::isfinite(point.y)) highest = std::max(highest, point.y + point.halfWidth.value_or(0));
    return highest;
}

double lowestPositiveOf(const LineChart& chart) {
    double lowest = std::numeric_limits<double>::infinity();
    for (const ChartLine& line : chart.lines)
        for (const ChartPoint& point : line.points)
            if (point.y > 0) lowest = std::min(lowest, point.y);
    for (const ChartRule& rule : chart.rules)
        if (rule.y > 0) lowest = std::min(lowest, rule.y);
    return lowest;
}

// A rule far above everything would press the lines flat on the floor; then it is left out of the scale.
double withRules(double highest, const LineChart& chart) {
    constexpr double kFar = 4;
    for (const ChartRule& rule : chart.rules)
        if (chart.logarithmic || rule.y < highest * kFar) highest = std::max(highest, rule.y * 1.08);
    return highest;
}

struct Legend {
    struct Entry {
        double x = 0, y = 0;
        const ChartLine* line = nullptr;
    };
    std::vector<Entry> entries;
    int rows = 1;
};

Legend layOutLegend(const LineChart& chart) {
    constexpr double kSample = 34;
    constexpr double kGap = 16;
    Legend legend;
    double x = kLeft;
    for (const ChartLine& line : chart.lines) {
        const double width = kSample + textWidth(line.name);
        if (x > kLeft && x + width > kWidth) {
            x = kLeft;
            ++legend.rows;
        }
        legend.entries.push_back({x, (legend.rows - 1) * kLegendRow + 12, &line});
        x += width + kGap;
    }
    return legend;
}

class Drawing {
public:
    Drawing(Markup& page, const LineChart& chart)
        : page_(page),
          chart_(chart),
          legend_(layOutLegend(chart)),
          top_(legend_.rows * kLegendRow + 12),
          bottom_(top_ + kPlotHeight),
          x_(acrossAxis()),
          y_(valueAxis()) {}

    void draw() {
        const auto svg = page_.element(
            "svg", {{"viewBox", "0 0 " + coordinate(kWidth) + " " + coordinate(bottom_ + kBelow)},
                    {"class", "chart"},
                    {"role", "img"},
                    {"aria-labelledby", chart_.id + "-title " + chart_.id + "-desc"}});
        page_.leaf("title", chart_.title, {{"id", chart_.id + "-title"}});
        page_.leaf("desc", chart_.description, {{"id", chart_.id + "-desc"}});
        drawShade();
        drawGrid();
        drawRules();
        drawSpans();
        for (std::size_t i = 0; i < chart_.lines.size(); ++i) drawLine(chart_.lines[i], i);
        drawLegend();
    }

private:
    Axis acrossAxis() const {
        if (chart_.across == LineChart::Across::time)
            return Axis::linear(0, chart_.end > 0 ? chart_.end : 1, kLeft, kRight);
        double low = std::numeric_limits<double>::infinity();
        double high = 0;
        for (const ChartLine& line : chart_.lines)
            for (const ChartPoint& point : line.points) {
                low = std::min(low, point.x);
                high = std::max(high, point.x);
            }
        if (!(low > 0)) return Axis::linear(0, std::max(high, 1.0), kLeft, kRight);
        constexpr double kMargin = 1.15;
        return Axis::logarithmic(low / kMargin, high * kMargin, kLeft, kRight);
    }

    Axis valueAxis() {
        const double highest = withRules(highestOf(chart_), chart_);
        const double lowest = lowestPositiveOf(chart_);
        if (chart_.logarithmic && std::isfinite(lowest) && highest > lowest) {
            const double low = std::pow(10, std::floor(std::log10(lowest)));
            const double high = std::pow(10, std::ceil(std::log10(highest)));
            valueTicks_ = logarithmicTicks(low, high, chart_.unit);
            return Axis::logarithmic(low, high, bottom_, top_);
        }
        ValueScale scale = linearScale(highest, chart_.unit);
        valueTicks_ = std::move(scale.ticks);
        return Axis::linear(0, scale.top, bottom_, top_);
    }

    std::vector<Tick> acrossTicks() const {
        if (chart_.across == LineChart::Across::time) return timeTicks(chart_.end);
        std::vector<double> loads;
        for (const ChartLine& line : chart_.lines)
            for (const ChartPoint& point : line.points) loads.push_back(point.x);
        std::ranges::sort(loads);
        std::vector<Tick> ticks;
        double free = 0;
        for (const double load : loads) {
            const std::string label = countText(load);
            const double half = textWidth(label) / 2;
            if (x_.at(load) - half < free) continue;
            ticks.push_back({load, label});
            free = x_.at(load) + half + 6;
        }
        return ticks;
    }

    void segment(double x1, double y1, double x2, double y2, std::string_view style) {
        page_.empty("line", {{"x1", coordinate(x1)},
                             {"y1", coordinate(y1)},
                             {"x2", coordinate(x2)},
                             {"y2", coordinate(y2)},
                             {"class", std::string(style)}});
    }

    void label(double x, double y, std::string_view anchor, std::string_view words, std::string_view style = "tick") {
        page_.leaf("text", words,
                   {{"x", coordinate(x)},
                    {"y", coordinate(y)},
                    {"text-anchor", std::string(anchor)},
                    {"class", std::string(style)}});
    }

    void drawShade() {
        if (chart_.shadedUntil <= 0) return;
        const double width = x_.at(chart_.shadedUntil) - kLeft;
        page_.empty("rect", {{"x", coordinate(kLeft)},
                             {"y", coordinate(top_)},
                             {"width", coordinate(width)},
                             {"height", coordinate(kPlotHeight)},
                             {"class", "shade"}});
        const std::string words = said("Report", "warm-up");
        if (width > textWidth(words)) label(kLeft + 4, bottom_ - 6, "start", words);
    }

    void drawGrid() {
        for (const Tick& tick : valueTicks_) {
            segment(kLeft, y_.at(tick.value), kRight, y_.at(tick.value), "grid");
            label(kLeft - 6, y_.at(tick.value) + 4, "end", tick.label);
        }
        for (const Tick& tick : acrossTicks()) {
            segment(x_.at(tick.value), bottom_, x_.at(tick.value), bottom_ + 4, "axis");
            label(x_.at(tick.value), bottom_ + 18, "middle", tick.label);
        }
        segment(kLeft, bottom_, kRight, bottom_, "axis");
        label((kLeft + kRight) / 2, bottom_ + 36, "middle", chart_.acrossLabel);
    }

    void drawRules() {
        double free = bottom_ + kPlotHeight;
        std::vector<ChartRule> rules = chart_.rules;
        std::ranges::sort(rules, {}, &ChartRule::y);
        for (const ChartRule& rule : rules) {
            if (rule.y > y_.high() * (1 + 1e-9) || rule.y < y_.low()) continue;
            const double y = y_.at(rule.y);
            segment(kLeft, y, kRight, y, "rule");
            const double labelY = std::min(y < top_ + 16 ? y + 13 : y - 4, free - 13);
            label(kRight - 4, labelY, "end", rule.label, "rule-label");
            free = labelY;
        }
    }

    // One strip for each kind, so that they do not hide each other.
    void drawSpans() {
        constexpr double kStrip = 5;
        for (const ChartSpan& span : chart_.spans) {
            const auto group = page_.element("g");
            page_.leaf("title", span.label);
            const double from = x_.at(span.from);
            page_.empty("rect", {{"x", coordinate(from)},
                                 {"y", coordinate(span.style == "fault-span" ? top_ - 2 * kStrip - 1 : top_ - kStrip)},
                                 {"width", coordinate(std::max(2.0, x_.at(span.to) - from))},
                                 {"height", coordinate(kStrip)},
                                 {"class", span.style}});
        }
    }

    // Pieces of the line between unknown values.
    std::string pathOf(const std::vector<ChartPoint>& points) const {
        std::string path;
        bool drawing = false;
        for (const ChartPoint& point : points) {
            if (!std::isfinite(point.y)) {
                drawing = false;
                continue;
            }
            path += (drawing ? "L" : "M") + coordinate(x_.at(point.x)) + " " + coordinate(y_.at(point.y));
            drawing = true;
        }
        return path;
    }

    void drawLine(const ChartLine& line, std::size_t index) {
        const auto group = page_.element("g", {{"class", "series s" + std::to_string(index % kMostLines)}});
        const std::vector<ChartPoint> points = decimated(line.points, kMostPoints);
        page_.empty("path", {{"d", pathOf(points)}, {"class", "line"}});
        if (line.markEveryPoint)
            for (const ChartPoint& point : points) drawPoint(line, point, index);
        else
            drawSparseMarkers(points, index);
    }

    void drawPoint(const ChartLine& line, const ChartPoint& point, std::size_t index) {
        if (!std::isfinite(point.y)) return;
        const double x = x_.at(point.x);
        if (point.halfWidth)
            segment(x, y_.at(point.y - *point.halfWidth), x, y_.at(point.y + *point.halfWidth), "interval");
        const auto group = page_.element("g");
        page_.leaf("title", line.name + ", " + countText(point.x) + ": " +
                                estimateText({point.y, point.halfWidth}, chart_.unit));
        marker(x, y_.at(point.y), index);
    }

    void drawSparseMarkers(const std::vector<ChartPoint>& points, std::size_t index) {
        constexpr std::size_t kMarkers = 6;
        const std::size_t step = std::max<std::size_t>(points.size() / kMarkers, 1);
        // Each line has its own phase, so that markers of lines that lie on each other stay apart.
        for (std::size_t i = step / 2 + index * step / kMostLines; i < points.size(); i += step)
            if (std::isfinite(points[i].y)) marker(x_.at(points[i].x), y_.at(points[i].y), index);
    }

    void marker(double x, double y, std::size_t index) {
        static constexpr const char* kShapes[kMostLines] = {
            "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", "m-3.5 -3.5h7v7h-7z",        "m0 -4.5l4.5 8h-9z",
            "m0 -5l5 5l-5 5l-5 -5z",               "m0 4.5l4.5 -8h-9z", "m-4.5 -1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z"};
        page_.empty("path", {{"d", "M" + coordinate(x) + " " + coordinate(y) + kShapes[index % kMostLines]},
                             {"class", "marker"}});
    }

    void drawLegend() {
        for (std::size_t i = 0; i < legend_.entries.size(); ++i) {
            const auto& [x, y, line] = legend_.entries[i];
            const auto group = page_.element("g", {{"class", "series s" + std::to_string(i % kMostLines)}});
            page_.empty("path", {{"d", "M" + coordinate(x) + " " + coordinate(y - 4) + "h28"}, {"class", "line"}});
            marker(x + 14, y - 4, i);
            label(x + 34, y, "start", line->name, "legend");
        }
    }

    Markup& page_;
    const LineChart& chart_;
    Legend legend_;
    double top_, bottom_;
    std::vector<Tick> valueTicks_;
    Axis x_, y_;
};

bool hasAnything(const LineChart& chart) {
    return std::ranges::any_of(chart.lines, [](const ChartLine& line) {
        return std::ranges::any_of(line.points, [](const ChartPoint& point) { return std::isfinite(point.y); });
    });
}

void keepExtremes(std::span<const ChartPoint> stretch, std::vector<ChartPoint>& kept) {
    const auto known = [](const ChartPoint& point) { return std::isfinite(point.y); };
    if (std::ranges::none_of(stretch, known)) {
        kept.push_back(stretch.front());
        return;
    }
    const ChartPoint *low = nullptr, *high = nullptr;
    for (const ChartPoint& point : stretch) {
        if (!known(point)) continue;
        if (low == nullptr || point.y < low->y) low = &point;
        if (high == nullptr || point.y > high->y) high = &point;
    }
    kept.push_back(*std::min(low, high));
    if (low != high) kept.push_back(*std::max(low, high));
}

}  // namespace

std::vector<ChartPoint> decimated(const std::vector<ChartPoint>& points, std::size_t most) {
    if (points.size() <= most) return points;
    const std::size_t stretch = (2 * points.size() + most - 1) / most;
    std::vector<ChartPoint> kept;
    for (std::size_t at = 0; at < points.size(); at += stretch)
        keepExtremes(std::span(points).subspan(at, std::min(stretch, points.size() - at)), kept);
    return kept;
}

void writeLineChart(Markup& page, const LineChart& chart) {
    assert(chart.lines.size() <= kMostLines);
    const auto figure = page.element("figure");
    page.leaf("figcaption", chart.title);
    if (hasAnything(chart))
        Drawing(page, chart).draw();
    else
        page.leaf("p", said("Report", "Nothing was there to measure."), {{"class", "quiet"}});
}

}  // namespace headroom::report
