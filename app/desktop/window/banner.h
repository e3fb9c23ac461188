// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace headroom::desktop {

/// A sentence over the view that needs an answer, without standing in the way; choices as buttons.
class Banner : public QFrame {
    Q_OBJECT

public:
    using Choice = std::pair<QString, std::function<void()>>;

    explicit Banner(QWidget* parent = nullptr);
    /// Replaces what is shown; every choice closes it.
    void ask(const QString& sentence, const std::vector<Choice>& choices);
    QString sentence() const;
    /// The focus goes to the first choice; without effect while nothing is asked.
    void focusFirst();

private:
    void colour();

    QLabel* text_;
    QHBoxLayout* row_;
    QList<QWidget*> buttons_;
};

}  // namespace headroom::desktop
