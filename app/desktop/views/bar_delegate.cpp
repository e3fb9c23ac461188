// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/bar_delegate.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/views/table_model.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace headroom::desktop {

namespace {
constexpr int kPad = 7;
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem narrow = option;
    narrow.rect.adjust(kPad, 0, -kPad, 0);
    return QStyledItemDelegate::sizeHint(narrow, index) + QSize(2 * kPad, 0);
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem padded = option;
    initStyleOption(&padded, index);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &padded, painter, option.widget);
    padded.rect.adjust(kPad, 0, -kPad, 0);
    padded.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, padded, index);
    const QVariant share = index.data(ReportTableModel::kBarRole);
    if (!share.isValid()) return;
    QRectF trough(option.rect.left() + 4, option.rect.bottom() - 4, option.rect.width() - 8, 3);
    painter->fillRect(trough, colours().trough);
    const double load = share.toDouble();
    trough.setWidth(trough.width() * std::clamp(load, 0.0, 1.0));
    painter->fillRect(trough, Theme::instance().loadColour(load));
}

}  // namespace headroom::desktop
