// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/views/page.h"
#include "app/desktop/views/table_model.h"

class QLabel;
class QTableView;

namespace headroom::desktop {

class Chart;
class Workspace;

/// What it costs: by component, by meter, over time, for a thousand users, and against the other variants that ran. Of the
/// run that is shown, else by estimate.
class CostView : public Page {
    Q_OBJECT

public:
    explicit CostView(Workspace& workspace, QWidget* parent = nullptr);
    ReportTableModel& parts() { return *parts_; }
    ReportTableModel& variants() { return *variants_; }

Q_SIGNALS:
    void componentAsked(const QString& component);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void show();
    void showVariants();

    Workspace& workspace_;
    QLabel* total_;
    QLabel* missing_;
    ReportTableModel* parts_;
    QTableView* partsView_;
    ReportTableModel* metered_;
    QLabel* meteredHeading_;
    QTableView* meteredView_;
    Chart* overTime_;
    ReportTableModel* variants_;
    QLabel* variantsHeading_;
    QTableView* variantsView_;
    bool stale_ = true;
};

}  // namespace headroom::desktop
