// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/report/table.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace headroom::desktop {

class Workspace;

/// A question about the scenario that takes a while: inputs and a button, progress while it is
/// answered, then sentences. By theory, or checked by simulation. What was answered goes when the
/// scenario changes.
class StudyPanel : public QWidget {
    Q_OBJECT

public:
    StudyPanel(Workspace& workspace, const QString& button, QWidget* parent = nullptr);

    bool isBusy() const { return task_.isRunning(); }
    QString text() const;
    void setSimulated(bool simulated);
    /// Asks; without effect while the last question is being answered.
    virtual void begin() = 0;
    void stop() { task_.stop(); }

Q_SIGNALS:
    void finished();
    void componentAsked(const QString& component);

protected:
    using Show = std::function<void()>;  ///< called on the window's thread
    using Study =
        std::function<Show(const std::stop_token& stop, const BackgroundTask::Report& report)>;

    void start(Study study);
    bool isSimulated() const;
    /// Before the button.
    void addInput(QWidget* input);
    QVBoxLayout& column() { return *column_; }
    void say(const QString& html);
    /// What is shown of an answer.
    virtual void clear();

    Workspace& workspace_;

private:
    BackgroundTask task_;
    QVBoxLayout* column_;
    QHBoxLayout* row_;
    QPushButton* begin_;
    QPushButton* stop_;
    QCheckBox* simulate_;
    QProgressBar* progress_;
    QLabel* text_;
    int inputs_ = 0;
    QWidget* lastInput_ = nullptr;  ///< that takes the focus
    int study_ = 0;  ///< counts what was forgotten, so that late answers are told apart
};

/// Sentences as a list.
QString listHtml(const std::vector<std::string>& sentences);

}  // namespace headroom::desktop
