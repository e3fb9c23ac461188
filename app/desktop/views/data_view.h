// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_controller.h"
#include "app/desktop/views/page.h"

#include <QAbstractTableModel>

class QPushButton;
class QTableView;

namespace headroom::desktop {

class FiledRunsPanel;
class ImportsPanel;
class LivePanel;
class Workspace;

/// The runs of this session, newest first.
class RunsTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { scenario, verdict, load, p95, errors, cost, events, wall, columnCount_ };

    explicit RunsTableModel(RunController& runs, QObject* parent = nullptr);
    RunPtr run(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    RunController& runs_;
};

/// Runs to look at again and to hand on, of this session and of the archive; what production measured, from files and
/// live.
class DataView : public Page {
    Q_OBJECT

public:
    explicit DataView(Workspace& workspace, QWidget* parent = nullptr);
    RunsTableModel& runs() { return *model_; }
    ImportsPanel& imports() { return *imports_; }
    LivePanel& live() { return *live_; }
    FiledRunsPanel& filed() { return *filed_; }

Q_SIGNALS:
    void runShown();

private:
    void showSelected();
    void exportAs(const QString& kind);
    RunPtr selected() const;

    Workspace& workspace_;
    RunsTableModel* model_;
    QTableView* view_;
    QList<QPushButton*> buttons_;
    FiledRunsPanel* filed_;
    ImportsPanel* imports_;
    LivePanel* live_;
};

}  // namespace headroom::desktop
