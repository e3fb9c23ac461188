// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/desktop/run/run_controller.h"
#include "app/desktop/views/page.h"
#include "app/desktop/views/table_model.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace headroom::desktop {

class Chart;
class ChartLink;
class Workspace;

/// How much the system carries: response time, errors and cost against the load, over the scenario's range, and which
/// objective gives way first. Points appear as they are simulated.
class LimitsView : public Page {
    Q_OBJECT

public:
    explicit LimitsView(Workspace& workspace, QWidget* parent = nullptr);

    void explore();
    bool isBusy() const { return task_.isRunning(); }
    const std::vector<RunPtr>& points() const { return points_; }
    const std::vector<RunPtr>& theory() const { return theory_; }
    ReportTableModel& table() { return *table_; }
    void setPoints(std::vector<RunPtr> points);

Q_SIGNALS:
    void finished();

private:
    void forget();
    void addPoint(const RunPtr& point);
    void solveCurve();
    void showCharts();
    void show();

    Workspace& workspace_;
    BackgroundTask task_;
    QPushButton* explore_;
    QPushButton* stop_;
    QProgressBar* progress_;
    QLabel* sentence_;
    ChartLink* link_;
    QList<Chart*> charts_;
    ReportTableModel* table_;
    QTableView* tableView_;
    BackgroundTask solving_;
    bool solveAgain_ = false;
    std::vector<RunPtr> points_;  ///< simulated, ascending in load
    std::vector<RunPtr> theory_;  ///< likewise, estimated
};

/// `count` loads from one to the other, evenly spaced on a logarithmic scale, in three digits.
std::vector<double> loadsBetween(double from, double to, int count);

}  // namespace headroom::desktop
