// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/palette_list.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/design/component_catalogue.h"

#include <QMimeData>

namespace headroom::desktop {

namespace {
const QString kTypeFormat = QStringLiteral("application/x-headroom-component-type");
}

PaletteList::PaletteList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Component types"));
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setIconSize({20, 20});
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const ComponentKind& kind : componentKinds()) {
        const QString type = QString::fromLatin1(kind.type);
        auto* item = new QListWidgetItem(componentIcon(type), kindName(type), this);
        item->setData(Qt::UserRole, type);
        item->setToolTip(kindAbout(type));
        item->setStatusTip(kindAbout(type));
        item->setSizeHint({0, 30});
    }
    connect(this, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT typeChosen(item->data(Qt::UserRole).toString()); });
}

QStringList PaletteList::mimeTypes() const { return {kTypeFormat}; }

QMimeData* PaletteList::mimeData(const QList<QListWidgetItem*>& items) const {
    auto* dragged = new QMimeData;
    if (!items.isEmpty()) dragged->setData(kTypeFormat, items.front()->data(Qt::UserRole).toString().toUtf8());
    return dragged;
}

}  // namespace headroom::desktop
