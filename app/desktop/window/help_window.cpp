// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/help_window.h"

#include "app/desktop/base/theme.h"

#include <QFile>
#include <QImage>
#include <QKeySequence>
#include <QShortcut>
#include <QTextBlock>
#include <QTextTable>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace headroom::desktop {

namespace {

const QString kFolder = QStringLiteral("qrc:/help/");
const QString kIndex = QStringLiteral("index");
const QString kFormat = QStringLiteral("scenario-format");

bool isCode(const QTextBlockFormat& format) {
    return format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage);
}

/// Headings with room above them, also where they are code; lines of code on a ground of their own.
void dressBlocks(QTextDocument& document) {
    constexpr double kAbove = 16, kBelow = 6, kInset = 10;
    QString language;
    bool inCode = false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool code = isCode(format);
        if (level > 0) {
            format.setTopMargin(block == document.begin() ? 0 : kAbove);
            format.setBottomMargin(kBelow);
            QTextCharFormat letters;
            letters.setFontWeight(QFont::Bold);
            letters.setProperty(QTextFormat::FontSizeAdjustment, 4 - std::min(level, 3));
            cursor.select(QTextCursor::BlockUnderCursor);
            cursor.mergeCharFormat(letters);
        } else if (code) {
            const QString own = format.stringProperty(QTextFormat::BlockCodeLanguage);
            const bool begins = !inCode || own != language;
            const bool ends = !block.next().isValid() || !isCode(block.next().blockFormat());
            format.setBackground(colours().raised);
            format.setLeftMargin(kInset);
            format.setTopMargin(begins ? kBelow : 0);
            format.setBottomMargin(ends ? kBelow : 0);
            language = own;
        }
        inCode = code;
        cursor.setBlockFormat(format);
    }
}

bool isEmptyRow(QTextTable& table, int row) {
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        if (cell.firstCursorPosition() != cell.lastCursorPosition()) return false;
    }
    return true;
}

/// One thin line under each row; without the heads that Markdown wants where there are none.
void dressTables(QTextDocument& document) {
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr) continue;
        if (table->rows() > 1 && isEmptyRow(*table, 0)) table->removeRows(0, 1);
        QTextTableFormat format = table->format();
        format.setBorder(0);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(5);
        format.setTopMargin(6);
        format.setBottomMargin(12);
        table->setFormat(format);
        for (int row = 0; row < table->rows(); ++row)
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell cell = table->cellAt(row, column);
                QTextTableCellFormat own = cell.format().toTableCellFormat();
                own.setBottomBorder(1);
                own.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                own.setBottomBorderBrush(colours().line);
                cell.setFormat(own);
            }
    }
}

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
    connect(&Theme::instance(), &Theme::changed, this, &HelpPage::dress);
}

void HelpPage::dress() {
    document()->setUndoRedoEnabled(false);
    dressBlocks(*document());
    dressTables(*document());
}

bool HelpPage::exists(const QString& page) { return QFile::exists(urlOf(page).toString().mid(3)); }

/// What is no page of the help (a file beside it in the source tree) is not followed.
void HelpPage::doSetSource(const QUrl& url, QTextDocument::ResourceType) {
    const QUrl whole = source().isEmpty() ? url : source().resolved(url);
    if (!whole.toString().startsWith(kFolder) || !QFile::exists(u':' + whole.path())) return;
    QTextBrowser::doSetSource(whole, QTextDocument::MarkdownResource);
    dress();
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
