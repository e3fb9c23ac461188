// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"

#include <QList>
#include <QString>

class QAbstractItemModel;
class QModelIndex;

/// Tables for spreadsheets: every number with all its digits, in its base unit.
namespace headroom::desktop {

/// As headers name it: `s`, `1/s`, `USD`; `share` for what is shown in per cent, empty for counts.
QString unitName(model::Unit unit);

/// What a cell shows, without rounding and with its unit where it has one: `0.18234821 s`.
QString exactCellText(const QModelIndex& cell);

/// The rows under a header. Units stand in the header, or behind the number where a column has
/// several; half-widths of intervals are a column of their own. A field that holds the separator
/// is quoted.
QString exactTableText(const QAbstractItemModel& model, const QList<int>& rows, QChar separator);
/// All rows.
QString exactTableText(const QAbstractItemModel& model, QChar separator);

}  // namespace headroom::desktop
