// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/study_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/window/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace headroom::desktop {

StudyPanel::StudyPanel(Workspace& workspace, const QString& button, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      column_(new QVBoxLayout(this)),
      row_(new QHBoxLayout),
      begin_(new QPushButton(button)),
      stop_(new QPushButton(tr("Stop"))),
      simulate_(new QCheckBox(tr("check by simulation"))),
      progress_(new QProgressBar),
      text_(new QLabel) {
    column_->setContentsMargins(0, 0, 0, 0);
    simulate_->setToolTip(tr("Takes longer: what theory finds is run before it is recommended"));
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Progress of the study"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    for (QWidget* one : {static_cast<QWidget*>(begin_), static_cast<QWidget*>(simulate_)})
        row_->addWidget(one);
    row_->addWidget(progress_, 1);
    row_->addWidget(stop_);
    row_->addStretch(0);
    column_->addLayout(row_);
    column_->addWidget(text_);
    for (QWidget* one : {static_cast<QWidget*>(progress_), static_cast<QWidget*>(stop_),
                         static_cast<QWidget*>(text_)})
        one->hide();
    connect(begin_, &QPushButton::clicked, this, [this] { begin(); });
    connect(stop_, &QPushButton::clicked, &task_, &BackgroundTask::stop);
    connect(text_, &QLabel::linkActivated, this, &StudyPanel::componentAsked);
    connect(&task_, &BackgroundTask::progressed, this,
            [this](double fraction) { progress_->setValue(static_cast<int>(fraction * 1000)); });
    connect(&task_, &BackgroundTask::runningChanged, this, [this] {
        progress_->setVisible(task_.isRunning());
        progress_->setValue(0);
        stop_->setVisible(task_.isRunning());
        begin_->setEnabled(!task_.isRunning());
    });
    connect(&workspace_, &Workspace::scenarioChanged, this, [this] {
        ++study_;
        task_.stop();
        clear();
    });
}

QString StudyPanel::text() const { return text_->isHidden() ? QString() : text_->text(); }

void StudyPanel::setSimulated(bool simulated) { simulate_->setChecked(simulated); }

bool StudyPanel::isSimulated() const { return simulate_->isChecked(); }

void StudyPanel::addInput(QWidget* input) {
    row_->insertWidget(inputs_++, input);
    if (input->focusPolicy() == Qt::NoFocus) return;
    // Only once it stands in its window: moving there makes a new order of what it holds.
    const auto order = [this, input, before = lastInput_] {
        if (before != nullptr) setTabOrder(before, input);
        setTabOrder(input, begin_);
        setTabOrder(begin_, simulate_);
        setTabOrder(simulate_, stop_);
    };
    QMetaObject::invokeMethod(this, order, Qt::QueuedConnection);
    lastInput_ = input;
}

void StudyPanel::say(const QString& html) {
    text_->setText(html);
    text_->setVisible(!html.isEmpty());
}

void StudyPanel::clear() { say({}); }

void StudyPanel::start(Study study) {
    if (task_.isRunning()) return;
    clear();
    task_.start([this, study = std::move(study), number = study_](
                    const std::stop_token& stop,
                    const BackgroundTask::Report& report) -> BackgroundTask::Finish {
        Show show = study(stop, report);
        return [this, show = std::move(show), number] {
            if (number == study_ && show) show();
            Q_EMIT finished();
        };
    });
}

QString listHtml(const std::vector<std::string>& sentences) {
    QString html;
    for (const std::string& one : sentences)
        html += QStringLiteral("<li>%1</li>").arg(localised(toQt(one)).toHtmlEscaped());
    return html.isEmpty() ? html : QStringLiteral("<ul>%1</ul>").arg(html);
}

}  // namespace headroom::desktop
