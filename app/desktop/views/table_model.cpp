// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/table_model.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/views/bar_delegate.h"
#include "app/desktop/views/table_copy.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <optional>

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

    /// As high as its rows, and the bar to scroll by where they are wider than the view.
    void fit() {
        fits_ = true;
        resizeRowsToContents();
        int height = horizontalHeader()->sizeHint().height() + 4;
        for (int row = 0; row < model()->rowCount(); ++row) height += rowHeight(row);
        if (horizontalHeader()->length() > viewport()->width()) height += horizontalScrollBar()->sizeHint().height();
        setFixedHeight(height);
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QTableView::resizeEvent(event);
        if (fits_ && event->size().width() != event->oldSize().width()) fit();
    }

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

    void contextMenuEvent(QContextMenuEvent* event) override {
        const QModelIndex at = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
        QMenu menu(this);
        const auto add = [&](const QString& text, const QString& copied) {
            menu.addAction(text, this, [copied] { QGuiApplication::clipboard()->setText(copied); });
        };
        if (at.isValid()) add(ReportTableModel::tr("Copy value"), exactCellText(at));
        add(ReportTableModel::tr("Copy table"), exactTableText(*model(), u'\t'));
        add(ReportTableModel::tr("Copy table as CSV"), exactTableText(*model(), u','));
        menu.exec(event->globalPos());
    }

private:
    QString empty_;
    bool fits_ = false;
};

QVariant optional(const std::optional<double>& number) { return number ? QVariant(*number) : QVariant(); }

void copySelection(const QTableView& view) {
    QList<int> rows;
    for (const QModelIndex& index : view.selectionModel()->selectedRows()) rows << index.row();
    std::ranges::sort(rows);
    if (!rows.isEmpty()) QGuiApplication::clipboard()->setText(exactTableText(*view.model(), rows, u'\t'));
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
        case kExactRole: return cell.figure ? optional(cell.figure->value.value) : QVariant();
        case kHalfWidthRole: return cell.figure ? optional(cell.figure->value.halfWidth) : QVariant();
        case kUnitRole: return cell.figure ? QVariant(unitName(cell.figure->unit)) : QVariant();
        default: return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const report::TableColumn& column = table_.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return toQt(column.header);
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
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (auto* table = dynamic_cast<WideTable*>(&view)) table->fit();
}

}  // namespace headroom::desktop
