// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/desktop/views/page.h"
#include "app/desktop/views/table_model.h"
#include "app/report/comparison.h"

#include <memory>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableView;

namespace headroom::desktop {

class Chart;
class ChartLink;
class Workspace;

/// Variants side by side on common random numbers, with the intervals of their differences; and what the claims of the
/// documents come to.
class CompareView : public Page {
    Q_OBJECT

public:
    CompareView(Workspace& workspace, QWidget* parent = nullptr);

    void check(const QStringList& variants);
    void compare();
    void audit();
    void stop() { task_.stop(); }
    bool isBusy() const { return task_.isRunning(); }
    ReportTableModel& overview() { return *overview_; }
    ReportTableModel& claims() { return *claims_; }
    void showCompared(report::ComparedRuns compared);
    void showAudit(const std::vector<sim::ClaimVerdict>& claims);

Q_SIGNALS:
    void finished();

private:
    void fillVariants();
    QStringList checked() const;
    void showDifferences();
    void showCharts();

    Workspace& workspace_;
    BackgroundTask task_;
    QListWidget* variants_;
    QPushButton* compare_;
    QPushButton* audit_;
    QPushButton* stop_;
    QProgressBar* progress_;
    QLabel* hint_;
    QWidget* results_;
    ReportTableModel* overview_;
    QTableView* overviewView_;
    QLabel* notes_;
    QVBoxLayout* differences_;
    ChartLink* link_;
    QList<Chart*> charts_;
    QLabel* claimsHeading_;
    ReportTableModel* claims_;
    QTableView* claimsView_;
    report::ComparedRuns compared_;
};

}  // namespace headroom::desktop
