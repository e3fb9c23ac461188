// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/run_record.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QListWidget;
class QStackedWidget;

namespace headroom::desktop {

class ReportPreview;
class Workspace;

/// The report as it will be handed on, for the shown run or all runs of the session, without the parts that are switched
/// off, and its export.
class ReportView : public QWidget {
    Q_OBJECT

public:
    explicit ReportView(Workspace& workspace, QWidget* parent = nullptr);
    ReportPreview& preview() { return *preview_; }
    QListWidget& sections() { return *sections_; }
    void refresh();
    /// Writes HTML or, by the name's ending, PDF or Markdown. The reason if it could not.
    QString exportTo(const QString& path);
    void exportAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// Of the shown run or of all; without runs where there are none.
    report::Document document() const;
    void listSections(const report::Article& whole);

    Workspace& workspace_;
    QStackedWidget* stack_;
    ReportPreview* preview_;
    QCheckBox* all_;
    QListWidget* sections_;
    QStringList without_;  ///< sections that are left out
    bool listing_ = false;
    bool stale_ = true;
};

}  // namespace headroom::desktop
