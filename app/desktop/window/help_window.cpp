// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/help_window.h"

#include <QFile>
#include <QImage>
#include <QKeySequence>
#include <QShortcut>
#include <QTextBlock>
#include <QToolBar>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

const QString kFolder = QStringLiteral("qrc:/help/");
const QString kIndex = QStringLiteral("index");
const QString kFormat = QStringLiteral("scenario-format");

QUrl urlOf(const QString& page) { return QUrl(kFolder + page + QStringLiteral(".md")); }

}  // namespace

QString slugOf(const QString& heading) {
    QString slug;
    for (const QChar letter : heading.toLower()) {
        if (letter.isLetterOrNumber() || letter == u'-' || letter == u'_') slug += letter;
        else if (letter.isSpace()) slug += u'-';
    }
    return slug;
}

HelpPage::HelpPage(QWidget* parent) : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(20);
    setOpenExternalLinks(true);
    setAccessibleName(tr("Help"));
}

bool HelpPage::exists(const QString& page) { return QFile::exists(urlOf(page).toString().mid(3)); }

/// What is no page of the help (a file beside it in the source tree) is not followed.
void HelpPage::doSetSource(const QUrl& url, QTextDocument::ResourceType) {
    const QUrl whole = source().isEmpty() ? url : source().resolved(url);
    if (!whole.toString().startsWith(kFolder) || !QFile::exists(u':' + whole.path())) return;
    QTextBrowser::doSetSource(whole, QTextDocument::MarkdownResource);
    if (whole.hasFragment()) scrollToHeading(whole.fragment());
}

/// Pictures are no wider than a page that is read.
QVariant HelpPage::loadResource(int type, const QUrl& name) {
    constexpr int kWidest = 740;
    if (type != QTextDocument::ImageResource) return QTextBrowser::loadResource(type, name);
    QImage picture(u':' + source().resolved(name).path());
    return picture.width() > kWidest ? picture.scaledToWidth(kWidest, Qt::SmoothTransformation) : picture;
}

void HelpPage::scrollToHeading(const QString& slug) {
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || slugOf(block.text()) != slug) continue;
        moveCursor(QTextCursor::End);  // so that the heading comes to the top
        setTextCursor(QTextCursor(block));
        ensureCursorVisible();
        return;
    }
}

HelpWindow::HelpWindow(QWidget* parent) : QWidget(parent, Qt::Window), page_(new HelpPage) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help – Headroom"));
    resize(820, 760);
    auto* bar = new QToolBar;
    const auto add = [&](const QString& text, const QKeySequence& key) {
        QAction* action = bar->addAction(text);
        action->setShortcut(key);
        return action;
    };
    QAction* back = add(tr("Back"), QKeySequence::Back);
    QAction* forward = add(tr("Forward"), QKeySequence::Forward);
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(back, &QAction::triggered, page_, &QTextBrowser::backward);
    connect(forward, &QAction::triggered, page_, &QTextBrowser::forward);
    connect(page_, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(page_, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
    connect(add(tr("Contents"), {}), &QAction::triggered, this, [this] { showPage(kIndex); });
    connect(add(tr("The scenario file"), {}), &QAction::triggered, this, [this] { showPage(kFormat); });
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(page_);
}

void HelpWindow::showPage(const QString& name) {
    const QString page = name.section(u'#', 0, 0);
    QUrl url = urlOf(HelpPage::exists(page) ? page : HelpPage::exists(kIndex) ? kIndex : kFormat);
    if (HelpPage::exists(page)) url.setFragment(name.section(u'#', 1));
    page_->setSource(url);
}

}  // namespace headroom::desktop
