// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QToolBar>

class QActionGroup;
class QMenu;

namespace headroom::desktop {

/// The modes at the left edge, one of them chosen; Ctrl+1 … by their place.
class ModeBar : public QToolBar {
    Q_OBJECT

public:
    explicit ModeBar(QWidget* parent = nullptr);

    QAction* addMode(const QString& iconName, const QString& name, const QString& tip);
    void setMode(int mode);
    int mode() const;
    const QList<QAction*>& modes() const { return modes_; }

Q_SIGNALS:
    void modeChosen(int mode);

private:
    QActionGroup* group_;
    QList<QAction*> modes_;
};

}  // namespace headroom::desktop
