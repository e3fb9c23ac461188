// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"

#include <QWidget>

namespace headroom::desktop {

class ChartLink;

struct HeatMapRow {
    QString name;
    std::vector<double> values;  ///< 0 … 1 for each sample interval; NaN: nothing known
    bool marked = false;         ///< the bottleneck
};

/// How busy each component is over time, on one ramp from light to dark. Linked to the charts over the same time.
class HeatMap : public QWidget {
    Q_OBJECT

public:
    explicit HeatMap(QWidget* parent = nullptr);

    void setLink(ChartLink* link);
    void setRows(std::vector<HeatMapRow> rows, double sampleSeconds, double endSeconds);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void componentPicked(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    QImage cells() const;
    int rowAt(double y) const;
    double secondsAt(double x) const;

    std::vector<HeatMapRow> rows_;
    double sampleSeconds_ = 1, endSeconds_ = 1;
    Range range_{0, 1};
    bool zoomed_ = false;
    double cursor_ = std::numeric_limits<double>::quiet_NaN();
    ChartLink* link_ = nullptr;
};

}  // namespace headroom::desktop
