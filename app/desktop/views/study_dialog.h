// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/series.h"
#include "app/desktop/run/background_task.h"
#include "sim/study/calibration/calibration.h"
#include "sim/study/calibration/replay.h"

#include <QDialog>

#include <memory>
#include <string>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;

namespace headroom::desktop {

class ReportTableModel;
class Workspace;

/// A short wizard over one import: says what it will do, does it on a thread of its own with progress, shows what came
/// of it, and offers the one step that follows.
class StudyDialog : public QDialog {
    Q_OBJECT

public:
    enum class Study { replay, calibrate };

    StudyDialog(Workspace& workspace, Study study, const std::string& archive, std::int64_t import, QWidget* parent = nullptr);

    QString sentence() const;
    ReportTableModel& results() { return *results_; }
    QPushButton& goButton() { return *go_; }
    bool isBusy() const { return task_->isRunning(); }
    void reject() override;

Q_SIGNALS:
    void runShown();

private:
    void build();
    void announce();
    void go();
    void replay();
    void calibrate();
    void takeReplay(const model::Scenario& scenario, const sim::ReplayResult& result, std::vector<archive::Series> series, std::int64_t zeroMs);
    void takeCalibration(const sim::Calibration& calibration);
    void writeVariant();
    void fail(const QString& why);
    void finish(const QString& sentence, const QString& next);
    BackgroundTask::Finish failure(const model::TextError& error);

    Workspace& workspace_;
    Study study_;
    std::string archive_;
    std::int64_t import_;
    QString variant_;  ///< what the study was made on
    std::shared_ptr<const sim::Calibration> calibration_;
    BackgroundTask* task_;
    ReportTableModel* results_;
    QLabel* sentence_;
    QLabel* numberLabel_;
    QSpinBox* number_;  ///< replications; share held out, in percent
    QLabel* nameLabel_;
    QLineEdit* name_;
    QTableView* table_;
    QProgressBar* progress_;
    QPushButton* go_;
    QPushButton* close_;
};

}  // namespace headroom::desktop
