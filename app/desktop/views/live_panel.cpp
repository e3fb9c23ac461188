// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/live_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/window/workspace.h"
#include "app/import/prometheus_fetch.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace headroom::desktop {

namespace {

constexpr int kStepsSeconds[] = {1, 5, 10, 15, 30, 60, 300};
constexpr int kUsualStep = 15;
constexpr std::int64_t kLeastHistoryMs = 600'000;

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessible) {
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(accessible);
    return widget;
}

}  // namespace

LivePanel::LivePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), address_(named(new QLineEdit, "liveAddress", tr("Address of the Prometheus server"))),
      queries_(named(new QPlainTextEdit, "liveQueries", tr("Queries"))), step_(named(new QComboBox, "liveStep", tr("How often it is asked"))),
      threshold_(named(new QDoubleSpinBox, "gapThreshold", tr("Gap to be told of"))), align_(named(new QComboBox, "measuredAlign", tr("Where the run begins"))),
      announcement_(named(new QLabel, "liveAnnouncement", tr("What will be sent"))), connect_(named(new QPushButton, "liveConnect", tr("Connect"))),
      state_(named(new QLabel, "liveState", tr("State of the connection"))) {
    address_->setPlaceholderText(QStringLiteral("http://127.0.0.1:9090"));
    queries_->setPlaceholderText(QStringLiteral("workload.throughput = sum(rate(http_requests_total[1m]))"));
    queries_->setTabChangesFocus(true);
    queries_->setFixedHeight(fontMetrics().height() * 5);
    for (const int seconds : kStepsSeconds) step_->addItem(tr("every %1").arg(timeText(seconds)), seconds);
    step_->setCurrentIndex(step_->findData(kUsualStep));
    threshold_->setRange(1, 500);
    threshold_->setDecimals(0);
    threshold_->setSuffix(QStringLiteral(" %"));
    threshold_->setValue(Measurements::of(workspace_).threshold() * 100);
    align_->addItem(tr("so that the newest measurement is at its end"), static_cast<int>(Measurements::Align::newest));
    align_->addItem(tr("with the first measurement"), static_cast<int>(Measurements::Align::beginning));
    align_->addItem(tr("at midnight (UTC) of the newest measurement"), static_cast<int>(Measurements::Align::timeOfDay));
    for (QLabel* label : {announcement_, state_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* form = new QFormLayout;
    form->addRow(tr("Server"), address_);
    form->addRow(tr("Queries"), queries_);
    form->addRow(tr("Ask"), step_);
    form->addRow(tr("Tell where they part by more than"), threshold_);
    form->addRow(tr("The run begins"), align_);
    auto* row = new QHBoxLayout;
    row->addWidget(connect_);
    row->addWidget(state_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(announcement_);
    column->addLayout(row);

    Measurements& measurements = Measurements::of(workspace_);
    connect(address_, &QLineEdit::textChanged, this, &LivePanel::showPlan);
    queries_->setTabChangesFocus(true);
    connect(queries_, &QPlainTextEdit::textChanged, this, &LivePanel::showPlan);
    connect(step_, &QComboBox::currentIndexChanged, this, &LivePanel::showPlan);
    connect(connect_, &QPushButton::clicked, this, &LivePanel::toggle);
    connect(address_, &QLineEdit::returnPressed, connect_, &QPushButton::click);
    connect(threshold_, &QDoubleSpinBox::valueChanged, this, [&measurements](double percent) { measurements.setThreshold(percent / 100); });
    connect(align_, &QComboBox::activated, this, [this, &measurements](int index) { measurements.setAlign(static_cast<Measurements::Align>(align_->itemData(index).toInt())); });
    connect(&measurements, &Measurements::changed, this, [this, &measurements] { align_->setCurrentIndex(align_->findData(static_cast<int>(measurements.align()))); });
    connect(&measurements.live(), &LiveSource::stateChanged, this, &LivePanel::showState);
    connect(&workspace_, &Workspace::scenarioChanged, this, &LivePanel::takeScenario);
    takeScenario();
    showState();
}

/// What is typed stays, unless it is what another scenario gave.
void LivePanel::takeScenario() {
    if (!workspace_.scenario() || Measurements::of(workspace_).live().isOn()) return showPlan();
    const model::Observed& observed = workspace_.scenario()->observed;
    QStringList lines;
    for (const model::ObservedSeries& one : observed.series) lines << toQt(toText(one.metric)) + QStringLiteral(" = ") + toQt(one.query);
    const QString given = toQt(observed.prometheus) + u'\n' + lines.join(u'\n');
    const QString typed = address_->text() + u'\n' + queries_->toPlainText();
    if (given == fromScenario_ || (typed != fromScenario_ && typed != QStringLiteral("\n"))) return showPlan();
    fromScenario_ = given;
    {
        const QSignalBlocker quietAddress(address_), quietQueries(queries_);
        address_->setText(toQt(observed.prometheus));
        queries_->setPlainText(lines.join(u'\n'));
    }
    showPlan();
}

LiveSource::Plan LivePanel::plan() const {
    LiveSource::Plan plan;
    plan.address = address_->text().trimmed();
    for (const QString& line : queries_->toPlainText().split(u'\n', Qt::SkipEmptyParts))
        if (const auto query = import::parseQuery(fromQt(line.trimmed()))) plan.queries.push_back({toText(query->metric), query->query});
    plan.stepMs = step_->currentData().toLongLong() * 1000;
    const double run = workspace_.scenario() ? std::chrono::duration<double, std::milli>(workspace_.scenario()->run.duration).count() : 0;
    plan.historyMs = std::max(kLeastHistoryMs, static_cast<std::int64_t>(std::llround(run)));
    return plan;
}

QString LivePanel::problemInQueries() const {
    for (const QString& line : queries_->toPlainText().split(u'\n', Qt::SkipEmptyParts))
        if (const auto query = import::parseQuery(fromQt(line.trimmed())); !line.trimmed().isEmpty() && !query) return errorText(query.error());
    return {};
}

void LivePanel::showPlan() {
    const QString problem = problemInQueries();
    announcement_->setText(problem.isEmpty() ? LiveSource::announcement(plan()) : problem);
    const LiveSource::Plan now = plan();
    const bool may = problem.isEmpty() && !now.queries.empty() && import::parseServer(fromQt(now.address), import::Credentials::fromEnvironment());
    connect_->setEnabled(may || Measurements::of(workspace_).live().isOn());
}

void LivePanel::showState() {
    const LiveSource& live = Measurements::of(workspace_).live();
    connect_->setText(live.isOn() ? tr("Disconnect") : tr("Connect"));
    connect_->setAccessibleName(connect_->text());
    state_->setText(live.sentence());
    announcement_->setVisible(!live.isOn());
    for (QWidget* one : {static_cast<QWidget*>(address_), static_cast<QWidget*>(queries_), static_cast<QWidget*>(step_)}) one->setEnabled(!live.isOn());
    showPlan();
}

void LivePanel::toggle() {
    LiveSource& live = Measurements::of(workspace_).live();
    if (live.isOn()) return live.end();
    if (const auto problem = live.connectTo(plan())) announcement_->setText(errorText(*problem));
}

}  // namespace headroom::desktop
