// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/watch/course_charts.h"

#include <QHash>
#include <QScrollArea>
#include <QTimer>

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace headroom::desktop {

class Chart;
class ChartLink;
class HeatMap;
class MeasuredPanel;
class VerdictPanel;
class Workspace;

/// The course of a run, while it goes and after: charts over one time, and how busy each component is.
class WatchView : public QWidget {
    Q_OBJECT

public:
    WatchView(Workspace& workspace, ChartLink& link, QWidget* parent = nullptr);

    Chart* chart(CourseChart which) const { return charts_.value(static_cast<int>(which)); }
    HeatMap& heatMap() { return *heat_; }
    MeasuredPanel& measuredPanel() { return *measured_; }
    /// Brings everything up to date now, not one chart after the other.
    void updateAll();

Q_SIGNALS:
    void componentAsked(const QString& component);
    void runAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// Of the run; else, while something is measured, one without series that lasts as long. Null: there is nothing.
    CoursePtr shownCourse() const;
    void takeCourse();
    void updateNext();
    void updateOne(int which);
    void arrange();

    Workspace& workspace_;
    QStackedWidget* stack_;
    QLabel* empty_;
    QWidget* page_;
    QGridLayout* grid_;
    VerdictPanel* verdict_;
    QLabel* earlier_;  ///< of which run the charts are, where there is no verdict
    MeasuredPanel* measured_;
    HeatMap* heat_;
    QHash<int, Chart*> charts_;
    QList<int> stale_;
    QTimer pace_;
    int columns_ = 0;
    QList<int> arranged_;
};

}  // namespace headroom::desktop
