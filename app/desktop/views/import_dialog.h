// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/import/file_import.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace headroom::desktop {

class MappingTableModel;

/// A file of metrics into the archive: says what the file is and what of it becomes what, waits for a yes, imports on a
/// thread of its own with progress, and says what came of it. Cancelled, it leaves nothing behind.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(const QString& file, const std::string& archive, QWidget* parent = nullptr);

    MappingTableModel& mapping() { return *mapping_; }
    QString sentence() const;
    QPushButton& importButton() { return *import_; }
    bool isBusy() const { return task_->isRunning(); }
    void reject() override;

Q_SIGNALS:
    void imported(qint64 id);

private:
    void look();
    void begin();
    void takeFormat(const model::Parsed<import::Format>& format, const model::Parsed<import::CsvMapping>& mapping);
    void takeOutcome(const import::ImportOutcome& outcome);
    void fail(const QString& why);

    QString file_;
    std::string archive_;
    import::Format format_ = import::Format::csv;
    BackgroundTask* task_;
    MappingTableModel* mapping_;
    QLabel* sentence_;
    QTableView* table_;
    QProgressBar* progress_;
    QPushButton* import_;
    QPushButton* close_;
};

}  // namespace headroom::desktop
