// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/zone_item.h"

#include "app/desktop/base/theme.h"

#include <QPainter>

namespace headroom::desktop {

ZoneItem::ZoneItem(QString name, const QRectF& frame) : QGraphicsRectItem(frame), name_(std::move(name)) { setZValue(0); }

void ZoneItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    QColor ground = colours().raised;
    ground.setAlpha(160);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colours().quiet, 1, Qt::DotLine));
    painter->setBrush(ground);
    painter->drawRoundedRect(rect(), 10, 10);
    painter->setPen(colours().quiet);
    painter->drawText(rect().adjusted(12, 6, -12, 0), Qt::AlignLeft | Qt::AlignTop, name_);
}

}  // namespace headroom::desktop
