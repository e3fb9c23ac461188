// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/table_model.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/views/bar_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableView>

namespace headroom::desktop {

namespace {

/// Numbers stay beside the others: far to the right of them, nobody knows whose they are.
void stretchLastText(QTableView& view) {
    const int last = view.model()->columnCount() - 1;
    const Qt::Alignment alignment(view.model()->headerData(last, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    view.horizontalHeader()->setStretchLastSection(last >= 0 && !alignment.testFlag(Qt::AlignRight));
}

/// Rows and header go across the whole view, also where the columns end before it does.
class WideTable : public QTableView {
public:
    explicit WideTable(QString empty) : empty_(std::move(empty)) {}

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(viewport());
        const int rows = model() == nullptr ? 0 : model()->rowCount();
        for (int row = 1; row < rows; row += 2)
            painter.fillRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row), palette().alternateBase());
        if (rows == 0 && !empty_.isEmpty()) {
            painter.setPen(colours().quiet);
            painter.drawText(viewport()->rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, empty_);
        }
        painter.end();
        QTableView::paintEvent(event);
    }

private:
    QString empty_;
};

void copySelection(const QTableView& view) {
    QString text;
    int row = -1;
    QModelIndexList all = view.selectionModel()->selectedIndexes();
    std::sort(all.begin(), all.end());
    for (const QModelIndex& index : all) {
        if (row >= 0) text += index.row() == row ? u'\t' : u'\n';
        row = index.row();
        const QVariant exact = index.data(ReportTableModel::kExactRole);
        text += exact.isValid() ? QString::number(exact.toDouble(), 'g', QLocale::FloatingPointShortest) : index.data().toString();
    }
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace

QColor markColour(report::Mark mark) {
    const Colours& c = colours();
    return mark == report::Mark::good ? c.good : mark == report::Mark::caution ? c.caution : mark == report::Mark::bad ? c.bad : c.unknown;
}

void ReportTableModel::setTable(report::Table table) {
    beginResetModel();
    table_ = std::move(table);
    endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(table_.rows.size()); }

int ReportTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(table_.columns.size()); }

QVariant ReportTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::Cell& cell = table_.rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    const auto kind = table_.columns[static_cast<std::size_t>(index.column())].kind;
    switch (role) {
        case Qt::DisplayRole: {
            const QString text = localised(toQt(cell.text));
            return cell.mark ? toQt(report::glyphOf(*cell.mark)) + u' ' + text : text;
        }
        case Qt::ToolTipRole: return kind == report::TableColumn::Kind::text ? QVariant(localised(toQt(cell.text))) : QVariant();
        case Qt::ForegroundRole: return cell.mark ? QVariant(markColour(*cell.mark)) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter | (kind == report::TableColumn::Kind::number ? Qt::AlignRight : Qt::AlignLeft));
        case kBarRole: return cell.bar ? QVariant(*cell.bar) : QVariant();
        default: return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const report::TableColumn& column = table_.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return QCoreApplication::translate("Table", column.header.c_str());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.kind == report::TableColumn::Kind::number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

QTableView* tableViewOf(QAbstractItemModel& model, const QString& name, const QString& empty) {
    auto* view = new WideTable(empty);
    view->setModel(&model);
    view->setAccessibleName(name);
    view->setItemDelegate(new BarDelegate(view));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setWordWrap(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(26);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setStyleSheet(QStringLiteral("QHeaderView { background: palette(button); border: 0; }"
                                       "QHeaderView::section { border: 0; padding: 5px 10px; font-weight: 600; }"));
    if (qobject_cast<ReportTableModel*>(&model) != nullptr)
        QObject::connect(&model, &QAbstractItemModel::modelReset, view, [view] { stretchLastText(*view); });
    auto* copy = new QAction(view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, view, [view] { copySelection(*view); });
    view->addAction(copy);
    return view;
}

void fitHeight(QTableView& view) {
    view.resizeRowsToContents();
    int height = view.horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < view.model()->rowCount(); ++row) height += view.rowHeight(row);
    view.setMinimumHeight(height);
    view.setMaximumHeight(height);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

}  // namespace headroom::desktop
