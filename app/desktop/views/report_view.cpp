// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/report_view.h"

#include "app/cli/output_file.h"
#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/views/exports.h"
#include "app/desktop/views/localised_article.h"
#include "app/desktop/views/report_preview.h"
#include "app/desktop/views/report_sections.h"
#include "app/desktop/window/workspace.h"
#include "app/report/articles.h"
#include "app/report/html_page.h"
#include "app/report/report_form.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace headroom::desktop {

ReportView::ReportView(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stack_(new QStackedWidget), preview_(new ReportPreview), all_(new QCheckBox(tr("All runs of this session"))), sections_(new QListWidget) {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->addWidget(all_);
    bar->addStretch(1);
    auto* save = new QPushButton(icon(QStringLiteral("export")), tr("Export …"));
    connect(save, &QPushButton::clicked, this, &ReportView::exportAsked);
    bar->addWidget(save);
    auto* empty = new QLabel(tr("The report appears after a run (F5)."));
    empty->setAlignment(Qt::AlignCenter);
    sections_->setObjectName(QStringLiteral("reportSections"));
    sections_->setAccessibleName(tr("Parts of the report"));
    sections_->setToolTip(tr("What is not ticked is left out of the report"));
    sections_->setFrameShape(QFrame::NoFrame);
    sections_->setSpacing(1);
    connect(sections_, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        if (listing_) return;
        without_.removeAll(item->text());
        if (item->checkState() == Qt::Unchecked) without_ << item->text();
        refresh();
    });
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(sections_);
    row->addWidget(preview_, 1);
    stack_->addWidget(empty);
    stack_->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(stack_, 1);
    const auto spoil = [this] {
        stale_ = true;
        if (isVisible()) refresh();
    };
    connect(&workspace_, &Workspace::runChanged, this, spoil);
    connect(&workspace_.runs(), &RunController::runsChanged, this, spoil);
    connect(&Theme::instance(), &Theme::changed, this, spoil);
    connect(all_, &QCheckBox::toggled, this, spoil);
}

void ReportView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) refresh();
}

report::Document ReportView::document() const {
    const RunPtr run = workspace_.shownRun();
    if (!run) return {};
    report::Document document = documentOf(*run, workspace_.document());
    if (all_->isChecked()) {
        document.runs.clear();
        for (const RunPtr& one : workspace_.runs().runs()) document.runs.push_back(*one);
    }
    return document;
}

void ReportView::refresh() {
    stale_ = false;
    const report::Document shown = document();
    stack_->setCurrentIndex(shown.runs.empty() ? 0 : 1);
    if (shown.runs.empty()) return;
    const report::Article whole = localised(report::runArticle(shown));
    listSections(whole);
    preview_->setPage(toQt(report::htmlOf(withoutSections(whole, without_))), Theme::instance().isDark());
}

/// Sections that a report does not have keep their state for the next one that has them.
void ReportView::listSections(const report::Article& whole) {
    const QStringList names = sectionsOf(whole);
    const QScopedValueRollback guard(listing_, true);
    QStringList listed;
    for (int i = 0; i < sections_->count(); ++i) listed << sections_->item(i)->text();
    if (listed == names) return;
    sections_->clear();
    for (const QString& name : names) {
        auto* item = new QListWidgetItem(name, sections_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(without_.contains(name) ? Qt::Unchecked : Qt::Checked);
        // A row as high as the font by itself cuts off the dots of a capital Ü.
        constexpr QSize kMore(0, 4);
        item->setSizeHint(sections_->sizeHintForIndex(sections_->indexFromItem(item)) + kMore);
    }
    constexpr int kLeastWidth = 176, kMostWidth = 300, kEdges = 16;
    sections_->setFixedWidth(std::clamp(sections_->sizeHintForColumn(0) + kEdges, kLeastWidth, kMostWidth));
}

QString ReportView::exportTo(const QString& path) {
    const report::Document shown = document();
    if (shown.runs.empty()) return tr("There is no run to report on.");
    const std::optional<report::ReportForm> form = report::reportFormOf(path.toStdString());
    const report::ReportText report =
        reportText(withoutSections(localised(report::runArticle(shown)), without_),
                   form.value_or(report::ReportForm::html));
    if (!report.problem.empty()) return QString::fromStdString(report.problem);
    return cli::writeWhole(path, QByteArray::fromStdString(report.bytes));
}

void ReportView::exportAsked() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the report"), QStringLiteral("report.html"), tr("Web page (*.html);;PDF (*.pdf);;Markdown (*.md)"));
    if (path.isEmpty()) return;
    const QString problem = exportTo(path);
    if (!problem.isEmpty()) QMessageBox::warning(this, tr("Export the report"), problem);
}

}  // namespace headroom::desktop
