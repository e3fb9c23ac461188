// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/verdict_line.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/window/workspace.h"
#include "app/report/verdict.h"

#include <QBoxLayout>
#include <QLabel>

namespace headroom::desktop {

namespace {

QColor colourOf(report::Mark mark) {
    const Colours& c = colours();
    switch (mark) {
        case report::Mark::good: return c.good;
        case report::Mark::caution: return c.caution;
        case report::Mark::bad: return c.bad;
        case report::Mark::unknown: return c.unknown;
    }
    return c.unknown;
}

QString markHtml(report::Mark mark) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(colourOf(mark).name(), toQt(report::glyphOf(mark)));
}

/// `● fast 1.2 s < 2 s`, `▲ availability 99.93 %, 40 % of the error budget left`
QString objectiveHtml(const sim::SloVerdict& slo) {
    const QString sign = toQt(slo.objective).contains(u'>') ? QStringLiteral(">") : QStringLiteral("<");
    QString html = markHtml(report::markOf(slo)) + QStringLiteral("&nbsp;") + toQt(slo.name).toHtmlEscaped() +
                   QStringLiteral("&nbsp;<b>") + valueText(slo.value, slo.unit) + QStringLiteral("</b>&nbsp;") +
                   sign.toHtmlEscaped() + QStringLiteral("&nbsp;") + valueText(slo.threshold, slo.unit);
    if (slo.errorBudgetLeft && *slo.errorBudgetLeft > 0)
        html += QStringLiteral("&nbsp;") + VerdictLine::tr("(%1 of the budget left)")
                                               .arg(valueText(*slo.errorBudgetLeft, model::Unit::share));
    return html.replace(u' ', QStringLiteral("&nbsp;"))
        .replace(QStringLiteral("<span&nbsp;"), QStringLiteral("<span "));
}

}  // namespace

VerdictLine::VerdictLine(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), objectives_(new QLabel), bottleneck_(new QLabel), cost_(new QLabel), source_(new QLabel) {
    setObjectName(QStringLiteral("verdict"));
    row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    row_->setContentsMargins(10, 4, 10, 4);
    objectives_->setWordWrap(true);
    objectives_->setTextFormat(Qt::RichText);
    row_->addWidget(objectives_, 1);
    auto* rest = new QHBoxLayout;
    rest->setSpacing(18);
    for (QLabel* one : {bottleneck_, cost_, source_}) rest->addWidget(one);
    row_->addLayout(rest);
    objectives_->setAccessibleName(tr("Verdict"));
    objectives_->setObjectName(QStringLiteral("verdictObjectives"));
    bottleneck_->setAccessibleName(tr("What breaks first"));
    cost_->setAccessibleName(tr("What it costs"));
    cost_->setObjectName(QStringLiteral("verdictCost"));
    source_->setAccessibleName(tr("Where the verdict is from"));
    bottleneck_->setObjectName(QStringLiteral("verdictBottleneck"));
    bottleneck_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(bottleneck_, &QLabel::linkActivated, this, &VerdictLine::componentAsked);
    connect(objectives_, &QLabel::linkActivated, this, &VerdictLine::detailsAsked);
    connect(&workspace_, &Workspace::figuresChanged, this, &VerdictLine::show);
    connect(&workspace_, &Workspace::scenarioChanged, this, &VerdictLine::show);
    connect(&workspace_.runs(), &RunController::stateChanged, this, &VerdictLine::show);
    connect(&Theme::instance(), &Theme::changed, this, &VerdictLine::show);
    show();
}

/// Where there is little room, what breaks first and what it costs stand under the objectives.
void VerdictLine::resizeEvent(QResizeEvent* event) {
    constexpr int kBeside = 940, kGap = 18;
    QWidget::resizeEvent(event);
    const bool beside = width() >= kBeside;
    row_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    row_->setSpacing(beside ? kGap : 2);
    row_->itemAt(1)->setAlignment(beside ? Qt::Alignment() : Qt::AlignLeft);
}

QString VerdictLine::text() const { return objectives_->text() + bottleneck_->text() + cost_->text() + source_->text(); }

void VerdictLine::showErrors() {
    objectives_->setText(markHtml(report::Mark::bad) + u' ' +
                         tr("The scenario has errors, so nothing can be computed. <a href='problems'>Show them</a>"));
    bottleneck_->clear();
    cost_->clear();
    source_->clear();
}

void VerdictLine::show() {
    if (workspace_.document().hasErrors()) return showErrors();
    const bool estimated = workspace_.figures().source == SystemFigures::Source::estimate;
    const RunPtr run = estimated ? workspace_.estimate() : workspace_.shownRun();
    bottleneck_->clear();
    cost_->clear();
    if (!run) {
        objectives_->setText(workspace_.runs().isIdle() ? tr("Not computed yet: run the simulation to see whether the objectives hold (F5).")
                                                        : tr("Simulating …"));
        source_->clear();
        return;
    }
    QStringList parts;
    for (const sim::SloVerdict& slo : run->result.slos) parts << objectiveHtml(slo);
    objectives_->setText(parts.isEmpty() ? tr("The scenario states no objective.") : parts.join(QStringLiteral("&nbsp;&nbsp; ")));
    const report::Verdict verdict = report::verdictOf(*run);
    objectives_->setToolTip(localised(toQt(verdict.objectives)));
    if (!run->result.bottlenecks.empty()) {
        const sim::Bottleneck& first = run->result.bottlenecks.front();
        const QString name = toQt(first.component).toHtmlEscaped();
        bottleneck_->setText((first.saturated ? tr("breaks first: <a href='%1'>%1</a>") : tr("most time in: <a href='%1'>%1</a>")).arg(name));
        bottleneck_->setToolTip(localised(toQt(verdict.limit)));
    }
    const sim::Estimate& cost = run->result.costPerMonth;
    if (cost.value) cost_->setText(tr("%1 a month").arg(valueText(cost, model::Unit::usd)));
    const QString load = localised(toQt(report::titleOf(*run))).toHtmlEscaped();
    QStringList weak;
    for (const std::string& one : workspace_.estimator().approximations()) weak << localised(toQt(one));
    source_->setToolTip(estimated ? weak.join(u'\n') : QString());
    source_->setText(estimated ? tr("estimate · %1").arg(load)
                               : tr("simulated, %1 · %2").arg(valueText(run->result.confidence, model::Unit::share), load));
}

}  // namespace headroom::desktop
