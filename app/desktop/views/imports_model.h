// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/import/csv_mapping.h"

#include <QAbstractTableModel>

#include <vector>

namespace headroom::desktop {

/// What was imported before, the newest first.
class ImportsTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { number, when, kind, source, skipped, state, columnCount_ };

    using QAbstractTableModel::QAbstractTableModel;
    void setImports(std::vector<archive::Import> imports);
    const archive::Import& at(int row) const { return imports_[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<archive::Import> imports_;
};

/// Which column of a CSV file becomes what; all but the name in the file can be changed.
class MappingTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { column, series, unit, factor, columnCount_ };

    using QAbstractTableModel::QAbstractTableModel;
    void setMapping(import::CsvMapping mapping);
    const import::CsvMapping& mapping() const { return mapping_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    import::CsvMapping mapping_;
};

}  // namespace headroom::desktop
