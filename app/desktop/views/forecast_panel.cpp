// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/forecast_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/views/scenario_settings.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/report/sizing_report.h"
#include "model/quantity/quantity.h"

#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

report::ForecastOrigin today() {
    return {static_cast<double>(QDate(1970, 1, 1).daysTo(QDate::currentDate()))};
}

/// Each recommendation with its component as a link.
QString recommendationsHtml(const sim::Forecast& forecast, const report::ForecastOrigin& origin) {
    const std::vector<std::string> texts = report::recommendationTexts(forecast, origin);
    QString html;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        QString one = localised(toQt(texts[i])).toHtmlEscaped();
        const QString name = i < forecast.recommendations.size()
                                 ? toQt(forecast.recommendations[i].component).toHtmlEscaped()
                                 : QString();
        const qsizetype at = name.isEmpty() ? -1 : one.indexOf(name);
        if (at >= 0) one.replace(at, name.size(), QStringLiteral("<a href='%1'>%1</a>").arg(name));
        html += QStringLiteral("<li>%1</li>").arg(one);
    }
    return html.isEmpty() ? html : QStringLiteral("<ul>%1</ul>").arg(html);
}

}  // namespace

ForecastPanel::ForecastPanel(Workspace& workspace, QWidget* parent)
    : StudyPanel(workspace, tr("Forecast"), parent),
      growth_(new QLineEdit(QStringLiteral("5 %"))),
      months_(new QSpinBox),
      falls_(new ReportTableModel(this)),
      fallsView_(tableViewOf(*falls_, tr("When objectives fall"))) {
    setObjectName(QStringLiteral("forecast"));
    growth_->setObjectName(QStringLiteral("forecastGrowth"));
    growth_->setMaximumWidth(70);
    growth_->setAccessibleName(tr("Growth of the load a month"));
    months_->setRange(1, 120);
    months_->setValue(24);
    months_->setAccessibleName(tr("Months to prepare for"));
    auto* grows = new QLabel(tr("The load grows by"));
    grows->setBuddy(growth_);
    auto* ahead = new QLabel(tr("a month; prepare for"));
    ahead->setBuddy(months_);
    months_->setSuffix(tr(" months"));
    for (QWidget* one : {static_cast<QWidget*>(grows), static_cast<QWidget*>(growth_),
                         static_cast<QWidget*>(ahead), static_cast<QWidget*>(months_)})
        addInput(one);
    column().addWidget(fallsView_);
    fallsView_->hide();
}

void ForecastPanel::clear() {
    StudyPanel::clear();
    fallsView_->hide();
}

std::optional<double> ForecastPanel::growth() const {
    constexpr double kMostGrowth = 10;
    QString typed = growth_->text().trimmed();
    const bool falls = typed.startsWith(u'-');
    if (falls) typed.remove(0, 1);
    const auto parsed = model::parseShare(fromQt(typed), kMostGrowth);
    if (!parsed || (falls && parsed->fraction >= 1)) return std::nullopt;
    return falls ? -parsed->fraction : parsed->fraction;
}

void ForecastPanel::begin() {
    const std::optional<double> rate = growth();
    if (!rate)
        return say(tr("Found “%1”; expected a share a month such as 5 %.")
                       .arg(growth_->text())
                       .toHtmlEscaped());
    auto scenario = workspace_.document().hasErrors() ? std::nullopt : workspace_.scenarioToRun();
    if (!scenario) return say(tr("The scenario has errors, so nothing can be computed."));
    const double months = months_->value();
    const bool simulated = isSimulated();
    start([this, scenario = std::move(*scenario), rate = *rate, months, simulated,
           settings = settingsOf(workspace_.document(), workspace_.variant())](
              const std::stop_token& stop, const BackgroundTask::Report& tell) -> Show {
        const sim::LoadTrend trend = sim::LoadTrend::steady(sim::loadOf(scenario.workload), rate);
        sim::ForecastOptions options;
        options.horizon = months;
        options.threads = simulationThreads();
        options.stop = stop;
        options.simulate = simulated;
        options.progress = [&tell](double share, const std::string&) { tell(share); };
        if (!scenario.tune.empty()) options.settings = settings;
        sim::Forecast answer = sim::forecast(scenario, trend, options);
        if (answer.interrupted) return {};
        return [this, answer = std::move(answer), trend, months] { show(answer, trend, months); };
    });
}

void ForecastPanel::show(const sim::Forecast& forecast, const sim::LoadTrend& trend,
                         double months) {
    const report::ForecastOrigin origin = today();
    QString html =
        QStringLiteral("<p><b>%1</b></p><p>%2</p>")
            .arg(localised(toQt(report::forecastSentence(forecast, origin))).toHtmlEscaped(),
                 localised(toQt(report::growthSentence(forecast, trend, origin, months)))
                     .toHtmlEscaped());
    html += recommendationsHtml(forecast, origin) + listHtml(forecast.notes);
    say(html);
    falls_->setTable(report::fallsTable(forecast, origin));
    fallsView_->setVisible(falls_->rowCount() > 0);
    fitHeight(*fallsView_);
}

}  // namespace headroom::desktop
