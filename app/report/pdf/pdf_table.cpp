// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/pdf_table.h"

#include <algorithm>
#include <numeric>

namespace headroom::report {

namespace {

constexpr int kSize = 31;  // 7.75 pt
constexpr double kColumnGap = 28;
constexpr double kLeastText = 300;  // a text may be broken down to this
constexpr double kLeastName = 240;
constexpr double kMarkWidth = 36;
constexpr double kBarHeight = 10;

QString textOf(const Cell& cell) { return QString::fromStdString(cell.text); }

QFont fontOfColumn(std::size_t column) {
    return fontOf(column == 0 ? Face::bold : Face::regular, kSize);
}

struct Width {
    double least = 0, natural = 0;
};

Width widthOfColumn(const Table& table, std::size_t column) {
    const TableColumn::Kind kind = table.columns[column].kind;
    double natural = 0;
    for (const auto& row : table.rows)
        natural = std::max(natural, widthOf(textOf(row[column]), fontOfColumn(column)) +
                                        (row[column].mark ? kMarkWidth : 0));
    const double head = widthOf(QString::fromStdString(table.columns[column].header),
                                fontOf(Face::bold, kSize - 3));
    natural = std::max(natural, head) + 2;
    const double cap = kind == TableColumn::Kind::text   ? kLeastText
                       : kind == TableColumn::Kind::name ? kLeastName
                                                         : natural;
    return {std::min(natural, std::max(cap, head + 2)), natural};
}

void removeColumn(Table& table, std::size_t column) {
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
}

std::vector<Width> widthsOf(const Table& table) {
    std::vector<Width> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        widths.push_back(widthOfColumn(table, i));
    return widths;
}

double sum(const std::vector<Width>& widths, double Width::*which) {
    return std::accumulate(
        widths.begin(), widths.end(), 0.0,
        [which](double total, const Width& width) { return total + width.*which; });
}

// Fits the table to the page by leaving out columns, and says how wide each of the others becomes.
std::vector<double> fitted(Table& table) {
    const auto available = [&table] {
        return kTextWidth - kColumnGap * static_cast<double>(table.columns.size() - 1);
    };
    while (sum(widthsOf(table), &Width::least) > available()) {
        const auto highest = std::ranges::max_element(table.columns, {}, &TableColumn::rank);
        if (highest->rank == 0) break;
        removeColumn(table, static_cast<std::size_t>(highest - table.columns.begin()));
    }
    const std::vector<Width> widths = widthsOf(table);
    const double least = sum(widths, &Width::least), natural = sum(widths, &Width::natural),
                 room = available();
    std::vector<double> result;
    for (const Width& width : widths) {
        if (least > room)
            result.push_back(width.least * room / least);
        else if (natural <= room)
            result.push_back(width.natural + (room - natural) / static_cast<double>(widths.size()));
        else
            result.push_back(width.least +
                             (width.natural - width.least) * (room - least) / (natural - least));
    }
    return result;
}

Qt::Alignment alignmentOf(const TableColumn& column) {
    return column.kind == TableColumn::Kind::number ? Qt::AlignRight : Qt::AlignLeft;
}

void paintBar(QPainter& painter, double share, double x, double y, double width) {
    painter.fillRect(QRectF(x, y, width, kBarHeight), Ink().trough);
    painter.fillRect(QRectF(x, y, width * std::clamp(share, 0.0, 1.0), kBarHeight), Ink().bar);
}

/// A cell with its text broken to its column's width.
struct Set {
    TextBox text;
    Cell cell;
    double x, width;
};

Piece rowPiece(const std::vector<Cell>& row, const Table& table,
               const std::vector<double>& widths) {
    auto cells = std::make_shared<std::vector<Set>>();
    double x = kSideMargin, height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const double indent = row[i].mark ? kMarkWidth : 0;
        cells->push_back({TextBox(textOf(row[i]), fontOfColumn(i), widths[i] - indent, Ink().text,
                                  alignmentOf(table.columns[i])),
                          row[i], x + indent, widths[i] - indent});
        height = std::max(height, cells->back().text.height() + (row[i].bar ? kBarHeight + 4 : 0));
        x += widths[i] + kColumnGap;
    }
    Piece piece;
    piece.height = height + 22;
    piece.paint = [cells, full = piece.height](QPainter& painter, double y) {
        for (const Set& set : *cells) {
            set.text.paint(painter, set.x, y + 10);
            if (set.cell.mark) {
                const TextBox mark(QString::fromStdString(std::string(glyphOf(*set.cell.mark))),
                                   fontOf(Face::regular, kSize), kMarkWidth,
                                   markInk(static_cast<int>(*set.cell.mark)));
                mark.paint(painter, set.x - kMarkWidth, y + 10);
            }
            if (set.cell.bar)
                paintBar(painter, *set.cell.bar, set.x, y + 12 + set.text.height(), set.width);
        }
        painter.setPen(QPen(Ink().line, 2));
        painter.drawLine(QPointF(kSideMargin, y + full),
                         QPointF(kSideMargin + kTextWidth, y + full));
    };
    return piece;
}

Piece headPiece(const Table& table, const std::vector<double>& widths) {
    auto cells = std::make_shared<std::vector<std::pair<TextBox, double>>>();
    double x = kSideMargin, height = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        cells->emplace_back(
            TextBox(QString::fromStdString(table.columns[i].header), fontOf(Face::bold, kSize - 3),
                    widths[i], Ink().quiet, alignmentOf(table.columns[i])),
            x);
        height = std::max(height, cells->back().first.height());
        x += widths[i] + kColumnGap;
    }
    Piece piece;
    piece.height = height + 12;
    piece.keepsWithNext = true;
    piece.before = 16;
    piece.paint = [cells, full = piece.height](QPainter& painter, double y) {
        for (const auto& [text, left] : *cells)
            text.paint(painter, left, y + full - 8 - text.height());
        painter.setPen(QPen(Ink().line, 5));
        painter.drawLine(QPointF(kSideMargin, y + full),
                         QPointF(kSideMargin + kTextWidth, y + full));
    };
    return piece;
}

}  // namespace

std::vector<Piece> tablePieces(Table table) {
    if (table.rows.empty()) return {};
    const std::vector<double> widths = fitted(table);
    std::vector<Piece> pieces{headPiece(table, widths)};
    const auto head = std::make_shared<const Piece>(pieces.front());
    for (const auto& row : table.rows) {
        pieces.push_back(rowPiece(row, table, widths));
        pieces.back().repeated = head;
    }
    return pieces;
}

}  // namespace headroom::report
