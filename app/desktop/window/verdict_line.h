// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace headroom::desktop {

class Workspace;

/// The product's sentence, always at the bottom: do the objectives hold, what breaks first, and from where it is known.
/// A link leads to the component that holds the system back.
class VerdictLine : public QWidget {
    Q_OBJECT

public:
    explicit VerdictLine(Workspace& workspace, QWidget* parent = nullptr);
    QString text() const;

Q_SIGNALS:
    void componentAsked(const QString& component);
    void detailsAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show();
    void showErrors();

    Workspace& workspace_;
    QBoxLayout* row_ = nullptr;
    QLabel* objectives_;
    QLabel* bottleneck_;
    QLabel* cost_;
    QLabel* source_;
};

}  // namespace headroom::desktop
