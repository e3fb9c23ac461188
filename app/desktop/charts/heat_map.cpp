// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/heat_map.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/chart_link.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {
constexpr int kRow = 22, kHead = 34, kFoot = 26, kNames = 130, kRight = 14;
}

HeatMap::HeatMap(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setAccessibleName(tr("Utilisation of components over time"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HeatMap::setLink(ChartLink* link) {
    link_ = link;
    connect(link, &ChartLink::cursorMoved, this, [this](double x) {
        cursor_ = x;
        update();
    });
    connect(link, &ChartLink::rangeChanged, this, [this](const Range& range) {
        range_ = range;
        zoomed_ = true;
        update();
    });
    connect(link, &ChartLink::rangeReset, this, [this] {
        range_ = {0, endSeconds_};
        zoomed_ = false;
        update();
    });
}

void HeatMap::setRows(std::vector<HeatMapRow> rows, double sampleSeconds, double endSeconds) {
    const bool resized = rows.size() != rows_.size();
    rows_ = std::move(rows);
    sampleSeconds_ = sampleSeconds > 0 ? sampleSeconds : 1;
    endSeconds_ = std::max(endSeconds, sampleSeconds_);
    if (!zoomed_) range_ = {0, endSeconds_};
    if (resized) updateGeometry();
    update();
}

QSize HeatMap::sizeHint() const { return {320, kHead + kFoot + kRow * std::max(1, static_cast<int>(rows_.size()))}; }

QRectF HeatMap::area() const {
    return {kNames, kHead, std::max(20.0, width() - kNames - kRight + 0.0), kRow * static_cast<double>(rows_.size())};
}

double HeatMap::secondsAt(double x) const { return range_.low + (x - area().left()) / area().width() * range_.width(); }

int HeatMap::rowAt(double y) const {
    const auto row = static_cast<int>(std::floor((y - kHead) / kRow));
    return row >= 0 && row < static_cast<int>(rows_.size()) ? row : -1;
}

/// One pixel for each column of the widget and each row; the highest of the intervals that share a pixel.
QImage HeatMap::cells() const {
    const int columns = std::max(1, static_cast<int>(area().width()));
    QImage image(columns, static_cast<int>(rows_.size()), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    for (int column = 0; column < columns; ++column) {
        const double from = range_.low + range_.width() * column / columns;
        const double to = range_.low + range_.width() * (column + 1) / columns;
        const auto first = static_cast<std::size_t>(std::max(0.0, from) / sampleSeconds_);
        const auto last = std::max(first + 1, static_cast<std::size_t>(std::ceil(std::max(0.0, to) / sampleSeconds_)));
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            double most = std::nan("");
            for (std::size_t i = first; i < std::min(last, rows_[row].values.size()); ++i) most = std::fmax(most, rows_[row].values[i]);
            if (!std::isnan(most)) image.setPixelColor(column, static_cast<int>(row), Theme::instance().heatColour(most));
        }
    }
    return image;
}

void HeatMap::paintEvent(QPaintEvent*) {
    const Colours& c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.line);
    painter.setBrush(c.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(c.text);
    painter.drawText(QRectF(10, 4, 300, 24), Qt::AlignVCenter, tr("Utilisation"));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1.5);
    painter.setFont(small);
    const double ramp = width() - kRight - 150.0;
    painter.setPen(c.quiet);
    painter.drawText(QRectF(ramp - 44, 6, 40, 18), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("0 %"));
    for (std::size_t i = 0; i < c.heat.size(); ++i) painter.fillRect(QRectF(ramp + 11.0 * static_cast<double>(i), 9, 11, 12), c.heat[i]);
    painter.drawText(QRectF(ramp + 114, 6, 44, 18), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("100 %"));
    const QRectF box = area();
    if (rows_.empty()) {
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing in it can be busy."));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(box, cells());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const QRectF row(8, kHead + kRow * static_cast<double>(i), kNames - 16, kRow);
        painter.setPen(rows_[i].marked ? c.bad : c.text);
        const QString name = (rows_[i].marked ? QStringLiteral("■ ") : QString()) + rows_[i].name;
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, painter.fontMetrics().elidedText(name, Qt::ElideMiddle, kNames - 16));
        painter.setPen(c.base);
        painter.drawLine(QPointF(box.left(), row.bottom()), QPointF(box.right(), row.bottom()));
    }
    painter.setPen(c.quiet);
    for (const ChartTick& tick : timeTicks(range_, std::max(2, static_cast<int>(box.width() / 90)))) {
        const double x = box.left() + (tick.value - range_.low) / range_.width() * box.width();
        painter.drawText(QRectF(x - 40, box.bottom() + 3, 80, 18), Qt::AlignHCenter, tick.label);
    }
    if (std::isnan(cursor_)) return;
    const double x = box.left() + (cursor_ - range_.low) / range_.width() * box.width();
    painter.setPen(QPen(c.text, 1));
    if (box.contains(QPointF(x, box.center().y()))) painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
    if (link_ != nullptr) link_->setCursor(area().contains(event->position()) ? secondsAt(event->position().x()) : std::nan(""));
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().y());
    if (row < 0) return;
    if (area().contains(event->position()) && link_ != nullptr) Q_EMIT link_->picked(secondsAt(event->position().x()));
    Q_EMIT componentPicked(rows_[static_cast<std::size_t>(row)].name);
}

void HeatMap::leaveEvent(QEvent*) {
    if (link_ != nullptr) link_->setCursor(std::nan(""));
}

bool HeatMap::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos().y());
    if (row < 0 || !area().contains(help->pos())) return QWidget::event(event);
    const HeatMapRow& one = rows_[static_cast<std::size_t>(row)];
    const double seconds = secondsAt(help->pos().x());
    const auto index = static_cast<std::size_t>(seconds / sampleSeconds_);
    const double value = index < one.values.size() ? one.values[index] : std::nan("");
    QToolTip::showText(help->globalPos(), tr("%1 at %2: %3 busy").arg(one.name, timeText(std::round(seconds)), valueText(value, model::Unit::share)), this);
    return true;
}

}  // namespace headroom::desktop
