// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/watch/course_events.h"

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
    /// Faults and alerts of the run that is shown.
    const std::vector<CourseEvent>& events() const { return events_; }
    /// What stands at this place, in sentences.
    QString eventsAt(double x) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF area() const;
    double end() const;
    double secondsAt(double x) const;
    void takeEvents();
    void describe();
    void drawEvents(QPainter& painter) const;
    void drawCurve(QPainter& painter, const char* series, const QColor& colour, bool filled) const;
    void drawSpans(QPainter& painter) const;

    Workspace& workspace_;
    ChartLink& link_;
    std::vector<CourseEvent> events_;
    double cursor_;
};

}  // namespace headroom::desktop
