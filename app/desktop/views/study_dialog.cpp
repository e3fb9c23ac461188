// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/study_dialog.h"

#include "app/desktop/base/text.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/import/calibrated_variant.h"
#include "app/import/measured_import.h"
#include "app/report/agreement.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

constexpr int kProgressSteps = 1000;
constexpr int kUsualReplications = 3, kUsualHoldOut = 30;

}  // namespace

StudyDialog::StudyDialog(Workspace& workspace, Study study, const std::string& archive, std::int64_t import, QWidget* parent)
    : QDialog(parent), workspace_(workspace), study_(study), archive_(archive), import_(import), variant_(workspace.variant()), task_(new BackgroundTask(this)),
      results_(new ReportTableModel(this)), sentence_(new QLabel), numberLabel_(new QLabel), number_(new QSpinBox), nameLabel_(new QLabel(tr("Name of the variant"))),
      name_(new QLineEdit(QStringLiteral("calibrated"))), table_(tableViewOf(*results_, tr("Result"))), progress_(new QProgressBar) {
    build();
    announce();
    connect(go_, &QPushButton::clicked, this, &StudyDialog::go);
    connect(number_, &QSpinBox::valueChanged, this, &StudyDialog::announce);
    connect(name_, &QLineEdit::textChanged, this, &StudyDialog::announce);
    connect(task_, &BackgroundTask::progressed, this, [this](double share) { progress_->setValue(static_cast<int>(share * kProgressSteps)); });
}

void StudyDialog::build() {
    const bool isReplay = study_ == Study::replay;
    setObjectName(isReplay ? QStringLiteral("replayDialog") : QStringLiteral("calibrateDialog"));
    setWindowTitle(isReplay ? tr("Replay import %1").arg(import_) : tr("Calibrate by import %1").arg(import_));
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence_->setAccessibleName(tr("What will be done"));
    numberLabel_->setText(isReplay ? tr("Replications") : tr("Held out, at the end of the data"));
    number_->setRange(isReplay ? 1 : 0, isReplay ? 100 : 80);
    if (!isReplay) number_->setSuffix(QStringLiteral(" %"));
    number_->setValue(isReplay ? kUsualReplications : kUsualHoldOut);
    number_->setAccessibleName(numberLabel_->text());
    name_->setAccessibleName(nameLabel_->text());
    table_->setMinimumSize(640, 180);
    table_->hide();
    progress_->setRange(0, kProgressSteps);
    progress_->setAccessibleName(tr("Progress"));
    progress_->hide();
    auto* form = new QFormLayout;
    form->addRow(numberLabel_, number_);
    if (!isReplay) form->addRow(nameLabel_, name_);
    auto* buttons = new QDialogButtonBox;
    go_ = buttons->addButton(isReplay ? tr("Replay") : tr("Calibrate"), QDialogButtonBox::ActionRole);
    go_->setDefault(true);
    close_ = buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::rejected, this, &StudyDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(sentence_);
    column->addLayout(form);
    column->addWidget(table_, 1);
    column->addWidget(progress_);
    column->addWidget(buttons);
    if (isReplay) {
        nameLabel_->setParent(this);
        name_->setParent(this);
        nameLabel_->hide();
        name_->hide();
    }
}

QString StudyDialog::sentence() const { return sentence_->text(); }

void StudyDialog::announce() {
    if (calibration_) return;
    const QString of = variant_.isEmpty() ? tr("the base") : tr("the variant “%1”").arg(variant_);
    if (study_ == Study::replay) {
        sentence_->setText(tr("The traffic of import %1 will drive %2 instead of its workload, in %n replications, from the first measured point to the last. "
                              "Then each measured series is held against the simulated one. The scenario does not change.",
                              nullptr, number_->value())
                               .arg(import_)
                               .arg(of));
        return;
    }
    const bool taken = workspace_.document().hasVariant(name_->text());
    go_->setEnabled(!taken && !name_->text().trimmed().isEmpty());
    if (taken) return sentence_->setText(tr("There is a variant “%1” already; another name is needed.").arg(name_->text()));
    sentence_->setText(tr("Work, variability, popularity and latencies of %1 will be fitted to import %2; the last %3 % of the data are held out, and the calibrated model "
                          "is replayed on them. You see what was found before anything is written: as the variant “%4”, in one step that can be undone.")
                           .arg(of)
                           .arg(import_)
                           .arg(number_->value())
                           .arg(name_->text()));
}

void StudyDialog::go() {
    if (calibration_) return writeVariant();
    if (!results_->table().rows.empty()) {
        Q_EMIT runShown();
        return accept();
    }
    for (QWidget* one : {static_cast<QWidget*>(go_), static_cast<QWidget*>(number_), static_cast<QWidget*>(name_)}) one->setEnabled(false);
    progress_->setValue(0);
    progress_->show();
    study_ == Study::replay ? replay() : calibrate();
}

BackgroundTask::Finish StudyDialog::failure(const model::TextError& error) {
    return [this, why = errorText(error)] { fail(why); };
}

void StudyDialog::replay() {
    auto scenario = workspace_.scenarioToRun();
    if (!scenario) return fail(tr("The scenario has errors."));
    scenario->run.replications = {number_->value(), std::nullopt};
    task_->start([this, scenario = *scenario, archive = archive_, id = import_](const std::stop_token& stop, const BackgroundTask::Report& report) -> BackgroundTask::Finish {
        try {
            archive::Archive from(archive, archive::Archive::Open::existing);
            std::vector<archive::Series> series = from.seriesOfImport(id);
            const auto part = import::measuredFrom(series, {});
            if (!part) return failure(part.error());
            const auto driven = sim::replayed(scenario, part->measured);
            if (!driven) return failure(driven.error());
            sim::ReplayResult result = sim::replay(*driven, part->measured, {simulationThreads(), stop, report});
            if (stop.stop_requested()) return [this] { QDialog::reject(); };
            return [this, driven = *driven, result = std::move(result), series = std::move(series), zero = part->startMs] { takeReplay(driven, result, series, zero); };
        } catch (const archive::ArchiveError& error) {
            return [this, why = toQt(error.what())] { fail(why); };
        }
    });
}

void StudyDialog::takeReplay(const model::Scenario& scenario, const sim::ReplayResult& result, std::vector<archive::Series> series, std::int64_t zeroMs) {
    const auto run = std::make_shared<const report::RunRecord>(report::RunRecord{scenario, result.run});
    workspace_.runs().add(run);
    workspace_.showRun(run);
    Measurements::of(workspace_).show(tr("import %1, replayed").arg(import_), std::move(series), Measurements::Align::given, zeroMs);
    results_->setTable(report::agreementTable(result));
    QString text = tr("MAPE: mean relative error. Bias: model less measured. Inside: share of the measured values that lie where one more run of the model would lie.");
    for (const std::string& name : result.notInModel) text += u'\n' + tr("Not in the model: %1").arg(toQt(name));
    finish(text, tr("Show in Watch"));
}

void StudyDialog::calibrate() {
    const auto scenario = workspace_.scenarioToRun();
    if (!scenario) return fail(tr("The scenario has errors."));
    const double holdOut = number_->value() / 100.0;
    task_->start([this, scenario = *scenario, archive = archive_, id = import_, holdOut](const std::stop_token& stop, const BackgroundTask::Report& report) -> BackgroundTask::Finish {
        try {
            archive::Archive from(archive, archive::Archive::Open::existing);
            const auto part = import::measuredFrom(from.seriesOfImport(id), {});
            if (!part) return failure(part.error());
            const auto found = sim::calibrate(scenario, part->measured, {holdOut, simulationThreads(), stop, report});
            if (stop.stop_requested()) return [this] { QDialog::reject(); };
            if (!found) return failure(found.error());
            return [this, calibration = *found] { takeCalibration(calibration); };
        } catch (const archive::ArchiveError& error) {
            return [this, why = toQt(error.what())] { fail(why); };
        }
    });
}

void StudyDialog::takeCalibration(const sim::Calibration& calibration) {
    results_->setTable(report::calibrationTable(calibration));
    QStringList lines;
    if (calibration.parameters.empty()) lines << tr("The data change nothing.");
    for (const std::string& remark : report::calibrationRemarks(calibration))
        lines << localised(toQt(remark));
    if (calibration.after)
        for (const sim::Agreement& one : calibration.after->agreements)
            if (one.mape && one.operation.empty()) lines << tr("Held out: %1 with a mean relative error of %2").arg(toQt(one.name), valueText(*one.mape, model::Unit::share));
    if (calibration.parameters.empty()) return finish(lines.join(u'\n'), {});
    calibration_ = std::make_shared<const sim::Calibration>(calibration);
    finish(lines.join(u'\n'), tr("Write the variant"));
}

void StudyDialog::writeVariant() {
    const std::string name = fromQt(name_->text().trimmed()), on = fromQt(variant_);
    const auto change = [name, on, found = calibration_](const std::string& text) { return import::withCalibration(text, name, on, *found); };
    if (workspace_.edit(tr("Calibrated variant %1").arg(toQt(name)), {change})) return;
    workspace_.setVariant(toQt(name));
    accept();
}

void StudyDialog::finish(const QString& sentence, const QString& next) {
    progress_->hide();
    table_->show();
    sentence_->setText(sentence);
    close_->setText(tr("Close"));
    go_->setVisible(!next.isEmpty());
    go_->setText(next);
    go_->setEnabled(!next.isEmpty());
}

void StudyDialog::fail(const QString& why) {
    progress_->hide();
    go_->hide();
    close_->setText(tr("Close"));
    sentence_->setText(why);
}

void StudyDialog::reject() {
    if (!task_->isRunning()) return QDialog::reject();
    sentence_->setText(tr("Cancelling …"));
    task_->stop();
}

}  // namespace headroom::desktop
