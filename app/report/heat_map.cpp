// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/heat_map.h"

#include "app/report/axis.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::report {

namespace {

using model::said;

constexpr double kWidth = 1100;
constexpr double kLeft = 170;
constexpr double kRight = 1084;
constexpr double kRow = 24;
constexpr double kTop = 34;
constexpr std::size_t kMostColumns = 60;
constexpr int kLevels = 10;
constexpr std::size_t kNameWidth = 22;

// Mean of the known values.
double meanOf(const std::vector<double>& values, std::size_t from, std::size_t to) {
    double sum = 0;
    int known = 0;
    for (std::size_t i = from; i < std::min(to, values.size()); ++i) {
        if (!std::isfinite(values[i])) continue;
        sum += values[i];
        ++known;
    }
    return known > 0 ? sum / known : std::numeric_limits<double>::quiet_NaN();
}

int levelOf(double share) { return std::clamp(static_cast<int>(share * kLevels), 0, kLevels - 1); }

class Drawing {
public:
    Drawing(Markup& page, const HeatMap& map) : page_(page), map_(map) {
        for (const HeatRow& row : map.rows) intervals_ = std::max(intervals_, row.values.size());
        perColumn_ = std::max<std::size_t>((intervals_ + kMostColumns - 1) / kMostColumns, 1);
    }

    void draw() {
        const double bottom = kTop + kRow * static_cast<double>(map_.rows.size());
        const auto svg = page_.element("svg", {{"viewBox", "0 0 " + coordinate(kWidth) + " " + coordinate(bottom + 42)},
                                               {"class", "chart heat"},
                                               {"role", "img"},
                                               {"aria-labelledby", map_.id + "-title " + map_.id + "-desc"}});
        page_.leaf("title", map_.title, {{"id", map_.id + "-title"}});
        page_.leaf("desc", map_.description, {{"id", map_.id + "-desc"}});
        drawKey();
        for (std::size_t i = 0; i < map_.rows.size(); ++i)
            drawRow(map_.rows[i], kTop + kRow * static_cast<double>(i));
        drawTimes(bottom);
    }

private:
    void text(double x, double y, std::string_view anchor, std::string_view words, std::string_view style) {
        page_.leaf("text", words, {{"x", coordinate(x)},
                                   {"y", coordinate(y)},
                                   {"text-anchor", std::string(anchor)},
                                   {"class", std::string(style)}});
    }

    void cell(double x, double y, double width, double height, int level) {
        page_.empty("rect", {{"x", coordinate(x)},
                             {"y", coordinate(y)},
                             {"width", coordinate(width)},
                             {"height", coordinate(height)},
                             {"class", "h" + std::to_string(level)}});
    }

    void drawKey() {
        constexpr double kStep = 26;
        const double start = kRight - kStep * kLevels - 46;
        text(start - 8, 16, "end", said("Report", "0 % busy"), "tick");
        for (int level = 0; level < kLevels; ++level) cell(start + kStep * level, 5, kStep, 14, level);
        text(start + kStep * kLevels + 8, 16, "start", "100 %", "tick");
    }

    void drawRow(const HeatRow& row, double y) {
        const std::string name = shortened(printable(row.name), kNameWidth);
        text(kLeft - 8, y + 16, "end", row.marked ? "■ " + name : name, row.marked ? "legend marked" : "legend");
        const double step = (kRight - kLeft) / static_cast<double>(std::max<std::size_t>(intervals_, 1));
        for (std::size_t from = 0; from < intervals_; from += perColumn_) {
            const std::size_t to = std::min(from + perColumn_, intervals_);
            drawCell(row, meanOf(row.values, from, to), kLeft + step * static_cast<double>(from), y,
                     step * static_cast<double>(to - from), from);
        }
    }

    void drawCell(const HeatRow& row, double share, double x, double y, double width, std::size_t interval) {
        if (!std::isfinite(share)) return;
        const auto group = page_.element("g");
        const double time = map_.seconds * static_cast<double>(interval) / static_cast<double>(intervals_);
        page_.leaf("title", said("Report", "%1, from %2: %3",
                                 {row.name, timeSpanText(time),
                                  model::formatValue(share, model::Unit::share)}));
        cell(x, y + 1, width + 0.3, kRow - 2, levelOf(share));
    }

    void drawTimes(double bottom) {
        const Axis axis = Axis::linear(0, map_.seconds > 0 ? map_.seconds : 1, kLeft, kRight);
        for (const Tick& tick : timeTicks(map_.seconds))
            text(axis.at(tick.value), bottom + 18, "middle", tick.label, "tick");
        text((kLeft + kRight) / 2, bottom + 36, "middle", said("Report", "simulated time"), "tick");
    }

    Markup& page_;
    const HeatMap& map_;
    std::size_t intervals_ = 0;
    std::size_t perColumn_ = 1;
};

}  // namespace

void writeHeatMap(Markup& page, const HeatMap& map) {
    if (map.rows.empty()) return;
    const auto figure = page.element("figure", {{"class", "wide"}});
    page.leaf("figcaption", map.title);
    Drawing(page, map).draw();
}

}  // namespace headroom::report
