// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/bar_delegate.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/views/table_model.h"

#include <QPainter>

#include <algorithm>

namespace headroom::desktop {

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(ReportTableModel::kBarRole);
    if (!share.isValid()) return;
    QRectF trough(option.rect.left() + 4, option.rect.bottom() - 4, option.rect.width() - 8, 3);
    painter->fillRect(trough, colours().trough);
    const double load = share.toDouble();
    trough.setWidth(trough.width() * std::clamp(load, 0.0, 1.0));
    painter->fillRect(trough, Theme::instance().loadColour(load));
}

}  // namespace headroom::desktop
