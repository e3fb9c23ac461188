// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/home/home_view.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/home/scenario_card.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"
#include "sim/study/theory_limit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr int kCardWidth = 300;
const QString kLeading = QStringLiteral("talowa.yaml");

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() + 3);
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 12, 0, 4);
    return label;
}

QString text(const model::YamlNode& root, std::string_view key) {
    const model::YamlNode* node = root.find(key);
    return node ? toQt(node->text) : QString();
}

/// Where response times come to no end, the line goes to the top.
CapacityCurve curveOf(const model::Scenario& scenario, const std::stop_token& stop) {
    constexpr int kPoints = 13;
    const double from = scenario.workload.rangeFrom, to = scenario.workload.rangeTo;
    CapacityCurve curve;
    std::vector<double> times;
    for (int i = 0; i < kPoints && from > 0 && to > from && !stop.stop_requested(); ++i) {
        const double share = static_cast<double>(i) / (kPoints - 1);
        const sim::RunResult result = sim::solve(sim::withLoad(scenario, from * std::pow(to / from, share))).result;
        times.push_back(result.workload.figures.at(model::Metric::responseTime, model::Statistic::p95).value.value_or(INFINITY));
        curve.points.push_back({share, 1, report::scoreOf(result).missed == 0});
    }
    double low = INFINITY, high = 0;
    for (const double time : times)
        if (std::isfinite(time) && time > 0) low = std::min(low, time), high = std::max(high, time);
    if (!(low < INFINITY)) return {};
    high = std::max(high, low * 10);
    for (std::size_t i = 0; i < times.size(); ++i)
        if (std::isfinite(times[i]) && times[i] > 0) curve.points[i].time = 0.08 + 0.9 * std::log(times[i] / low) / std::log(high / low);
    const bool open = report::loadOf(scenario).open;
    curve.range = QStringLiteral("%1 – %2").arg(countText(from), countText(to)) + (open ? QStringLiteral("/s") : QString());
    return curve;
}

}  // namespace

HomeView::HomeView(QWidget* parent) : QWidget(parent), gallery_(new QGridLayout), recent_(new QVBoxLayout) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(28, 16, 28, 24);
    auto* buttons = new QHBoxLayout;
    const auto button = [&](const QString& name, const QString& symbol, const QString& label, auto signal) {
        auto* one = new QPushButton(icon(symbol), label);
        one->setMinimumHeight(34);
        one->setObjectName(name);
        connect(one, &QPushButton::clicked, this, signal);
        buttons->addWidget(one);
    };
    button(QStringLiteral("newFromBlank"), QStringLiteral("new"), tr("New from blank"), &HomeView::newAsked);
    button(QStringLiteral("openFile"), QStringLiteral("open"), tr("Open …"), &HomeView::openAsked);
    button(QStringLiteral("importMeasurements"), QStringLiteral("data"), tr("Import from Prometheus or files …"), &HomeView::dataAsked);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(heading(tr("Systems to begin with")));
    gallery_->setSpacing(14);
    column->addLayout(gallery_);
    column->addWidget(heading(tr("Recent files")));
    column->addLayout(recent_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    scroll->setAccessibleName(tr("Systems to begin with"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    setRecent({});
}

void HomeView::fillGallery() {
    // The one that the help follows goes before the others.
    QStringList names = QDir(QStringLiteral(":/scenarios")).entryList();
    std::ranges::stable_partition(names, [](const QString& name) { return name == kLeading; });
    for (const QString& name : std::as_const(names)) {
        const QString path = QStringLiteral(":/scenarios/") + name;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        const model::YamlText yaml = model::parseYaml(file.readAll().toStdString(), fromQt(name));
        auto* card = new ScenarioCard(text(yaml.root, "name"), text(yaml.root, "about"), diagramOf(yaml.root));
        card->setObjectName(QStringLiteral("example:") + name);
        connect(card, &ScenarioCard::clicked, this, [this, path] { Q_EMIT exampleChosen(path); });
        cards_ << card;
    }
}

void HomeView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!cards_.isEmpty()) return;
    fillGallery();  // only now: whoever opens a file does not wait for it
    columns_ = 0;
    arrange();
    // As they are read: after the buttons, before the recent files. Only now do they stand in this window.
    auto* before = findChild<QWidget*>(QStringLiteral("importMeasurements"));
    for (QWidget* card : std::as_const(cards_)) {
        setTabOrder(before, card);
        before = card;
    }
    estimateCurves();
}

void HomeView::estimateCurves() {
    std::vector<std::pair<qsizetype, std::string>> texts;
    for (qsizetype i = 0; i < cards_.size(); ++i) {
        QFile file(QStringLiteral(":/scenarios/") + cards_[i]->objectName().section(u':', 1));
        if (file.open(QIODevice::ReadOnly)) texts.emplace_back(i, file.readAll().toStdString());
    }
    curves_.start([this, texts = std::move(texts)](const std::stop_token& stop, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        for (const auto& [card, text] : texts) {
            if (stop.stop_requested()) break;
            const auto scenario = model::ScenarioFile(text, "gallery", {}).scenario().scenario;
            if (!scenario) continue;
            CapacityCurve curve = curveOf(*scenario, stop);
            curves_.post([this, card, curve = std::move(curve)] { cards_[card]->setCurve(curve); });
        }
        return {};
    });
}

void HomeView::arrange() {
    const int columns = std::max(1, (width() - 56) / kCardWidth);
    if (columns == columns_) return;
    for (int i = 0; i < columns_; ++i) gallery_->setColumnStretch(i, 0);
    columns_ = columns;
    for (qsizetype i = 0; i < cards_.size(); ++i)
        gallery_->addWidget(cards_[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    for (int i = 0; i < columns; ++i) gallery_->setColumnStretch(i, 1);
}

void HomeView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HomeView::setRecent(const QStringList& paths) {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (paths.isEmpty()) recent_->addWidget(new QLabel(tr("Files that you open or save are listed here.")));
    for (const QString& path : paths) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        const bool there = QFileInfo::exists(path);
        auto* open = new QToolButton;
        open->setAutoRaise(true);
        open->setText(there ? QFileInfo(path).fileName() : tr("%1 – is gone").arg(QFileInfo(path).fileName()));
        open->setEnabled(there);
        open->setToolTip(path);
        open->setObjectName(QStringLiteral("recent:") + path);
        connect(open, &QToolButton::clicked, this, [this, path] { Q_EMIT fileChosen(path); });
        auto* folder = new QLabel(QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
        folder->setForegroundRole(QPalette::PlaceholderText);
        auto* forget = new QToolButton;
        forget->setAutoRaise(true);
        forget->setIcon(icon(QStringLiteral("close")));
        forget->setToolTip(tr("Forget %1").arg(QFileInfo(path).fileName()));
        forget->setAccessibleName(forget->toolTip());
        connect(forget, &QToolButton::clicked, this, [this, path] { Q_EMIT forgetAsked(path); });
        line->addWidget(open);
        line->addWidget(folder, 1);
        line->addWidget(forget);
        recent_->addWidget(row);
    }
}

}  // namespace headroom::desktop
