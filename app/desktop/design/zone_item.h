// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsRectItem>

namespace headroom::desktop {

/// A frame around what stands in one zone.
class ZoneItem : public QGraphicsRectItem {
public:
    ZoneItem(QString name, const QRectF& frame);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QString name_;
};

}  // namespace headroom::desktop
