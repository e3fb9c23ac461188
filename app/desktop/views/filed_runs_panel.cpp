// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/filed_runs_panel.h"

#include "app/archive/filed_run.h"
#include "app/cli/runs_tables.h"
#include "app/desktop/base/text.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/views/exports.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/import/open_metrics.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace headroom::desktop {

namespace {

std::string textOf(const archive::Run& run, const std::vector<archive::Series>& series, const QString& ending) {
    if (ending == u"json") return archive::jsonOf(run, series);
    if (ending == u"csv") return archive::seriesCsvOf(run, series);
    if (ending == u"yaml" || ending == u"yml") return run.scenarioText;
    std::int64_t lengthMs = 0;
    for (const archive::Series& one : series)
        if (!one.points.empty()) lengthMs = std::max(lengthMs, one.points.back().ms);
    return import::openMetricsText(series, run.finishedMs - lengthMs);
}

}  // namespace

FiledRunsPanel::FiledRunsPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), archive_(archive::defaultArchive()), model_(new ReportTableModel(this)), view_(tableViewOf(*model_, tr("Runs in the archive"), tr("No run is filed yet."))),
      note_(new QLabel), task_(new BackgroundTask(this)) {
    constexpr int kHeight = 190;
    view_->setObjectName(QStringLiteral("filedRuns"));
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setMinimumHeight(kHeight);
    note_->setObjectName(QStringLiteral("filedRunsNote"));
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(note_, &QLabel::linkActivated, this, &FiledRunsPanel::undoRemove);
    auto* row = new QHBoxLayout;
    const auto button = [&](const char* name, const QString& text, const QString& tip, auto act) {
        auto* one = new QPushButton(text);
        one->setObjectName(QLatin1String(name));
        one->setToolTip(tip);
        connect(one, &QPushButton::clicked, this, act);
        row->addWidget(one);
        return one;
    };
    ofOne_ << button("openFiled", tr("Open as it ran"), tr("Its scenario, variant and load; run it to have the same figures again"), [this] { open(selected().front()); });
    ofOne_ << button("showFiledOver", tr("Show over the simulation"), tr("Its course as if it had been measured"), [this] { showOver(selected().front()); });
    compare_ = button("compareFiled", tr("Compare"), tr("Hold the selected runs against the uppermost of them"), [this] { compare(selected()); });
    ofOne_ << button("exportFiled", tr("Export …"), tr("Its figures, its course or its scenario as a file"), [this] { askForFile(selected().front()); });
    ofSome_ << button("deleteFiled", tr("Delete"), tr("Take the selected runs out of the archive"), [this] { remove(selected()); });
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(note_);
    column->addWidget(view_);
    column->addLayout(row);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FiledRunsPanel::showButtons);
    connect(model_, &QAbstractItemModel::modelReset, this, &FiledRunsPanel::showButtons);
    connect(view_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { open(ids_[static_cast<std::size_t>(index.row())]); });
    connect(task_, &BackgroundTask::runningChanged, this, &FiledRunsPanel::startNext, Qt::QueuedConnection);
    say({});
    showButtons();
}

void FiledRunsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void FiledRunsPanel::say(const QString& html) {
    const QString usual = archive_ ? tr("Every run is filed here, of this window and of the command line, with its scenario, seed, figures and course. Double click opens it as it ran.")
                                   : tr("No archive is kept, as HEADROOM_ARCHIVE is empty.");
    note_->setText(html.isEmpty() ? usual : html);
}

std::vector<std::int64_t> FiledRunsPanel::selected() const {
    std::vector<int> rows;
    for (const QModelIndex& index : view_->selectionModel()->selectedRows()) rows.push_back(index.row());
    std::ranges::sort(rows);
    std::vector<std::int64_t> ids;
    for (const int row : rows) ids.push_back(ids_[static_cast<std::size_t>(row)]);
    return ids;
}

void FiledRunsPanel::showButtons() {
    const auto count = view_->selectionModel()->selectedRows().size();
    for (QPushButton* one : ofOne_) one->setEnabled(count == 1);
    for (QPushButton* one : ofSome_) one->setEnabled(count >= 1);
    compare_->setEnabled(count >= 2);
}

void FiledRunsPanel::withArchive(std::function<BackgroundTask::Finish(archive::Archive&)> use) {
    if (!archive_) return;
    next_.push_back([this, path = *archive_, use = std::move(use)](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        try {
            archive::Archive archive(path, archive::Archive::Open::existing);
            return use(archive);
        } catch (const archive::ArchiveError& error) {
            if (error.kind() == archive::ArchiveError::Kind::missing) return {};
            return [this, why = toQt(error.what())] { say(why.toHtmlEscaped() + undoLink()); };
        }
    });
    startNext();
}

void FiledRunsPanel::startNext() {
    if (task_->isRunning() || next_.empty()) return;
    BackgroundTask::Work work = std::move(next_.front());
    next_.erase(next_.begin());
    task_->start(std::move(work));
}

void FiledRunsPanel::refresh() {
    withArchive([this](archive::Archive& archive) -> BackgroundTask::Finish {
        return [this, runs = archive.runs(kMostRuns)] { takeRuns(runs); };
    });
}

void FiledRunsPanel::takeRuns(std::vector<archive::Run> runs) {
    ids_.clear();
    for (const archive::Run& run : runs) ids_.push_back(run.id);
    report::Table table = cli::runsTable(runs);
    for (report::TableColumn& column : table.columns) column.header = fromQt(humanised(toQt(column.header)));
    model_->setTable(std::move(table));
}

void FiledRunsPanel::open(std::int64_t id) {
    withArchive([this, id](archive::Archive& archive) -> BackgroundTask::Finish {
        return [this, run = archive.run(id)] { Q_EMIT opened(run); };
    });
}

void FiledRunsPanel::showOver(std::int64_t id) {
    withArchive([this, id](archive::Archive& archive) -> BackgroundTask::Finish {
        const archive::Run run = archive.run(id);
        const QString source = tr("run %1 (%2)").arg(id).arg(toQt(run.scenario));
        return [this, source, series = archive.seriesOfRun(id)] {
            Measurements::of(workspace_).show(source, series, Measurements::Align::given, 0);
            Q_EMIT runShown();
        };
    });
}

void FiledRunsPanel::compare(const std::vector<std::int64_t>& ids) {
    withArchive([this, ids](archive::Archive& archive) -> BackgroundTask::Finish {
        std::vector<archive::Run> runs;
        for (const std::int64_t id : ids) runs.push_back(archive.run(id));
        return [this, runs = std::move(runs)] { showComparison(runs); };
    });
}

void FiledRunsPanel::showComparison(const std::vector<archive::Run>& runs) {
    constexpr QSize kSize(820, 560);
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("filedComparison"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Runs held against run %1").arg(runs.front().id));
    auto* model = new ReportTableModel(dialog);
    QTableView* view = tableViewOf(*model, dialog->windowTitle());
    model->setTable(cli::comparisonTable(runs, false));
    auto* about = new QLabel(tr("Intervals are those of independent runs. Compare gives narrower ones of variants, by common random numbers."));
    about->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(view, 1);
    column->addWidget(about);
    column->addWidget(buttons);
    dialog->resize(kSize);
    dialog->open();
}

void FiledRunsPanel::askForFile(std::int64_t id) {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export run %1").arg(id), QStringLiteral("run-%1.json").arg(id),
                                                      tr("Figures and course (*.json);;Course as a table (*.csv);;Course as OpenMetrics (*.om);;Scenario as it ran (*.yaml)"));
    if (!path.isEmpty()) exportTo(id, path);
}

void FiledRunsPanel::exportTo(std::int64_t id, const QString& path) {
    withArchive([this, id, path](archive::Archive& archive) -> BackgroundTask::Finish {
        const std::string text = textOf(archive.run(id), archive.seriesOfRun(id), path.section(u'.', -1).toLower());
        const QString problem = writeExport(path, QByteArray::fromStdString(text));
        return [this, problem] { say(problem.toHtmlEscaped()); };
    });
}

void FiledRunsPanel::remove(const std::vector<std::int64_t>& ids) {
    withArchive([this, ids](archive::Archive& archive) -> BackgroundTask::Finish {
        std::vector<Filed> removed;
        for (const std::int64_t id : ids) removed.emplace_back(archive.run(id), archive.seriesOfRun(id));
        archive.deleteRuns(ids);
        return [this, removed = std::make_shared<std::vector<Filed>>(std::move(removed))] {
            removed_ = removed;
            say(tr("Runs deleted: %1.").arg(removed_->size()) + undoLink());
            refresh();
        };
    });
}

QString FiledRunsPanel::undoLink() const {
    return removed_ && !removed_->empty() ? QStringLiteral(" <a href='undo'>%1</a>").arg(tr("Undo")) : QString();
}

/// They come back with all they had, under new numbers. Those that could not be filed again can be once more.
void FiledRunsPanel::undoRemove() {
    if (!removed_) return;
    withArchive([this, left = removed_](archive::Archive& archive) -> BackgroundTask::Finish {
        for (; !left->empty(); left->pop_back()) archive.add(left->back().first, left->back().second);
        return [this] {
            say({});
            refresh();
        };
    });
}

}  // namespace headroom::desktop
