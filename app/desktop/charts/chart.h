// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"

#include <QImage>
#include <QSet>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace headroom::desktop {

class ChartLink;
class Plot;

/// A chart with its title and a legend whose entries hide and show their lines. Copies itself as image or data.
class Chart : public QWidget {
    Q_OBJECT

public:
    explicit Chart(QWidget* parent = nullptr);

    QSize sizeHint() const override { return {420, 230}; }
    QSize minimumSizeHint() const override { return {230, 150}; }
    void setLink(ChartLink* link);
    void setData(ChartData shown);
    Plot& plot() { return *plot_; }
    QImage image();
    void copyImage();
    void copyData();
    void saveImage();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showLegend();
    void arrangeHead();

    QBoxLayout* head_;
    QLabel* title_;
    QWidget* legend_;
    Plot* plot_;
    QStringList names_;
    QSet<QString> hidden_;
};

}  // namespace headroom::desktop
