// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/imports_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/views/import_dialog.h"
#include "app/desktop/views/imports_model.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/import/traces.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

ImportsPanel::ImportsPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), archive_(archive::defaultArchive()), model_(new ImportsTableModel(this)), view_(tableViewOf(*model_, tr("Imports"), tr("Drop a file here."))),
      note_(new QLabel), task_(new BackgroundTask(this)) {
    view_->setObjectName(QStringLiteral("imports"));
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setMinimumHeight(150);
    view_->horizontalHeader()->setStretchLastSection(false);
    note_->setObjectName(QStringLiteral("importsNote"));
    note_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    const auto button = [&](const char* name, const QString& text, bool ofSelected, auto act) {
        auto* one = new QPushButton(text);
        one->setObjectName(QLatin1String(name));
        connect(one, &QPushButton::clicked, this, act);
        row->addWidget(one);
        one->setEnabled(!ofSelected && archive_);
        if (ofSelected) ofSelected_ << one;
    };
    using Study = StudyDialog::Study;
    button("importFile", tr("Import a file …"), false, [this] { choose(); });
    button("showOver", tr("Show over the simulation"), true, [this] { showOver(*selected()); });
    button("replay", tr("Replay …"), true, [this] { study(Study::replay, *selected()); });
    button("calibrate", tr("Calibrate …"), true, [this] { study(Study::calibrate, *selected()); });
    button("deleteImport", tr("Delete …"), true, [this] { remove(); });
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(note_);
    column->addWidget(view_);
    column->addLayout(row);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        for (QPushButton* one : ofSelected_) one->setEnabled(selected().has_value());
    });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        for (QPushButton* one : ofSelected_) one->setEnabled(false);
    });
    connect(task_, &BackgroundTask::runningChanged, this, [this] {
        if (!task_->isRunning() && next_) task_->start(std::exchange(next_, {}));
    });
    showUsualNote();
}

void ImportsPanel::showUsualNote() {
    note_->setText(archive_ ? tr("Drop a file of metrics on the window, or import one: CSV, OpenMetrics, results of k6, Locust, JMeter and Gatling, packed by gzip or not. Traces (OTLP, Jaeger) propose a first scenario.")
                            : tr("No archive is kept, as HEADROOM_ARCHIVE is empty; so nothing can be imported."));
}

void ImportsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

std::optional<std::int64_t> ImportsPanel::selected() const {
    const QModelIndexList rows = view_->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(model_->at(rows.front().row()).id);
}

void ImportsPanel::inBackground(BackgroundTask::Work work) {
    if (task_->isRunning()) next_ = std::move(work);
    else task_->start(std::move(work));
}

void ImportsPanel::refresh() {
    if (!archive_) return;
    inBackground([this, path = *archive_](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        try {
            const std::vector<archive::Import> imports = archive::Archive(path, archive::Archive::Open::existing).imports();
            return [this, imports] { model_->setImports(imports); };
        } catch (const archive::ArchiveError& error) {
            if (error.kind() == archive::ArchiveError::Kind::missing) return {};
            return [this, why = toQt(error.what())] { note_->setText(why); };
        }
    });
}

void ImportsPanel::choose() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a file of metrics"));
    if (!path.isEmpty()) importFile(path);
}

/// What spans cannot say stands in the scenario as assumptions.
void ImportsPanel::propose(const QString& path) {
    note_->setText(tr("Reading the traces of %1 …").arg(path));
    inBackground([this, path](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        import::ServiceGraph graph;
        std::int64_t bad = 0;
        const std::string broken = import::readTraces(fromQt(path), [&](import::Span span) { graph.add(std::move(span)); }, bad);
        const QString name = QFileInfo(path).completeBaseName();
        QStringList notes;
        if (!broken.empty()) notes << tr("Reading broke off: %1.").arg(toQt(broken));
        if (bad > 0) notes << tr("Spans without an id or times were left out: %1.").arg(bad);
        if (graph.leftOut() > 0) notes << tr("Spans beyond the first 2 million were left out: %1.").arg(graph.leftOut());
        const auto scenario = graph.scenario(fromQt(name));
        if (!scenario) return [this, why = errorText(scenario.error())] { note_->setText(why); };
        return [this, name, text = *scenario, notes] {
            showUsualNote();
            Q_EMIT proposed(name, text, notes.join(u' '));
        };
    });
}

ImportDialog* ImportsPanel::importFile(const QString& path) {
    if (import::isTraceFile(fromQt(path))) {
        propose(path);
        return nullptr;
    }
    if (!archive_) return nullptr;
    auto* dialog = new ImportDialog(path, *archive_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &ImportsPanel::refresh);
    dialog->open();
    return dialog;
}

void ImportsPanel::showOver(std::int64_t import) {
    inBackground([this, path = *archive_, import](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        try {
            archive::Archive archive(path, archive::Archive::Open::existing);
            const QString source = tr("import %1 (%2)").arg(import).arg(toQt(archive.import(import).source));
            std::vector<archive::Series> series = archive.seriesOfImport(import);
            return [this, source, series = std::move(series)] {
                Measurements::of(workspace_).show(source, series, Measurements::Align::beginning);
                Q_EMIT runShown();
            };
        } catch (const archive::ArchiveError& error) {
            return [this, why = toQt(error.what())] { note_->setText(why); };
        }
    });
}

StudyDialog* ImportsPanel::study(StudyDialog::Study study, std::int64_t import) {
    auto* dialog = new StudyDialog(workspace_, study, *archive_, import, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StudyDialog::runShown, this, &ImportsPanel::runShown);
    dialog->open();
    return dialog;
}

void ImportsPanel::remove() {
    const std::int64_t import = *selected();
    const auto answer = QMessageBox::question(this, tr("Delete an import"), tr("Import %1 and all its series go. This cannot be undone.").arg(import), QMessageBox::Discard | QMessageBox::Cancel);
    if (answer != QMessageBox::Discard) return;
    inBackground([this, path = *archive_, import](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        try {
            archive::Archive(path, archive::Archive::Open::existing).deleteImport(import);
            return [this] { refresh(); };
        } catch (const archive::ArchiveError& error) {
            return [this, why = toQt(error.what())] { note_->setText(why); };
        }
    });
}

}  // namespace headroom::desktop
