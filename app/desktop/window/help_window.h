// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextBrowser;

namespace headroom::desktop {

/// The reference of the scenario file in a window of its own.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);
    /// The heading of that name; the beginning if there is none.
    void showTopic(const QString& topic);

private:
    QTextBrowser* text_;
};

}  // namespace headroom::desktop
