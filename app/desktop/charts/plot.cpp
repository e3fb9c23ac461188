// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/plot.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/chart_link.h"

#include <QAreaSeries>
#include <QChart>
#include <QKeyEvent>
#include <QLegend>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr double kLeft = 66, kRight = 14, kTop = 10, kBottom = 26;
constexpr double kLeastDrag = 6;
constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine, Qt::SolidLine};

double roundedUp(double value) {
    if (value <= 0) return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
        if (value <= step * power * 1.0000001) return step * power;
    return value;
}

}  // namespace

Plot::Plot(QWidget* parent)
    : QChartView(new QChart, parent), chart_(chart()), xAxis_(new QValueAxis), yAxis_(new QValueAxis) {
    chart_->legend()->hide();
    chart_->setBackgroundVisible(false);
    chart_->setAnimationOptions(QChart::NoAnimation);
    for (QValueAxis* axis : {xAxis_, yAxis_}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setLineVisible(false);
    }
    chart_->addAxis(xAxis_, Qt::AlignBottom);
    chart_->addAxis(yAxis_, Qt::AlignLeft);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 130);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    connect(&Theme::instance(), &Theme::changed, this, &Plot::redraw);
}

void Plot::setLink(ChartLink* link) {
    link_ = link;
    connect(link, &ChartLink::cursorMoved, this, [this](double x) {
        cursor_ = x;
        viewport()->update();
    });
    connect(link, &ChartLink::rangeChanged, this, [this](const Range& range) {
        x_ = range;
        zoomedX_ = true;
        fitY();
        redraw();
    });
    connect(link, &ChartLink::rangeReset, this, [this] {
        zoomedX_ = zoomedY_ = false;
        x_ = fullX();
        fitY();
        redraw();
    });
}

Range Plot::fullX() const {
    const double to = std::max(data_.xTo, data_.xFrom + 1e-9);
    if (!data_.logarithmicX) return {data_.xFrom, to};
    return {std::log10(std::max(data_.xFrom, 1e-9)), std::log10(to)};
}

void Plot::setData(ChartData data) {
    const bool other = data.title != data_.title;
    data_ = std::move(data);
    if (other) zoomedX_ = zoomedY_ = false;
    if (!zoomedX_) x_ = fullX();
    fitY();
    setAccessibleName(data_.title);
    setAccessibleDescription(data_.about);
    redraw();
}

void Plot::setHidden(const QSet<QString>& names) {
    hidden_ = names;
    fitY();
    redraw();
}

QColor Plot::colourOf(std::size_t line) const {
    const auto& series = colours().series;
    const int shared = line < data_.lines.size() ? data_.lines[line].colour : -1;
    return series[(shared >= 0 ? static_cast<std::size_t>(shared) : line) % series.size()];
}

QPen Plot::penOf(std::size_t line) const {
    const ChartLine& data = data_.lines[line];
    const Qt::PenStyle dashes = data.estimate ? Qt::DashLine : data.marked || data.measured ? Qt::SolidLine : kDashes[line % std::size(kDashes)];
    QPen pen(colourOf(line), data.measured ? 1.0 : data.estimate ? 1.4 : 1.8, dashes);
    pen.setCosmetic(true);
    return pen;
}

/// From 0 (or the lowest decade) to a round value over the highest that is seen. It does not shrink while data grow.
void Plot::fitY() {
    if (zoomedY_) return;
    double low = std::numeric_limits<double>::infinity(), high = data_.reachesUpTo;
    for (const ChartLine& line : data_.lines) {
        if (hidden_.contains(line.name)) continue;
        for (std::size_t i = 0; i < line.points->size(); ++i) {
            const double x = data_.logarithmicX ? std::log10(line.points->x[i]) : line.points->x[i];
            if (!std::isfinite(line.points->y[i]) || x < x_.low || x > x_.high) continue;
            const double half = line.points->halfWidth.empty() || !std::isfinite(line.points->halfWidth[i]) ? 0 : line.points->halfWidth[i];
            high = std::max(high, line.points->y[i] + half);
            if (line.points->y[i] > 0) low = std::min(low, line.points->y[i]);
        }
    }
    for (const ChartRule& rule : data_.rules) high = std::max(high, rule.y * 1.08);
    if (data_.logarithmicY) {
        if (!std::isfinite(low)) low = 0.1;  // nothing to show yet
        y_ = {std::floor(std::log10(low)), std::ceil(std::log10(std::max(high, low * 10)))};
    } else {
        const double top = data_.unit == model::Unit::share && high <= 1 && high > 0.5 ? 1 : roundedUp(high * 1.04);
        y_ = {0, top};
    }
}

QRectF Plot::area() const {
    return QRectF(kLeft, kTop, std::max(10.0, viewport()->width() - kLeft - kRight), std::max(10.0, viewport()->height() - kTop - kBottom));
}

double Plot::toX(double pixel) const { return x_.low + (pixel - area().left()) / area().width() * x_.width(); }
double Plot::atX(double value) const { return area().left() + (value - x_.low) / x_.width() * area().width(); }
double Plot::atY(double value) const { return area().bottom() - (value - y_.low) / y_.width() * area().height(); }

QLineSeries* Plot::series(std::size_t index) {
    while (lines_.size() <= static_cast<qsizetype>(index)) {
        auto* one = new QLineSeries;
        chart_->addSeries(one);
        one->attachAxis(xAxis_);
        one->attachAxis(yAxis_);
        lines_ << one;
    }
    return lines_[static_cast<qsizetype>(index)];
}

void Plot::redraw() {
    chart_->setPlotArea(area());
    xAxis_->setRange(x_.low, x_.high);
    yAxis_->setRange(y_.low, y_.high);
    std::size_t usedLines = 0, usedBands = 0;
    for (std::size_t i = 0; i < data_.lines.size(); ++i) {
        if (hidden_.contains(data_.lines[i].name)) continue;
        drawBand(i, usedBands);
        drawLine(i, usedLines);
    }
    for (std::size_t i = usedLines; i < static_cast<std::size_t>(lines_.size()); ++i) lines_[static_cast<qsizetype>(i)]->clear();
    for (std::size_t i = usedBands; i < bands_.size(); ++i) bands_[i].area->hide();
    viewport()->update();
}

/// On logarithmic axes Qt Charts gets the logarithms.
void Plot::drawLine(std::size_t index, std::size_t& used) {
    const ChartLine& line = data_.lines[index];
    ChartPoints transformed;
    const ChartPoints* points = line.points.get();
    if (data_.logarithmicX || data_.logarithmicY) {
        transformed = *points;
        if (data_.logarithmicX)
            for (double& x : transformed.x) x = std::log10(x);
        if (data_.logarithmicY)
            for (double& y : transformed.y) y = y > 0 ? std::log10(y) : std::nan("");
        points = &transformed;
    }
    const QPen pen = penOf(index);
    for (const auto& stretch : decimated(*points, x_, static_cast<int>(area().width()))) {
        QLineSeries* one = series(used++);
        one->setPen(pen);
        one->replace(QList<QPointF>(stretch.begin(), stretch.end()));
    }
}

void Plot::drawBand(std::size_t index, std::size_t& used) {
    const ChartPoints& points = *data_.lines[index].points;
    if (points.halfWidth.empty() || data_.logarithmicY) return;
    QList<QPointF> upper, lower;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points.y[i]) || !std::isfinite(points.halfWidth[i])) continue;
        const double x = data_.logarithmicX ? std::log10(points.x[i]) : points.x[i];
        upper << QPointF(x, points.y[i] + points.halfWidth[i]);
        lower << QPointF(x, std::max(0.0, points.y[i] - points.halfWidth[i]));
    }
    if (upper.isEmpty()) return;
    if (used == bands_.size()) {
        Band band{nullptr, new QLineSeries(chart_), new QLineSeries(chart_)};
        band.area = new QAreaSeries(band.upper, band.lower);
        chart_->addSeries(band.area);
        band.area->attachAxis(xAxis_);
        band.area->attachAxis(yAxis_);
        bands_.push_back(band);
    }
    Band& band = bands_[used++];
    band.upper->replace(upper);
    band.lower->replace(lower);
    QColor ground = colourOf(index);
    ground.setAlpha(45);
    band.area->setBrush(ground);
    band.area->setPen(Qt::NoPen);
    band.area->show();
}

void Plot::setXRange(Range range) {
    const Range full = fullX();
    const double width = std::min(range.width(), full.width());
    const double low = std::clamp(range.low, full.low, full.high - width);
    range = {low, low + width};
    if (range.width() < full.width() * 1e-6 || range == x_) return;
    if (link_ != nullptr) return link_->setRange(range);
    x_ = range;
    zoomedX_ = true;
    fitY();
    redraw();
    Q_EMIT zoomed();
}

void Plot::resetZoom() {
    if (link_ != nullptr) return link_->reset();
    zoomedX_ = zoomedY_ = false;
    x_ = fullX();
    fitY();
    redraw();
    Q_EMIT zoomed();
}

void Plot::zoom(double factor, double centre) {
    setXRange({centre - (centre - x_.low) / factor, centre + (x_.high - centre) / factor});
}

void Plot::pan(double share) { setXRange({x_.low + share * x_.width(), x_.high + share * x_.width()}); }

int Plot::drawnPoints() const {
    int count = 0;
    for (const QLineSeries* one : lines_) count += static_cast<int>(one->count());
    return count;
}

std::optional<std::size_t> Plot::nearest(const ChartPoints& points, double x) const {
    if (points.size() == 0) return {};
    const double wanted = data_.logarithmicX ? std::pow(10, x) : x;
    auto at = static_cast<std::size_t>(std::ranges::lower_bound(points.x, wanted) - points.x.begin());
    if (at == points.size()) --at;
    if (at > 0 && std::abs(points.x[at - 1] - wanted) < std::abs(points.x[at] - wanted)) --at;
    return at;
}

QStringList Plot::readings() const {
    QStringList texts;
    if (std::isnan(cursor_)) return texts;
    const double x = data_.logarithmicX ? std::pow(10, cursor_) : cursor_;
    texts << (data_.across == ChartData::Across::time ? timeText(std::round(x * 10) / 10) : countText(x));
    for (const ChartLine& line : data_.lines) {
        if (hidden_.contains(line.name)) continue;
        const auto at = nearest(*line.points, cursor_);
        if (!at) continue;
        QString value = valueText(line.points->y[*at], data_.unit);
        if (!line.points->halfWidth.empty() && std::isfinite(line.points->halfWidth[*at]))
            value = estimateText({line.points->y[*at], line.points->halfWidth[*at]}, data_.unit);
        texts << line.name + QStringLiteral("  ") + value;
    }
    return texts;
}

void Plot::moveCursor(double x) {
    cursor_ = x;
    if (link_ != nullptr) link_->setCursor(x);
    viewport()->update();
}

void Plot::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    redraw();
}

void Plot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (panFrom_) {
        pan((*panFrom_ - at.x()) / area().width());
        panFrom_ = at.x();
        return;
    }
    if (dragFrom_) {
        dragTo_ = std::clamp(at.x(), area().left(), area().right());
        viewport()->update();
    }
    moveCursor(area().contains(at) ? toX(at.x()) : std::nan(""));
}

void Plot::mousePressEvent(QMouseEvent* event) {
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier);
    if (pans && area().contains(event->position())) panFrom_ = event->position().x();
    else if (event->button() == Qt::LeftButton && area().contains(event->position())) dragFrom_ = dragTo_ = event->position().x();
}

void Plot::mouseReleaseEvent(QMouseEvent* event) {
    panFrom_.reset();
    if (event->button() != Qt::LeftButton || !dragFrom_) return;
    const double from = std::min(*dragFrom_, *dragTo_), to = std::max(*dragFrom_, *dragTo_);
    dragFrom_.reset();
    if (to - from >= kLeastDrag) setXRange({toX(from), toX(to)});
    else if (link_ != nullptr) Q_EMIT link_->picked(toX(from));
    viewport()->update();
}

void Plot::mouseDoubleClickEvent(QMouseEvent*) { resetZoom(); }

void Plot::wheelEvent(QWheelEvent* event) {
    const double factor = std::pow(1.0015, event->angleDelta().y());
    const bool onYAxis = event->position().x() < area().left();
    const bool onXAxis = event->position().y() > area().bottom();
    if (onYAxis && !data_.logarithmicY) {
        zoomedY_ = true;
        y_.high = std::max(1e-12, y_.high / factor);
        redraw();
    } else if (onXAxis || event->modifiers() & Qt::ControlModifier) {
        zoom(factor, toX(event->position().x()));
    } else {
        event->ignore();  // the page scrolls
        return;
    }
    event->accept();
}

void Plot::leaveEvent(QEvent*) { moveCursor(std::nan("")); }

void Plot::keyPressEvent(QKeyEvent* event) {
    const double centre = std::isnan(cursor_) ? (x_.low + x_.high) / 2 : cursor_;
    const double step = x_.width() / 100;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoom(1.5, centre);
        case Qt::Key_Minus: return zoom(1 / 1.5, centre);
        case Qt::Key_0:
        case Qt::Key_Escape: return resetZoom();
        case Qt::Key_Home: return moveCursor(x_.low);
        case Qt::Key_End: return moveCursor(x_.high);
        case Qt::Key_Left:
            return event->modifiers() & Qt::ShiftModifier ? pan(-0.2) : moveCursor(std::max(x_.low, centre - step));
        case Qt::Key_Right:
            return event->modifiers() & Qt::ShiftModifier ? pan(0.2) : moveCursor(std::min(x_.high, centre + step));
        default: QChartView::keyPressEvent(event);
    }
}

}  // namespace headroom::desktop
