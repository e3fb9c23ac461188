// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/mode_bar.h"

#include "app/desktop/base/icons.h"

#include <QActionGroup>
#include <QKeySequence>

namespace headroom::desktop {

ModeBar::ModeBar(QWidget* parent) : QToolBar(tr("Modes"), parent), group_(new QActionGroup(this)) {
    setObjectName(QStringLiteral("modes"));
    setMovable(false);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({24, 24});
}

QAction* ModeBar::addMode(const QString& iconName, const QString& name, const QString& tip) {
    QAction* action = addAction(icon(iconName), name);
    const auto number = static_cast<int>(modes_.size());
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number)));
    action->setStatusTip(tip);
    action->setToolTip(tip + QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText)));
    group_->addAction(action);
    modes_ << action;
    connect(action, &QAction::triggered, this, [this, number] { Q_EMIT modeChosen(number); });
    return action;
}

void ModeBar::setMode(int mode) {
    modes_[mode]->setChecked(true);
    Q_EMIT modeChosen(mode);
}

int ModeBar::mode() const { return static_cast<int>(modes_.indexOf(group_->checkedAction())); }

}  // namespace headroom::desktop
