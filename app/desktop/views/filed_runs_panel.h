// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/desktop/run/background_task.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace headroom::desktop {

class ReportTableModel;
class Workspace;

/// The runs in the archive, of the window and of the command line: open one as it ran, show its course over another one,
/// hold some against the first of them, hand one on, delete some and undo that.
class FiledRunsPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kMostRuns = 200;  ///< the newest

    explicit FiledRunsPanel(Workspace& workspace, QWidget* parent = nullptr);

    ReportTableModel& runs() { return *model_; }
    QTableView& view() { return *view_; }
    bool isBusy() const { return task_->isRunning() || !next_.empty(); }
    void refresh();
    void open(std::int64_t id);
    void showOver(std::int64_t id);
    /// Two or more, the first of which the others are held against; opens a window with the table.
    void compare(const std::vector<std::int64_t>& ids);
    /// By the ending: `.json`, `.csv` (its series), `.om` (OpenMetrics), `.yaml` (its scenario).
    void exportTo(std::int64_t id, const QString& path);
    void remove(const std::vector<std::int64_t>& ids);
    void undoRemove();

Q_SIGNALS:
    void opened(const headroom::archive::Run& run);
    void runShown();

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Filed = std::pair<archive::Run, std::vector<archive::Series>>;

    std::vector<std::int64_t> selected() const;
    QString undoLink() const;  ///< empty where nothing is to be undone
    void showButtons();
    void takeRuns(std::vector<archive::Run> runs);
    void showComparison(const std::vector<archive::Run>& runs);
    void askForFile(std::int64_t id);
    void say(const QString& html);
    /// One after the other; what an archive refuses is said.
    void withArchive(std::function<BackgroundTask::Finish(archive::Archive&)> use);
    void startNext();

    Workspace& workspace_;
    std::optional<std::string> archive_;
    ReportTableModel* model_;
    QTableView* view_;
    QLabel* note_;
    QList<QPushButton*> ofOne_, ofSome_;
    QPushButton* compare_ = nullptr;
    BackgroundTask* task_;
    std::vector<BackgroundTask::Work> next_;
    std::vector<std::int64_t> ids_;  ///< of the rows
    std::shared_ptr<std::vector<Filed>> removed_;  ///< last and not filed again yet; null: none
};

}  // namespace headroom::desktop
