// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/banner.h"

#include "app/desktop/base/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace headroom::desktop {

Banner::Banner(QWidget* parent) : QFrame(parent), text_(new QLabel), row_(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("banner"));
    row_->setContentsMargins(12, 6, 12, 6);
    row_->addWidget(text_, 1);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&Theme::instance(), &Theme::changed, this, &Banner::colour);
    colour();
    hide();
}

void Banner::colour() {
    const Colours& c = colours();
    setStyleSheet(QStringLiteral("#banner { background: %1; border-bottom: 1px solid %2; }")
                      .arg(c.cautionGround.name(), c.line.name()));
}

void Banner::ask(const QString& sentence, const std::vector<Choice>& choices) {
    // The question may follow from an answer, whose button is still in its click.
    for (QWidget* button : std::exchange(buttons_, {})) {
        button->hide();
        button->deleteLater();
    }
    text_->setText(sentence);
    for (const auto& [name, act] : choices) {
        auto* button = new QPushButton(name);
        connect(button, &QPushButton::clicked, this, [this, act = act] {
            hide();
            if (act) act();
        });
        row_->addWidget(button);
        buttons_ << button;
    }
    show();
    QAccessibleEvent heard(text_, QAccessible::Alert);  // the focus stays where it is
    QAccessible::updateAccessibility(&heard);
}

void Banner::focusFirst() {
    if (!isHidden() && !buttons_.isEmpty()) buttons_.front()->setFocus(Qt::ShortcutFocusReason);
}

QString Banner::sentence() const { return isHidden() ? QString() : text_->text(); }

}  // namespace headroom::desktop
