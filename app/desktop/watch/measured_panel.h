// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QGridLayout;
class QLabel;
class QTableView;

namespace headroom::desktop {

class Chart;
class ChartLink;
class GapTableModel;
class Workspace;
struct Course;

/// Production beside the model, in Watch: where they part, the gap of each series in numbers, and charts of the series
/// that the charts of the run do not show. Hidden while nothing is measured.
class MeasuredPanel : public QFrame {
    Q_OBJECT

public:
    static constexpr qsizetype kMostCharts = 8;       ///< beside those of a run
    static constexpr qsizetype kMostChartsAlone = 16;

    MeasuredPanel(Workspace& workspace, ChartLink& link, QWidget* parent = nullptr);

    GapTableModel& gaps() { return *gaps_; }
    const QList<Chart*>& charts() const { return charts_; }
    QString alertText() const;
    /// Charts with what is there now, over the time of this course: that of the run, or one without series where nothing
    /// has run.
    void updateCharts(const Course& course);

private:
    void showState();

    Workspace& workspace_;
    ChartLink& link_;
    GapTableModel* gaps_;
    QLabel* source_;
    QLabel* alert_;
    QTableView* table_;
    QGridLayout* grid_;
    QList<Chart*> charts_;
};

}  // namespace headroom::desktop
