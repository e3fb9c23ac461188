// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace headroom::desktop {

class Workspace;

/// The scenario's text in step with the canvas: typing edits the document, edits elsewhere show here. Lines with problems
/// are underlined, the selected component's lines are marked.
class SourceEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SourceEditor(Workspace& workspace, QWidget* parent = nullptr);
    void goTo(int line, int column);
    /// Hands on what was typed and not handed on yet.
    void commit();

    void paintNumbers(QPaintEvent* event);
    int numbersWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void takeDocument();
    void mark();

    Workspace& workspace_;
    QWidget* numbers_;
    QTimer pause_;
    int session_ = 0;
    bool taking_ = false;
};

}  // namespace headroom::desktop
