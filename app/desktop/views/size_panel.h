// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/views/study_panel.h"
#include "sim/study/sizing.h"

class QTableView;

namespace headroom::desktop {

class ReportTableModel;

/// The cheapest setting of what the file marks with `tune` that keeps every objective at the
/// slider's load.
class SizePanel : public StudyPanel {
    Q_OBJECT

public:
    explicit SizePanel(Workspace& workspace, QWidget* parent = nullptr);
    void begin() override;
    /// Writes what was found into the scenario, as one step.
    void use();
    const std::optional<sim::SizedPoint>& best() const { return best_; }

private:
    void clear() override;
    void show(sim::Sizing sizing);

    std::optional<sim::SizedPoint> best_;
    QPushButton* use_;
    ReportTableModel* front_;
    QTableView* frontView_;
};

}  // namespace headroom::desktop
