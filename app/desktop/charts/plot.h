// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"

#include <QChartView>
#include <QPen>
#include <QSet>

#include <optional>

class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;

namespace headroom::desktop {

class ChartLink;

/// The plot of a chart: lines and bands by Qt Charts; grid, labels with units, levels, spans and the crosshair by an
/// overlay of ours.
class Plot : public QChartView {
    Q_OBJECT

public:
    explicit Plot(QWidget* parent = nullptr);

    QSize sizeHint() const override { return {400, 190}; }
    void setLink(ChartLink* link);
    void setData(ChartData data);
    const ChartData& data() const { return data_; }
    void setHidden(const QSet<QString>& names);
    QColor colourOf(std::size_t line) const;
    /// What a line is drawn with: its colour, width and dashes.
    QPen penOf(std::size_t line) const;

    const Range& xRange() const { return x_; }
    const Range& yRange() const { return y_; }
    void setXRange(Range range);
    void resetZoom();
    void zoom(double factor, double centre);
    void pan(double share);
    /// The nearest known value of each line at the cursor, as the crosshair shows it.
    QStringList readings() const;
    /// Points in all series that are drawn.
    int drawnPoints() const;

Q_SIGNALS:
    void zoomed();

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF area() const;
    double toX(double pixel) const;
    double atX(double value) const;
    double atY(double value) const;
    Range fullX() const;
    void fitY();
    void redraw();
    void colour();
    void drawLine(std::size_t index, std::size_t& used);
    void drawBand(std::size_t index, std::size_t& used);
    QLineSeries* series(std::size_t index);
    void moveCursor(double x);
    void drawGrid(QPainter& painter) const;
    double spanX(double x) const;
    void drawSpanGrounds(QPainter& painter) const;
    void drawSpanLabels(QPainter& painter) const;
    QRectF labelPlace(const QPainter& painter, double x, const QString& label, std::vector<QRectF>& taken) const;
    void drawRules(QPainter& painter) const;
    void drawMarkers(QPainter& painter) const;
    void drawDiamonds(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;
    std::optional<std::size_t> nearest(const ChartPoints& points, double x) const;

    ChartData data_;
    ChartLink* link_ = nullptr;
    QSet<QString> hidden_;
    Range x_, y_;
    bool zoomedX_ = false, zoomedY_ = false;
    double cursor_ = std::numeric_limits<double>::quiet_NaN();
    std::optional<double> dragFrom_, dragTo_, panFrom_;
    QChart* chart_;
    QValueAxis* xAxis_;
    QValueAxis* yAxis_;
    QList<QLineSeries*> lines_;
    struct Band {
        QAreaSeries* area;
        QLineSeries* upper;
        QLineSeries* lower;
    };
    std::vector<Band> bands_;
};

}  // namespace headroom::desktop
