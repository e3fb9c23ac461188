// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/schema.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace headroom::desktop {

class Workspace;

/// One key of the file: its value in any unit, its default in grey, what is wrong under it. In a variant, a value of the
/// variant's own carries a mark and a way back.
class PropertyField : public QWidget {
    Q_OBJECT

public:
    PropertyField(Workspace& workspace, const FieldSpec& field, QString owner, QWidget* parent = nullptr);

    QString path() const { return owner_ + u'.' + field_.key; }
    /// Takes the value and the problems from the document again.
    void refresh();
    QString value() const;
    QString error() const;
    QWidget* editor() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildEditor();
    static QString shownChoice(const QString& value);
    void fillChoices();
    void commit(const QString& typed);
    void showValue(const QString& value);
    void showError(const QString& error);
    QString problem() const;

    Workspace& workspace_;
    FieldSpec field_;
    QString owner_;
    QLineEdit* line_ = nullptr;
    QComboBox* choice_ = nullptr;
    QLabel* error_;
    QToolButton* reset_;
    QString shown_;
    bool refused_ = false;
};

/// The text at a path of the chosen variant; empty if there is nothing.
QString textAt(const Workspace& workspace, const QString& path);

}  // namespace headroom::desktop
