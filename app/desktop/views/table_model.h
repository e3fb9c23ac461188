// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/table.h"

#include <QAbstractTableModel>
#include <QColor>

class QTableView;

namespace headroom::desktop {

/// A table of the report's as item model: the same words as in the report and on the terminal.
class ReportTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kBarRole = Qt::UserRole + 1;   ///< a share to draw, or invalid
    static constexpr int kExactRole = Qt::UserRole + 2; ///< of any table: the number as it is copied, in its base unit, or invalid
    static constexpr int kUnitRole = Qt::UserRole + 3;  ///< of any table: the name of that unit; empty for counts
    static constexpr int kHalfWidthRole = Qt::UserRole + 4;  ///< of the interval, or invalid

    using QAbstractTableModel::QAbstractTableModel;
    void setTable(report::Table table);
    const report::Table& table() const { return table_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    report::Table table_;
};

/// Of the words and symbols of a state.
QColor markColour(report::Mark mark);

/// A view as all tables look here: whole rows, no grid, Ctrl+C copies the rows with all digits. The model stays the caller's.
/// `empty` is said where there is no row.
QTableView* tableViewOf(QAbstractItemModel& model, const QString& name, const QString& empty = {});
/// As high as its rows, so that a page of tables scrolls as one.
void fitHeight(QTableView& view);

}  // namespace headroom::desktop
