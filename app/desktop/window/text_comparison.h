// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <string>

class QTextBrowser;

namespace headroom::desktop {

/// Two texts of a scenario held against each other: lines taken away with a minus, new ones with a
/// plus, and three lines around each change.
class TextComparison : public QDialog {
    Q_OBJECT

public:
    TextComparison(const QString& about, const std::string& before, const std::string& after,
                   QWidget* parent);
    QString text() const;

private:
    QTextBrowser* lines_;
};

}  // namespace headroom::desktop
