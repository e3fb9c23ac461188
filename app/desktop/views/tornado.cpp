// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/tornado.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr double kRow = 24, kTop = 8, kMargin = 12, kValue = 66;
constexpr double kMostName = 0.42;  ///< of the width

QString changeText(double change) {
    return (change < 0 ? QStringLiteral("−") : QStringLiteral("+")) + valueText(std::abs(change), model::Unit::share);
}

}  // namespace

Tornado::Tornado(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("What moves the limit"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tornado::setBars(std::vector<TornadoBar> bars) {
    bars_ = std::move(bars);
    current_ = -1;
    QStringList said;
    for (const TornadoBar& bar : bars_) said << bar.name + u' ' + changeText(bar.change);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize Tornado::sizeHint() const { return {500, static_cast<int>(2 * kTop + kRow * static_cast<double>(bars_.size()))}; }

QRectF Tornado::rowOf(int row) const { return {0, kTop + kRow * row, static_cast<double>(width()), kRow}; }

int Tornado::rowAt(const QPointF& point) const {
    const int row = static_cast<int>(std::floor((point.y() - kTop) / kRow));
    return row >= 0 && row < static_cast<int>(bars_.size()) ? row : -1;
}

void Tornado::setCurrent(int row) {
    if (row == current_) return;
    current_ = row;
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

/// The name, then a bar from the middle, and beyond its end the figure.
void Tornado::drawRow(QPainter& painter, int row, double nameWidth, double scale) const {
    const Colours& c = colours();
    const TornadoBar& bar = bars_[static_cast<std::size_t>(row)];
    const QRectF place = rowOf(row);
    const double zero = kMargin + nameWidth + kValue + scale;
    const double end = zero + scale * bar.change / std::abs(bars_.front().change);
    if (row == current_) painter.fillRect(place.adjusted(4, 0, -4, 0), c.trough);
    painter.setPen(c.text);
    const QString name = painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, static_cast<int>(nameWidth));
    painter.drawText(QRectF(kMargin, place.top(), nameWidth, kRow), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.fillRect(QRectF(QPointF(zero, place.top() + 5), QPointF(end, place.bottom() - 5)).normalized(), c.series[bar.change < 0 ? 1 : 0]);
    const bool right = bar.change >= 0;
    const QRectF figure(right ? end + 6 : end - 6 - kValue, place.top(), kValue, kRow);
    painter.drawText(figure, (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, changeText(bar.change));
}

void Tornado::paintEvent(QPaintEvent*) {
    const Colours& c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? c.accent : c.line);
    painter.setBrush(c.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (bars_.empty()) return;
    double nameWidth = 0;
    for (const TornadoBar& bar : bars_) nameWidth = std::max<double>(nameWidth, painter.fontMetrics().horizontalAdvance(bar.name));
    nameWidth = std::min(nameWidth + 4, width() * kMostName);
    const double scale = std::max(20.0, (width() - 2 * kMargin - nameWidth - 2 * kValue) / 2);
    for (int row = 0; row < static_cast<int>(bars_.size()); ++row) drawRow(painter, row, nameWidth, scale);
    painter.setPen(c.quiet);
    const double zero = kMargin + nameWidth + kValue + scale;
    painter.drawLine(QPointF(zero, kTop), QPointF(zero, height() - kTop));
}

void Tornado::mouseMoveEvent(QMouseEvent* event) { setCurrent(rowAt(event->position())); }

void Tornado::mousePressEvent(QMouseEvent* event) {
    if (const int row = rowAt(event->position()); row >= 0) Q_EMIT picked(bars_[static_cast<std::size_t>(row)].name);
}

void Tornado::leaveEvent(QEvent*) { setCurrent(-1); }

void Tornado::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(bars_.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Down: return setCurrent(std::min(current_ + 1, last));
        case Qt::Key_Up: return setCurrent(std::clamp(current_ - 1, std::min(0, last), last));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_ >= 0) Q_EMIT picked(bars_[static_cast<std::size_t>(current_)].name);
            return;
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace headroom::desktop
