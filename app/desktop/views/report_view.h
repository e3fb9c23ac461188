// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"

#include <QWidget>

class QCheckBox;
class QStackedWidget;

namespace headroom::desktop {

class ReportPreview;
class Workspace;

/// The report as it will be handed on, for the shown run or all runs of the session, and its export.
class ReportView : public QWidget {
    Q_OBJECT

public:
    explicit ReportView(Workspace& workspace, QWidget* parent = nullptr);
    ReportPreview& preview() { return *preview_; }
    void refresh();
    /// Writes HTML or, by the name's ending, PDF or Markdown. The reason if it could not.
    QString exportTo(const QString& path);
    void exportAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// Of the shown run or of all; without runs where there are none.
    report::Document document() const;

    Workspace& workspace_;
    QStackedWidget* stack_;
    ReportPreview* preview_;
    QCheckBox* all_;
    bool stale_ = true;
};

}  // namespace headroom::desktop
