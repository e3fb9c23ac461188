// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/size_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/views/scenario_settings.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/report/sizing_report.h"

#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {
constexpr int kRuns = 6;
}

SizePanel::SizePanel(Workspace& workspace, QWidget* parent)
    : StudyPanel(workspace, tr("Find the cheapest size"), parent),
      use_(new QPushButton(tr("Use it"))),
      front_(new ReportTableModel(this)),
      frontView_(tableViewOf(*front_, tr("Cost against response time"))) {
    setObjectName(QStringLiteral("size"));
    use_->setToolTip(tr("Write this setting into the scenario"));
    column().addWidget(use_, 0, Qt::AlignLeft);
    column().addWidget(frontView_);
    connect(use_, &QPushButton::clicked, this, &SizePanel::use);
    SizePanel::clear();
}

void SizePanel::clear() {
    StudyPanel::clear();
    best_.reset();
    use_->hide();
    frontView_->hide();
}

void SizePanel::begin() {
    const auto scenario =
        workspace_.document().hasErrors() ? std::nullopt : workspace_.scenarioToRun();
    if (!scenario) return say(tr("The scenario has errors, so nothing can be computed."));
    if (scenario->tune.empty())
        return say(
            tr("Nothing may be chosen yet. Mark what may be in the source (Ctrl+U), such as %1.")
                .arg(QStringLiteral("<code>tune: {api.instances: {between: [2, 64]}}</code>")));
    start([this, tune = scenario->tune, runs = isSimulated() ? kRuns : 0,
           at = settingsOf(workspace_.document(), workspace_.variant())(workspace_.load())](
              const std::stop_token& stop, const BackgroundTask::Report& tell) -> Show {
        sim::SizingOptions options;
        options.threads = simulationThreads();
        options.stop = stop;
        options.mostRuns = runs;
        options.progress = [&tell](double share, const std::string&) { tell(share); };
        sim::Sizing sizing = sim::findSize(tune, at, options);
        if (sizing.interrupted) return {};
        return [this, sizing = std::move(sizing)] { show(sizing); };
    });
}

void SizePanel::show(sim::Sizing sizing) {
    say(QStringLiteral("<p><b>%1</b></p>")
            .arg(localised(toQt(report::sizingSentence(sizing))).toHtmlEscaped()) +
        listHtml(report::sizingDetails(sizing)));
    front_->setTable(report::frontTable(sizing));
    frontView_->setVisible(front_->rowCount() > 1);
    fitHeight(*frontView_);
    best_ = std::move(sizing.best);
    use_->setVisible(best_.has_value());
}

void SizePanel::use() {
    if (!best_) return;
    const sim::SweepPoint setting = best_->setting;  // gone when the scenario changes
    workspace_.setAll(setting, tr("Use the cheapest size"));
}

}  // namespace headroom::desktop
