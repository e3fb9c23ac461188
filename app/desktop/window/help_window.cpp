// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/help_window.h"

#include <QFile>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace headroom::desktop {

HelpWindow::HelpWindow(QWidget* parent) : QWidget(parent, Qt::Window), text_(new QTextBrowser) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("The scenario file"));
    resize(820, 760);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(text_);
    text_->setFrameShape(QFrame::NoFrame);
    text_->document()->setDocumentMargin(20);
    QFile file(QStringLiteral(":/help/scenario-format.md"));
    if (file.open(QIODevice::ReadOnly)) text_->setMarkdown(QString::fromUtf8(file.readAll()));
    connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { showTopic(url.fragment()); });
    text_->setOpenLinks(false);
}

void HelpWindow::showTopic(const QString& topic) {
    QString wanted = topic;
    wanted.replace(u'-', u' ');
    for (QTextBlock block = text_->document()->begin(); block.isValid() && !topic.isEmpty(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0) continue;
        const QString heading = block.text().remove(u',').toLower();
        if (heading != topic.toLower() && heading != wanted.toLower()) continue;
        text_->setTextCursor(QTextCursor(block));
        text_->ensureCursorVisible();
        return;
    }
}

}  // namespace headroom::desktop
