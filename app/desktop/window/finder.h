// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QListWidget;

namespace headroom::desktop {

/// Everything by name (Ctrl+K): components, commands, variants.
class Finder : public QDialog {
    Q_OBJECT

public:
    struct Entry {
        QIcon icon;
        QString name, kind;
        std::function<void()> act;
    };

    Finder(QList<Entry> entries, QWidget* parent);
    QLineEdit& field() { return *field_; }
    int found() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void choose();

    QList<Entry> entries_;
    QLineEdit* field_;
    QListWidget* list_;
};

}  // namespace headroom::desktop
