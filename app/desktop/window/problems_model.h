// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"

#include <QAbstractTableModel>

#include <vector>

namespace headroom::desktop {

/// What is wrong in the file, like a compiler's list.
class ProblemsTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { what, where, line, columnCount_ };

    using QAbstractTableModel::QAbstractTableModel;
    void setDiagnostics(std::vector<model::Diagnostic> diagnostics);
    const model::Diagnostic& diagnostic(int row) const { return diagnostics_[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<model::Diagnostic> diagnostics_;
};

/// `Found “qeue”; expected a key of a service. Did you mean “queue”?`
QString sentenceOf(const model::Diagnostic& diagnostic);
/// The component that a path leads into; empty if none: `api` of `components.api.concurrency`.
QString componentOf(const QString& path);

}  // namespace headroom::desktop
