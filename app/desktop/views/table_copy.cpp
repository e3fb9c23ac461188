// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/table_copy.h"

#include "app/desktop/views/table_model.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QStringList>

#include <numeric>

namespace headroom::desktop {

namespace {

struct CopiedColumn {
    QString header;
    QString unit;
    bool mixed = false;      ///< its rows have several units
    bool intervals = false;  ///< of one row at least
};

QString digits(const QVariant& number) {
    return QString::number(number.toDouble(), 'g', QLocale::FloatingPointShortest);
}

bool hasUnits(const QModelIndex& cell) {
    return cell.data(ReportTableModel::kExactRole).isValid();
}

CopiedColumn columnOf(const QAbstractItemModel& model, const QList<int>& rows, int column) {
    CopiedColumn copied;
    copied.header = model.headerData(column, Qt::Horizontal).toString();
    bool first = true;
    for (const int row : rows) {
        const QModelIndex cell = model.index(row, column);
        if (!hasUnits(cell)) continue;
        const QString unit = cell.data(ReportTableModel::kUnitRole).toString();
        copied.mixed |= !first && unit != copied.unit;
        copied.unit = unit;
        copied.intervals |= cell.data(ReportTableModel::kHalfWidthRole).isValid();
        first = false;
    }
    return copied;
}

QString quoted(QString field, QChar separator) {
    if (!field.contains(separator) && !field.contains(u'"') && !field.contains(u'\n')) return field;
    return u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString titleOf(const CopiedColumn& column, const QString& more = {}) {
    const bool bare = column.mixed || column.unit.isEmpty();
    return column.header + more + (bare ? QString() : QStringLiteral(" (%1)").arg(column.unit));
}

void addCell(QStringList& fields, const QModelIndex& cell, const CopiedColumn& column) {
    const QVariant exact = cell.data(ReportTableModel::kExactRole);
    if (!exact.isValid()) fields << cell.data().toString();
    else fields << (column.mixed ? exactCellText(cell) : digits(exact));
    if (!column.intervals) return;
    const QVariant half = cell.data(ReportTableModel::kHalfWidthRole);
    fields << (half.isValid() ? digits(half) : QString());
}

}  // namespace

QString unitName(model::Unit unit) {
    switch (unit) {
        case model::Unit::seconds: return QStringLiteral("s");
        case model::Unit::perSecond: return QStringLiteral("1/s");
        case model::Unit::share: return QStringLiteral("share");
        case model::Unit::count: return {};
        case model::Unit::bytes: return QStringLiteral("B");
        case model::Unit::usd: return QStringLiteral("USD");
        case model::Unit::bytesPerSecond: return QStringLiteral("B/s");
    }
    return {};
}

QString exactCellText(const QModelIndex& cell) {
    const QVariant exact = cell.data(ReportTableModel::kExactRole);
    if (!exact.isValid()) return cell.data().toString();
    const QString unit = cell.data(ReportTableModel::kUnitRole).toString();
    return unit.isEmpty() ? digits(exact) : digits(exact) + u' ' + unit;
}

QString exactTableText(const QAbstractItemModel& model, const QList<int>& rows, QChar separator) {
    QList<CopiedColumn> columns;
    QStringList lines, header;
    for (int column = 0; column < model.columnCount(); ++column) {
        columns << columnOf(model, rows, column);
        header << quoted(titleOf(columns.back()), separator);
        if (columns.back().intervals)
            header << quoted(titleOf(columns.back(), QStringLiteral(" ±")), separator);
    }
    lines << header.join(separator);
    for (const int row : rows) {
        QStringList fields;
        for (int column = 0; column < model.columnCount(); ++column)
            addCell(fields, model.index(row, column), columns[column]);
        for (QString& field : fields) field = quoted(field, separator);
        lines << fields.join(separator);
    }
    return lines.join(u'\n') + u'\n';
}

QString exactTableText(const QAbstractItemModel& model, QChar separator) {
    QList<int> rows(model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return exactTableText(model, rows, separator);
}

}  // namespace headroom::desktop
