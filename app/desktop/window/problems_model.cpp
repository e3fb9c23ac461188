// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/problems_model.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/window/workspace.h"

namespace headroom::desktop {

QString sentenceOf(const model::Diagnostic& diagnostic) {
    if (diagnostic.expected.empty()) return toQt(diagnostic.found);
    return errorText({diagnostic.found, diagnostic.expected, diagnostic.suggestion});
}

QString componentOf(const QString& path) {
    if (!path.startsWith(u"components.")) return {};
    const QString rest = path.section(u'.', 1, 1);
    return rest.section(u'[', 0, 0);
}

void ProblemsTableModel::setDiagnostics(std::vector<model::Diagnostic> diagnostics) {
    if (diagnostics == diagnostics_) return;
    beginResetModel();
    diagnostics_ = std::move(diagnostics);
    endResetModel();
}

int ProblemsTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(diagnostics_.size());
}

int ProblemsTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnCount_; }

QVariant ProblemsTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const model::Diagnostic& one = diagnostic(index.row());
    const bool error = one.severity == model::Diagnostic::Severity::error;
    if (role == Qt::DecorationRole && index.column() == what)
        return icon(error ? QStringLiteral("error") : QStringLiteral("warning"));
    if (role == Qt::ToolTipRole) return toQt(model::toText(one));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case what: return (error ? tr("Error: ") : tr("Warning: ")) + sentenceOf(one);
        case where: return toQt(one.path);
        case line: return one.line > 0 ? QVariant(one.line) : QVariant(QString());
        default: return {};
    }
}

QVariant ProblemsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case what: return tr("Problem");
        case where: return tr("Place");
        case line: return tr("Line");
        default: return {};
    }
}

}  // namespace headroom::desktop
