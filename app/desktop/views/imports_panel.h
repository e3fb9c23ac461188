// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/desktop/views/study_dialog.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <string>

class QLabel;
class QPushButton;
class QTableView;

namespace headroom::desktop {

class ImportDialog;
class ImportsTableModel;
class Workspace;

/// Metrics of production and load tests in the archive: bring in, show over the simulation, replay, calibrate.
class ImportsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ImportsPanel(Workspace& workspace, QWidget* parent = nullptr);

    ImportsTableModel& imports() { return *model_; }
    /// Says what the file is and asks; also for a file that was dropped. Null where no archive is kept, and for traces:
    /// these propose a scenario.
    ImportDialog* importFile(const QString& path);
    /// Asks for the file.
    void choose();
    void refresh();
    void showOver(std::int64_t import);
    StudyDialog* study(StudyDialog::Study study, std::int64_t import);
    bool isBusy() const { return task_->isRunning(); }

Q_SIGNALS:
    void runShown();
    /// By traces; `notes` say what of them was left out, and may be empty.
    void proposed(const QString& name, const std::string& scenario, const QString& notes);

protected:
    void showEvent(QShowEvent* event) override;

private:
    std::optional<std::int64_t> selected() const;
    void remove();
    void propose(const QString& path);
    void showUsualNote();
    void inBackground(BackgroundTask::Work work);

    Workspace& workspace_;
    std::optional<std::string> archive_;
    ImportsTableModel* model_;
    QTableView* view_;
    QLabel* note_;
    BackgroundTask* task_;
    BackgroundTask::Work next_;  ///< asked for meanwhile
    QList<QPushButton*> ofSelected_;
};

}  // namespace headroom::desktop
