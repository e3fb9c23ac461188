// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/output_width.h"
#include "app/cli/text_table.h"
#include "app/report/safe_text.h"
#include "app/report/table.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What summaries on the terminal are put together from.
namespace headroom::cli {

/// Lines, paragraphs, tables and lists, within outputColumns().
class Text {
public:
    explicit Text(const Style& style) : style_(style) {}

    void line(const std::string& text) { out_ += text + "\n"; }

    void heading(const std::string& text) {
        line("");
        for (const std::string& part : report::wrapped(text, outputColumns()))
            line(style_.bold(report::shortened(part, outputColumns())));
    }

    // A paragraph whose lines after the first stand below its beginning.
    void paragraph(const std::string& before, const std::string& text,
                   std::optional<report::Mark> mark = std::nullopt) {
        const std::size_t indent = report::displayWidth(before);
        std::string start = mark ? style_.marked(*mark, before) : before;
        for (const std::string& part : report::wrapped(text, outputColumns() - indent)) {
            line(start + report::shortened(part, outputColumns() - indent));
            start = std::string(indent, ' ');
        }
    }

    void table(const report::Table& table) {
        if (table.rows.empty()) return;
        heading(table.caption);
        out_ += tableText(table, style_);
    }

    void list(const std::string& caption, const std::vector<std::string>& items) {
        if (items.empty()) return;
        heading(caption);
        for (const std::string& item : items) paragraph("  - ", item);
    }

    std::string take() { return std::move(out_); }
    const Style& style() const { return style_; }

private:
    const Style& style_;
    std::string out_;
};

}  // namespace headroom::cli
