// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include "app/report/safe_text.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace headroom::cli {

namespace {

using report::Cell;
using report::Table;
using Kind = report::TableColumn::Kind;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowText = 24;  // a column of text is broken rather than another column dropped
constexpr std::size_t kNarrowName = 8;  // shorter names cannot be told apart

std::string textOf(const Cell& cell) {
    return cell.mark ? std::string(glyphOf(*cell.mark)) + " " + cell.text : cell.text;
}

class Layout {
public:
    Layout(Table& table, std::size_t width) : table_(table), width_(width) {
        while (narrowest() > width_ && dropColumn()) {
        }
        narrow();
        widen();
    }

    const std::vector<std::size_t>& widths() const { return widths_; }
    /// Nothing had to be cut below what can be read.
    bool fits() const { return total() <= width_; }

private:
    std::size_t widestCell(std::size_t column) const {
        std::size_t width = 1;
        for (const auto& row : table_.rows) width = std::max(width, report::displayWidth(textOf(row[column])));
        return width;
    }

    std::size_t natural(std::size_t column) const {
        return std::max(widestCell(column), report::displayWidth(table_.columns[column].header));
    }

    // A figure that is cut short is another figure.
    std::size_t leastOf(std::size_t column) const {
        const std::size_t widest = widestCell(column);
        return table_.columns[column].kind == Kind::number ? widest : std::min(widest, kNarrowName);
    }

    std::size_t total() const {
        return std::accumulate(widths_.begin(), widths_.end(), kIndent) + kGap * (widths_.size() - 1);
    }

    // Measures anew, with texts as narrow as they may become.
    std::size_t narrowest() {
        widths_.clear();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const std::size_t wanted = natural(i);
            widths_.push_back(table_.columns[i].kind == Kind::text ? std::min(wanted, kNarrowText) : wanted);
        }
        return total();
    }

    bool dropColumn() {
        const auto last = std::ranges::max_element(table_.columns, {}, &report::TableColumn::rank);
        if (last == table_.columns.end() || last->rank == 0) return false;
        const auto index = last - table_.columns.begin();
        for (auto& row : table_.rows) row.erase(row.begin() + index);
        table_.columns.erase(last);
        return true;
    }

    void narrow() {
        std::vector<std::size_t> least;
        for (std::size_t i = 0; i < widths_.size(); ++i) least.push_back(leastOf(i));
        while (total() > width_) {
            std::size_t* widest = nullptr;
            for (std::size_t i = 0; i < widths_.size(); ++i)
                if (widths_[i] > least[i] && (!widest || widths_[i] > *widest)) widest = &widths_[i];
            if (!widest) return;
            --*widest;
        }
    }

    void widen() {
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (table_.columns[i].kind != Kind::text || total() >= width_) continue;
            const std::size_t room = (width_ - total()) / textsFrom(i);
            widths_[i] = std::max(widths_[i], std::min(natural(i), widths_[i] + room));
        }
    }

    std::size_t textsFrom(std::size_t first) const {
        const auto isText = [](const report::TableColumn& column) { return column.kind == Kind::text; };
        return static_cast<std::size_t>(
            std::ranges::count_if(table_.columns.begin() + static_cast<std::ptrdiff_t>(first), table_.columns.end(), isText));
    }

    Table& table_;
    std::size_t width_;
    std::vector<std::size_t> widths_;
};

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t used = report::displayWidth(text);
    const std::string fill(width - std::min(width, used), ' ');
    return right ? fill + text : text + fill;
}

std::vector<std::string> linesOf(const std::string& text, std::size_t width, Kind kind) {
    std::vector<std::string> lines{text};
    if (kind == Kind::text) lines = report::wrapped(text, width);
    for (std::string& line : lines) line = report::shortened(line, width);
    return lines;
}

std::string styledCell(const std::string& text, const Cell& cell, const Style& style) {
    return cell.mark ? style.marked(*cell.mark, text) : text;
}

class Writer {
public:
    Writer(const Table& table, const std::vector<std::size_t>& widths, const Style& style)
        : table_(table), widths_(widths), style_(style) {}

    std::string text() {
        std::vector<Cell> header;
        for (const report::TableColumn& column : table_.columns) header.push_back({column.header});
        row(header, true);
        for (const auto& cells : table_.rows) row(cells, false);
        return std::move(out_);
    }

private:
    void row(const std::vector<Cell>& cells, bool isHeader) {
        std::vector<std::vector<std::string>> columns;
        std::size_t height = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            columns.push_back(linesOf(textOf(cells[i]), widths_[i], table_.columns[i].kind));
            height = std::max(height, columns.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) lineOf(cells, columns, line, isHeader);
    }

    void lineOf(const std::vector<Cell>& cells, const std::vector<std::vector<std::string>>& columns, std::size_t line,
                bool isHeader) {
        std::string text(kIndent, ' ');
        std::string blanks;  // kept back, so that no line ends in them
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string content = line < columns[i].size() ? columns[i][line] : "";
            const std::string cell = padded(content, widths_[i], table_.columns[i].kind == Kind::number);
            const std::size_t end = cell.find_last_not_of(' ') + 1;
            if (end > 0) text += blanks + styled(cell.substr(0, end), cells[i], isHeader);
            if (end > 0) blanks.clear();
            blanks += std::string(cell.size() - end + kGap, ' ');
        }
        out_ += text + "\n";
    }

    std::string styled(const std::string& text, const Cell& cell, bool isHeader) const {
        return isHeader ? style_.quiet(text) : styledCell(text, cell, style_);
    }

    const Table& table_;
    const std::vector<std::size_t>& widths_;
    const Style& style_;
    std::string out_;
};

// One row a record: what it is about on a line of its own, then a line for each figure.
std::string recordsText(const Table& table, const Style& style, std::size_t width) {
    std::string text;
    const auto add = [&](std::size_t indent, const std::string& what, const Cell& cell) {
        for (const std::string& line : report::wrapped(what, width - indent))
            text += std::string(indent, ' ') + styledCell(report::shortened(line, width - indent), cell, style) + "\n";
    };
    for (const auto& row : table.rows) {
        const auto unmarked = std::ranges::find_if(row, [](const Cell& cell) { return !cell.mark; });
        const std::size_t title = unmarked == row.end() ? 0 : static_cast<std::size_t>(unmarked - row.begin());
        const auto labelled = [&](std::size_t column) {
            const std::string& header = table.columns[column].header;
            return header.empty() ? textOf(row[column]) : header + ": " + textOf(row[column]);
        };
        const bool isName = table.columns[title].kind != Kind::number;
        add(kIndent, isName ? textOf(row[title]) : labelled(title), row[title]);
        for (std::size_t i = 0; i < row.size(); ++i)
            if (i != title) add(2 * kIndent, labelled(i), row[i]);
    }
    return text;
}

}  // namespace

std::string tableText(Table table, const Style& style, std::size_t width) {
    const Layout layout(table, width);
    return layout.fits() ? Writer(table, layout.widths(), style).text() : recordsText(table, style, width);
}

}  // namespace headroom::cli
