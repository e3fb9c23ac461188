// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/load_slider.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/window/workspace.h"
#include "model/quantity/quantity.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

double roundedToThreeDigits(double value) {
    const double unit = std::pow(10, std::floor(std::log10(value)) - 2);
    return std::max(1.0, std::round(value / unit) * unit);
}

QString loadText(double load, bool open) {
    return toQt(open ? model::toText(model::Rate{load}) : model::toText(model::Count{load}));
}

/// A bare number is a count whatever the load is; a rate may be written with its unit.
std::optional<double> parsedLoad(const QString& text, bool open) {
    const std::string words = fromQt(text.trimmed());
    if (const auto count = model::parseCount(words); count && count->value > 0) return count->value;
    const auto rate = model::parseRate(words);
    return open && rate && rate->perSecond > 0 ? std::optional(rate->perSecond) : std::nullopt;
}

}  // namespace

LoadSlider::LoadSlider(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), slider_(new QSlider(Qt::Horizontal)), field_(new QLineEdit),
      keep_(new QToolButton), reset_(new QToolButton) {
    slider_->setRange(0, kSteps);
    slider_->setPageStep(kSteps / 20);
    slider_->setMinimumWidth(140);
    slider_->setObjectName(QStringLiteral("loadSlider"));
    slider_->setAccessibleName(tr("Load, logarithmic"));
    field_->setObjectName(QStringLiteral("loadField"));
    field_->setMaximumWidth(84);
    field_->setAccessibleName(tr("Load"));
    keep_->setText(tr("Keep"));
    keep_->setObjectName(QStringLiteral("keepLoad"));
    keep_->setToolTip(tr("Write this load into the scenario"));
    reset_->setIcon(icon(QStringLiteral("reset")));
    reset_->setToolTip(tr("Back to the load of the scenario"));
    reset_->setAccessibleName(reset_->toolTip());

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    auto* label = new QLabel(tr("users"));
    label->setObjectName(QStringLiteral("loadLabel"));
    row->addWidget(label);
    row->addWidget(slider_, 1);
    for (QWidget* widget : {static_cast<QWidget*>(field_), static_cast<QWidget*>(keep_), static_cast<QWidget*>(reset_)})
        row->addWidget(widget);

    connect(slider_, &QSlider::valueChanged, this, &LoadSlider::takeStep);
    connect(field_, &QLineEdit::editingFinished, this, &LoadSlider::takeText);
    connect(keep_, &QToolButton::clicked, &workspace_, &Workspace::keepLoad);
    connect(reset_, &QToolButton::clicked, this, [this] { workspace_.setLoad({}); });
    connect(&workspace_, &Workspace::loadChanged, this, &LoadSlider::show);
    show();
}

int LoadSlider::stepOf(double load) const {
    if (load <= from_ || from_ >= to_) return 0;
    const double share = std::log(load / from_) / std::log(to_ / from_);
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kSteps));
}

double LoadSlider::loadOf(int step) const {
    if (step <= 0) return from_;
    if (step >= kSteps) return to_;
    return roundedToThreeDigits(from_ * std::pow(to_ / from_, static_cast<double>(step) / kSteps));
}

void LoadSlider::show() {
    const auto& scenario = workspace_.scenario();
    setEnabled(scenario.has_value());
    if (scenario) {
        from_ = scenario->workload.rangeFrom;
        to_ = scenario->workload.rangeTo;
    }
    const bool open = workspace_.isOpenLoad();
    findChild<QLabel*>(QStringLiteral("loadLabel"))->setText(open ? tr("arrivals") : tr("users"));
    const QSignalBlocker quiet(slider_);
    slider_->setValue(stepOf(workspace_.load()));
    field_->setText(loadText(workspace_.load(), open));
    slider_->setToolTip(tr("%1 to %2").arg(loadText(from_, open), loadText(to_, open)));
    keep_->setEnabled(workspace_.hasWhatIf());
    reset_->setEnabled(workspace_.hasWhatIf());
}

void LoadSlider::takeStep(int step) { workspace_.setLoad(loadOf(step)); }

void LoadSlider::takeText() {
    const auto load = parsedLoad(field_->text(), workspace_.isOpenLoad());
    const bool same = load && loadText(*load, workspace_.isOpenLoad()) == loadText(workspace_.load(), workspace_.isOpenLoad());
    if (load && !same) workspace_.setLoad(*load);
    show();
}

}  // namespace headroom::desktop
