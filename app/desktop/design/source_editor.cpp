// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/source_editor.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/yaml_highlighter.h"
#include "app/desktop/window/problems_model.h"
#include "app/desktop/window/workspace.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

namespace headroom::desktop {

namespace {

constexpr int kPauseMs = 300;

class LineNumbers : public QWidget {
public:
    explicit LineNumbers(SourceEditor* editor) : QWidget(editor), editor_(editor) {}
    QSize sizeHint() const override { return {editor_->numbersWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { editor_->paintNumbers(event); }

private:
    SourceEditor* editor_;
};

}  // namespace

SourceEditor::SourceEditor(Workspace& workspace, QWidget* parent)
    : QPlainTextEdit(parent), workspace_(workspace), numbers_(new LineNumbers(this)) {
    setObjectName(QStringLiteral("source"));
    setAccessibleName(tr("Source of the scenario"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setTabChangesFocus(false);
    new YamlHighlighter(document());
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, &SourceEditor::commit);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!taking_) pause_.start();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, numbers_, [this](const QRect& rect, int dy) {
        if (dy != 0) numbers_->scroll(0, dy);
        else numbers_->update(0, rect.y(), numbers_->width(), rect.height());
    });
    connect(&workspace_.document(), &ScenarioDocument::changed, this, &SourceEditor::takeDocument);
    connect(&workspace_, &Workspace::selectionChanged, this, &SourceEditor::mark);
    takeDocument();
}

void SourceEditor::commit() {
    pause_.stop();
    if (taking_) return;
    const QScopedValueRollback guard(taking_, true);
    workspace_.document().replaceText(fromQt(toPlainText()), tr("Edit source"), QStringLiteral("source:%1").arg(session_));
    mark();
}

void SourceEditor::takeDocument() {
    if (!taking_) {
        const QScopedValueRollback guard(taking_, true);
        ++session_;
        const int line = textCursor().blockNumber();
        const int scroll = verticalScrollBar()->value();
        setPlainText(toQt(workspace_.document().text()));
        setTextCursor(QTextCursor(document()->findBlockByNumber(std::min(line, document()->blockCount() - 1))));
        verticalScrollBar()->setValue(scroll);
    }
    mark();
}

void SourceEditor::goTo(int line, int column) {
    QTextCursor cursor(document()->findBlockByNumber(std::max(0, line - 1)));
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::max(0, column - 1));
    setTextCursor(cursor);
    centerCursor();
}

void SourceEditor::mark() {
    QList<QTextEdit::ExtraSelection> marks;
    for (const model::Diagnostic& one : workspace_.document().diagnostics()) {
        if (one.line <= 0) continue;
        QTextEdit::ExtraSelection mark;
        const bool error = one.severity == model::Diagnostic::Severity::error;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(error ? colours().bad : colours().caution);
        mark.format.setToolTip(sentenceOf(one));
        mark.cursor = QTextCursor(document()->findBlockByNumber(one.line - 1));
        mark.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::max(0, one.column - 1));
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks << mark;
    }
    const model::YamlNode* components = workspace_.document().tree({}).find("components");
    for (const QString& name : workspace_.selection()) {
        const model::YamlNode* node = components ? components->find(fromQt(name)) : nullptr;
        if (node == nullptr) continue;
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(colours().cautionGround);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(document()->findBlockByNumber(node->keyPlace.line - 1));
        marks << mark;
        if (!hasFocus()) goTo(node->keyPlace.line, node->keyPlace.column);
    }
    setExtraSelections(marks);
}

int SourceEditor::numbersWidth() const {
    return 16 + fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(QString::number(blockCount()).size());
}

void SourceEditor::paintNumbers(QPaintEvent* event) {
    QPainter painter(numbers_);
    painter.fillRect(event->rect(), colours().raised);
    painter.setPen(colours().quiet);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        painter.drawText(QRectF(0, top, numbers_->width() - 8, height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
}

void SourceEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const QRect inner = contentsRect();
    numbers_->setGeometry(inner.left(), inner.top(), numbersWidth(), inner.height());
    setViewportMargins(numbersWidth(), 0, 0, 0);
}

void SourceEditor::focusOutEvent(QFocusEvent* event) {
    if (pause_.isActive()) commit();
    ++session_;
    QPlainTextEdit::focusOutEvent(event);
}

bool SourceEditor::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QPlainTextEdit::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int position = cursorForPosition(viewport()->mapFromGlobal(help->globalPos())).position();
    for (const QTextEdit::ExtraSelection& mark : extraSelections())
        if (position >= mark.cursor.selectionStart() && position <= mark.cursor.selectionEnd() && !mark.format.toolTip().isEmpty()) {
            QToolTip::showText(help->globalPos(), mark.format.toolTip(), this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

}  // namespace headroom::desktop
