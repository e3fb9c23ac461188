// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/import_dialog.h"

#include "app/desktop/base/text.h"
#include "app/desktop/views/imports_model.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/import/traces.h"
#include "model/said.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

constexpr int kFine = 1000;  // steps of the progress bar

/// What a file is, found out on another thread.
struct Look {
    model::Parsed<import::Format> format = model::TextError{};
    model::Parsed<import::CsvMapping> mapping = import::CsvMapping{};
};

Look lookAt(const std::string& path) {
    if (import::isTraceFile(path))
        return {model::TextError{
            model::said("Window", "traces"),
            model::said("Window", "metrics; `headroom import FILE --propose OUT.yaml` makes a scenario of traces"), ""}};
    Look look{import::formatOf(path)};
    if (look.format && *look.format == import::Format::csv) look.mapping = import::guessMapping(path);
    return look;
}

}  // namespace

ImportDialog::ImportDialog(const QString& file, const std::string& archive, QWidget* parent)
    : QDialog(parent), file_(file), archive_(archive), task_(new BackgroundTask(this)), mapping_(new MappingTableModel(this)), sentence_(new QLabel),
      table_(tableViewOf(*mapping_, tr("Columns of the file"))), progress_(new QProgressBar) {
    setWindowTitle(tr("Import %1").arg(QFileInfo(file).fileName()));
    setObjectName(QStringLiteral("importDialog"));
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence_->setAccessibleName(tr("What the file is"));
    table_->setObjectName(QStringLiteral("mapping"));
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table_->setMinimumSize(560, 200);
    table_->hide();
    progress_->setRange(0, kFine);
    progress_->setAccessibleName(tr("Progress of the import"));
    progress_->hide();
    auto* buttons = new QDialogButtonBox;
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::ActionRole);
    close_ = buttons->addButton(QDialogButtonBox::Cancel);
    import_->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(sentence_);
    column->addWidget(table_, 1);
    column->addWidget(progress_);
    column->addWidget(buttons);
    connect(import_, &QPushButton::clicked, this, &ImportDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(task_, &BackgroundTask::progressed, this, [this](double share) { progress_->setValue(static_cast<int>(share * kFine)); });
    look();
}

QString ImportDialog::sentence() const { return sentence_->text(); }

void ImportDialog::look() {
    sentence_->setText(tr("Looking at %1 …").arg(file_));
    task_->start([this, path = fromQt(file_)](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        const Look found = lookAt(path);
        return [this, found] { takeFormat(found.format, found.mapping); };
    });
}

void ImportDialog::takeFormat(const model::Parsed<import::Format>& format, const model::Parsed<import::CsvMapping>& mapping) {
    if (!format) return fail(errorText(format.error()));
    if (!mapping) return fail(errorText(mapping.error()));
    format_ = *format;
    mapping_->setMapping(*mapping);
    table_->setVisible(mapping_->rowCount() > 0);
    import_->setEnabled(true);
    import_->setDefault(true);
    sentence_->setText(format_ == import::Format::csv
                           ? tr("%1 is CSV with times in “%2”. Its columns are guessed to be these; double click changes what is wrong.").arg(file_, toQt(mapping->time))
                           : tr("%1 is of %2. Its series will be put into the archive; lines that cannot be read are left out and counted.").arg(file_, toQt(formatWord(format_))));
}

void ImportDialog::begin() {
    import_->setEnabled(false);
    table_->setEnabled(false);
    progress_->show();
    import::FileImport what{fromQt(file_), format_, mapping_->mapping()};
    what.importedMs = QDateTime::currentMSecsSinceEpoch();
    task_->start([this, what, archive = archive_](const std::stop_token& stop, const BackgroundTask::Report& report) -> BackgroundTask::Finish {
        try {
            archive::Archive into(archive);
            const auto goesOn = [&](double share) {
                report(share);
                return !stop.stop_requested();
            };
            const import::ImportOutcome outcome = import::importFile(into, what, goesOn);
            if (outcome.state != import::ImportOutcome::State::stopped) return [this, outcome] { takeOutcome(outcome); };
            into.deleteImport(outcome.id);
            return [this] { QDialog::reject(); };
        } catch (const archive::ArchiveError& error) {
            return [this, why = toQt(error.what())] { fail(why); };
        }
    });
}

void ImportDialog::takeOutcome(const import::ImportOutcome& outcome) {
    progress_->hide();
    table_->hide();
    QStringList lines;
    lines << tr("Import %1: %n series.", nullptr, static_cast<int>(outcome.series.size())).arg(outcome.id);
    if (outcome.state == import::ImportOutcome::State::brokenOff) lines << tr("Reading broke off: the file is damaged or cut off.");
    if (outcome.bad.count() > 0) lines << tr("Lines left out: %1").arg(outcome.bad.count());
    for (const import::BadLine& bad : outcome.bad.first()) lines << tr("Line %1: found %2; expected %3.").arg(bad.line).arg(toQt(bad.found), toQt(bad.expected));
    for (const std::string& note : outcome.notes) lines << toQt(note);
    sentence_->setText(lines.join(u'\n'));
    close_->setText(tr("Close"));
    Q_EMIT imported(outcome.id);
}

void ImportDialog::fail(const QString& why) {
    progress_->hide();
    sentence_->setText(tr("%1 was not imported. %2").arg(file_, why));
    close_->setText(tr("Close"));
}

/// The thread sees to it that nothing is left behind, and then closes.
void ImportDialog::reject() {
    if (progress_->isVisible() && task_->isRunning()) {
        sentence_->setText(tr("Cancelling …"));
        task_->stop();
        return;
    }
    QDialog::reject();
}

}  // namespace headroom::desktop
