// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace headroom::desktop {

/// The component types, to be dragged to the canvas or added by double click or Enter.
class PaletteList : public QListWidget {
    Q_OBJECT

public:
    explicit PaletteList(QWidget* parent = nullptr);

Q_SIGNALS:
    void typeChosen(const QString& type);

protected:
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    QStringList mimeTypes() const override;
};

}  // namespace headroom::desktop
