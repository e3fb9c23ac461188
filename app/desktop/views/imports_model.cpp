// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/imports_model.h"

#include "app/desktop/base/text.h"

#include <QDateTime>
#include <QLocale>

namespace headroom::desktop {

void ImportsTableModel::setImports(std::vector<archive::Import> imports) {
    beginResetModel();
    imports_ = std::move(imports);
    endResetModel();
}

int ImportsTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(imports_.size()); }
int ImportsTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnCount_; }

QVariant ImportsTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const archive::Import& one = at(index.row());
    const bool numeric = index.column() == number || index.column() == skipped;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case number: return QString::number(one.id);
        case when: return QLocale().toString(QDateTime::fromMSecsSinceEpoch(one.importedMs), QLocale::ShortFormat);
        case kind: return toQt(one.kind);
        case source: return toQt(one.source);
        case skipped: return countText(static_cast<double>(one.skipped));
        case state: return one.complete ? tr("complete") : tr("broken off");
        default: return {};
    }
}

QVariant ImportsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case number: return tr("Import");
        case when: return tr("At");
        case kind: return tr("Kind");
        case source: return tr("Source");
        case skipped: return tr("Lines left out");
        case state: return tr("State");
        default: return {};
    }
}

void MappingTableModel::setMapping(import::CsvMapping mapping) {
    beginResetModel();
    mapping_ = std::move(mapping);
    endResetModel();
}

int MappingTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(mapping_.columns.size()); }
int MappingTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnCount_; }

Qt::ItemFlags MappingTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != column ? flags | Qt::ItemIsEditable : flags;
}

QVariant MappingTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole)) return {};
    const import::CsvColumn& one = mapping_.columns[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case column: return toQt(one.column);
        case series: return toQt(one.series);
        case unit: return toQt(archive::unitWord(one.unit));
        case factor: return role == Qt::EditRole ? QVariant(one.factor) : QVariant(exactText(one.factor));
        default: return {};
    }
}

bool MappingTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::EditRole || index.column() == column) return false;
    import::CsvColumn& one = mapping_.columns[static_cast<std::size_t>(index.row())];
    const std::string text = fromQt(value.toString().trimmed());
    if (index.column() == series) {
        if (text.empty()) return false;
        one.series = text;
        if (const auto metric = model::parseMetricRef(text)) one.unit = model::unitOf(metric->metric);
    } else if (index.column() == unit) {
        const model::Unit read = archive::unitFromWord(text);
        if (archive::unitWord(read) != text) return false;
        one.unit = read;
    } else {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || number == 0) return false;
        one.factor = number;
    }
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columnCount_ - 1));
    return true;
}

QVariant MappingTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case column: return tr("Column");
        case series: return tr("Becomes");
        case unit: return tr("Unit");
        case factor: return tr("Times");
        default: return {};
    }
}

}  // namespace headroom::desktop
