// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html_parts.h"

#include "app/report/safe_text.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

void writeBar(Markup& page, double share) {
    const auto trough = page.element("span", {{"class", "bar"}, {"aria-hidden", "true"}});
    const double percent = std::clamp(share, 0.0, 1.0) * 100;
    page.leaf("span", "", {{"style", "width:" + coordinate(percent) + "%"}});
}

void writeCell(Markup& page, const Cell& cell) {
    if (cell.mark) writeMark(page, *cell.mark);
    if (cell.link.empty())
        page.text(cell.text);
    else
        page.leaf("a", cell.text, {{"href", cell.link}});
    if (cell.bar) writeBar(page, *cell.bar);
}

void writeRow(Markup& page, const Table& table, const std::vector<Cell>& row) {
    const auto tr = page.element("tr");
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool number = table.columns[i].kind == TableColumn::Kind::number;
        const bool head = i == 0;
        const auto cell = page.element(
            head ? "th" : "td", {{"scope", head ? "row" : ""}, {"class", number ? "n" : ""}});
        writeCell(page, row[i]);
    }
}

}  // namespace

std::string_view cssClassOf(Mark mark) {
    switch (mark) {
        case Mark::good: return "good";
        case Mark::caution: return "caution";
        case Mark::bad: return "bad";
        case Mark::unknown: return "unknown";
    }
    return "unknown";
}

void writeMark(Markup& page, Mark mark) {
    page.leaf("span", glyphOf(mark),
              {{"class", "mark " + std::string(cssClassOf(mark))}, {"aria-hidden", "true"}});
}

void writeTable(Markup& page, const Table& table) {
    if (table.rows.empty()) return;
    const auto scroller = page.element("div", {{"class", "scroll"},
                                               {"tabindex", "0"},
                                               {"role", "region"},
                                               {"aria-label", table.caption}});
    const auto element = page.element("table");
    page.leaf("caption", table.caption, {{"class", "unseen"}});
    {
        const auto head = page.element("thead");
        const auto row = page.element("tr");
        for (const TableColumn& column : table.columns)
            page.leaf(
                "th", column.header,
                {{"scope", "col"}, {"class", column.kind == TableColumn::Kind::number ? "n" : ""}});
    }
    const auto body = page.element("tbody");
    for (const auto& row : table.rows) writeRow(page, table, row);
}

void writeJudgement(Markup& page, const Judgement& judgement) {
    const auto box =
        page.element("div", {{"class", "verdict " + std::string(cssClassOf(judgement.mark))}});
    writeMark(page, judgement.mark);
    const auto words = page.element("div");
    for (const std::string& sentence : judgement.leads)
        page.leaf("p", sentence, {{"class", "lead"}});
    for (const std::string& sentence : judgement.others) page.leaf("p", sentence);
}

void writeKeyFigures(Markup& page, const KeyFigures& figures) {
    if (figures.figures.empty()) return;
    const auto list = page.element("dl", {{"class", "cards"}});
    for (const KeyFigure& figure : figures.figures) {
        const auto card = page.element("div", {{"class", "card"}});
        page.leaf("dt", figure.name);
        const auto definition = page.element("dd");
        page.leaf("span", figure.value, {{"class", "value"}});
        if (!figure.interval.empty()) page.leaf("span", figure.interval, {{"class", "interval"}});
    }
}

void writeSuggestions(Markup& page, const Suggestions& suggestions) {
    if (suggestions.items.empty()) return;
    const auto box = page.element("div", {{"class", "advice"}});
    page.leaf("h3", model::said("Report", "What to try"));
    const auto list = page.element("ul");
    for (const Suggestion& suggestion : suggestions.items) {
        const auto item = page.element("li");
        page.text(suggestion.text + " ");
        if (!suggestion.command.empty()) page.leaf("code", suggestion.command);
    }
}

void writeDrawings(Markup& page, const Drawings& drawings) {
    for (std::size_t i = 0; i < drawings.items.size();) {
        if (drawings.items[i].wide) {
            page.insert(drawings.items[i++].figure);
            continue;
        }
        const auto grid = page.element("div", {{"class", "charts"}});
        while (i < drawings.items.size() && !drawings.items[i].wide)
            page.insert(drawings.items[i++].figure);
    }
}

void writeCode(Markup& page, const Code& code) {
    const auto write = [&] {
        const auto pre = page.element("pre");
        const auto element = page.element("code");
        page.preformatted(code.text);
    };
    if (code.foldedUnder.empty()) return write();
    const auto details = page.element("details");
    page.leaf("summary", code.foldedUnder);
    write();
}

void writeList(Markup& page, const std::vector<std::string>& items, std::string_view cssClass) {
    if (items.empty()) return;
    const auto list = page.element("ul", {{"class", std::string(cssClass)}});
    for (const std::string& item : items) page.leaf("li", item);
}

}  // namespace headroom::report
