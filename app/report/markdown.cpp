// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/markdown.h"

#include "app/report/safe_text.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::report {

namespace {

// Between backquotes nothing is markup, but a run of as many backquotes ends it.
std::string fenceFor(std::string_view text, std::size_t least) {
    std::size_t longest = 0, now = 0;
    for (const char c : text) {
        now = c == '`' ? now + 1 : 0;
        longest = std::max(longest, now);
    }
    return std::string(std::max(least, longest + 1), '`');
}

std::string codeSpan(const std::string& text) {
    const std::string fence = fenceFor(text, 1);
    const std::string space = text.starts_with('`') || text.ends_with('`') ? " " : "";
    return fence + space + printable(text) + space + fence;
}

// Line by line, without what steers a terminal.
std::string codeBlock(const std::string& text) {
    const std::string fence = fenceFor(text, 3);
    std::string out = fence + "\n";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += printable(std::string_view(text).substr(at, end - at)) + "\n";
        at = end + 1;
    }
    return out + fence + "\n";
}

bool digitsOnly(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string marked(const Cell& cell) {
    return (cell.mark ? std::string(glyphOf(*cell.mark)) + " " : "") + markdownText(cell.text);
}

class Writer {
public:
    std::string text(const Article& article) {
        out_ = "# " + markdownText(article.title) + "\n";
        if (!article.subtitle.empty()) out_ += "\n" + markdownText(article.subtitle) + "\n";
        for (const Block& block : article.front) std::visit(*this, block);
        for (const Block& block : article.rest) std::visit(*this, block);
        fold();
        out_ += "\n<sub>" + markdownText("Headroom " + article.version + ", " + article.kicker) +
                "</sub>\n";
        return std::move(out_);
    }

    void operator()(const Heading& heading) {
        if (heading.level != 2) {
            pending_ = "\n### " + markdownText(heading.text) + "\n";
            return;
        }
        fold();
        chapter_ = "\n<details><summary><b>" + markdownText(heading.text) + "</b></summary>\n";
    }

    void operator()(const Judgement& judgement) {
        std::string quote;
        bool first = true;
        for (const std::string& lead : judgement.leads) {
            quote += (first ? "> " : ">\n> ") +
                     std::string(first ? std::string(glyphOf(judgement.mark)) + " " : "") + "**" +
                     markdownText(lead) + "**\n";
            first = false;
        }
        for (const std::string& other : judgement.others)
            quote += ">\n> " + markdownText(other) + "\n";
        add(quote);
    }

    void operator()(const KeyFigures& figures) {
        if (figures.figures.empty()) return;
        std::string head, rule, row;
        for (const KeyFigure& figure : figures.figures) {
            head += "| " + markdownText(figure.name) + " ";
            rule += "| ---: ";
            row += "| **" + markdownText(figure.value) + "**" +
                   (figure.interval.empty() ? "" : " " + markdownText(figure.interval)) + " ";
        }
        add(head + "|\n" + rule + "|\n" + row + "|\n");
    }

    void operator()(const Suggestions& suggestions) {
        if (suggestions.items.empty()) return;
        std::string list = "**" + markdownText(model::said("Report", "What to try")) + "**\n\n";
        for (const Suggestion& suggestion : suggestions.items) {
            list += "- " + markdownText(suggestion.text) + "\n";
            if (!suggestion.command.empty()) list += "  " + codeSpan(suggestion.command) + "\n";
        }
        add(list);
    }

    void operator()(const Notes& notes) {
        std::string list;
        for (const std::string& note : notes.items) list += "- ▲ " + markdownText(note) + "\n";
        add(list);
    }

    void operator()(const Paragraph& paragraph) { add(markdownText(paragraph.text) + "\n"); }

    void operator()(const Terms& terms) {
        std::string list;
        for (const auto& [term, words] : terms.items)
            list += "- **" + markdownText(term) + "** " + markdownText(words) + "\n";
        add(list);
    }

    void operator()(const Drawings&) {}
    void operator()(const Code& code) {
        add((code.foldedUnder.empty() ? "" : markdownText(code.foldedUnder) + ":\n\n") +
            codeBlock(code.text));
    }

    void operator()(const Table& table) {
        if (table.rows.empty()) return;
        std::string text;
        for (const TableColumn& column : table.columns)
            text += "| " + markdownText(column.header) + " ";
        text += "|\n";
        for (const TableColumn& column : table.columns)
            text += column.kind == TableColumn::Kind::number ? "| ---: " : "| --- ";
        text += "|\n";
        for (const auto& row : table.rows) {
            for (const Cell& cell : row) text += "| " + marked(cell) + " ";
            text += "|\n";
        }
        add(text);
    }

private:
    // A heading is written with the first thing under it, so that none stands empty.
    void add(const std::string& text) {
        if (text.empty()) return;
        if (!chapter_.empty()) {
            out_ += chapter_;
            chapter_.clear();
            open_ = true;
        }
        out_ += pending_ + "\n" + text;
        pending_.clear();
    }

    void fold() {
        if (open_) out_ += "\n</details>\n";
        open_ = false;
        chapter_.clear();
        pending_.clear();
    }

    std::string out_, chapter_, pending_;
    bool open_ = false;
};

}  // namespace

std::string markdownText(std::string_view text) {
    constexpr std::string_view kMarkup = "\\`*_[]#+|~$";
    std::string out;
    const std::string plain = printable(text);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '@') {
            out += "@<!-- -->";  // nobody is called
        } else if (c == ':' && plain.compare(i, 3, "://") == 0) {
            out += ":<!-- -->";  // no link by itself
        } else if (c == '.' && digitsOnly(out) && (i + 1 == plain.size() || plain[i + 1] == ' ')) {
            out += "\\.";  // no numbered list
        } else if (c == '-' && i == 0) {
            out += "\\-";
        } else {
            if (kMarkup.find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

std::string markdownOf(const Article& article) { return Writer().text(article); }

}  // namespace headroom::report
