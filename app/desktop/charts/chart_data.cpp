// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart_data.h"

#include "app/desktop/base/text.h"
#include "app/report/axis.h"
#include "app/report/value_text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace headroom::desktop {

namespace {

/// What is drawn of one column of pixels.
struct Column {
    std::size_t first, lowest, highest, last;
};

void flush(const ChartPoints& points, Column& column, std::vector<QPointF>& stretch) {
    std::size_t order[] = {column.first, column.lowest, column.highest, column.last};
    std::ranges::sort(order);
    std::size_t previous = points.size();
    for (const std::size_t i : order) {
        if (i != previous) stretch.emplace_back(points.x[i], points.y[i]);
        previous = i;
    }
}

}  // namespace

std::vector<std::vector<QPointF>> decimated(const ChartPoints& points, const Range& range, int columns) {
    std::vector<std::vector<QPointF>> stretches;
    if (points.size() == 0 || columns < 1 || range.width() <= 0) return stretches;
    auto begin = static_cast<std::size_t>(std::ranges::lower_bound(points.x, range.low) - points.x.begin());
    auto end = static_cast<std::size_t>(std::ranges::upper_bound(points.x, range.high) - points.x.begin());
    begin = begin > 0 ? begin - 1 : 0;
    end = std::min(end + 1, points.size());
    const double perUnit = columns / range.width();
    bool open = false;
    long current = 0;
    Column column{};
    for (std::size_t i = begin; i < end; ++i) {
        if (!std::isfinite(points.y[i])) {
            if (open) flush(points, column, stretches.back());
            open = false;
            continue;
        }
        const auto pixel = static_cast<long>(std::floor((points.x[i] - range.low) * perUnit));
        if (!open) stretches.emplace_back();
        if (!open || pixel != current) {
            if (open) flush(points, column, stretches.back());
            column = {i, i, i, i};
        }
        open = true;
        current = pixel;
        column.last = i;
        if (points.y[i] < points.y[column.lowest]) column.lowest = i;
        if (points.y[i] > points.y[column.highest]) column.highest = i;
    }
    if (open) flush(points, column, stretches.back());
    return stretches;
}

namespace {

/// Amounts of money are long: `100 k USD`.
report::DisplayUnit tickUnit(double largest, model::Unit unit) {
    constexpr double kLong = 10'000, kThousand = 1'000;
    if (unit != model::Unit::usd || largest < kLong) return report::displayUnitFor(largest, unit);
    return largest < kLong * kThousand ? report::DisplayUnit{" k USD", kThousand} : report::DisplayUnit{" M USD", kThousand * kThousand};
}

/// `45 s`, `1:30 min`, `2 h`.
QString timeTick(double seconds, double step) {
    constexpr double kMinute = 60, kHour = 3600, kDay = 86'400;
    if (seconds == 0) return QStringLiteral("0");
    const auto parts = [](double large, double small) { return QStringLiteral("%1:%2").arg(large).arg(small, 2, 'f', 0, u'0'); };
    if (seconds >= kDay || step < 1) return timeText(seconds);
    if (seconds >= kHour) {
        const double minutes = std::fmod(seconds, kHour) / kMinute;
        return (minutes == 0 ? QString::number(seconds / kHour) : parts(std::floor(seconds / kHour), std::floor(minutes))) + QStringLiteral(" h");
    }
    if (seconds < kMinute) return QString::number(seconds) + QStringLiteral(" s");
    const double rest = std::fmod(seconds, kMinute);
    return (rest == 0 ? QString::number(seconds / kMinute) : parts(std::floor(seconds / kMinute), rest)) + QStringLiteral(" min");
}

}  // namespace

std::vector<ChartTick> valueTicks(const Range& range, model::Unit unit, int wanted) {
    std::vector<ChartTick> ticks;
    if (range.width() <= 0) return ticks;
    const double step = report::niceStep(range.width(), wanted);
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    const report::DisplayUnit shown = tickUnit(largest, unit);
    for (double i = std::ceil(range.low / step - 1e-9); i * step <= range.high + step * 1e-9; ++i) {
        const double value = i * step + 0.0;  // no minus zero
        const QString number = localised(toQt(report::plainNumber(value / shown.scale)));
        ticks.push_back({value, value == 0 ? number : number + toQt(shown.suffix)});
    }
    return ticks;
}

std::vector<ChartTick> timeTicks(const Range& range, int wanted) {
    constexpr double kSteps[] = {0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200,
                                 10800, 21600, 43200, 86400, 172800, 604800, 2592000};
    std::vector<ChartTick> ticks;
    const auto* found = std::ranges::find_if(kSteps, [&](double step) { return range.width() / step <= wanted; });
    const double step = found == std::end(kSteps) ? range.width() / wanted : *found;
    for (double i = std::ceil(range.low / step - 1e-9); i * step <= range.high + step * 1e-9; ++i)
        ticks.push_back({i * step, timeTick(i * step, step)});
    return ticks;
}

std::vector<ChartTick> logarithmicTicks(const Range& range, model::Unit unit) {
    std::vector<ChartTick> ticks;
    for (const report::Tick& tick : report::logarithmicTicks(std::pow(10, range.low), std::pow(10, range.high), unit))
        ticks.push_back({std::log10(tick.value), localised(toQt(tick.label))});
    return ticks;
}

QString csvOf(const ChartData& data) {
    QStringList header{data.across == ChartData::Across::time ? QStringLiteral("time_s") : QStringLiteral("load")};
    std::map<double, QStringList> rows;
    const auto width = static_cast<qsizetype>(data.lines.size());
    for (qsizetype l = 0; l < width; ++l) {
        const ChartLine& line = data.lines[static_cast<std::size_t>(l)];
        QString name = line.name;
        header << u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
        for (std::size_t i = 0; i < line.points->size(); ++i) {
            QStringList& row = rows[line.points->x[i]];
            row.resize(width);
            const double y = line.points->y[i];
            if (std::isfinite(y)) row[l] = QString::number(y, 'g', 17);
        }
    }
    QString text = header.join(u',') + u'\n';
    for (const auto& [x, row] : rows) text += QString::number(x, 'g', 17) + u',' + row.join(u',') + u'\n';
    return text;
}

}  // namespace headroom::desktop
