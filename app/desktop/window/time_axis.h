// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace headroom::desktop {

class ChartLink;
class Workspace;

/// The run's time under every view: the load, when something was wrong, and a scrubber that replays the state on the canvas.
class TimeAxis : public QWidget {
    Q_OBJECT

public:
    TimeAxis(Workspace& workspace, ChartLink& link, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {400, 58}; }
    QSize minimumSizeHint() const override { return {200, 58}; }
    void scrubTo(double seconds);
    double xOf(double seconds) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF area() const;
    double end() const;
    double secondsAt(double x) const;
    void describe();
    void drawCurve(QPainter& painter, const char* series, const QColor& colour, bool filled) const;
    void drawSpans(QPainter& painter) const;

    Workspace& workspace_;
    ChartLink& link_;
    double cursor_;
};

}  // namespace headroom::desktop
