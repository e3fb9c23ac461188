// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace headroom::desktop {

class Workspace;

/// What a run says, in sentences: do the objectives hold, what holds the system back and why, and what to try, each with a
/// button that tries it as an edit.
class VerdictPanel : public QFrame {
    Q_OBJECT

public:
    explicit VerdictPanel(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void componentAsked(const QString& component);

private:
    void show();
    void addSentence(const QString& html);
    void addAdvice();
    void addNotes();

    Workspace& workspace_;
    QVBoxLayout* column_;
};

}  // namespace headroom::desktop
