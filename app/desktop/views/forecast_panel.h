// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/views/study_panel.h"
#include "app/report/forecast_report.h"

class QLineEdit;
class QSpinBox;
class QTableView;

namespace headroom::desktop {

class ReportTableModel;

/// When the load, growing from that of the slider, makes objectives fall, and what to change
/// before.
class ForecastPanel : public StudyPanel {
    Q_OBJECT

public:
    explicit ForecastPanel(Workspace& workspace, QWidget* parent = nullptr);
    void begin() override;
    ReportTableModel& falls() { return *falls_; }

private:
    void clear() override;
    /// Of a month, as a share; nothing where the field holds none.
    std::optional<double> growth() const;
    void show(const sim::Forecast& forecast, const sim::LoadTrend& trend, double months);

    QLineEdit* growth_;
    QSpinBox* months_;
    ReportTableModel* falls_;
    QTableView* fallsView_;
};

}  // namespace headroom::desktop
