// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt Charts does not draw: labels with units, levels, spans, markers with intervals, the crosshair.
#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/plot.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr double kPixelsPerTick = 90, kPixelsPerLine = 34;

QFont smallFont() {
    QFont font = QApplication::font();
    font.setPointSizeF(std::max(7.0, font.pointSizeF() - 1.5));
    return font;
}

}  // namespace

/// The chart fills the view, so that both have the same coordinates.
void Plot::drawBackground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->setFont(smallFont());
    drawSpanGrounds(*painter);
    drawGrid(*painter);
    painter->restore();
}

void Plot::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->setFont(smallFont());
    painter->setClipRect(area().adjusted(-1, -1, 1, 1));
    drawMarkers(*painter);
    drawDiamonds(*painter);
    drawRules(*painter);
    drawSpanLabels(*painter);
    painter->setClipping(false);
    drawCursor(*painter);
    painter->restore();
}

void Plot::drawGrid(QPainter& painter) const {
    const Colours& c = colours();
    const QRectF box = area();
    const int across = std::max(2, static_cast<int>(box.width() / kPixelsPerTick));
    const int down = std::max(2, static_cast<int>(box.height() / kPixelsPerLine));
    const auto xTicks = data_.logarithmicX                           ? logarithmicTicks(x_, model::Unit::count)
                        : data_.across == ChartData::Across::time ? timeTicks(x_, across)
                                                                  : valueTicks(x_, model::Unit::count, across);
    const auto yTicks = data_.logarithmicY ? logarithmicTicks(y_, data_.unit) : valueTicks(y_, data_.unit, down);
    QColor grid = c.line;
    grid.setAlpha(130);
    for (const ChartTick& tick : yTicks) {
        const double y = std::round(atY(tick.value)) + 0.5;
        if (y < box.top() - 1 || y > box.bottom() + 1) continue;
        painter.setPen(QPen(grid, 1));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(c.quiet);
        painter.drawText(QRectF(0, y - 9, box.left() - 6, 18), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    double freeFrom = -1e9;
    for (const ChartTick& tick : xTicks) {
        const double x = std::round(atX(tick.value)) + 0.5;
        if (x < box.left() - 1 || x > box.right() + 1) continue;
        painter.setPen(QPen(grid, 1));
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
        const double width = painter.fontMetrics().horizontalAdvance(tick.label);
        const double left = std::min(x - width / 2, viewport()->width() - width - 2);
        if (left < freeFrom) continue;
        freeFrom = left + width + 8;
        painter.setPen(c.quiet);
        painter.drawText(QRectF(left, box.bottom() + 4, width + 4, 18), Qt::AlignLeft | Qt::AlignVCenter, tick.label);
    }
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    const bool nothing = std::ranges::all_of(data_.lines, [](const ChartLine& line) { return line.points->size() == 0; });
    if (!nothing) return;
    painter.setPen(c.quiet);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, data_.empty);
}

double Plot::spanX(double x) const { return atX(data_.logarithmicX ? std::log10(std::max(x, 1e-9)) : x); }

/// Behind the lines; where spans overlap, no darker than one alone, with a line where each begins.
void Plot::drawSpanGrounds(QPainter& painter) const {
    const QRectF box = area();
    for (const bool bad : {false, true}) {
        const QColor colour = bad ? colours().bad : colours().quiet;
        QPainterPath covered;
        for (const ChartSpan& span : data_.spans) {
            if (span.bad != bad) continue;
            const double left = std::max(spanX(span.from), box.left()), right = std::min(spanX(span.to), box.right());
            if (right < left) continue;
            const bool moment = spanX(span.to) - spanX(span.from) < 1;
            QColor edge = colour;
            edge.setAlpha(moment ? 255 : 120);
            painter.setPen(QPen(edge, moment ? 1.4 : 1, moment ? Qt::DashDotLine : Qt::SolidLine));
            if (spanX(span.from) >= box.left()) painter.drawLine(QPointF(left, box.top()), QPointF(left, box.bottom()));
            QPainterPath one;
            one.addRect(QRectF(QPointF(left, box.top()), QPointF(std::max(right, left + 2), box.bottom())));
            covered |= one;
        }
        QColor ground = colour;
        ground.setAlpha(bad ? 26 : 28);
        painter.fillPath(covered, ground);
    }
}

void Plot::drawSpanLabels(QPainter& painter) const {
    const QRectF box = area();
    std::vector<QRectF> taken;
    for (const ChartSpan& span : data_.spans) {
        if (span.label.isEmpty() || spanX(span.to) < box.left() || spanX(span.from) > box.right()) continue;
        const QRectF label = labelPlace(painter, std::max(spanX(span.from), box.left()), span.label, taken);
        QColor ground = colours().base;
        ground.setAlpha(235);
        painter.fillRect(label, ground);
        painter.setPen(span.bad ? colours().bad : colours().quiet);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, span.label);
    }
}

/// Beside x at the top, on the side that has room, under the labels that are there already.
QRectF Plot::labelPlace(const QPainter& painter, double x, const QString& label, std::vector<QRectF>& taken) const {
    const double width = painter.fontMetrics().horizontalAdvance(label) + 4, height = painter.fontMetrics().height();
    const bool fits = x + 3 + width <= area().right();
    QRectF place(fits ? x + 3 : std::max(area().left(), x - 3 - width), area().top() + 1, width, height);
    const auto hides = [&](const QRectF& other) { return other.intersects(place); };
    while (std::ranges::any_of(taken, hides) && place.bottom() + height < area().bottom()) place.translate(0, height);
    taken.push_back(place);
    return place;
}

void Plot::drawRules(QPainter& painter) const {
    for (const ChartRule& rule : data_.rules) {
        const double y = atY(data_.logarithmicY ? std::log10(rule.y) : rule.y);
        painter.setPen(QPen(colours().text, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(area().left(), y), QPointF(area().right(), y));
        const double width = painter.fontMetrics().horizontalAdvance(rule.label) + 6;
        const double top = y - 17 < area().top() ? y + 2 : y - 17;
        painter.setPen(colours().text);
        painter.drawText(QRectF(area().right() - width, top, width, 16), Qt::AlignRight | Qt::AlignVCenter, rule.label);
    }
}

/// A circle, and the interval as a bar, at each point that was computed for itself.
void Plot::drawMarkers(QPainter& painter) const {
    for (std::size_t l = 0; l < data_.lines.size(); ++l) {
        const ChartLine& line = data_.lines[l];
        if (!line.marked || hidden_.contains(line.name)) continue;
        painter.setPen(QPen(colourOf(l), 1.4));
        for (std::size_t i = 0; i < line.points->size(); ++i) {
            if (!std::isfinite(line.points->y[i])) continue;
            const auto shown = [&](double y) { return atY(data_.logarithmicY ? std::log10(std::max(y, 1e-12)) : y); };
            const double x = atX(data_.logarithmicX ? std::log10(line.points->x[i]) : line.points->x[i]);
            const double y = line.points->y[i];
            if (!line.points->halfWidth.empty() && std::isfinite(line.points->halfWidth[i]))
                painter.drawLine(QPointF(x, shown(y + line.points->halfWidth[i])), QPointF(x, shown(y - line.points->halfWidth[i])));
            painter.setBrush(line.estimate ? colours().base : colourOf(l));
            painter.drawEllipse(QPointF(x, shown(y)), 3.2, 3.2);
        }
    }
}

/// On what production measured, as close as they can be told apart.
void Plot::drawDiamonds(QPainter& painter) const {
    constexpr double kApart = 12, kReach = 3.6;
    for (std::size_t l = 0; l < data_.lines.size(); ++l) {
        const ChartLine& line = data_.lines[l];
        if (!line.measured || hidden_.contains(line.name)) continue;
        painter.setPen(QPen(colourOf(l), 1.2));
        painter.setBrush(colours().base);
        double last = -1e9;
        for (std::size_t i = 0; i < line.points->size(); ++i) {
            const double x = atX(line.points->x[i]);
            if (!std::isfinite(line.points->y[i]) || x - last < kApart) continue;
            last = x;
            const double y = atY(line.points->y[i]);
            painter.drawPolygon(QPolygonF({QPointF(x, y - kReach), QPointF(x + kReach, y), QPointF(x, y + kReach), QPointF(x - kReach, y)}));
        }
    }
}

void Plot::drawCursor(QPainter& painter) const {
    const Colours& c = colours();
    const QRectF box = area();
    if (dragFrom_ && std::abs(*dragTo_ - *dragFrom_) > 2) {
        QColor ground = c.accent;
        ground.setAlpha(50);
        painter.fillRect(QRectF(QPointF(*dragFrom_, box.top()), QPointF(*dragTo_, box.bottom())).normalized(), ground);
    }
    if (std::isnan(cursor_) || cursor_ < x_.low || cursor_ > x_.high) return;
    const double x = atX(cursor_);
    painter.setPen(QPen(c.quiet, 1));
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    const QStringList texts = readings();
    if (texts.size() < 2) return;
    double width = 0;
    for (const QString& text : texts) width = std::max<double>(width, painter.fontMetrics().horizontalAdvance(text));
    const double line = painter.fontMetrics().height();
    QRectF panel(x + 10, box.top() + 4, width + 28, line * static_cast<double>(texts.size()) + 8);
    if (panel.right() > box.right()) panel.moveRight(x - 10);
    if (panel.left() < 0) panel.moveLeft(2);
    QColor ground = c.raised;
    ground.setAlpha(238);
    painter.setBrush(ground);
    painter.setPen(c.line);
    painter.drawRoundedRect(panel, 4, 4);
    std::size_t shown = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QRectF row(panel.left() + 20, panel.top() + 4 + line * static_cast<double>(i), width + 4, line);
        painter.setPen(i == 0 ? c.quiet : c.text);
        painter.drawText(row, Qt::AlignVCenter, texts[i]);
        if (i == 0) continue;
        while (shown < data_.lines.size() && (hidden_.contains(data_.lines[shown].name) || data_.lines[shown].points->size() == 0)) ++shown;
        painter.fillRect(QRectF(panel.left() + 7, row.center().y() - 2, 9, 4), colourOf(shown++));
    }
}

}  // namespace headroom::desktop
