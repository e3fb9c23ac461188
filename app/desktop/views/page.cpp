// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/page.h"

#include <QLabel>
#include <QVBoxLayout>

namespace headroom::desktop {

Page::Page(QWidget* parent) : QScrollArea(parent) {
    auto* page = new QWidget;
    column_ = new QVBoxLayout(page);
    column_->setContentsMargins(18, 12, 18, 18);
    column_->setSpacing(8);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setWidget(page);
}

QLabel* Page::addHeading(const QString& text) {
    if (accessibleName().isEmpty()) setAccessibleName(text);  // the first says what the page is
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() + 2);
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 8, 0, 0);
    column_->addWidget(label);
    return label;
}

QLabel* Page::addText(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    column_->addWidget(label);
    return label;
}

}  // namespace headroom::desktop
